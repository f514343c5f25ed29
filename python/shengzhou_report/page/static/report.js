// The page of one report: its parts, and the links between text, table and findings.
import { make, speaker, wordOf } from "./dom.js";
import { mountExplorer } from "./explorer.js";
import { mountFan } from "./fan.js";
import { memory, mountSettings } from "./settings.js";
import { mountTable } from "./table.js";

// What is known of a figure of the text, shown beside the pointer or where the keyboard is.
function mountHints(root, model, state) {
  const say = speaker(model.words, state);
  const column = Object.fromEntries(model.columns.map((name, i) => [name, i]));
  const hint = make("div", { role: "tooltip", class: "hint", id: "hint", hidden: "" });
  root.append(hint);

  function lines(element) {
    if (element.dataset.skipped) return [say("no_figure", { reason: wordOf(say, "skip_" + element.dataset.skipped) })];
    return element.dataset.rows.split(" ").map((id) => {
      const row = model.rows[Number(id)];
      const named = (name) => row[column[name]];
      const parts = [named("indicator"), wordOf(say, named("measure")), named("figure"), wordOf(say, named("status"))];
      const doubts = named("doubts") && named("doubts").split(";").map((doubt) => wordOf(say, "doubt_" + doubt));
      const details = [named("year"), named("area"), named("reference") && say("against", { what: named("reference") })];
      return [...parts, ...details, doubts && say("doubt") + " " + doubts.join("; ")].filter(Boolean).join(" · ");
    });
  }

  function show(event) {
    const element = event.target.closest?.("[data-rows], [data-skipped]");
    if (!element) return;
    hint.replaceChildren(...lines(element).map((text) => make("div", {}, text)));
    hint.hidden = false;
    const box = element.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - hint.offsetWidth - 12);
    hint.style.left = `${Math.max(8, left)}px`;
    const above = box.top - hint.offsetHeight - 6;
    hint.style.top = `${above > 0 ? above : box.bottom + 6}px`;
    element.setAttribute("aria-describedby", "hint");
  }
  function hide(event) {
    event.target.closest?.("[aria-describedby=hint]")?.removeAttribute("aria-describedby");
    hint.hidden = true;
  }
  for (const name of ["pointerover", "focusin"]) root.addEventListener(name, show);
  for (const name of ["pointerout", "focusout"]) root.addEventListener(name, hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && (hint.hidden = true));
}

// Tasks that are ticked stay so in this browser.
function mountTasks(root, name, state, words) {
  const say = speaker(words, state);
  const boxes = [...root.querySelectorAll("input[type=checkbox]")];
  const done = new Set((memory.kept(name) ?? "").split(" ").filter(Boolean));
  const count = root.querySelector("[data-done]");
  const show = () => {
    count.textContent = say("tasks_done", { done: boxes.filter((box) => box.checked).length, all: boxes.length });
  };
  for (const box of boxes) {
    box.checked = done.has(box.value);
    box.addEventListener("change", () => {
      if (box.checked) done.add(box.value);
      else done.delete(box.value);
      memory.keep(name, [...done].join(" "));
      show();
    });
  }
  show();
  return { setLanguage: show };
}

// What is folded on a screen is unfolded on paper.
function mountPrint(page) {
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...page.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });
}

export function mountReport(page, model) {
  const state = { language: page.dataset.lang };
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const text = part("text");
  const parts = [];
  const options = { language: state.language };
  if (model.income) parts.push(mountExplorer(part("explorer"), model, options));
  if (model.fan) parts.push(mountFan(part("fan"), model, options));
  if (part("tasks")) parts.push(mountTasks(part("tasks"), "sr-tasks-" + model.key, state, model.words));
  let table = null;
  if (model.rows.length) {
    const linkOf = (id) => (text?.querySelector(`[id="f${id}"]`) ? `#f${id}` : null);
    table = mountTable(part("table"), model, { ...options, linkOf });
    parts.push(table);
  }
  if (text) {
    mountHints(text, model, state);
    for (const box of page.querySelectorAll("[data-show]")) {
      const show = () => text.classList.toggle(box.dataset.show, box.checked);
      box.addEventListener("change", show);
      show();
    }
  }
  page.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#r"]');
    const id = link && /^#r(\d+)$/.exec(link.getAttribute("href"));
    if (!id || !table) return;
    event.preventDefault();
    table.reveal(Number(id[1]));
  });
  mountPrint(page);
  mountSettings(page, (language) => {
    state.language = language;
    for (const each of parts) each.setLanguage(language);
  });
  page.dataset.ready = "";
}

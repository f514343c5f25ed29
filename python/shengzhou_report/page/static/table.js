// The table of all statements: search, filters, order, copy and CSV.
import { make, speaker, uniqueId, wordOf } from "./dom.js";

// What a spreadsheet would take for a formula; the wide signs where its language is Chinese.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

function isFormula(text) {
  return formula.test(text) && !plainNumber.test(text);
}

// A cell that no spreadsheet takes for a formula: an apostrophe goes before it, as in the CSV of the library.
export function safeCell(text) {
  return isFormula(text) || (text.startsWith("'") && isFormula(text.replace(/^'+/, ""))) ? "'" + text : text;
}

export function csvOf(columns, rows) {
  const quoted = (cell) => {
    const text = safeCell(cell === null ? "" : String(cell));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => row.map(quoted).join(",") + "\r\n").join("");
}

function tabbed(columns, rows) {
  const cell = (value) => safeCell(value === null ? "" : String(value)).replace(/[\t\r\n]+/g, " ");
  return [columns, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}

async function copy(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where the browser keeps the clipboard to itself, as without https.
    const area = make("textarea", { readonly: "", class: "hidden" });
    area.value = text;
    beside.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

function save(name, text) {
  const url = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

// Fills the root with the table of `model.rows`, whose cells are named by `model.columns`. `onSelect` hears the number
// of a row that is chosen; `linkOf` gives where in the text a row stands, or null. Returns what changes language and
// choice from outside.
export function mountTable(root, model, { language = "en", onSelect = () => {}, linkOf = () => null } = {}) {
  const state = { language, search: "", measure: "", status: "", year: "", doubtful: false, by: "", up: true };
  const say = speaker(model.words, state);
  const place = Object.fromEntries(model.columns.map((name, i) => [name, i]));
  const get = (row, name) => row[place[name]];
  const shownColumns = ["indicator", "measure", "figure", "status", "year", "wording", "section"];
  let selected = null;

  // What a reader sees, in the language in use.
  function cell(row, name) {
    const value = get(row, name);
    if (value === null || value === "") return "";
    if (name === "measure" || name === "status" || name === "wording") return wordOf(say, value);
    if (name === "figure" && get(row, "trend") !== "none") return wordOf(say, get(row, "trend"));
    return String(value);
  }

  function haystack(row) {
    const extra = [get(row, "name_en"), get(row, "area"), get(row, "reference"), get(row, "doubts")];
    return [...shownColumns.map((name) => cell(row, name)), ...extra].join(" ").toLowerCase();
  }

  function compare(a, b) {
    const name = state.by;
    if (name === "figure") {
      const units = [get(a, "unit"), get(b, "unit")];
      return units[0] < units[1] ? -1 : units[0] > units[1] ? 1 : Number(get(a, "value")) - Number(get(b, "value"));
    }
    const [x, y] = [get(a, name), get(b, name)];
    if (name === "year") return (x ?? 0) - (y ?? 0);
    return collator.compare(cell(a, name), cell(b, name));
  }
  const collator = new Intl.Collator("zh");

  const words = (name) => [...new Set(model.rows.map((row) => get(row, name)))].filter((value) => value !== null && value !== "");
  const choices = { measure: words("measure"), status: words("status"), year: words("year").sort((a, b) => a - b) };
  const search = make("input", { id: uniqueId("search"), type: "search", oninput: () => set({ search: search.value }) });
  const searchLabel = make("label", { for: search.id });
  const filters = Object.keys(choices).map((name) => {
    const select = make("select", { id: uniqueId(name), "data-filter": name, onchange: () => set({ [name]: select.value }) });
    return { name, select, label: make("label", { for: select.id }) };
  });
  const doubtful = make("input", { id: uniqueId("doubtful"), type: "checkbox", onchange: () => set({ doubtful: doubtful.checked }) });
  const doubtfulLabel = make("label", { for: doubtful.id });
  const count = make("p", { role: "status", class: "note" });
  const copyButton = make("button", { type: "button", "data-do": "copy", onclick: copyRows });
  const csvButton = make("button", { type: "button", "data-do": "csv", onclick: () => save(model.file + ".csv", csv()) });
  const head = make("tr");
  const body = make("tbody");
  const caption = make("caption", { class: "hidden" });
  const table = make("table", { "data-rows": "" }, caption, make("thead", {}, head), body);
  const scroll = make("div", { class: "scroll tall", tabindex: "0", role: "region" }, table);
  root.replaceChildren(
    make(
      "div",
      { class: "controls" },
      make("div", {}, searchLabel, search),
      ...filters.map(({ label, select }) => make("div", {}, label, select)),
      make("div", { class: "check" }, doubtful, doubtfulLabel),
      make("div", { class: "actions" }, copyButton, csvButton),
    ),
    count,
    scroll,
  );

  const all = ["indicator", "name_en", "measure", "value", "unit", "bound", "modality", "status", "year", "period"];
  const columns = [...all, "base_year", "area", "reference", "price_basis", "trend", "section", "doubts"];

  function visible() {
    const needles = state.search.toLowerCase().split(/\s+/).filter(Boolean);
    const kept = model.rows.filter(
      (row) =>
        (!state.measure || get(row, "measure") === state.measure) &&
        (!state.status || get(row, "status") === state.status) &&
        (!state.year || String(get(row, "year")) === state.year) &&
        (!state.doubtful || get(row, "doubts")) &&
        (!needles.length || needles.every((needle) => haystack(row).includes(needle))),
    );
    if (state.by) kept.sort((a, b) => (state.up ? 1 : -1) * compare(a, b));
    return kept;
  }

  function plainRows() {
    return visible().map((row) => columns.map((name) => get(row, name)));
  }
  function csv() {
    return csvOf(columns, plainRows());
  }
  async function copyRows() {
    await copy(tabbed(columns, plainRows()), root);
    count.textContent = say("copied", { rows: visible().length });
  }

  function header(name) {
    const sorted = state.by === name ? (state.up ? "ascending" : "descending") : "none";
    const mark = { ascending: " ▲", descending: " ▼", none: "" }[sorted];
    const button = make(
      "button",
      { type: "button", class: "sort", "data-sort": name, onclick: () => set({ by: name, up: state.by === name ? !state.up : true }) },
      say("column_" + name),
      make("span", { "aria-hidden": "true" }, mark),
    );
    return make("th", { scope: "col", "aria-sort": sorted, class: name === "figure" || name === "year" ? "number" : "" }, button);
  }

  function line(row) {
    const id = get(row, "id");
    const line = make("tr", { "data-row": id, id: `r${id}`, tabindex: "-1", class: `s-${get(row, "status")}` });
    if (id === selected) line.setAttribute("aria-current", "true");
    for (const name of shownColumns) {
      const td = make("td", name === "figure" || name === "year" ? { class: "number" } : {});
      const text = cell(row, name);
      const link = name === "figure" ? linkOf(id) : null;
      td.append(link ? make("a", { href: link, title: say("to_text") }, text) : text);
      if (name === "indicator") {
        const parts = [get(row, "area"), get(row, "reference") && say("against", { what: get(row, "reference") })];
        const more = [...parts, state.language === "en" ? get(row, "name_en") : ""].filter(Boolean).join(" · ");
        if (more) td.append(make("small", {}, more));
        const doubts = get(row, "doubts");
        if (doubts) {
          const said = doubts.split(";").map((doubt) => wordOf(say, "doubt_" + doubt)).join("; ");
          td.append(make("small", { class: "doubt" }, say("doubt") + " " + said));
        }
      }
      line.append(td);
    }
    line.addEventListener("click", () => select(id));
    return line;
  }

  function show() {
    const rows = visible();
    head.replaceChildren(...shownColumns.map(header));
    body.replaceChildren(...rows.map(line));
    count.textContent = say("rows_shown", { shown: rows.length, all: model.rows.length });
  }

  function label() {
    searchLabel.textContent = say("search");
    doubtfulLabel.textContent = say("only_doubtful");
    copyButton.textContent = say("copy");
    csvButton.textContent = say("csv");
    caption.textContent = say("statements_title");
    scroll.setAttribute("aria-label", say("statements_title"));
    for (const { name, select, label } of filters) {
      label.textContent = say("column_" + name);
      const option = (value) => make("option", { value }, name === "year" ? String(value) : wordOf(say, value));
      select.replaceChildren(make("option", { value: "" }, say("any")), ...choices[name].map(option));
      select.value = state[name];
    }
  }

  function set(change) {
    // The button that was pressed is made anew; the keyboard stays on it.
    const focused = document.activeElement?.dataset?.sort;
    Object.assign(state, change);
    show();
    if (focused) head.querySelector(`[data-sort="${focused}"]`)?.focus();
  }

  function select(id) {
    selected = id;
    for (const row of body.children) {
      if (row.dataset.row === String(id)) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    onSelect(id);
  }

  label();
  show();
  return {
    csv,
    setLanguage(next) {
      state.language = next;
      label();
      show();
    },
    // Brings a row into view, whatever hides it.
    reveal(id) {
      const hidden = !visible().some((row) => get(row, "id") === id);
      if (hidden) {
        Object.assign(state, { search: "", measure: "", status: "", year: "", doubtful: false });
        search.value = "";
        doubtful.checked = false;
        label();
        show();
      }
      select(id);
      const row = body.querySelector(`[data-row="${id}"]`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "center" });
    },
  };
}

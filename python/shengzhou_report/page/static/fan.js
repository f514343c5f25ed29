// Simulated futures of the income ratio: a fan of quantiles, and how likely each ratio is passed by when.
import { chart } from "./chart.js";
import { make, percent, speaker } from "./dom.js";

export function mountFan(root, model, { language = "en" } = {}) {
  const { fan } = model;
  const state = { language };
  const say = speaker(model.words, state);

  function show() {
    const years = fan.years.map((year, i) => (fan.calendar ? year : i));
    const named = (values) => values.map((value, i) => [years[i], value]);
    const layers = fan.bands.map(({ low, high }, i) => ({
      kind: "band",
      points: low.map((value, t) => [years[t], value, high[t]]),
      style: `band${i}`,
    }));
    layers.push({ kind: "line", points: named(fan.median), style: "main" });
    const about = say("fan_about", { year: years.at(-1), median: fan.median.at(-1).toFixed(3), low: fan.bands[0].low.at(-1).toFixed(3), high: fan.bands[0].high.at(-1).toFixed(3) });
    for (const { ratio } of fan.passed) layers.push({ kind: "level", y: ratio, text: ratio.toFixed(2) });
    const caption = make("figcaption", {}, say("fan_chart"));
    caption.append(make("span", { class: "key main" }, say("median")));
    fan.bands.forEach(({ coverage }, i) => caption.append(make("span", { class: `key band${i}` }, say("futures", { share: percent(coverage, 0) }))));
    const drawing = chart({
      layers,
      wide: Math.max(320, Math.min(640, root.clientWidth || 640)),
      xLabel: say(fan.calendar ? "year" : "years_ahead"),
      yLabel: say("ratio_axis"),
      xForm: (value) => (Number.isInteger(value) ? String(value) : ""),
      yForm: (value) => value.toFixed(2),
      label: say("fan_chart"),
      about,
    });
    const row = (name, values) => make("tr", {}, ...values.map((value) => make(name, name === "th" ? { scope: "col" } : {}, value)));
    const table = make(
      "table",
      { "data-passed": "", class: "small" },
      make("caption", {}, say("passed_title")),
      make("thead", {}, row("th", [say("ratio"), ...fan.shown.map((t) => String(fan.calendar ? fan.years[t] : "+" + t))])),
      make("tbody", {}, ...fan.passed.map(({ ratio, chances }) => row("td", ["≤ " + ratio.toFixed(2), ...fan.shown.map((t) => percent(chances[t], 0))]))),
    );
    root.replaceChildren(
      make("figure", { "data-chart": "fan_chart" }, caption, drawing),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("passed_title") }, table),
      make("p", { class: "note" }, about + " " + say("fan_assumptions", fan.assumptions)),
    );
  }

  show();
  return {
    setLanguage(next) {
      state.language = next;
      show();
    },
  };
}

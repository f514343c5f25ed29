// The page of a panel: small multiples of targets against outcomes, a ranking, and what became of each target.
import { chart } from "./chart.js";
import { make, speaker, uniqueId, wordOf } from "./dom.js";
import { mountSettings } from "./settings.js";

// Indicators of one place that are drawn; the rest are rare.
const mostCharts = 24;

const fewDigits = (value) => String(Number(value.toPrecision(4)));

// Fills `roots.multiples` and `roots.ranking` with one series of the model, which two lists choose; of a single place
// with all its series, which need no ranking.
export function mountSeries(roots, model, { language = "en" } = {}) {
  const state = { language, series: 0, year: null };
  const say = speaker(model.words, state);
  const chooser = make("select", { id: uniqueId("series"), "data-choose": "series", onchange: () => set({ series: Number(chooser.value), year: null }) });
  const chooserLabel = make("label", { for: chooser.id });
  const years = make("select", { id: uniqueId("year"), "data-choose": "year", onchange: () => set({ year: years.value }) });
  const yearsLabel = make("label", { for: years.id });
  const grid = make("div", { class: "multiples" });
  const ranking = make("div", { class: "scroll", tabindex: "0", role: "region" });
  const { one } = model;
  if (one) {
    roots.multiples.replaceChildren(grid);
  } else {
    roots.multiples.replaceChildren(make("div", { class: "controls" }, make("div", {}, chooserLabel, chooser)), grid);
    roots.ranking.replaceChildren(make("div", { class: "controls" }, make("div", {}, yearsLabel, years)), ranking);
  }

  const nameOf = (series) => {
    const name = state.language === "en" && series.name_en ? `${series.name_en} ${series.indicator}` : series.indicator;
    return `${name}, ${wordOf(say, series.measure)}${series.unit ? `, ${series.unit}` : ""}`;
  };
  const pointsOf = (figures) => Object.entries(figures).map(([year, { value }]) => [Number(year), value]).sort((a, b) => a[0] - b[0]);

  // A small chart of what places report and aim at; `all` are the places whose axes it shares.
  function small(series, place, all, title) {
    const { outcomes, targets } = series.places[place];
    const points = all.flatMap((each) => [...pointsOf(each.outcomes), ...pointsOf(each.targets)]);
    const times = points.map(([year]) => year);
    const values = points.map(([, value]) => value);
    const pad = (Math.max(...values) - Math.min(...values) || Math.abs(values[0]) || 1) * 0.1;
    const layers = [
      { kind: "line", points: pointsOf(outcomes), style: "main" },
      { kind: "dots", points: pointsOf(outcomes), style: "main", size: 4 },
      { kind: "dots", points: pointsOf(targets), style: "aim", size: 5 },
    ];
    const listed = (figures) => Object.entries(figures).map(([year, { text }]) => `${year}: ${text}`).join(", ");
    const drawing = chart({
      ...{ layers, wide: 340, label: `${place}, ${nameOf(series)}` },
      about: `${say("outcome")} ${listed(outcomes)}; ${say("target")} ${listed(targets)}`,
      xRange: [Math.min(...times) - 0.5, Math.max(...times) + 0.5],
      yRange: [Math.min(...values) - pad, Math.max(...values) + pad],
      ...{ xLabel: say("year"), yLabel: series.unit || wordOf(say, series.measure), yForm: fewDigits },
      xForm: (value) => (Number.isInteger(value) ? String(value) : ""),
    });
    return make("figure", { "data-place": place }, make("figcaption", {}, title), drawing);
  }

  // Places on common axes; of one place its indicators, each on its own.
  function multiples(series) {
    if (one) return model.series.slice(0, mostCharts).map((each) => small(each, one, Object.values(each.places), nameOf(each)));
    const all = Object.values(series.places);
    return Object.keys(series.places).map((place) => small(series, place, all, place));
  }

  function ranked(series, year) {
    const rows = Object.entries(series.places)
      .filter(([, { outcomes }]) => year in outcomes)
      .map(([place, { outcomes, targets }]) => ({ place, outcome: outcomes[year], target: targets[year] }));
    const sign = series.direction === "lower" ? 1 : -1;
    rows.sort((a, b) => sign * (a.outcome.value - b.outcome.value));
    // Equal figures share a rank.
    return rows.map((row) => ({ ...row, rank: 1 + rows.findIndex((other) => other.outcome.value === row.outcome.value) }));
  }

  function show() {
    const series = model.series[state.series];
    chooserLabel.textContent = say("series");
    yearsLabel.textContent = say("year");
    chooser.replaceChildren(...model.series.map((each, i) => make("option", { value: i }, nameOf(each))));
    chooser.value = state.series;
    grid.replaceChildren(...multiples(series));
    if (one) return;
    const stated = new Set(Object.values(series.places).flatMap(({ outcomes }) => Object.keys(outcomes)));
    const known = [...stated].sort().reverse();
    state.year = stated.has(state.year) ? state.year : (known[0] ?? null);
    years.replaceChildren(...known.map((year) => make("option", { value: year }, year)));
    years.value = state.year;
    const rows = state.year === null ? [] : ranked(series, state.year);
    const line = (name, cells) => make("tr", {}, ...cells.map((cell, i) => make(name, { scope: name === "th" ? "col" : null, class: i === 1 ? null : "number" }, cell)));
    ranking.setAttribute("aria-label", say("ranking_title"));
    ranking.replaceChildren(
      rows.length
        ? make(
            "table",
            { "data-ranking": "", class: "small" },
            make("caption", {}, nameOf(series)),
            make("thead", {}, line("th", [say("rank"), say("place"), say("outcome"), say("target")])),
            make("tbody", {}, ...rows.map(({ rank, place, outcome, target }) => line("td", [String(rank), place, outcome.text, target?.text ?? ""]))),
          )
        : make("p", {}, say("no_outcome")),
    );
  }

  function set(change) {
    Object.assign(state, change);
    show();
  }

  show();
  return { setLanguage: (next) => set({ language: next }) };
}

// The table of scores, which two lists filter.
export function mountScores(root, model, { language = "en" } = {}) {
  const state = { language, place: "", verdict: "" };
  const say = speaker(model.words, state);
  const filters = ["place", "verdict"].map((name) => {
    const select = make("select", { id: uniqueId(name), "data-filter": name, onchange: () => set({ [name]: select.value }) });
    return { name, select, label: make("label", { for: select.id }), values: [...new Set(model.scores.map((score) => score[name]))] };
  });
  const holder = make("div", { class: "scroll tall", tabindex: "0", role: "region" });
  const controls = filters.map(({ label, select }) => make("div", {}, label, select));
  root.replaceChildren(make("div", { class: "controls" }, ...controls), holder);

  function show() {
    holder.setAttribute("aria-label", say("score_title"));
    for (const { name, select, label, values } of filters) {
      label.textContent = say(name);
      const option = (value) => make("option", { value }, name === "verdict" ? wordOf(say, value) : value);
      select.replaceChildren(make("option", { value: "" }, say("any")), ...values.map(option));
      select.value = state[name];
    }
    const kept = model.scores.filter((score) => filters.every(({ name }) => !state[name] || score[name] === state[name]));
    const names = ["place", "year", "indicator", "target", "wording_column", "outcome", "verdict"];
    const head = names.map((name) => make("th", { scope: "col" }, say(name)));
    const lines = kept.map((score) => {
      const target = score.target || wordOf(say, score.trend);
      const cells = [score.place, score.year ?? "", score.indicator, target, wordOf(say, score.wording), score.outcome].map((cell) => make("td", {}, String(cell)));
      cells.push(make("td", { class: `verdict-${score.verdict}` }, wordOf(say, score.verdict)));
      return make("tr", {}, ...cells);
    });
    holder.replaceChildren(
      make("table", { "data-scores": "" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...lines)),
    );
  }
  function set(change) {
    Object.assign(state, change);
    show();
  }

  show();
  return { setLanguage: (next) => set({ language: next }) };
}

export function mountPanel(page, model) {
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const options = { language: page.dataset.lang };
  const parts = [];
  if (model.series.length) {
    parts.push(mountSeries({ multiples: part("multiples"), ranking: part("ranking") }, model, options));
  }
  if (model.scores.length) parts.push(mountScores(part("scores"), model, options));
  mountSettings(page, (language) => {
    for (const each of parts) each.setLanguage(language);
  });
  page.dataset.ready = "";
}

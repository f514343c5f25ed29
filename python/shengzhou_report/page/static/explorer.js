// What it takes for the income ratio to keep narrowing: sliders, the path they lead to, and the feasible set.
import { chart } from "./chart.js";
import { make, number, percent, speaker, uniqueId } from "./dom.js";
import {
  gapClose,
  gapPath,
  gapPeakYear,
  gapThreshold,
  incomeRatio,
  isWithin,
  ratioPath,
  requiredRuralGrowth,
  wholePeriods,
  yearsToRatio,
} from "./forms.js";

// All that a choice of growth and horizon leads to. `income` is that of the model; growth in fractions.
export function outlook(income, { urbanGrowth, ruralGrowth, years }) {
  const { urban, rural } = income;
  const ratio = incomeRatio(urban, rural);
  return {
    ratio,
    path: ratioPath(ratio, urbanGrowth, ruralGrowth, years),
    gaps: gapPath(urban, rural, urbanGrowth, ruralGrowth, years),
    threshold: gapThreshold(ratio, urbanGrowth),
    peak: gapPeakYear(urban, rural, urbanGrowth, ruralGrowth),
    close: wholePeriods(gapClose(urban, rural, urbanGrowth, ruralGrowth)),
    targets: income.targets.map((target) => ({
      target,
      whole: wholePeriods(yearsToRatio(ratio, urbanGrowth, ruralGrowth, target)),
      needed: requiredRuralGrowth(ratio, urbanGrowth, target, years),
    })),
  };
}

// Fills the root with sliders and charts. `model` has `income`, `region` or null, and `words`; `onChange` hears of each
// choice. Returns what changes the language and the choice from outside.
export function mountExplorer(root, model, { language = "en", onChange = () => {} } = {}) {
  const { income, region } = model;
  const state = { language };
  const say = speaker(model.words, state);
  const chosen = { urbanGrowth: income.urban_growth, ruralGrowth: income.rural_growth, years: income.years };
  const stated = ratioPath(incomeRatio(income.urban, income.rural), income.urban_growth, income.rural_growth, 60);
  const calendar = (after) => (income.year === null ? `+${after}` : String(income.year + after));
  const when = (after) => {
    if (after === null) return say("never");
    return after === 0 ? say("already") : calendar(after);
  };

  function slider(name, { min, max, step, scale }) {
    const id = uniqueId(name);
    const label = make("label", { for: id });
    const output = make("output", { for: id, "data-output": name });
    const input = make("input", {
      ...{ id, type: "range", min, max, step, "data-slider": name },
      oninput: () => choose({ [name]: Number(input.value) / scale }),
    });
    return { name, scale, label, output, input, row: make("div", { class: "slider" }, label, input, output) };
  }
  const sliders = [
    slider("urbanGrowth", { min: -5, max: 20, step: 0.1, scale: 100 }),
    slider("ruralGrowth", { min: -5, max: 20, step: 0.1, scale: 100 }),
    slider("years", { min: 1, max: 60, step: 1, scale: 1 }),
  ];
  const reset = make("button", { type: "button", class: "quiet", onclick: () => choose(start) });
  const start = { ...chosen };
  const results = make("dl", { class: "results", "aria-live": "polite" });
  const charts = make("div", { class: "charts" });
  const needs = make("div", { class: "scroll", tabindex: "0", role: "region" });
  const controls = make("div", { class: "controls" }, ...sliders.map(({ row }) => row), reset);
  root.replaceChildren(controls, results, charts, needs);

  function result(key, value, name) {
    return make("div", {}, make("dt", {}, say(key, { year: calendar(chosen.years) })), make("dd", { "data-result": name }, value));
  }

  function ratioChart(found) {
    const layers = income.targets
      .filter((target) => target > Math.min(...found.path, ...stated.slice(0, chosen.years + 1)) * 0.97)
      .map((y) => ({ kind: "level", y, text: y.toFixed(2) }));
    const named = (values) => values.slice(0, chosen.years + 1).map((value, t) => [t + (income.year ?? 0), value]);
    layers.push({ kind: "line", points: named(stated), style: "aside" });
    layers.push({ kind: "line", points: named(found.path), style: "main" });
    layers.push({ kind: "dots", points: named(found.path).slice(-1), style: "main" });
    return figure("ratio_chart", {
      layers,
      xLabel: say(income.year === null ? "years_ahead" : "year"),
      yLabel: say("ratio_axis"),
      xForm: (value) => (Number.isInteger(value) ? String(value) : ""),
      yForm: (value) => value.toFixed(2),
      about: say("ratio_about", { from: found.ratio.toFixed(3), to: found.path.at(-1).toFixed(3), year: calendar(chosen.years) }),
    }, [["main", say("at_chosen")], ["aside", say("at_stated")]]);
  }

  function gapChart(found) {
    const points = found.gaps.map((value, t) => [t + (income.year ?? 0), value]);
    return figure("gap_chart", {
      layers: [{ kind: "line", points, style: "main" }],
      xLabel: say(income.year === null ? "years_ahead" : "year"),
      yLabel: say("gap_axis", { unit: income.unit }),
      xForm: (value) => (Number.isInteger(value) ? String(value) : ""),
      yForm: (value) => number(value, 0),
      about: say("gap_about", { from: number(found.gaps[0], 0), to: number(found.gaps.at(-1), 0), unit: income.unit }),
    });
  }

  function regionChart() {
    const range = [region.low, region.high];
    const point = [chosen.urbanGrowth, chosen.ruralGrowth];
    const layers = [{ kind: "area", points: region.corners }, { kind: "diagonal" }];
    layers.push({ kind: "dots", points: [region.cheapest], style: "hollow", size: 7 });
    const shown = region.nominal && point.every((rate) => rate >= range[0] && rate <= range[1]);
    if (shown) layers.push({ kind: "dots", points: [point], style: "main", size: 5 });
    const within = region.nominal ? say(isWithin(region.corners, ...point) ? "point_within" : "point_outside") : "";
    const made = figure("region_chart", {
      layers,
      xLabel: say("urban_growth"),
      yLabel: say("rural_growth"),
      xForm: (value) => percent(value, 0),
      yForm: (value) => percent(value, 0),
      about: say("region_about", { urban: percent(region.cheapest[0]), rural: percent(region.cheapest[1]) }),
      ...{ xRange: range, yRange: range, square: true, wide: Math.min(wide, 440) },
    });
    const basis = say(region.nominal ? "region_nominal" : "region_real");
    made.append(make("p", { class: "note" }, [say("region_about", { urban: percent(region.cheapest[0]), rural: percent(region.cheapest[1]) }), basis, within].filter(Boolean).join(" ")));
    return made;
  }

  // `legend`: pairs of a style and its text.
  function figure(key, options, legend = []) {
    const caption = make("figcaption", {}, say(key));
    for (const [style, text] of legend) {
      caption.append(make("span", { class: `key ${style}` }, text));
    }
    return make("figure", { "data-chart": key }, caption, chart({ wide, ...options, label: say(key) }));
  }

  // On a narrow screen a chart is drawn small, so that its letters stay as large as others.
  let wide = 480;

  function show() {
    wide = Math.max(320, Math.min(480, root.clientWidth || 480));
    const found = outlook(income, chosen);
    for (const { name, scale, label, output, input } of sliders) {
      label.textContent = say(name === "years" ? "horizon" : name === "urbanGrowth" ? "urban_growth" : "rural_growth");
      const text = scale === 100 ? percent(chosen[name], 1) : say("years_until", { years: chosen[name], year: calendar(chosen[name]) });
      output.textContent = text;
      input.value = chosen[name] * scale;
      input.setAttribute("aria-valuetext", text);
    }
    reset.textContent = say("as_stated");
    results.replaceChildren(
      result("ratio_now", found.ratio.toFixed(4), "now"),
      result("ratio_then", found.path.at(-1).toFixed(4), "then"),
      result("gap_then", number(found.gaps.at(-1), 0) + income.unit, "gap"),
      result("gap_threshold", percent(found.threshold), "threshold"),
      result("gap_peak", when(found.peak), "peak"),
      result("gap_close", when(found.close), "close"),
    );
    charts.replaceChildren(...[ratioChart(found), gapChart(found), region && regionChart()].filter(Boolean));
    needs.setAttribute("aria-label", say("targets_title"));
    const cells = (name, values) => make("tr", {}, ...values.map((value) => make(name, name === "th" ? { scope: "col" } : {}, value)));
    needs.replaceChildren(
      make(
        "table",
        { "data-needs": "", class: "small" },
        make("caption", {}, say("targets_title")),
        make("thead", {}, cells("th", [say("ratio"), say("reached_in"), say("needed_rural", { year: calendar(chosen.years) })])),
        make("tbody", {}, ...found.targets.map(({ target, whole, needed }) => cells("td", [target.toFixed(2), when(whole), percent(needed)]))),
      ),
    );
  }

  function choose(change) {
    Object.assign(chosen, change);
    show();
    onChange({ ...chosen }, outlook(income, chosen));
  }

  show();
  return {
    choose,
    setLanguage(next) {
      state.language = next;
      show();
    },
  };
}

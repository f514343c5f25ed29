// Line charts, bands and areas as inline SVG. Colours come from the style sheet by class.
import { draw } from "./dom.js";

const width = 640;
const height = 300;
const margin = { top: 14, right: 76, bottom: 40, left: 74 };

// Round values that cover a range: steps of 1, 2 or 5 times a power of ten.
export function ticks(low, high, most = 6) {
  const rough = (high - low) / most || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough * 0.999) ?? 10);
  const values = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) values.push(i * step);
  return values;
}

function extent(values) {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const pad = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - pad, high + pad];
}

// A chart is a list of layers on common axes:
//   { kind: "line" | "dots", points: [[x, y], ...], style }
//   { kind: "band", points: [[x, low, high], ...], style }, { kind: "area", points, style }
//   { kind: "level", y, text }, { kind: "diagonal" }
// `label` and `about` are what a screen reader says of it.
export function chart({ layers, xLabel, yLabel, xForm, yForm, label, about, xRange, yRange, square, wide }) {
  const w = wide ?? width;
  const h = square ? w * 0.82 : height * (w / width) ** 0.5;
  const space = { ...margin, right: layers.some((layer) => layer.text) ? margin.right : 16 };
  const points = layers.flatMap((layer) => layer.points ?? []);
  const levels = layers.filter((layer) => layer.kind === "level").map((layer) => layer.y);
  const [x0, x1] = xRange ?? [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [y0, y1] = yRange ?? extent([...points.flatMap(([, ...ys]) => ys), ...levels]);
  const x = (value) => space.left + ((value - x0) / (x1 - x0 || 1)) * (w - space.left - space.right);
  const y = (value) => h - space.bottom - ((value - y0) / (y1 - y0 || 1)) * (h - space.top - space.bottom);
  const at = (px, py) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`;

  const svg = draw("svg", { viewBox: `0 0 ${w} ${Math.round(h)}`, role: "img", "aria-label": label, class: "chart" });
  svg.append(draw("title", {}, label), draw("desc", {}, about ?? ""));
  const frame = draw("g", { class: "axes" });
  for (const value of ticks(y0, y1)) {
    frame.append(draw("line", { x1: space.left, x2: w - space.right, y1: y(value), y2: y(value), class: "grid" }));
    frame.append(draw("text", { x: space.left - 7, y: y(value) + 4, class: "tick end" }, yForm(value)));
  }
  for (const value of ticks(x0, x1, w < 400 ? 4 : 7)) {
    frame.append(draw("line", { x1: x(value), x2: x(value), y1: h - space.bottom, y2: h - space.bottom + 4 }));
    frame.append(draw("text", { x: x(value), y: h - space.bottom + 18, class: "tick middle" }, xForm(value)));
  }
  frame.append(draw("line", { x1: space.left, x2: w - space.right, y1: h - space.bottom, y2: h - space.bottom }));
  frame.append(draw("text", { x: (space.left + w - space.right) / 2, y: h - 5, class: "title middle" }, xLabel));
  const middle = (space.top + h - space.bottom) / 2;
  frame.append(
    draw("text", { x: 12, y: middle, transform: `rotate(-90 12 ${middle})`, class: "title middle" }, yLabel),
  );
  svg.append(frame);

  let lowest = -Infinity; // of the labels at the right, from the bottom up
  for (const layer of [...layers].sort((a, b) => (a.y ?? 0) - (b.y ?? 0))) {
    const style = layer.style ?? "";
    if (layer.kind === "band") {
      const upper = layer.points.map(([px, , high]) => at(px, high));
      const lower = layer.points.map(([px, low]) => at(px, low)).reverse();
      svg.append(draw("polygon", { points: [...upper, ...lower].join(" "), class: `band ${style}` }));
    } else if (layer.kind === "area") {
      svg.append(draw("polygon", { points: layer.points.map((p) => at(...p)).join(" "), class: `area ${style}` }));
    } else if (layer.kind === "line") {
      svg.append(draw("polyline", { points: layer.points.map((p) => at(...p)).join(" "), class: `line ${style}` }));
    } else if (layer.kind === "dots") {
      for (const [px, py] of layer.points) {
        svg.append(draw("circle", { cx: x(px), cy: y(py), r: layer.size ?? 4, class: `dot ${style}` }));
      }
    } else if (layer.kind === "diagonal") {
      const [low, high] = [Math.max(x0, y0), Math.min(x1, y1)];
      svg.append(draw("line", { x1: x(low), y1: y(low), x2: x(high), y2: y(high), class: "level" }));
    } else if (layer.kind === "level" && layer.y >= y0 && layer.y <= y1) {
      svg.append(draw("line", { x1: space.left, x2: w - space.right, y1: y(layer.y), y2: y(layer.y), class: "level" }));
      if (!layer.text || y(layer.y) > h - space.bottom + 8) continue;
      const place = lowest === -Infinity ? y(layer.y) : Math.min(y(layer.y), lowest - 14);
      lowest = place;
      svg.append(draw("text", { x: w - space.right + 6, y: place + 4, class: "tick" }, layer.text));
    }
  }
  return svg;
}

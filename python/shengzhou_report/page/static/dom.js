// Elements, words and figures: what every part of a page builds with. No part looks beyond its own root.

const svgSpace = "http://www.w3.org/2000/svg";

// An element with attributes and children; text is text, whatever it holds.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function draw(name, attributes = {}, ...children) {
  const element = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// What turns a key and its values into words: `words` has both languages, `state.language` says which.
export function speaker(words, state) {
  return (key, values = {}) => {
    const text = words[state.language][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  };
}

// A word of the library (`at_least`) as people read it.
export function wordOf(say, word) {
  const key = "word_" + word;
  const said = say(key);
  return said === key ? word.replaceAll("_", " ") : said;
}

let made = 0;

// A name that no other element of the document has.
export function uniqueId(name) {
  made += 1;
  return `sr-${name}-${made}`;
}

export function percent(rate, digits = 2) {
  const text = (100 * rate).toFixed(digits);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−") + "%";
}

export function number(value, digits) {
  return value
    .toFixed(digits)
    .replace("-", "−")
    .replace(/\B(?=(\d{3})+(?!\d))/g, digits > 0 ? "" : ",");
}

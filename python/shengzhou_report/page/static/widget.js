// The explorer and the table as a widget: what the reader chooses goes to Python, and what Python sets is shown.
const choiceOf = { urban_growth: "urbanGrowth", rural_growth: "ruralGrowth", years: "years" };

function render({ model, el }) {
  const data = model.get("model");
  const language = model.get("language");
  const say = speaker(data.words, { language });
  el.classList.add("sr-explore");
  el.lang = language;

  const tell = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  };
  const parts = [];
  let explorer = null;
  let shown = data.income
    ? { urbanGrowth: data.income.urban_growth, ruralGrowth: data.income.rural_growth, years: data.income.years }
    : {};
  if (data.income) {
    const root = make("div", { "data-part": "explorer" });
    el.append(root);
    explorer = mountExplorer(root, data, {
      language,
      onChange: (chosen) => {
        shown = chosen;
        tell(Object.fromEntries(Object.entries(choiceOf).map(([name, key]) => [name, chosen[key]])));
      },
    });
    parts.push(explorer);
  }
  const root = make("div", { "data-part": "table" });
  const body = make("details", { open: data.income ? null : "" }, make("summary", {}, say("statements_title")), root);
  el.append(body);
  const table = mountTable(root, data, {
    language,
    onSelect: (id) => {
      if (model.get("selected").join() !== String(id)) tell({ selected: [id] });
    },
  });
  parts.push(table);

  // What Python set before, or sets now.
  function follow() {
    if (!explorer) return;
    const pairs = Object.entries(choiceOf).map(([name, key]) => [key, model.get(name)]);
    if (pairs.some(([key, value]) => value !== shown[key])) {
      explorer.choose(Object.fromEntries(pairs));
    }
  }
  function reveal() {
    const [id] = model.get("selected");
    if (id === undefined) return;
    body.open = true;
    table.reveal(id);
  }
  function speak() {
    el.lang = model.get("language");
    for (const part of parts) part.setLanguage(el.lang);
  }
  follow();
  if (model.get("selected").length) reveal();
  const heard = [
    ...Object.keys(choiceOf).map((name) => [`change:${name}`, follow]),
    ["change:selected", reveal],
    ["change:language", speak],
  ];
  for (const [event, listener] of heard) model.on(event, listener);
  return () => {
    for (const [event, listener] of heard) model.off(event, listener);
  };
}

export default { render };

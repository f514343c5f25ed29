"""Pages for people who look: one self-contained HTML file of a report or of a panel.

`model` says what is shown, as plain data; `words` has the texts in both languages; `render` fills the templates;
`static` has the script, a module a part, each of which works from the model and an element of its own.
"""

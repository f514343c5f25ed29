"""How HTML for Jupyter is put together: one style sheet, tables with heads and captions, folded parts.

Colours are those of JupyterLab's theme where there is one, else inherited or mixed from the colour of the text, so that
no theme makes them unreadable. Cells are HTML already: whoever makes them escapes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ._escape import escape

_LINE = "var(--jp-border-color2,color-mix(in srgb,currentColor 22%,transparent))"

# Notebooks and what they are printed by say of tables in outputs what only a stronger selector overrules.
ROOT = "div.sr-out.sr-out"

STYLE = (
    "ROOT{color:var(--jp-content-font-color1,inherit);line-height:1.45;overflow-x:auto;"
    "font-variant-numeric:tabular-nums}"
    "ROOT p{margin:.2em 0}"
    "ROOT table{border-collapse:collapse;margin:.4em 0;width:auto;table-layout:auto}"
    "ROOT caption{caption-side:top;text-align:left;font-weight:600;padding:.3em 0;color:inherit}"
    f"ROOT th,ROOT td{{padding:.25em .8em .25em .2em;text-align:left;vertical-align:top;border:0;"
    f"border-bottom:1px solid {_LINE};max-width:44em;white-space:normal;overflow-wrap:break-word}}"
    "ROOT thead th{border-bottom-width:2px;font-weight:600}"
    "ROOT tbody th{font-weight:400}"
    "ROOT .sr-number{text-align:right;white-space:nowrap}"
    "ROOT .sr-faint{opacity:.72}"
    "ROOT summary{cursor:pointer;padding:.3em 0}"
    "ROOT summary:focus-visible{outline:2px solid var(--jp-brand-color1,currentColor)}"
    "@media print{ROOT{overflow:visible}ROOT tr{break-inside:avoid}}"
).replace("ROOT", ROOT)


def block(*parts: str, style: str = "") -> str:
    """An output of its own: the parts, one below the other, with the style sheet and what `style` adds to it."""
    # MathJax would take dollar signs for formulas.
    return f'<div class="sr-out mathjax_ignore tex2jax_ignore"><style>{STYLE}{style}</style>{"".join(parts)}</div>'


def table(
    columns: Sequence[str],
    rows: Iterable[Iterable[str]],
    *,
    numbers: Collection[int] = (),
    caption: str = "",
) -> str:
    """A table of cells; the first of a row is its head, columns whose place is in `numbers` end at the right.

    Without names of columns there is no row for them. Names and caption are text, and escaped.
    """
    classes = [' class="sr-number"' if place in numbers else "" for place in range(max(len(columns), 2))]
    head = "".join(
        f'<th scope="col"{kind}>{escape(column)}</th>' for column, kind in zip(columns, classes, strict=False)
    )
    body = []
    for first, *rest in rows:
        cells = "".join(f"<td{kind}>{cell}</td>" for cell, kind in zip(rest, classes[1:], strict=True))
        body.append(f'<tr><th scope="row"{classes[0]}>{first}</th>{cells}</tr>')
    return (
        "<table>"
        + (f"<caption>{escape(caption)}</caption>" if caption else "")
        + (f"<thead><tr>{head}</tr></thead>" if columns else "")
        + f"<tbody>{''.join(body)}</tbody></table>"
    )


def faint(text: str) -> str:
    """Text that matters less."""
    return f'<span class="sr-faint">{escape(text)}</span>'


def folded(summary: str, body: str) -> str:
    """A part that is shown when its summary, a text, is clicked."""
    return f"<details><summary>{escape(summary)}</summary>{body}</details>"

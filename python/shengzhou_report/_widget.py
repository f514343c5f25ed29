"""The widget behind `explore`: the script of the page, and what it tells Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from . import income_gap as formulas
from ._core import DomainError, Report, Statement
from .language import current
from .page.model import explorer_model
from .page.script import script_of

_HERE = Path(__file__).parent / "page" / "static"

#: Years that the slider goes up to.
MOST_YEARS = 60

#: The page's own names of colours, as the notebook's theme has them.
_THEME = """\
.sr-explore {
  --ink: var(--jp-content-font-color1, CanvasText);
  --paper: var(--jp-layout-color1, Canvas);
  --soft: color-mix(in srgb, var(--ink) 72%, var(--paper));
  --panel: color-mix(in srgb, var(--ink) 6%, var(--paper));
  --line: color-mix(in srgb, var(--ink) 22%, var(--paper));
  --accent: color-mix(in srgb, hsl(205 85% 45%) 72%, var(--ink));
  --outcome: var(--accent);
  --estimate: color-mix(in srgb, hsl(38 85% 45%) 62%, var(--ink));
  --target: color-mix(in srgb, hsl(15 85% 50%) 70%, var(--ink));
  --warning: var(--estimate);
  --error: color-mix(in srgb, hsl(0 85% 50%) 70%, var(--ink));
  --good: color-mix(in srgb, hsl(150 60% 40%) 70%, var(--ink));
  color: var(--ink);
}
/* Notebooks set such lists in two columns. */
.sr-explore .results dt,
.sr-explore .results dd {
  float: none;
  width: auto;
  padding: 0;
}
"""


class Explorer(anywidget.AnyWidget):
    """Sliders and table of a report; `explore` makes it."""

    # Nothing of the page's style reaches what else a notebook shows, and it goes before the notebook's own.
    _css = f"{_THEME}.sr-explore {{\n{(_HERE / 'page.css').read_text(encoding='utf-8')}}}\n"
    _esm = script_of("explorer.js", "table.js") + (_HERE / "widget.js").read_text(encoding="utf-8")

    #: What is shown, as the page has it.
    model = traitlets.Dict().tag(sync=True)
    #: The language it is shown in.
    language = traitlets.Unicode().tag(sync=True)
    #: Growth of urban and rural income a year, as fractions, and years ahead: what the sliders say.
    urban_growth = traitlets.Float(allow_none=True, default_value=None).tag(sync=True)
    rural_growth = traitlets.Float(allow_none=True, default_value=None).tag(sync=True)
    years = traitlets.Int(10).tag(sync=True)
    #: Numbers of the chosen statements in the report.
    selected = traitlets.List(traitlets.Int()).tag(sync=True)

    def __init__(self, report: Report) -> None:
        model = explorer_model(report)
        income = model["income"] or {"urban_growth": None, "rural_growth": None, "years": 10}
        chosen = {name: income[name] for name in ("urban_growth", "rural_growth", "years")}
        self.report = report
        super().__init__(model=model, language=current(), **chosen)

    @traitlets.validate("urban_growth", "rural_growth")
    def _valid_growth(self, proposal: Any) -> float | None:
        value: float | None = proposal["value"]
        if value is not None and not -1 < value < 1:
            raise DomainError(f"{proposal['trait'].name} = {value} is no growth rate: rates are fractions, 6 % is 0.06")
        return value

    @traitlets.validate("years")
    def _valid_years(self, proposal: Any) -> int:
        value: int = proposal["value"]
        if not 1 <= value <= MOST_YEARS:
            raise DomainError(f"years = {value} must lie between 1 and {MOST_YEARS}")
        return value

    @traitlets.validate("selected")
    def _valid_selected(self, proposal: Any) -> list[int]:
        value: list[int] = proposal["value"]
        if any(not 0 <= number < len(self.report) for number in value):
            raise DomainError(f"selected = {value} is beyond the {len(self.report)} statements of the report")
        return value

    @property
    def selection(self) -> tuple[Statement, ...]:
        """The chosen statements."""
        return tuple(self.report[number] for number in self.selected)

    @property
    def ratio_path(self) -> Any:
        """The income ratio of this year and of the years ahead, as an array; None without the incomes."""
        chosen = self._chosen()
        if chosen is None:
            return None
        urban, rural, urban_growth, rural_growth = chosen
        return formulas.ratio_path(formulas.income_ratio(urban, rural), urban_growth, rural_growth, self.years)

    @property
    def gap_path(self) -> Any:
        """The gap between the incomes in the same years, in their unit."""
        chosen = self._chosen()
        if chosen is None:
            return None
        urban, rural, urban_growth, rural_growth = chosen
        return formulas.gap_path(urban, rural, urban_growth, rural_growth, self.years)

    @property
    def ratio(self) -> float | None:
        """The income ratio after the years ahead."""
        path = self.ratio_path
        return None if path is None else float(path[-1])

    @property
    def gap(self) -> float | None:
        """The gap after the years ahead."""
        path = self.gap_path
        return None if path is None else float(path[-1])

    def _chosen(self) -> Any:
        """Incomes and their growth."""
        income = self.model["income"]
        if income is None or self.urban_growth is None or self.rural_growth is None:
            return None
        return income["urban"], income["rural"], self.urban_growth, self.rural_growth

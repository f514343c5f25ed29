"""How figures are read from a command line: as they are printed, with unit and rounding."""

from __future__ import annotations

import re

from ._core import DomainError, Error, Interval, Quantity, Unit, UnitError
from ._number_text import percent_text
from .income_gap import income_ratio

#: The longest path that a command line asks for.
MOST_PERIODS = 10_000


class Figures:
    """Reads the arguments of one command; all its levels share one unit, that of the first."""

    _FORM = re.compile(r"([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)(?:~([0-9.]+))?\s*(.*)", re.DOTALL)

    def __init__(self, rounded: bool) -> None:
        self.rounded = rounded
        self.unit: Unit | None = None

    def read(self, name: str, kind: str, text: str) -> float | Interval:
        """The argument `name` as `kind`: 'level', 'rate', 'ratio', 'goal', 'goal_rate', 'count' or 'whole'.

        An error of the library is raised again with the name of the argument.
        """
        try:
            value: float | Interval = getattr(self, "_" + kind)(text.strip().replace("−", "-"))
        except Error as error:
            raise type(error)(f"{name}: {error}") from error
        return value

    def _figure(self, text: str) -> tuple[Quantity, bool]:
        """The figure and whether its rounding step is declared."""
        match = self._FORM.fullmatch(text)
        if match is None:
            return Quantity(text), False
        number, step, unit = match.groups()
        return Quantity(number, Unit(unit), step=step), step is not None

    def _level(self, text: str, chosen: bool = False) -> float | Interval:
        figure, declared = self._figure(text)
        self.unit = self.unit or figure.unit
        figure = figure.to(self.unit)
        return figure.interval() if declared or (self.rounded and not chosen) else figure.value

    def _goal_level(self, text: str) -> float | Interval:
        return self._level(text, chosen=True)

    def _rate(self, text: str, chosen: bool = False) -> float | Interval:
        figure, declared = self._figure(text)
        rounded = declared or (self.rounded and not chosen)
        if figure.unit.is_point:
            raise UnitError(f"a rate is no difference of rates; write {figure.decimal}%, not {text!r}")
        if figure.unit != Unit():
            return figure.rate_interval() if rounded else figure.rate
        if abs(figure.value) >= 1:
            raise UnitError(f"{text!r} would be {percent_text(figure.value)}; write it with its unit, as in {text}%")
        return figure.interval() if rounded else figure.value

    def _goal_rate(self, text: str) -> float | Interval:
        return self._rate(text, chosen=True)

    def _ratio(self, text: str) -> float | Interval:
        urban, slash, rural = text.partition("/")
        if slash:
            incomes = Figures(self.rounded)
            ratio: float | Interval = income_ratio(incomes._level(urban), incomes._level(rural))
            return ratio
        return self._bare(text, "1.79 or 77400/43200", self.rounded)

    def _goal(self, text: str) -> float | Interval:
        return self._bare(text, "1.70")

    def _count(self, text: str) -> float:
        value = self._bare(text, "4")
        if isinstance(value, Interval):
            raise DomainError(f"needs an exact number, not {text!r}")
        return value

    def _whole(self, text: str) -> int:
        value = self._count(text)
        if value != int(value) or not 0 <= value <= MOST_PERIODS:
            raise DomainError(f"needs a whole number from 0 to {MOST_PERIODS}, not {text!r}")
        return int(value)

    def _bare(self, text: str, example: str, rounded: bool = False) -> float | Interval:
        figure, declared = self._figure(text)
        if figure.unit != Unit():
            raise UnitError(f"needs a number without a unit, as in {example}, not {text!r}")
        return figure.interval() if rounded or declared else figure.value

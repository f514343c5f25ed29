"""What a finding says in the language in use: in English the message of the core, else a template of its rule.

A template takes what the finding holds: `{title}`, the figures of its statements by their part in the rule, with the
endings `_name` and `_year` for indicator and year, and its numbers by name, with the ending `_range` for what rounding
allows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ._core import Finding, FindingNumber, Statement
from ._number_text import number_text, span_text
from .language import current, word
from .language import gettext as _


@dataclass(frozen=True)
class _Rule:
    """The parts that statements play, in their order, and the template for a finding."""

    parts: tuple[str, ...]
    template: Callable[[Finding], str]


def message_in(finding: Finding) -> str:
    """What the finding says, in the language in use; in English where no template of its rule is known."""
    rule = _RULES.get(finding.rule)
    if current() == "en" or rule is None or not finding.statements:
        return finding.message
    return rule.template(finding).format(**_values(finding, rule.parts))


def _figure(statement: Statement) -> str:
    return word(statement.trend) if statement.quantity is None else str(statement.quantity)


def _title(statement: Statement) -> str:
    if statement.year is None:
        return statement.indicator
    return _("{indicator} {year}").format(indicator=statement.indicator, year=statement.year)


def _values(finding: Finding, parts: tuple[str, ...]) -> dict[str, object]:
    first, *others = finding.statements
    listed = ((statement.indicator, _figure(statement)) for statement in finding.statements)
    values: dict[str, object] = {
        "title": _title(first),
        "year": first.year,
        "year_before": "" if first.year is None else first.year - 1,
        "terms": " + ".join(map(_figure, others)),
        "all_terms": " + ".join(map(_figure, finding.statements)),
        "listed": _(", ").join(f"{name} {figure}" for name, figure in listed),
    }
    for part, statement in zip(parts, finding.statements, strict=False):
        values |= {part: _figure(statement), f"{part}_name": statement.indicator, f"{part}_year": statement.year}
    for number in finding.numbers:
        values |= {number.name: _number(number, number.value), f"{number.name}_range": _range(number)}
    return values


def _number(number: FindingNumber, value: float) -> str:
    digits = 4 if number.unit.symbol in ("%", "个百分点") else 6
    return number_text(value, digits) + number.unit.symbol


def _range(number: FindingNumber) -> str:
    return span_text(number.interval, lambda value: _number(number, value))


def _has(finding: Finding, name: str) -> bool:
    return any(number.name == name for number in finding.numbers)


def _price_basis(_finding: Finding) -> str:
    return _(
        "{title}: {level} is at current prices, growth of {growth} at constant prices; their quotient {implied_base} "
        "({implied_base_range} within rounding) is the level of {year_before} at the prices of {year}, not the one "
        "that was published"
    )


def _level_growth(finding: Finding) -> str:
    if finding.severity == "info":
        return _(
            "{title}: {level} on {before} of {before_year} is growth of {implied_growth} ({implied_growth_range}), "
            "{growth} is printed; a comparable scope or the round figures of a plan explain it"
        )
    return _(
        "{title}: {level} on {before} of {before_year} is growth of {implied_growth} ({implied_growth_range}), but "
        "{growth} is printed, which needs a base of {implied_base} ({implied_base_range})"
    )


def _implied_deflator(finding: Finding) -> str:
    if finding.severity == "warning":
        return _(
            "{title}: from {before} in {before_year} to {level} at current prices, printed growth {growth} at constant "
            "prices; the implied deflator is {implied_deflator} ({implied_deflator_range}), which is unusual: look at "
            "revised bases and scope"
        )
    return _(
        "{title}: from {before} in {before_year} to {level} at current prices, printed growth {growth} at constant "
        "prices; the implied deflator is {implied_deflator} ({implied_deflator_range})"
    )


def _yearly_average(_finding: Finding) -> str:
    return _(
        "{title}: from {before} in {before_year} to {level} is {implied_growth} a year ({implied_growth_range}), but "
        "{growth} a year is printed: another span, scope or base, or growth chained from year to year"
    )


def _sum_of_parts(_finding: Finding) -> str:
    return _("{title}: the parts {terms} add up to {sum} ({sum_range} within rounding), but {whole} is printed")


def _growth_of_parts(_finding: Finding) -> str:
    return _("{title}: printed growth is {whole}, but all parts grow within {growth_of_parts_range}")


def _part_exceeds_whole(_finding: Finding) -> str:
    return _("{title}: {part} is part of {whole_name}, but that is {whole}")


def _part_growth(finding: Finding) -> str:
    if finding.severity == "error":
        return _(
            "{title}: growth of {growth} pulls {whole_name} by {pull}, more than its growth of {whole_growth}; the "
            "part would be larger than the whole"
        )
    return _(
        "{title}: growth of {growth} pulls {whole_name} by {pull}, more than its growth of {whole_growth}; the rest "
        "would change by {growth_of_rest}"
    )


def _quotient(_finding: Finding) -> str:
    return _("{title}: {part} / {whole} = {quotient} ({quotient_range} within rounding), but {share} is printed")


def _income_gap(_finding: Finding) -> str:
    return _("{title}: {urban} - {rural} = {difference} ({difference_range} within rounding), but {share} is printed")


def _gdp_per_head(finding: Finding) -> str:
    if finding.severity == "info":
        return _(
            "{title}: {gdp} over the population is {gdp_per_head} ({gdp_per_head_range} within rounding), but {stated} "
            "is printed; figures of other vintages explain it"
        )
    return _(
        "{title}: {gdp} over the population is {gdp_per_head} ({gdp_per_head_range} within rounding), but {stated} is "
        "printed; another denominator is likely, such as the registered population"
    )


def _shares_sum(_finding: Finding) -> str:
    return _("{title}: {all_terms} = {sum} ({sum_range} within rounding), not 100%")


def _ratio_narrowed(finding: Finding) -> str:
    lower, upper = finding.numbers[0].interval
    if finding.severity == "error":
        return _("{title}: the urban-rural ratio is said to have narrowed, but rural growth less urban growth is "
                 "{growth_difference} ({growth_difference_range} within rounding)")  # fmt: skip
    if lower > 0:
        return _("{title}: rural growth less urban growth is {growth_difference} ({growth_difference_range} within "
                 "rounding); the urban-rural ratio narrowed with certainty")  # fmt: skip
    if upper <= 0:
        return _("{title}: rural growth less urban growth is {growth_difference} ({growth_difference_range} within "
                 "rounding); the urban-rural ratio did not narrow")  # fmt: skip
    return _("{title}: rural growth less urban growth is {growth_difference} ({growth_difference_range} within "
             "rounding), which leaves open whether the urban-rural ratio narrowed")  # fmt: skip


def _gap_widens(finding: Finding) -> str:
    if _has(finding, "years"):
        return _(
            "Incomes {urban} and {rural}: the absolute gap narrows only when rural growth exceeds {gap_threshold} "
            "(ratio x urban growth), and it is {rural_growth}; at this growth it widens for about {years} "
            "({years_range} within rounding)"
        )
    rural_growth = finding.statements[3].quantity
    if rural_growth is not None and rural_growth.rate > finding.numbers[0].value / 100:
        return _(
            "Incomes {urban} and {rural}: rural growth of {rural_growth} exceeds {gap_threshold} (ratio x urban "
            "growth), so the absolute gap narrows"
        )
    return _(
        "Incomes {urban} and {rural}: the absolute gap narrows only when rural growth exceeds {gap_threshold} (ratio x "
        "urban growth), and it is {rural_growth}; at this growth it widens for ever"
    )


def _in_step(finding: Finding) -> str:
    if _has(finding, "least_income_growth"):
        if _has(finding, "least_nominal_growth"):
            return _(
                "{title}: in step with {gdp_name} growth of {gdp} means real growth of at least {least_income_growth}, "
                "{least_nominal_growth} at current prices if consumer prices do as expected"
            )
        return _("{title}: in step with {gdp_name} growth of {gdp} means growth of at least {least_income_growth}")
    if _has(finding, "least_nominal_growth"):
        return _(
            "{title}: a target of {income} at current prices stays behind the {least_nominal_growth} that in step with "
            "the economy asks for; it is in step if consumer prices rise by at most {most_consumer_price_growth}"
        )
    if not _has(finding, "real_income_growth"):
        return _(
            "{title}: grew by {income}, {gdp_name} by {gdp} at constant prices; in step only if consumer prices rose "
            "by at most {most_consumer_price_growth}, and the report states none"
        )
    if finding.severity == "warning":
        return _(
            "{title}: grew by {income}, in real terms by {real_income_growth} ({real_income_growth_range}), {gdp_name} "
            "by {gdp}: not in step"
        )
    return _(
        "{title}: grew by {income}, in real terms by {real_income_growth} ({real_income_growth_range}), {gdp_name} by "
        "{gdp}"
    )


def _ratio_and_incomes(finding: Finding) -> str:
    if _has(finding, "required_rural_growth"):
        return _(
            "{title}: income targets of {urban} for town and {rural} for country bring the ratio to {ratio}, above the "
            "target of {goal}; rural income would have to grow by {required_rural_growth}"
        )
    return _(
        "{title}: the ratio is to fall, which needs rural income to grow faster than urban income; targets of {urban} "
        "for town and {rural} for country do not ask for it"
    )


def _feasible_set(finding: Finding) -> str:
    if finding.numbers:
        return _(
            "Targets on incomes ({listed}) can be met together; cheapest is urban growth of {cheapest_urban_growth} "
            "with rural growth of {cheapest_rural_growth}"
        )
    if finding.severity == "info":
        return _("Targets on incomes ({listed}) cannot all be met together at the prices that are expected")
    return _("Targets on incomes ({listed}) cannot all be met together")


def _amplification(_finding: Finding) -> str:
    return _("{title}: target of {target} against {goal} of the authority above, {amplification} more ambitious")


def _restated(finding: Finding) -> str:
    if finding.statements[0].measure == "growth":
        return _("{title}: growth of {now}, but an earlier document states {before}, {revision} apart")
    if finding.severity == "warning":
        return _(
            "{title}: {now}, but an earlier document states {before}, {revision} apart: by convention more than a "
            "revision, another unit or scope is likely"
        )
    return _("{title}: {now}, but an earlier document states {before}, {revision} apart")


def _neighbouring_levels(_finding: Finding) -> str:
    return _(
        "{title}: {level} on {before} of {before_year} is growth of {implied_growth} ({implied_growth_range}), by "
        "convention more than of one year: another unit, scope or year is likely"
    )


def _places_sum(finding: Finding) -> str:
    whole = finding.statements[0].quantity
    if whole is not None and finding.numbers[0].interval.lower > whole.value:
        return _(
            "{title}: places below state {sum} together ({sum_range} within rounding), more than the {whole} of the "
            "whole"
        )
    return _(
        "{title}: places below state {sum} together ({sum_range} within rounding), less than the {whole} of the whole"
    )


_RULES = {
    "price_basis": _Rule(("level", "growth"), _price_basis),
    "level_growth": _Rule(("growth", "level", "before"), _level_growth),
    "implied_deflator": _Rule(("growth", "level", "before"), _implied_deflator),
    "yearly_average": _Rule(("growth", "level", "before"), _yearly_average),
    "sum_of_parts": _Rule(("whole",), _sum_of_parts),
    "growth_of_parts": _Rule(("whole",), _growth_of_parts),
    "part_exceeds_whole": _Rule(("part", "whole"), _part_exceeds_whole),
    "part_growth": _Rule(("growth", "whole_growth", "part", "whole"), _part_growth),
    "share_of_whole": _Rule(("share", "part", "whole"), _quotient),
    "income_ratio": _Rule(("share", "part", "whole"), _quotient),
    "income_gap": _Rule(("share", "urban", "rural"), _income_gap),
    "gdp_per_head": _Rule(("stated", "gdp"), _gdp_per_head),
    "shares_sum": _Rule((), _shares_sum),
    "ratio_narrowed": _Rule((), _ratio_narrowed),
    "gap_widens": _Rule(("urban", "rural", "urban_growth", "rural_growth"), _gap_widens),
    "in_step": _Rule(("income", "gdp"), _in_step),
    "ratio_and_incomes": _Rule(("goal", "urban", "rural"), _ratio_and_incomes),
    "feasible_set": _Rule((), _feasible_set),
    "amplification": _Rule(("target", "goal"), _amplification),
    "neighbouring_levels": _Rule(("level", "before"), _neighbouring_levels),
    "restated": _Rule(("now", "before"), _restated),
    "places_sum": _Rule(("whole",), _places_sum),
}

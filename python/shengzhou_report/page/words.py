"""The texts of pages, by key, in the language asked for.

Templates show both languages side by side, and the script changes between them, so a page holds all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, get_args

from shengzhou_report import typing as enumerations
from shengzhou_report.language import Language, gettext
from shengzhou_report.language import word as word_in

Translate: TypeAlias = Callable[[str], str]

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def words(language: Language) -> dict[str, str]:
    """Every text of the pages by its key; `{names}` stand for what is filled in."""

    def _(message: str) -> str:
        return gettext(message, language)

    return {
        **_of_the_frame(_),
        **_of_the_report(_),
        **_of_the_incomes(_),
        **_of_the_table(_),
        **_of_the_panel(_),
        **{f"word_{word}": word_in(word, language) for word in _WORDS},
        **_of_doubts(_),
        **_of_skips(_),
        **{f"word_{key}": said for key, said in _of_wordings(_).items()},
    }


#: Words of the library that pages show, besides those that have a sentence of their own.
_WORDS = [
    word
    for alias in (enumerations.Measure, enumerations.Status, enumerations.Modality, enumerations.Trend)
    for word in get_args(alias)
]


def _of_the_frame(_: Translate) -> dict[str, str]:
    return {
        "dark": _("Dark colours"),
        "contents": _("Contents"),
        "skip_link": _("Skip to the content"),
        "no_script": _("Sliders, charts and the table need JavaScript, which is off here."),
        "made_with": _("Made with shengzhou_report {version}. Everything on this page is in this one file."),
        "no_year": _("year unknown"),
        "no_place": _("place unknown"),
        "work_report": _("government work report"),
        "communique": _("statistical communiqué"),
        "plan": _("plan outline"),
        "other": _("document"),
        "counts": _("{statements} statements: {outcomes} outcomes, {targets} targets."),
        "counts_doubts": _("Of these {doubtful} rest on a rule of thumb and should be checked by hand."),
        "nothing": _("No figure was found in this document."),
    }


def _of_the_report(_: Translate) -> dict[str, str]:
    return {
        "headline_title": _("Headline indicators"),
        "headline_about": _(
            "Last year beside this year's target. Implied: the printed base grown at the printed rate; real growth "
            "leads to a level at the prices of the base year."
        ),
        "more_rows": _("{more} more indicators stand in the table of all statements."),
        "indicator": _("indicator"),
        "last_year": _("last year"),
        "growth": _("growth"),
        "target": _("target"),
        "change_of_pace": _("growth and its target"),
        "wording_column": _("wording"),
        "implied": _("implied level"),
        "met_by": _("met by {range}"),
        "prices_of": _("prices of {year}"),
        "no_targets": _("This document states no targets."),
        "wording_about": _(
            "Wording: a target is soft when the number is only about so much, a range when it has two ends, in words "
            "when it has no number, and hard otherwise; ensure and strive are named."
        ),
        "findings_title": _("Does it add up?"),
        "findings_about": _(
            "Arithmetic over the figures as they are rounded. Note: true and worth knowing. Warning: hardly true as it "
            "stands. Error: not true for any figures that print like these."
        ),
        "no_findings": _("The arithmetic finds nothing to say: too few figures belong together."),
        "severity_info": _("note"),
        "severity_warning": _("warning"),
        "severity_error": _("error"),
        "figures_behind": _("figures behind it"),
        "within_rounding": _("{lower} to {upper} within rounding"),
        "text_title": _("The text, with every figure marked"),
        "text_about": _(
            "A marked figure leads to its row in the table. Hover over it, or go to it with the keyboard, to see how "
            "it was read."
        ),
        "no_text": _("This report keeps its figures, not its text."),
        "show_skipped": _("Show numbers that are no figures"),
        "show_doubts": _("Show readings that are in doubt"),
        "show_commitments": _("Show commitments"),
        "legend": _("Legend"),
        "skipped_legend": _("no figure"),
        "doubt_legend": _("in doubt"),
        "no_figure": _("no figure: {reason}"),
        "tasks_title": _("Commitments"),
        "tasks_about": _("What the report promises without a figure. Ticks are kept in this browser."),
        "tasks_done": _("{done} of {all} done"),
        "section_none": _("without a heading"),
        "to_the_text": _("in the text"),
    }


def _of_the_incomes(_: Translate) -> dict[str, str]:
    return {
        "incomes_title": _("Urban and rural incomes"),
        "incomes_about": _(
            "Disposable income per head in {year}: urban {urban}, rural {rural}; growth {urban_growth} and "
            "{rural_growth}. Move the sliders to see what it takes for the ratio to keep narrowing."
        ),
        "urban_growth": _("growth of urban income"),
        "rural_growth": _("growth of rural income"),
        "horizon": _("years ahead"),
        "years_until": _("{years}, until {year}"),
        "as_stated": _("As the report states"),
        "ratio": _("ratio"),
        "ratio_now": _("ratio now"),
        "ratio_then": _("ratio in {year}"),
        "gap_then": _("gap in {year}"),
        "gap_threshold": _("rural growth above which the gap narrows"),
        "gap_peak": _("gap is largest in"),
        "gap_close": _("rural income has caught up in"),
        "never": _("never"),
        "already": _("already"),
        "year": _("year"),
        "years_ahead": _("years ahead"),
        "ratio_axis": _("urban / rural income"),
        "gap_axis": _("gap in {unit}"),
        "ratio_chart": _("Income ratio"),
        "gap_chart": _("Absolute gap"),
        "region_chart": _("Growth that meets all income targets"),
        "at_chosen": _("at the chosen growth"),
        "at_stated": _("at the growth of the report"),
        "ratio_about": _("The ratio goes from {from} to {to} in {year}."),
        "gap_about": _("The gap goes from {from} to {to} {unit}."),
        "region_about": _(
            "All pairs in the area meet the targets together; the hollow dot is the cheapest, urban {urban}, rural "
            "{rural}. Above the dotted line the ratio falls."
        ),
        "region_nominal": _("At current prices."),
        "region_real": _("At constant prices, so growth at current prices is not drawn into it."),
        "point_within": _("The chosen growth meets them."),
        "point_outside": _("The chosen growth misses them."),
        "targets_title": _("When a ratio is reached, and what it takes"),
        "reached_in": _("reached in"),
        "needed_rural": _("rural growth that gets there by {year}"),
        "fan_title": _("What the coming years may bring"),
        "fan_chart": _("Simulated futures of the income ratio"),
        "fan_about": _("In {year} the median ratio is {median}; nine in ten futures lie between {low} and {high}."),
        "fan_assumptions": _(
            "{paths} futures, seed {seed}. Median growth is that of the report. Assumed: standard deviation of a "
            "year's growth {urban} (urban) and {rural} (rural), correlation {correlation}, as in national growth of "
            "2018 and 2020 to 2025. The answer is about these assumptions."
        ),
        "median": _("median"),
        "futures": _("{share} of futures"),
        "passed_title": _("Probability that the ratio has been reached by the end of a year"),
    }


def _of_the_table(_: Translate) -> dict[str, str]:
    return {
        "statements_title": _("All statements"),
        "search": _("Search"),
        "any": _("all"),
        "only_doubtful": _("only readings in doubt"),
        "copy": _("Copy"),
        "csv": _("Save as CSV"),
        "copied": _("{rows} rows copied"),
        "rows_shown": _("{shown} of {all} statements"),
        "column_indicator": _("indicator"),
        "column_measure": _("measure"),
        "column_figure": _("figure"),
        "column_status": _("status"),
        "column_year": _("year"),
        "column_wording": _("wording"),
        "column_section": _("section"),
        "to_text": _("where it stands in the text"),
        "against": _("against {what}"),
        "doubt": _("in doubt:"),
    }


def _of_the_panel(_: Translate) -> dict[str, str]:
    return {
        "panel": _("Panel of reports"),
        "panel_counts": _("Reports: {reports}; places: {places}; {first} to {last}."),
        "panel_unplaced": _("{unplaced} reports without place or year are left out."),
        "panel_nothing": _("No report of the panel states a figure with its year."),
        "multiples_title": _("Targets and outcomes"),
        "multiples_about": _("One small chart a place. Dots: what was reported. Hollow dots: what had been aimed at."),
        "multiples_about_one": _(
            "One small chart an indicator. Dots: what was reported. Hollow dots: what had been aimed at."
        ),
        "outcome": _("outcome"),
        "series": _("figures"),
        "ranking_title": _("Ranking"),
        "ranking_about": _("The places by the outcome that they report for the year."),
        "rank": _("rank"),
        "place": _("place"),
        "verdict": _("verdict"),
        "score_title": _("Targets met and missed"),
        "score_about": _("Every target against the first later report that states its outcome, by printed figures."),
        "word_met": _("met"),
        "word_missed": _("missed"),
        "word_cannot_judge": _("cannot judge"),
        "word_not_comparable": _("not comparable"),
        "no_outcome": _("No place reports it for that year."),
    }


def _of_doubts(_: Translate) -> dict[str, str]:
    return {
        "word_doubt_unnamed": _("nothing names what it measures"),
        "word_doubt_far_name": _("the name stands far away"),
        "word_doubt_noun_behind": _("the name stands behind the figure"),
        "word_doubt_long_name": _("the name is long"),
        "word_doubt_vague_name": _("the name is vague"),
        "word_doubt_unequal_list": _("a list with more names than figures, or fewer"),
        "word_doubt_shared_bound": _("a bound shared with other figures"),
        "word_doubt_carried_time": _("the time comes from another sentence"),
        "word_doubt_unknown_base": _("the year of the base is unknown"),
        "word_doubt_part": _("it may be of a part of the place"),
        "word_doubt_tense": _("it may look back or ahead"),
    }


def _of_skips(_: Translate) -> dict[str, str]:
    return {
        "word_skip_year": _("a year"),
        "word_skip_date": _("a date"),
        "word_skip_duration": _("a span of time"),
        "word_skip_name": _("part of a name"),
        "word_skip_class_limit": _("the limit of a class"),
        "word_skip_road": _("the number of a road"),
        "word_skip_mark": _("a mark of a list or note"),
        "word_skip_code": _("a code"),
        "word_skip_ordinal": _("an ordinal"),
        "word_skip_no_unit": _("it has no unit"),
        "word_skip_too_long": _("it has too many digits"),
        "word_skip_prose": _("it only tells how many there are"),
        "word_skip_outside": _("outside the body of the text"),
    }


def _of_wordings(_: Translate) -> dict[str, str]:
    return {
        "hard": _("hard"),
        "soft": _("soft"),
        "open_range": _("range"),
        "in_words": _("in words"),
        "hard_ensure": _("hard, ensure"),
        "hard_strive": _("hard, strive"),
        "soft_ensure": _("soft, ensure"),
        "soft_strive": _("soft, strive"),
        "open_range_ensure": _("range, ensure"),
        "open_range_strive": _("range, strive"),
        "in_words_ensure": _("in words, ensure"),
        "in_words_strive": _("in words, strive"),
    }

"""What an answer holds: numbers as they are computed, words of documents as quotations, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, Field

from shengzhou_report._core import Commitment, Finding, ImpliedLevel, Interval, Quantity, Report, Statement
from shengzhou_report._escape import visible
from shengzhou_report._tables.sentences import Places
from shengzhou_report._terminal import plain

#: Code points of a quotation; a sentence is cut before that.
MOST_QUOTED = 600

#: Names in a list of names.
MOST_NAMES = 300

#: Rows of an answer.
MOST_ROWS = 100


def quoted(text: str) -> str:
    """Text of a document: what cannot be seen is shown, and it has an end."""
    return visible(text if len(text) <= MOST_QUOTED else text[:MOST_QUOTED] + "…")


class Source(BaseModel):
    """Where something stands in the document."""

    start: int = Field(description="first code point of the figure in the document's text")
    end: int = Field(description="the code point behind it")
    line: int | None = Field(description="number of the line, from 1; null where the report has no text")
    sentence: str | None = Field(description="the sentence, quoted from the document; null where there is no text")


class Figure(BaseModel):
    """A number as printed, and what it can mean."""

    printed: str
    value: float
    unit: str
    bound: str
    lower: float | None = Field(description="least value that prints like this; null for no end")
    upper: float | None


class Stated(BaseModel):
    """One statement of a document. Names and headings are quotations from it."""

    indicator: str
    indicator_id: str = Field(description="of the catalogue; empty for an indicator that it does not have")
    name_en: str
    measure: str
    figure: Figure | None = Field(description="null for a target in words, which `trend` has")
    trend: str
    status: str
    modality: str
    year: int | None
    period: str
    base_year: int | None
    area: str
    reference: str
    price_basis: str
    section: list[str]
    doubts: list[str] = Field(description="rules of thumb that the reading rests on; check those by hand")
    source: Source


class Piece(BaseModel):
    """What a piece of the text says of the document."""

    about: str
    rule: str
    value: str
    source: Source


class Overview(BaseModel):
    """What a document is, and how much was read in it."""

    report: str = Field(description="the name by which the other tools know this report")
    title: str
    place: str | None
    ref_area: str | None
    year: int | None
    kind: str
    evidence: list[Piece] = Field(description="what kind, place and year rest on")
    statements: int
    outcomes: int
    targets: int
    commitments: int
    indicators: list[str]
    sections: list[str]
    doubts: dict[str, int] = Field(description="how many statements rest on each rule of thumb")
    skipped: dict[str, int] = Field(description="numbers of the text that are no statements, by reason")


class Files(BaseModel):
    """The documents that can be read."""

    root: bool = Field(description="whether a folder is open to this server")
    files: list[str]
    complete: bool


class Statements(BaseModel):
    """Statements in the order of the text."""

    report: str
    total: int
    next_offset: int | None = Field(description="where the next rows begin; null behind the last")
    statements: list[Stated]


class Implied(BaseModel):
    """The level that a growth target leads to."""

    level: float
    lower: float | None
    upper: float | None
    unit: str
    price_basis: str
    price_year: int | None
    base: Stated


class Target(BaseModel):
    """A target, and the level that it implies where the report states its base."""

    target: Stated
    implied: Implied | None


class Targets(BaseModel):
    """Targets in the order of the text."""

    report: str
    total: int
    next_offset: int | None
    targets: list[Target]


class Promise(BaseModel):
    """Something that a government says it will do."""

    verb: str
    object: str
    section: list[str]
    source: Source


class Promises(BaseModel):
    """Commitments in the order of the text."""

    report: str
    total: int
    next_offset: int | None
    commitments: list[Promise]


class NamedNumber(BaseModel):
    """A number that something rests on or leads to."""

    name: str
    value: float | None
    lower: float | None
    upper: float | None
    unit: str


class Found(BaseModel):
    """A finding: info is true and worth knowing, warning is hardly true, error is true for no figures that print so."""

    severity: str
    rule: str
    message: str
    numbers: list[NamedNumber]
    statements: list[Stated]


class Checked(BaseModel):
    """Whether the statements of a report can be true together."""

    report: str
    errors: int
    warnings: int
    findings: list[Found]


class Quoter:
    """Makes answers of the parts of one report, with the sentences of its text."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._own = frozenset(report)
        self._places = None if report.text is None else Places(report.text)

    def source(self, part: Any) -> Source:
        """Where a part stands: a statement, a commitment, a piece of evidence."""
        line = sentence = None
        # A statement without a number may have no place.
        if self._places is not None and part.end > part.start:
            line = self._places.line(part.start)
            sentence = quoted(self._places.sentence(part.start, part.end))
        return Source(start=part.start, end=part.end, line=line, sentence=sentence)

    def statement(self, statement: Statement) -> Stated:
        """A statement."""
        names = ("name_en", "indicator", "indicator_id", "area", "reference")
        words = ("measure", "trend", "status", "modality", "period", "price_basis", "year", "base_year")
        texts: dict[str, Any] = {name: quoted(getattr(statement, name)) for name in names}
        texts |= {name: getattr(statement, name) for name in words}
        return Stated(
            **texts,
            figure=None if statement.quantity is None else figure(statement.quantity),
            section=list(map(quoted, statement.section)),
            doubts=list(statement.doubts),
            source=self.source(statement),
        )

    def implied(self, level: ImpliedLevel) -> Implied:
        """What a target leads to."""
        return Implied(
            level=level.level,
            **plain(level.interval),
            unit=quoted(level.unit.symbol),
            price_basis=level.price_basis,
            price_year=level.price_year,
            base=self.statement(level.base),
        )

    def commitment(self, promise: Commitment) -> Promise:
        """A commitment."""
        section = list(map(quoted, promise.section))
        return Promise(
            verb=quoted(promise.verb), object=quoted(promise.object), section=section, source=self.source(promise)
        )

    def finding(self, finding: Finding, parent: Quoter | None) -> Found:
        """A finding; statements of the report above are looked up there."""
        return Found(
            severity=finding.severity,
            rule=finding.rule,
            message=quoted(finding.message),
            numbers=[number(each.name, each.value, each.interval, str(each.unit)) for each in finding.numbers],
            statements=[
                (self if parent is None or each in self._own else parent).statement(each) for each in finding.statements
            ],
        )

    def overview(self, name: str) -> Overview:
        """What the document is."""
        report = self.report
        evidence = [
            Piece(about=piece.about, rule=piece.rule, value=quoted(piece.value), source=self.source(piece))
            for piece in report.evidence
        ]
        return Overview(
            report=name,
            title=quoted(report.title),
            place=None if report.place is None else quoted(report.place),
            ref_area=report.ref_area,
            year=report.year,
            kind=report.kind,
            evidence=evidence[:MOST_ROWS],
            statements=len(report),
            outcomes=len(report.outcomes()),
            targets=len(report.targets()),
            commitments=len(report.commitments()),
            indicators=_names(report.indicators()),
            sections=_names(" / ".join(section.path) for section in report.sections),
            doubts=dict(Counter(str(doubt) for statement in report for doubt in statement.doubts)),
            skipped=dict(Counter(str(skipped.reason) for skipped in report.skipped)),
        )


def figure(quantity: Quantity) -> Figure:
    """A printed number."""
    ends = plain(quantity.interval())
    return Figure(
        printed=quoted(str(quantity)),
        value=quantity.value,
        unit=quoted(quantity.unit.symbol),
        bound=quantity.bound,
        **ends,
    )


def number(name: str, value: float | None, interval: Interval | None, unit: str) -> NamedNumber:
    """A number with what it may be; infinite is null."""
    ends = {"lower": None, "upper": None} if interval is None else plain(interval)
    return NamedNumber(name=name, value=plain(value), unit=quoted(unit), **ends)


def _names(names: Iterable[str]) -> list[str]:
    return list(map(quoted, dict.fromkeys(names)))[:MOST_NAMES]

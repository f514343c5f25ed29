"""Reports as pandas data frames, and back."""

from __future__ import annotations

from ._core import Error, Evidence, Quantity, Report, Section, Statement, records

#: Separates the headings of a section path in the column `section`.
SECTION_SEPARATOR = " / "
#: Separates the words of the column `doubts`.
DOUBT_SEPARATOR = " "

#: Columns of `to_frame` without provenance: what a reader of the table needs, in this order.
COLUMNS = (
    "indicator",
    "indicator_id",
    "name_en",
    "measure",
    "value",
    "unit",
    "base_value",
    "base_unit",
    "bound",
    "modality",
    "status",
    "year",
    "period",
    "base_year",
    "area",
    "reference",
    "price_basis",
    "scope",
    "section",
    "doubts",
    "start",
    "end",
)

#: Further columns, so that `from_frame` gives back an equal report.
EXACT_COLUMNS = ("printed", "step", "printed_upper", "trend", "byte_start", "byte_end", "stated_basis")

#: Fields of a statement that are whole numbers, and those that a cell does not hold as they are. All others are text.
_INTEGERS = ("year", "base_year", "start", "end", "byte_start", "byte_end")
_COMPOSED = ("indicator", "quantity", "price_basis", "section", "doubts")

#: What a frame's `attrs` hold of a report besides its sections and the evidence, by the names of its attributes.
META = ("title", "place", "place_en", "ref_area", "year", "kind")


def require(module, extra):
    """Imports an optional dependency or raises ImportError that names the extra to install."""
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(
            f"this needs {module.partition('.')[0]}: pip install 'shengzhou-report[{extra}]'", name=module
        ) from error


def flat_columns(report):
    """The columns of a report's table by name, each a list of cells that hold one value."""
    columns = report._columns()
    for name, separator in (("section", SECTION_SEPARATOR), ("doubts", DOUBT_SEPARATOR)):
        columns[name] = [separator.join(words) for words in columns[name]]
    return columns


def to_frame(self):
    """The report as a pandas DataFrame, one row a statement, in the order of the text.

    Columns: indicator, indicator_id, name_en, measure, value (as printed), unit, base_value (without 万 and 亿;
    growth in per cent), base_unit, bound, modality ('' where firm), status, year, period, base_year (what growth and
    change are measured from), area ('' for the whole place), reference, price_basis, scope, section (headings joined
    by ' / '), doubts (joined by ' '), start, end (code points); then printed, step, printed_upper, trend, byte_start,
    byte_end, stated_basis, which keep the statement exact.
    A statement without a number has NaN values and an empty unit; `year` and `base_year` are Int64 columns, NA where
    they are unknown.
    `frame.attrs` holds title, place, year, kind, sections and evidence. Raises ImportError without pandas.

    >>> import shengzhou_report as sr
    >>> frame = sr.shengzhou_2024().to_frame()
    >>> frame.loc[frame.indicator_id == "gdp", ["measure", "value", "unit", "status", "year"]]
       measure  value unit    status  year
    0    level  745.0   亿元  estimate  2023
    1   growth    7.5    %  estimate  2023
    79  growth    7.0    %    target  2024
    """
    pandas = require("pandas", "pandas")
    columns = flat_columns(self)
    # A type that holds unknown years, also where a report has none, so that it does not hang on the data.
    for name in ("year", "base_year"):
        columns[name] = pandas.array(columns[name], dtype="Int64")
    frame = pandas.DataFrame({name: columns[name] for name in (*COLUMNS, *EXACT_COLUMNS)})
    frame.attrs = {name: getattr(self, name) for name in META} | {
        "sections": [_plain(section) for section in self.sections],
        "evidence": [_plain(piece) for piece in self.evidence],
    }
    return frame


def from_frame(frame, **info):
    """A report from a data frame with at least the column `indicator`; the inverse of `to_frame`.

    Every other column of `to_frame` may be missing and then takes its default; base_value, base_unit
    and price_basis (where the frame has stated_basis) are not read.
    Keyword arguments `title`, `place`, `place_en`, `ref_area`, `year`, `kind`, `sections`, `evidence` replace those in
    `frame.attrs`.
    Raises ValueError when the column `indicator` is missing or a word such as a measure is unknown, and the errors of
    Quantity and Unit when a figure cannot be read; the message names the row.

    >>> import pandas as pd, shengzhou_report as sr
    >>> sr.Report.from_frame(sr.shengzhou_2024().to_frame()) == sr.shengzhou_2024()
    True
    >>> table = pd.DataFrame({"indicator": ["GDP"], "measure": ["growth"], "value": [7.5], "unit": ["%"]})
    >>> table["year"] = 2023
    >>> print(sr.Report.from_frame(table, place="某市")[0])
    GDP growth 7.5% (outcome 2023)
    """
    if "indicator" not in frame.columns:
        raise ValueError("the frame has no column 'indicator'")
    known = {*META, "sections", "evidence"}
    if info.keys() - known:
        raise TypeError(f"from_frame() got an unexpected keyword argument {sorted(info.keys() - known)[0]!r}")
    meta = {name: value for name, value in frame.attrs.items() if name in known} | info
    for name, part in (("sections", Section), ("evidence", Evidence)):
        meta[name] = [item if isinstance(item, part) else part(*item) for item in meta.get(name, ())]
    statements = []
    for label, row in zip(frame.index, frame.to_dict("records"), strict=True):
        try:
            statements.append(_statement(row))
        except (Error, ValueError, TypeError) as error:
            # Keep the type, so that a UnitError stays one; add where it happened.
            raise type(error)(f"row {label!r}: {error}") from error
    return Report(statements, **meta)


def _plain(record):
    """A record as a tuple of what any file can hold, which its class makes the record of again."""
    values = (getattr(record, name) for name in records[type(record).__name__])
    return tuple(list(value) if isinstance(value, tuple) else value for value in values)


def _is_missing(value):
    """Whether a cell is empty: None, NaN, NA or ''."""
    if value is None or value == "":
        return True
    import pandas as pd

    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _integer(name, value):
    """A whole number from a cell: 2023, '2023', and 2023.0, which is what pandas makes of a column with gaps."""
    number = int(value) if isinstance(value, str) else value
    if number != number // 1 or abs(number) >= 2**63:
        raise ValueError(f"{name} = {value!r} is not a whole number")
    return int(number)


def _statement(row):
    cell = {name: value for name, value in row.items() if not _is_missing(value)}
    if "indicator" not in cell:
        raise ValueError("the cell 'indicator' is empty")
    keywords = {
        name: _integer(name, cell[name]) if name in _INTEGERS else str(cell[name])
        for name in records["Statement"]
        if name in cell and name not in _COMPOSED
    }
    # A frame of to_frame() tells what the text said from what the catalogue adds.
    if basis := cell.get("stated_basis" if "stated_basis" in row else "price_basis"):
        keywords["price_basis"] = str(basis)
    if "doubts" in cell:
        keywords["doubts"] = str(cell["doubts"]).split(DOUBT_SEPARATOR)
    if "section" in cell:
        section = cell["section"]
        keywords["section"] = section.split(SECTION_SEPARATOR) if isinstance(section, str) else list(section)
    if "value" in cell or "printed" in cell:
        keywords["quantity"] = Quantity(
            cell.get("printed", cell.get("value")),
            str(cell.get("unit", "")),
            bound=str(cell.get("bound", "exact")),
            step=cell.get("step"),
            upper=cell.get("printed_upper"),
        )
    return Statement(str(cell["indicator"]), **keywords)

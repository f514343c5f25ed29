"""Reports as pandas data frames, and back."""

from __future__ import annotations

from ._blocks import frame_of

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


def to_frame(self):
    """The report as a pandas DataFrame, one row a statement, in the order of the text.

    Columns: indicator, indicator_id, name_en, measure, value (as printed), unit, base_value (without 万 and 亿;
    growth in per cent), base_unit, bound, modality ('' where firm), status, year, period, base_year (what growth and
    change are measured from), area ('' for the whole place), reference, price_basis, scope, section (headings joined
    by ' / '), doubts (joined by ' '), start, end (code points); then printed, step, printed_upper, trend, byte_start,
    byte_end, stated_basis, which keep the statement exact.
    A statement without a number has NaN values and an empty unit; `year` and `base_year` are Int64 columns, NA where
    they are unknown. Cells that say the same share one string.
    `frame.attrs` holds title, place, year, kind, sections and evidence. Raises ImportError without pandas.

    >>> import shengzhou_report as sr
    >>> frame = sr.shengzhou_2024().to_frame()
    >>> frame.loc[frame.indicator_id == "gdp", ["measure", "value", "unit", "status", "year"]]
       measure  value unit    status  year
    0    level  745.0   亿元  estimate  2023
    1   growth    7.5    %  estimate  2023
    79  growth    7.0    %    target  2024
    """
    require("pandas", "pandas")
    frame = frame_of(self._arrays())
    frame.attrs = {name: getattr(self, name) for name in META} | {
        "sections": [section._plain() for section in self.sections],
        "evidence": [piece._plain() for piece in self.evidence],
    }
    return frame


def from_frame(frame, *, indicators="any", **info):
    """A report from a data frame with at least the column `indicator`; the inverse of `to_frame`.

    `frame` is of pandas, or what hands over Arrow's stream, such as a Polars frame. Every other column of `to_frame`
    may be missing and then takes its default; base_value, base_unit and price_basis (where the frame has stated_basis)
    are not read. Columns may be called as tables in Chinese do (指标, 数值, 单位, 年份), and the unit may stand in the
    name: 数值(亿元). Names of indicators and units are looked up; with `indicators="known"` one that the catalogue does
    not have is an error that says which are near.
    Keyword arguments `title`, `place`, `place_en`, `ref_area`, `year`, `kind`, `sections`, `evidence`, `skipped`,
    `commitments` replace those in `frame.attrs`.

    Errors name the row and the column. Raises ValueError when the column `indicator` is missing, a column has nearly
    the name of one that is missing, a word such as a measure is unknown, or two rows of one's own figures say the same;
    LookupError for an indicator that is not known; and the errors of Quantity and Unit when a figure cannot be read.

    >>> import pandas as pd, shengzhou_report as sr
    >>> sr.Report.from_frame(sr.shengzhou_2024().to_frame()) == sr.shengzhou_2024()
    True
    >>> table = pd.DataFrame({"指标": ["GDP"], "measure": ["growth"], "数值(%)": [7.5], "年份": [2023]})
    >>> print(sr.Report.from_frame(table, place="某市")[0])
    GDP growth 7.5% (outcome 2023)
    """
    from ._tables.frame import sheet_of
    from ._tables.reports import report_of

    return report_of(sheet_of(frame), info, indicators)


def from_csv(path, *, encoding=None, indicators="any", **info):
    """A report from a CSV file of statements, or of one's own figures: see `from_frame`.

    `path` is a path, a file opened in binary mode, or bytes. The encoding is detected unless `encoding` names it, and
    so is what separates cells: comma, semicolon or tab. Rows are numbered as a spreadsheet does. Raises what
    `from_frame` does, OSError when the file cannot be opened, ParseError when it is no CSV, builtins.LookupError for no
    known `encoding`.

    >>> import shengzhou_report as sr
    >>> table = "指标,数值,单位,年份\\r\\n地区生产总值,745,亿元,2023\\r\\n".encode("gbk")
    >>> print(sr.Report.from_csv(table, place="嵊州市")[0])
    地区生产总值 level 745亿元 (outcome 2023)
    >>> sr.Report.from_csv("指标,数值,年份\\r\\nGDP,745,二零二三\\r\\n".encode())
    Traceback (most recent call last):
    ValueError: row 2: column '年份': invalid literal for int() with base 10: '二零二三'
    """
    from .io import read_table

    return read_table(path, format="csv", encoding=encoding, indicators=indicators, **info)


def from_excel(path, *, sheet=0, indicators="any", **info):
    """A report from a sheet of an Excel workbook (.xlsx) of statements, or of one's own figures: see `from_frame`.

    `path` is a path, a file opened in binary mode, or bytes; `sheet` a name, or a number from 0. Rows are numbered as
    Excel does. Raises what `from_frame` does, OSError when the file cannot be opened, ParseError when it is no
    workbook or has no such sheet, ImportError without the extra `excel`.

    >>> import io, shengzhou_report as sr
    >>> file = io.BytesIO()
    >>> sr.io.write_table(sr.shengzhou_2024(), file, format="xlsx")
    >>> len(sr.Report.from_excel(file.getvalue()))
    192
    """
    from .io import read_table

    return read_table(path, format="xlsx", sheet=sheet, indicators=indicators, **info)

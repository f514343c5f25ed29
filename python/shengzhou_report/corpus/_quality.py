"""Which documents of a corpus need a look: what was found in each, beside what is usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shengzhou_report._core import DomainError, words
from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa  # type: ignore[import-untyped]

#: Shares that lie outside are above the upper quartile by more than this many distances of the quartiles.
#: J. W. Tukey, Exploratory Data Analysis, 1977, section 2D.
_FENCE = 1.5

#: Fewer headline indicators than this part of the median are few.
_FEW = 1 / 3

#: Why a number is no statement although it may have been meant as one.
_UNREAD = ("no_unit", "too_long")

_COUNTS = ("statements", "outcomes", "targets", "headlines")


def quality(reports: pa.Table) -> pd.DataFrame:
    """The table of `Corpus.quality`."""
    pandas = require("pandas", "pandas")
    found = reports.to_pandas()
    frame = pandas.DataFrame(index=pandas.Index(found["file"].astype(object), name="file"))

    def column(name: str) -> Any:
        return found[name].to_numpy()

    frame["vintage"] = pandas.array(found["vintage"], dtype="Int64")
    for name in ("place", "ref_area"):
        frame[name] = found[name].fillna("").to_numpy()
    for name in ("kind", "duplicate_of", "clash"):
        frame[name] = found[name].astype(str).to_numpy()
    for name in _COUNTS:
        frame[name] = column(name)
    frame["headline"] = column("headline")
    frame["doubts"] = column("doubtful") / found["statements"].where(found["statements"] > 0).to_numpy()
    frame["characters"] = column("characters")
    frame["density"] = 1000 * column("statements") / found["characters"].where(found["characters"] > 0).to_numpy()
    seen = found["statements"] + found["skipped"]
    unread = sum(found[f"skipped_{reason}"] for reason in _UNREAD)
    frame["unread"] = (unread / seen.where(seen > 0)).to_numpy()
    parts = {"skipped": words["SkipReason"], "sections": words["SectionRole"]}
    for whole, kinds in parts.items():
        for name in (whole, *(f"{whole}_{kind}" for kind in kinds)):
            frame[name] = column(name)
    frame.insert(0, "look", _look(frame))
    order = (-frame["look"].str.split().str.len()).argsort(kind="stable")
    ordered: pd.DataFrame = frame.iloc[order]
    return ordered


def _look(frame: pd.DataFrame) -> pd.Series[str]:
    """Why each row needs a look, '' where it does not."""
    report = frame["kind"] == "work_report"
    reasons = {
        "no_place": (frame["place"] == "") & (frame["ref_area"] == ""),
        "no_year": frame["vintage"].isna(),
        "no_code": (frame["place"] != "") & (frame["ref_area"] == ""),
        "other_kind": frame["kind"] == "other",
        "duplicate": frame["duplicate_of"] != "",
        "clash": frame["clash"] != "",
        "no_statements": frame["statements"] == 0,
        "no_plan": report & (frame["statements"] > 0) & (frame["targets"] == 0),
        "no_review": report & (frame["statements"] > 0) & (frame["outcomes"] == 0),
        "few_headlines": report & (frame["headlines"] < _FEW * frame["headlines"][report].median()),
        "doubts": _outside(frame["doubts"]),
        "unread": _outside(frame["unread"]),
    }
    look = frame["kind"].map(lambda _: "")
    for name, holds in reasons.items():
        look = look.where(~holds.astype(bool), look + " " + name)
    return look.str.strip()


def _outside(share: pd.Series[float]) -> pd.Series[bool]:
    lower, upper = share.quantile([0.25, 0.75])
    return share > upper + _FENCE * (upper - lower)


def plot_quality(frame: pd.DataFrame, column: str, ax: Any) -> Any:
    """The histogram of `Corpus.plot_quality`."""
    numbers = frame.select_dtypes("number").columns
    if column not in numbers:
        raise DomainError(f"column: {column!r} is none of {', '.join(numbers)}")
    if ax is None:
        _figure, ax = require("matplotlib.pyplot", "plot").subplots(figsize=(7.2, 4.2), layout="constrained")
    look = frame["look"] != ""
    values = frame[column].astype("float64")
    parts = [values[~look].dropna(), values[look].dropna()]
    labels = [_("nothing to look at ({count})"), _("need a look ({count})")]
    ax.hist(
        parts,
        bins="auto" if sum(map(len, parts)) > 1 else 1,
        stacked=True,
        label=[label.format(count=len(part)) for label, part in zip(labels, parts, strict=True)],
    )
    ax.set_title(_("What was found in {count} documents").format(count=len(frame)), loc="left", fontsize="medium")
    ax.set_xlabel(column)
    ax.set_ylabel(_("documents"))
    ax.spines[["top", "right"]].set_visible(False)
    ax.legend(frameon=False, fontsize="small")
    return ax

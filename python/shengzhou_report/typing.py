"""Words of the enumerations as types for annotations: `sr.typing.Measure` is Literal["level", "growth", ...].

In Python an enumeration of the C++ core is a plain string, so these aliases are all there is to import.
"""

from __future__ import annotations

from typing import Literal

#: What the number of a statement measures.
Measure = Literal["level", "growth", "change", "rank"]

#: Whether a statement looks back or ahead.
Status = Literal["outcome", "estimate", "target"]

#: How firmly a target is worded.
Modality = Literal["firm", "ensure", "strive"]

#: The part of the year that a number covers.
Period = Literal[
    "year",
    "first_quarter",
    "second_quarter",
    "third_quarter",
    "fourth_quarter",
    "first_half",
    "nine_months",
    "month",
    "month_average",
    "year_average",
    "cumulative",
    "one_month",
    "two_months",
    "four_months",
    "five_months",
    "seven_months",
    "eight_months",
    "ten_months",
    "eleven_months",
    "second_half",
    "months",
]

#: A rule of thumb that the reading of a statement rests on.
Doubt = Literal[
    "unnamed",
    "far_name",
    "noun_behind",
    "long_name",
    "vague_name",
    "unequal_list",
    "shared_bound",
    "carried_time",
    "unknown_base",
    "part",
    "tense",
]

#: What kind of document a text is.
DocumentKind = Literal["work_report", "communique", "plan", "other"]

#: What a part of a document does.
SectionRole = Literal["none", "review", "outlook", "plan", "government"]

#: What a statement without a number promises.
Trend = Literal["none", "rising", "falling", "stable", "in_step"]

#: How words around a number limit it.
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "nearly", "range"]

#: Which way of an indicator is better.
Direction = Literal["none", "higher", "lower"]

#: What kind of number an indicator is.
Kind = Literal["stock", "flow", "ratio"]

#: At whose prices a value is stated.
PriceBasis = Literal["none", "current", "constant"]

#: Part of the statistical system that an indicator belongs to.
Topic = Literal[
    "accounts",
    "revenue",
    "investment",
    "trade",
    "finance",
    "incomes",
    "prices",
    "employment",
    "innovation",
    "energy",
    "environment",
    "agriculture",
    "population",
    "health",
    "education",
    "transport",
    "enterprises",
    "governance",
]

#: Whether and when a condition comes to hold.
Reach = Literal["already", "reached", "never"]

#: Where two series are spliced: at the first or last period that both have, or by means over all of them.
SpliceLink = Literal["first", "last", "mean", "geometric_mean"]

#: Which of two spliced series keeps its level.
SpliceLevel = Literal["earlier", "later"]

#: Which index of inequality.
InequalityIndex = Literal["theil_t", "theil_l", "gini"]

#: Where an urban population share comes from.
ShareOrigin = Literal["implied", "urbanisation", "given"]

#: Three answers to a question about rounded figures.
Certainty = Literal["no", "possible", "certain"]

#: What a benchmark is of its periods.
Conversion = Literal["sum", "mean", "first", "last"]

#: What a disaggregated series takes over from its indicator.
Movement = Literal["additive", "proportional"]

#: How the change of a place's industries is taken apart.
ShiftShareMethod = Literal["classic", "esteban_marquillas"]

#: From which age on people count as elderly.
ElderlyFrom = Literal["60+", "65+"]

#: How far a population has aged.
AgeingStage = Literal["young", "ageing", "aged", "super_aged"]

#: How forecast errors are distributed.
Distribution = Literal["normal", "empirical"]
#: What limits the growth of urban and rural income.
IncomeConstraint = Literal[
    "total_growth_lower",
    "total_growth_upper",
    "ratio_falls",
    "ratio_target",
    "urban_growth_lower",
    "urban_growth_upper",
    "rural_growth_lower",
    "rural_growth_upper",
    "box",
]

#: How much a finding matters.
Severity = Literal["info", "warning", "error"]

#: What became of a target.
Verdict = Literal["met", "missed", "not_comparable", "cannot_judge"]

#: Why a target has no verdict of met or missed.
Obstacle = Literal[
    "none",
    "no_report",
    "not_stated",
    "price_basis",
    "scope",
    "revision",
    "rounding",
    "direction",
    "part_of_year",
]

#: What happens to a figure that lies half-way between two printable ones.
Rounding = Literal["half_even", "half_up"]

#: Why a number in a text is no figure of a report.
SkipReason = Literal[
    "year",
    "date",
    "duration",
    "name",
    "class_limit",
    "road",
    "mark",
    "code",
    "ordinal",
    "no_unit",
    "too_long",
    "prose",
    "outside",
]

#: The distribution of the shocks of a scenario.
Shocks = Literal["normal", "student_t", "resampled"]

#: How the arithmetic of a scenario is rounded.
Arithmetic = Literal["reproducible", "fused", "single"]

#: The vector instructions that a scenario uses.
InstructionSet = Literal["automatic", "scalar", "sse2", "avx2", "avx512"]

#: What a target or a passage of a scenario looks at.
Subject = Literal["level", "growth", "ratio"]

#: Level of an administrative division.
Tier = Literal["province", "prefecture", "county"]

#: Why a division answers to a name.
NameMatch = Literal["name", "short_name", "former_name", "later_name"]

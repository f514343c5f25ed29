# What `__init__.py` loads when it is first used, as type checkers and editors see it.

from . import (
    contributions as contributions,
)
from . import (
    corpus as corpus,
)
from . import (
    disaggregation as disaggregation,
)
from . import (
    distribution as distribution,
)
from . import (
    divisions as divisions,
)
from . import (
    forecast as forecast,
)
from . import (
    growth as growth,
)
from . import (
    income_gap as income_gap,
)
from . import (
    index_number as index_number,
)
from . import (
    inequality as inequality,
)
from . import (
    intensity as intensity,
)
from . import (
    io as io,
)
from . import (
    language as language,
)
from . import (
    per_head as per_head,
)
from . import (
    plan as plan,
)
from . import (
    plot as plot,
)
from . import (
    prices as prices,
)
from . import (
    progress as progress,
)
from . import (
    regional as regional,
)
from . import (
    scenario as scenario,
)
from . import (
    target as target,
)
from . import (
    text as text,
)
from . import (
    trend as trend,
)
from . import (
    typing as typing,
)
from ._check import (
    Findings as Findings,
)
from ._check import (
    check as check,
)
from ._check import (
    check_rules as check_rules,
)
from ._core import (
    BetaConvergence as BetaConvergence,
)
from ._core import (
    CheapestGrowth as CheapestGrowth,
)
from ._core import (
    CodedName as CodedName,
)
from ._core import (
    Commitment as Commitment,
)
from ._core import (
    Crossing as Crossing,
)
from ._core import (
    CrossingRange as CrossingRange,
)
from ._core import (
    Division as Division,
)
from ._core import (
    DomainError as DomainError,
)
from ._core import (
    Error as Error,
)
from ._core import (
    ErrorMoments as ErrorMoments,
)
from ._core import (
    Evidence as Evidence,
)
from ._core import (
    FeasibleRegion as FeasibleRegion,
)
from ._core import (
    Finding as Finding,
)
from ._core import (
    FindingNumber as FindingNumber,
)
from ._core import (
    GapPeak as GapPeak,
)
from ._core import (
    GapPeakRange as GapPeakRange,
)
from ._core import (
    ImpliedAmount as ImpliedAmount,
)
from ._core import (
    ImpliedGrowth as ImpliedGrowth,
)
from ._core import (
    ImpliedLevel as ImpliedLevel,
)
from ._core import (
    Indicator as Indicator,
)
from ._core import (
    InequalityDecomposition as InequalityDecomposition,
)
from ._core import (
    Interval as Interval,
)
from ._core import (
    LookupError as LookupError,
)
from ._core import (
    Number as Number,
)
from ._core import (
    Pace as Pace,
)
from ._core import (
    Panel as Panel,
)
from ._core import (
    ParseError as ParseError,
)
from ._core import (
    Progress as Progress,
)
from ._core import (
    Quantity as Quantity,
)
from ._core import (
    Report as Report,
)
from ._core import (
    Revision as Revision,
)
from ._core import (
    Score as Score,
)
from ._core import (
    SeasonalShare as SeasonalShare,
)
from ._core import (
    Section as Section,
)
from ._core import (
    Skipped as Skipped,
)
from ._core import (
    Statement as Statement,
)
from ._core import (
    TargetTest as TargetTest,
)
from ._core import (
    Unit as Unit,
)
from ._core import (
    UnitError as UnitError,
)
from ._core import (
    UrbanShare as UrbanShare,
)
from ._core import (
    __version__ as __version__,
)
from ._core import (
    catalogue as catalogue,
)
from ._core import (
    conversion_factor as conversion_factor,
)
from ._core import (
    convert as convert,
)
from ._core import (
    find_indicator as find_indicator,
)
from ._core import (
    find_numbers as find_numbers,
)
from ._core import (
    less as less,
)
from ._core import (
    parse as parse,
)
from ._core import (
    read_number as read_number,
)
from ._core import (
    round as round,
)
from ._core import (
    shengzhou_2024 as shengzhou_2024,
)
from ._core import (
    suggest_indicators as suggest_indicators,
)
from ._explore import (
    explore as explore,
)
from ._feasible import (
    FeasibleRegions as FeasibleRegions,
)
from ._feasible import (
    feasible_regions as feasible_regions,
)
from ._panel import (
    Revisions as Revisions,
)
from ._panel import (
    Scorecard as Scorecard,
)
from ._view import (
    ReportView as ReportView,
)
from ._view import (
    view as view,
)
from .corpus import (
    read_corpus as read_corpus,
)
from .io import (
    read as read,
)
from .scenario import (
    Scenario as Scenario,
)
from .scenario import (
    ScenarioPassage as ScenarioPassage,
)
from .scenario import (
    ScenarioTarget as ScenarioTarget,
)
from .scenario import (
    simulate as simulate,
)

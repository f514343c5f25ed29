"""Where pickles of version 0.1 look for their classes."""

from .scenario import Estimate as Estimate
from .scenario import Scenario as Scenario
from .scenario import ScenarioPassage as ScenarioPassage
from .scenario import ScenarioTarget as ScenarioTarget

"""Intensity, what is used for a unit of output (单位GDP能耗, 碳排放强度), and elasticity (弹性系数).

Intensity is use over output, so its factor of growth is the quotient of theirs. Growth of output is at constant prices,
as intensities are published. Rates are fractions. Functions take numbers, intervals or arrays, as those of growth, and
raise the same errors.
"""

from __future__ import annotations

from ._arrays import call

__all__ = ["elasticity", "intensity_growth", "output_growth_room", "use_growth_room", "use_room"]


def __dir__():
    return __all__


def intensity_growth(use_growth, output_growth, *, out=None, nan_policy="raise"):
    """Growth of an intensity (单位GDP能耗增长): (1 + use_growth) / (1 + output_growth) - 1; -0.03 is a fall by 3 %.

    `use_growth` is growth of what is used, as energy; `output_growth` that of what is made of it, as GDP at constant
    prices. Official figures may leave out energy that is raw material or comes from other than fossil sources, as those
    of 2023 did. Source: National Bureau of Statistics, bulletins on energy consumption per unit of GDP; in 2018 energy
    use grew by 3.3 %, GDP by 6.6 %, and the published fall was 3.1 %.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.intensity.intensity_growth(0.033, 0.066), 3)
    -0.031
    """
    return call("intensity_growth", out, nan_policy, use_growth=use_growth, output_growth=output_growth)


def use_growth_room(output_growth, intensity_growth, *, out=None, nan_policy="raise"):
    """Growth of use for which two targets leave room (用能增长空间): (1 + output_growth)(1 + intensity_growth) - 1.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.intensity.use_growth_room(0.05, -0.03), 4)
    0.0185
    """
    return call("use_growth_room", out, nan_policy, output_growth=output_growth, intensity_growth=intensity_growth)


def use_room(use, output_growth, intensity_growth, *, out=None, nan_policy="raise"):
    """The use for which two targets leave room (用能空间): use (1 + output_growth)(1 + intensity_growth).

    `use` is that of the year before; the result is in its unit.

    Raises DomainError for a negative use and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.intensity.use_room(200, 0.05, -0.03), 2)
    203.7
    """
    return call("use_room", out, nan_policy, use=use, output_growth=output_growth, intensity_growth=intensity_growth)


def output_growth_room(use_growth, intensity_growth, *, out=None, nan_policy="raise"):
    """Growth of output that growth of use and of intensity allow: (1 + use_growth) / (1 + intensity_growth) - 1.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.intensity.output_growth_room(0.0185, -0.03), 4)
    0.05
    """
    return call("output_growth_room", out, nan_policy, use_growth=use_growth, intensity_growth=intensity_growth)


def elasticity(growth, output_growth, *, out=None, nan_policy="raise"):
    """Elasticity (弹性系数): growth / output_growth, as of energy consumption, electricity or employment to GDP.

    Where both fall the quotient is positive, and says little. Source: National Bureau of Statistics, China Statistical
    Yearbook: the elasticity ratio of energy consumption is its average annual growth over that of the economy.

    Raises DomainError for a rate that is none and output that did not (over intervals: may not have) grown.

    >>> import shengzhou_report as sr
    >>> round(sr.intensity.elasticity(0.033, 0.060), 2)
    0.55
    """
    return call("elasticity", out, nan_policy, growth=growth, output_growth=output_growth)

#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/words.hpp>

/// Structure of a place: its industries beside those of a larger whole, and its population by age.
///
/// Levels of one call have one unit, persons or output; shares and ratios are fractions. Functions of numbers have the
/// forms and the errors of growth.hpp.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(LocationQuotient);
SHENGZHOU_REPORT_DECLARE(ElderlyShare);
SHENGZHOU_REPORT_DECLARE(ChildDependencyRatio);
SHENGZHOU_REPORT_DECLARE(OldAgeDependencyRatio);
SHENGZHOU_REPORT_DECLARE(DependencyRatio);
SHENGZHOU_REPORT_DECLARE(AgeingIndex);
SHENGZHOU_REPORT_DECLARE(PotentialSupportRatio);
}  // namespace detail::formula

/// Location quotient of an industry (区位商): (part / whole) / (reference_part / reference_whole), its share in a place
/// over its share in the reference area. Above 1 the place specialises in it.
///
/// Over all industries, weighted by their shares in the reference area, the mean is 1. The interval form is the exact
/// range, where no part is larger than its whole.
/// Source: Florence (1939), Report on the Location of Industry; Isard (1960), Methods of Regional Analysis, chapter 5.
/// @throws DomainError  also when a part is larger than its whole.
inline constexpr Elementwise<detail::formula::LocationQuotient, 4> location_quotient{};

/// How the change of a place's industries is taken apart.
enum class ShiftShareMethod {
  classic,            ///< national, industry mix, competitive
  esteban_marquillas  ///< the competitive part once more, into what does not depend on the mix, and allocation
};

template <>
struct Words<ShiftShareMethod> {
  static constexpr const char* enumeration = "ShiftShareMethod";
  using enum ShiftShareMethod;
  static constexpr EnumWord<ShiftShareMethod> table[] = {{classic, "classic"},
                                                         {esteban_marquillas, "esteban_marquillas"}};
};

/// Change of each industry of a place, in parts that add up to it; one element an industry.
struct ShiftShare {
  Eigen::ArrayXd national;      ///< had it grown as all industries of the reference area together
  Eigen::ArrayXd industry_mix;  ///< what this industry grew there above or below all
  Eigen::ArrayXd competitive;   ///< what it grew here above or below there
  /// What comes of specialising in industries that grow faster here than there; 0 in the classic form.
  Eigen::ArrayXd allocation;
  Eigen::ArrayXd total;  ///< current - base, the sum of the four
};

/// Shift-share analysis (偏离-份额分析) of the industries of a place against those of a reference area.
///
/// With g and G_i the growth of an industry i here and there and G that of the whole reference area: national = base G,
/// industry mix = base (G_i - G), competitive = base (g - G_i). Esteban-Marquillas takes the competitive part at the
/// base that the industry would have with the structure of the reference area, base' = (all of base) (its share there),
/// and the rest is allocation = (base - base') (g - G_i).
/// @param base, current  levels of the industries here in two years; base must be positive for Esteban-Marquillas.
/// @param reference_base, reference_current  of the same industries in the reference area, base positive. Their sums
///                       are taken for its total, so leave out no industry.
/// @throws DomainError  for no industries, arrays of different sizes, negative levels, NaN, infinity.
/// Source: Dunn (1960), A Statistical and Analytical Technique for Regional Analysis, Papers in Regional Science 6,
/// 97-112; Esteban-Marquillas (1972), A Reinterpretation of Shift-Share Analysis, Regional and Urban Economics 2,
/// 249-255, doi 10.1016/0034-3331(72)90033-4.
[[nodiscard]] ShiftShare shift_share(const ArrayRef& base, const ArrayRef& current, const ArrayRef& reference_base,
                                     const ArrayRef& reference_current,
                                     ShiftShareMethod method = ShiftShareMethod::classic);

/// From which age on people count as elderly: both are in use in China, 65 in most ratios of the United Nations. People
/// of working age are those from 15 up to it.
enum class ElderlyFrom { sixty, sixty_five };

template <>
struct Words<ElderlyFrom> {
  static constexpr const char* enumeration = "ElderlyFrom";
  using enum ElderlyFrom;
  static constexpr EnumWord<ElderlyFrom> table[] = {{sixty, "60+"}, {sixty_five, "65+"}};
};

/// A population in three groups of age.
struct AgeGroups {
  double children;  ///< below 15
  double working;   ///< from 15 up to the age from which people count as elderly
  double elderly;   ///< from that age on

  [[nodiscard]] double total() const noexcept { return children + working + elderly; }  ///< all

  friend bool operator==(const AgeGroups&, const AgeGroups&) = default;
};

/// "children 10, working 70, elderly 20".
std::ostream& operator<<(std::ostream& out, const AgeGroups& groups);

/// The three groups of a table of the population by age.
///
/// @param population  of each row of the table.
/// @param age         the youngest age of each row in years, ascending from 0; the last row is open above. Rows must
///                    begin at 15 and at the age from which people count as elderly.
/// @throws DomainError  for sizes that differ, ages that are not in order or straddle a limit, negative numbers, NaN.
[[nodiscard]] AgeGroups age_groups(const ArrayRef& population, const ArrayRef& age,
                                   ElderlyFrom elderly = ElderlyFrom::sixty_five);

/// Share of the elderly in the population (老年人口比重): elderly / population. The interval form keeps to shares up to
/// 1. @throws DomainError  also when there are more elderly than people.
inline constexpr Elementwise<detail::formula::ElderlyShare, 2> elderly_share{};

/// Child dependency ratio (少儿抚养比): children / working.
///
/// Source of the ratios of age groups: National Bureau of Statistics, China Statistical Yearbook, notes on the
/// population chapter; United Nations, World Population Prospects, glossary.
inline constexpr Elementwise<detail::formula::ChildDependencyRatio, 2> child_dependency_ratio{};

/// Old-age dependency ratio (老年抚养比): elderly / working.
inline constexpr Elementwise<detail::formula::OldAgeDependencyRatio, 2> old_age_dependency_ratio{};

/// Total dependency ratio (总抚养比): (children + elderly) / working.
inline constexpr Elementwise<detail::formula::DependencyRatio, 3> dependency_ratio{};

/// Ageing index (老少比): elderly / children.
inline constexpr Elementwise<detail::formula::AgeingIndex, 2> ageing_index{};

/// Potential support ratio: people of working age for each elderly person, working / elderly.
inline constexpr Elementwise<detail::formula::PotentialSupportRatio, 2> potential_support_ratio{};

/// How far a population has aged.
enum class AgeingStage {
  young,      ///< below 7 % of 65 and more, or 10 % of 60 and more
  ageing,     ///< from there up to 14 % or 20 % (轻度老龄化)
  aged,       ///< from there up to 21 % or 30 % (中度老龄化)
  super_aged  ///< beyond (重度老龄化)
};

template <>
struct Words<AgeingStage> {
  static constexpr const char* enumeration = "AgeingStage";
  using enum AgeingStage;
  static constexpr EnumWord<AgeingStage> table[] = {
      {young, "young"}, {ageing, "ageing"}, {aged, "aged"}, {super_aged, "super_aged"}};
};

/// The stage that a share of elderly people stands for. The limits are conventions; each belongs to the stage above.
///
/// Source: United Nations (1956), The Aging of Populations and Its Economic and Social Implications, for 7 %; its
/// multiples for 65 and more, and tens for 60 and more, as the National Health Commission of China uses them (2022).
[[nodiscard]] AgeingStage ageing_stage(double share, ElderlyFrom elderly);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::AgeGroups> {
  std::size_t operator()(const shengzhou_report::AgeGroups& groups) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/regional.ipp>
#endif

#include "elementwise.hpp"
#include "record.hpp"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace sr = shengzhou_report;
using record::required;
using sr::ErrorMoments;
using sr::Interval;
using sr::Pace;
using sr::Progress;
using sr::SeasonalShare;

namespace {

/// Values of the classes here are finite, which also lets every repr evaluate.
void require_finite(std::initializer_list<std::pair<const char*, double>> fields) {
  for (const auto& [name, value] : fields) {
    if (!std::isfinite(value)) throw sr::DomainError(std::string(name) + " must be a finite number");
  }
}

void register_records(py::module_& m) {
  py::class_<SeasonalShare> share = record::define<SeasonalShare>(
      m, "SeasonalShare", R"(Share of the year's total that past years had reached at the end of a period.

`mean`, `lowest` and `highest` are over the years. Made by `seasonal_share`.
)",
      record::fields(required("mean", "Mean over the years.", &SeasonalShare::mean),
                     required("lowest", "Lowest of the years.", &SeasonalShare::lowest),
                     required("highest", "Highest of the years.", &SeasonalShare::highest)),
      [](SeasonalShare& self) {
        require_finite({{"mean", self.mean}, {"lowest", self.lowest}, {"highest", self.highest}});
      });
  record::with_text(share);

  py::class_<Pace> pace = record::define<Pace>(
      m, "Pace", R"(Where a figure stands against one measure of how much should be done.

`share` is the part of the year's total that should be done by now, `lead` completion less that share (where lower is
better that share less completion; negative when behind), `projection` the year's total if `share` of it is done. Part of `Progress`.
)",
      record::fields(required("share", "Part of the year's total that should be done by now.", &Pace::share),
                     required("lead", "Completion less `share`: 0.02 is 2 percentage points ahead.", &Pace::lead),
                     required("projection", "The year's total if `share` of it is done.", &Pace::projection)),
      [](Pace& self) {
        require_finite({{"share", self.share}, {"lead", self.lead}, {"projection", self.projection}});
      });
  record::with_text(pace);

  py::class_<Progress> progress = record::define<Progress>(
      m, "Progress", R"(Where an annual target on a level stands during the year.

Made by `progress`.
)",
      record::fields(
          required("annual_target", "The target for the year.", &Progress::annual_target),
          required("ytd", "The year-to-date figure.", &Progress::ytd),
          required("completion", "Share of the target that is done: ytd / annual_target.", &Progress::completion),
          required("shortfall", "annual_target - ytd; negative when more than met.", &Progress::shortfall),
          required("calendar", "Pace against the calendar.", &Progress::calendar),
          record::named("seasonal", "Pace against the mean of past years, or None.", &Progress::seasonal),
          record::named("seasonal_lead", "Lead over the highest and over the lowest share of past years, or None.",
                        &Progress::seasonal_lead),
          record::named("required_growth",
                        "Growth that the rest of the year needs on the rest of last year; None once the target is met. "
                        "Where lower is better, the most that it may have; None once the limit is used up.",
                        &Progress::required_growth),
          record::named("direction", "Which way is better: 'higher', or 'lower' where the target is a limit.",
                        &Progress::direction)
              .by_default(sr::Direction::higher)));
  record::with_text(progress);

  py::class_<ErrorMoments> moments =
      record::define<ErrorMoments>(m, "ErrorMoments", R"(Mean and standard deviation of past forecast errors.

Made by `error_moments`.
)",
                                   record::fields(required("mean", "Mean of outturn - forecast.", &ErrorMoments::mean),
                                                  required("sd", "Standard deviation.", &ErrorMoments::sd)),
                                   [](ErrorMoments& self) { require_finite({{"mean", self.mean}, {"sd", self.sd}}); });
  record::with_text(moments);
}

/// Days since 1970-01-01, as NumPy counts them, to shares of their years.
Eigen::ArrayXd calendar_shares(const Eigen::Array<std::int64_t, Eigen::Dynamic, 1>& days) {
  // The years that std::chrono holds; NumPy's missing date lies far outside.
  constexpr std::int64_t limit = 11'000'000;
  std::vector<std::chrono::year_month_day> dates;
  dates.reserve(static_cast<std::size_t>(days.size()));
  for (const std::int64_t day : days) {
    if (day < -limit || day > limit) throw sr::DomainError("calendar_share: a date is missing or out of range");
    dates.emplace_back(std::chrono::sys_days(std::chrono::days(day)));
  }
  return sr::calendar_share(dates);
}

}  // namespace

void register_progress(py::module_& m) {
  register_records(m);

  Forms forms(m);
  using D = double;
  using I = const Interval&;
  using A = const ArrayRef&;
  using Index = Eigen::Index;
  using Intervals = const std::vector<Interval>&;
  const py::call_guard<py::gil_scoped_release> released;

  forms.add(sr::single_period);
  forms.add(sr::single_growth);
  forms.add(sr::completion);
  forms.add(sr::lead);
  forms.add(sr::projected_total);

  // A sequence in, a sequence out: no element-wise form.
  forms.array.def("single_periods", [](A ytd, Index n) { return sr::single_periods(ytd, n); }, released);
  forms.array.def(
      "single_growths", [](A ytd, A growth, Index n) { return sr::single_growths(ytd, growth, n); }, released);
  forms.array.def("year_to_date", &sr::year_to_date, released);
  forms.interval.def("single_periods", [](Intervals ytd, Index n) { return sr::single_periods(ytd, n); });
  forms.interval.def("single_growths",
                     [](Intervals ytd, Intervals growth, Index n) { return sr::single_growths(ytd, growth, n); });

  forms.scalar.def("calendar_share", [](int year, unsigned month, unsigned day) {
    return sr::calendar_share(
        std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)));
  });
  forms.scalar.def("calendar_share", py::overload_cast<sr::Period>(sr::calendar_share));
  forms.array.def("calendar_share", &calendar_shares, released);

  forms.array.def("seasonal_pattern", [](A single, Index n) {
    sr::SeasonalPattern pattern = [&] {
      const py::gil_scoped_release release;
      return sr::seasonal_pattern(single, n);
    }();
    return py::make_tuple(std::move(pattern.mean), std::move(pattern.lowest), std::move(pattern.highest));
  });
  forms.array.def("seasonal_share", &sr::seasonal_share, released);

  forms.scalar.def("progress", [](D annual_target, D ytd, D share, std::optional<SeasonalShare> seasonal,
                                  std::optional<std::pair<double, double>> previous, sr::Direction direction) {
    sr::ProgressOptions options{.seasonal = seasonal, .previous = {}, .direction = direction};
    if (previous) options.previous = sr::PreviousYear{.ytd = previous->first, .total = previous->second};
    return sr::progress(annual_target, ytd, share, options);
  });

  forms.array.def("error_moments", [](A errors) { return sr::error_moments(errors); }, released);
  forms.scalar.def("target_probability", py::overload_cast<I, D, const ErrorMoments&>(sr::target_probability));
  forms.scalar.def("target_probability", py::overload_cast<I, D, A>(sr::target_probability));
  forms.array.def("target_probability", py::overload_cast<I, A, const ErrorMoments&>(sr::target_probability), released);
  forms.array.def("target_probability", py::overload_cast<I, A, A>(sr::target_probability), released);

  m.def("target_outcomes", &sr::target_outcomes, "target"_a, "direction"_a = sr::Direction::higher,
        R"(The outcomes that meet a printed target, rates and differences of rates as fractions.

`Quantity.target_interval` in the unit of the functions of numbers; levels keep the printed unit. `direction` says which
way is better: 'higher', 'lower' or 'none'. Raises ValueError for another word, TypeError for what is no Quantity.

>>> import shengzhou_report as sr
>>> outcomes = sr.progress.target_outcomes(sr.Quantity("7.0", "%", bound="about"))
>>> round(outcomes.lower, 4), outcomes.upper
(0.068, inf)
)");
}

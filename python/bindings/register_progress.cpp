#include "elementwise.hpp"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <sstream>
#include <utility>

namespace sr = shengzhou_report;
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

template <class T>
std::string text(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

void register_seasonal_share(py::module_& m) {
  py::class_<SeasonalShare> share(m, "SeasonalShare",
                                  R"(Share of the year's total that past years had reached at the end of a period.

`mean`, `lowest` and `highest` are over the years. Made by `seasonal_share`.
)");
  share.attr("__module__") = "shengzhou_report";
  share
      .def(py::init([](double mean, double lowest, double highest) {
             require_finite({{"mean", mean}, {"lowest", lowest}, {"highest", highest}});
             return SeasonalShare{mean, lowest, highest};
           }),
           "mean"_a, "lowest"_a, "highest"_a)
      .def_readonly("mean", &SeasonalShare::mean, "Mean over the years.")
      .def_readonly("lowest", &SeasonalShare::lowest, "Lowest of the years.")
      .def_readonly("highest", &SeasonalShare::highest, "Highest of the years.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const SeasonalShare& self) {
             return "SeasonalShare(" + python_repr(self.mean) + ", " + python_repr(self.lowest) + ", " +
                    python_repr(self.highest) + ")";
           })
      .def("__str__", &text<SeasonalShare>)
      .def(py::pickle([](const SeasonalShare& self) { return py::make_tuple(1, self.mean, self.lowest, self.highest); },
                      [](const py::tuple& state) {
                        return SeasonalShare{state[1].cast<double>(), state[2].cast<double>(), state[3].cast<double>()};
                      }));
}

void register_pace(py::module_& m) {
  py::class_<Pace> pace(m, "Pace", R"(Where a figure stands against one measure of how much should be done.

`share` is the part of the year's total that should be done by now, `lead` completion less that share (negative when
behind), `projection` the year's total if `share` of it is done. Part of `Progress`.
)");
  pace.attr("__module__") = "shengzhou_report";
  pace.def(py::init([](double share, double lead, double projection) {
             require_finite({{"share", share}, {"lead", lead}, {"projection", projection}});
             return Pace{share, lead, projection};
           }),
           "share"_a, "lead"_a, "projection"_a)
      .def_readonly("share", &Pace::share, "Part of the year's total that should be done by now.")
      .def_readonly("lead", &Pace::lead, "Completion less `share`: 0.02 is 2 percentage points ahead.")
      .def_readonly("projection", &Pace::projection, "The year's total if `share` of it is done.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const Pace& self) {
             return "Pace(" + python_repr(self.share) + ", " + python_repr(self.lead) + ", " +
                    python_repr(self.projection) + ")";
           })
      .def("__str__", &text<Pace>)
      .def(py::pickle([](const Pace& self) { return py::make_tuple(1, self.share, self.lead, self.projection); },
                      [](const py::tuple& state) {
                        return Pace{state[1].cast<double>(), state[2].cast<double>(), state[3].cast<double>()};
                      }));
}

void register_progress_type(py::module_& m) {
  py::class_<Progress> progress(m, "Progress", R"(Where an annual target on a level stands during the year.

Made by `progress`.
)");
  progress.attr("__module__") = "shengzhou_report";
  progress
      .def(py::init([](double annual_target, double ytd, double completion, double shortfall, const Pace& calendar,
                       std::optional<Pace> seasonal, std::optional<Interval> seasonal_lead,
                       std::optional<double> required_growth) {
             return Progress{annual_target, ytd,      completion,    shortfall,
                             calendar,      seasonal, seasonal_lead, required_growth};
           }),
           "annual_target"_a, "ytd"_a, "completion"_a, "shortfall"_a, "calendar"_a, "seasonal"_a = py::none(),
           "seasonal_lead"_a = py::none(), "required_growth"_a = py::none())
      .def_readonly("annual_target", &Progress::annual_target, "The target for the year.")
      .def_readonly("ytd", &Progress::ytd, "The year-to-date figure.")
      .def_readonly("completion", &Progress::completion, "Share of the target that is done: ytd / annual_target.")
      .def_readonly("shortfall", &Progress::shortfall, "annual_target - ytd; negative when more than met.")
      .def_readonly("calendar", &Progress::calendar, "Pace against the calendar.")
      .def_readonly("seasonal", &Progress::seasonal, "Pace against the mean of past years, or None.")
      .def_readonly("seasonal_lead", &Progress::seasonal_lead,
                    "Lead over the highest and over the lowest share of past years, or None.")
      .def_readonly("required_growth", &Progress::required_growth,
                    "Growth that the rest of the year needs on the rest of last year; None once the target is met.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const Progress& self) {
             std::string out = "Progress(" + python_repr(self.annual_target) + ", " + python_repr(self.ytd) + ", " +
                               python_repr(self.completion) + ", " + python_repr(self.shortfall) + ", " +
                               python_repr(self.calendar);
             if (self.seasonal) out += ", seasonal=" + python_repr(*self.seasonal);
             if (self.seasonal_lead) out += ", seasonal_lead=" + python_repr(*self.seasonal_lead);
             if (self.required_growth) out += ", required_growth=" + python_repr(*self.required_growth);
             return out + ")";
           })
      .def("__str__", &text<Progress>)
      .def(py::pickle(
          [](const Progress& self) {
            return py::make_tuple(1, self.annual_target, self.ytd, self.completion, self.shortfall, self.calendar,
                                  self.seasonal, self.seasonal_lead, self.required_growth);
          },
          [](const py::tuple& state) {
            return Progress{state[1].cast<double>(),
                            state[2].cast<double>(),
                            state[3].cast<double>(),
                            state[4].cast<double>(),
                            state[5].cast<Pace>(),
                            state[6].cast<std::optional<Pace>>(),
                            state[7].cast<std::optional<Interval>>(),
                            state[8].cast<std::optional<double>>()};
          }));
}

void register_error_moments(py::module_& m) {
  py::class_<ErrorMoments> moments(m, "ErrorMoments", R"(Mean and standard deviation of past forecast errors.

Made by `error_moments`.
)");
  moments.attr("__module__") = "shengzhou_report";
  moments
      .def(py::init([](double mean, double sd) {
             require_finite({{"mean", mean}, {"sd", sd}});
             return ErrorMoments{mean, sd};
           }),
           "mean"_a, "sd"_a)
      .def_readonly("mean", &ErrorMoments::mean, "Mean of outturn - forecast.")
      .def_readonly("sd", &ErrorMoments::sd, "Standard deviation.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const ErrorMoments& self) {
             return "ErrorMoments(" + python_repr(self.mean) + ", " + python_repr(self.sd) + ")";
           })
      .def("__str__", &text<ErrorMoments>)
      .def(py::pickle(
          [](const ErrorMoments& self) { return py::make_tuple(1, self.mean, self.sd); },
          [](const py::tuple& state) { return ErrorMoments{state[1].cast<double>(), state[2].cast<double>()}; }));
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
  register_seasonal_share(m);
  register_pace(m);
  register_progress_type(m);
  register_error_moments(m);

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
                                  std::optional<std::pair<double, double>> previous) {
    sr::ProgressOptions options{.seasonal = seasonal, .previous = {}};
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

#include "elementwise.hpp"
#include "record.hpp"

namespace sr = shengzhou_report;
using record::required;
using sr::GapPeak;
using sr::GapPeakRange;
using sr::Interval;

namespace {

constexpr std::int64_t no_year = std::numeric_limits<std::int64_t>::max();

void register_gap_peak(py::module_& m) {
  py::class_<GapPeak> peak = record::define<GapPeak>(
      m, "GapPeak", R"(First turning point of the absolute gap from rising to falling.

`reach` is 'already', 'reached' or 'never'; `time` the maximum in continuous time; `year` the first year whose next
year is not larger (None when never); `gap` the gap in that year (inf when never).
)",
      record::fields(
          required("reach", "'already', 'reached' or 'never'.", &GapPeak::reach),
          required("time", "Maximum of the gap in continuous time; inf when never.", &GapPeak::time),
          record::computed<GapPeak, std::optional<std::int64_t>>(
              "year", "First year whose next year is not larger; None when never.",
              [](const GapPeak& self) { return self.year == no_year ? std::nullopt : std::optional(self.year); },
              [](GapPeak& self, std::optional<std::int64_t>&& year) { self.year = year.value_or(no_year); }),
          required("gap", "Gap in that year; inf when never.", &GapPeak::gap)),
      [](GapPeak& self) {
        if ((self.year == no_year) != (self.reach == sr::Reach::never)) {
          throw sr::DomainError("year: None belongs to never alone");
        }
      });
  peak.def("__bool__", [](const GapPeak& self) { return self.reach != sr::Reach::never; });

  py::class_<GapPeakRange> range = record::define<GapPeakRange>(
      m, "GapPeakRange", R"(The earliest and the latest possible turning point of the gap.

`reached` says whether the gap turns: 'certain', 'possible' or 'no'.
)",
      record::fields(required("earliest", "The earliest possible turning point.", &GapPeakRange::earliest),
                     required("latest", "The latest possible turning point.", &GapPeakRange::latest)));
  range.def_property_readonly("reached", &GapPeakRange::reached, "'certain', 'possible' or 'no'.");
}

}  // namespace

void register_income_gap(py::module_& m) {
  register_gap_peak(m);
  Forms forms(m);
  using D = double;
  using I = const Interval&;
  using A = const ArrayRef&;
  using Intervals = const std::vector<Interval>&;
  const py::call_guard<py::gil_scoped_release> released;

  forms.add(sr::income_ratio);
  forms.add(sr::income_gap);
  forms.add(sr::required_differential);
  forms.add(sr::required_rural_growth);
  forms.add(sr::required_urban_growth);
  forms.add(sr::gap_threshold);
  forms.add(sr::real_income_ratio);
  forms.add(sr::real_ratio_growth);

  def_crossing_forms(forms, "years_to_ratio", py::overload_cast<D, D, D, D>(sr::years_to_ratio),
                     py::overload_cast<I, I, I, I>(sr::years_to_ratio),
                     py::overload_cast<A, A, A, A>(sr::years_to_ratio));
  def_crossing_forms(forms, "gap_close", py::overload_cast<D, D, D, D>(sr::gap_close),
                     py::overload_cast<I, I, I, I>(sr::gap_close), py::overload_cast<A, A, A, A>(sr::gap_close));
  def_crossing_forms(forms, "ratio_half_life", py::overload_cast<D, D, D>(sr::ratio_half_life),
                     py::overload_cast<I, I, I>(sr::ratio_half_life), py::overload_cast<A, A, A>(sr::ratio_half_life));

  // Growth that differs by the year: one sequence a place, no element-wise form.
  forms.array.def(
      "years_to_ratio_on_path",
      [](D ratio, A urban, A rural, D target) { return sr::years_to_ratio_on_path(ratio, urban, rural, target); },
      released);
  forms.interval.def("years_to_ratio_on_path", [](I ratio, Intervals urban, Intervals rural, I target) {
    return sr::years_to_ratio_on_path(ratio, urban, rural, target);
  });

  forms.scalar.def("gap_peak", py::overload_cast<D, D, D, D>(sr::gap_peak));
  forms.interval.def("gap_peak", py::overload_cast<I, I, I, I>(sr::gap_peak));
  forms.array.def("gap_peak", [](A urban, A rural, A urban_growth, A rural_growth) {
    sr::GapPeaks peaks = [&] {
      const py::gil_scoped_release release;
      return sr::gap_peak(urban, rural, urban_growth, rural_growth);
    }();
    return py::make_tuple(std::move(peaks.reach), std::move(peaks.time), std::move(peaks.year), std::move(peaks.gap));
  });

  // Paths: constant growth for one place, constant growth for many, growth that differs by the year.
  forms.scalar.def("ratio_path", py::overload_cast<D, D, D, int>(sr::ratio_path));
  forms.scalar.def("gap_path", py::overload_cast<D, D, D, D, int>(sr::gap_path));
  forms.array.def("ratio_paths", &sr::ratio_paths, released);
  forms.array.def("gap_paths", &sr::gap_paths, released);
  forms.array.def("ratio_path", py::overload_cast<D, A, A>(sr::ratio_path), released);
  forms.array.def("gap_path", py::overload_cast<D, D, A, A>(sr::gap_path), released);
  forms.interval.def("ratio_path", py::overload_cast<I, I, I, int>(sr::ratio_path));
  forms.interval.def("gap_path", py::overload_cast<I, I, I, I, int>(sr::gap_path));
  forms.interval.def("ratio_path_varying",
                     [](I ratio, Intervals urban, Intervals rural) { return sr::ratio_path(ratio, urban, rural); });
  forms.interval.def("gap_path_varying", [](I urban, I rural, Intervals urban_growth, Intervals rural_growth) {
    return sr::gap_path(urban, rural, urban_growth, rural_growth);
  });

  forms.scalar.def("real_ratio_path", py::overload_cast<D, D, D, D, D, int>(sr::real_ratio_path));
  forms.array.def("real_ratio_paths", &sr::real_ratio_paths, released);
  forms.array.def("real_ratio_path", py::overload_cast<D, A, A, A, A>(sr::real_ratio_path), released);
  forms.interval.def("real_ratio_path", py::overload_cast<I, I, I, I, I, int>(sr::real_ratio_path));
  forms.interval.def("real_ratio_path_varying",
                     [](I ratio, Intervals urban, Intervals rural, Intervals urban_prices, Intervals rural_prices) {
                       return sr::real_ratio_path(ratio, urban, rural, urban_prices, rural_prices);
                     });

  forms.interval.def("is_narrowing", py::overload_cast<I, I>(sr::is_narrowing));
  forms.interval.def("is_narrowing", py::overload_cast<I, I, I, I>(sr::is_narrowing));
  forms.interval.def("is_narrowing", py::overload_cast<I, I, I, I, I, I>(sr::is_narrowing));
  forms.interval.def("is_gap_narrowing", py::overload_cast<I, I, I>(sr::is_gap_narrowing));
  forms.interval.def("is_gap_narrowing", py::overload_cast<I, I, I, I>(sr::is_gap_narrowing));
  forms.interval.def("is_gap_narrowing", py::overload_cast<I, I, I, I, I, I>(sr::is_gap_narrowing));
  forms.array.def("is_narrowing", py::overload_cast<A, A, D>(sr::is_narrowing), released);
  forms.array.def("is_narrowing", py::overload_cast<A, A, A, A, D>(sr::is_narrowing), released);
  forms.array.def("is_narrowing", py::overload_cast<A, A, A, A, A, A, D, D>(sr::is_narrowing), released);
  forms.array.def("is_gap_narrowing", py::overload_cast<A, A, A, D>(sr::is_gap_narrowing), released);
  forms.array.def("is_gap_narrowing", py::overload_cast<A, A, A, A, D>(sr::is_gap_narrowing), released);
  forms.array.def("is_gap_narrowing", py::overload_cast<A, A, A, A, A, A, D, D>(sr::is_gap_narrowing), released);
}

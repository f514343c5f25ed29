#include "bindings.hpp"

namespace sr = shengzhou_report;

namespace {

template <class... Enums>
py::dict words() {
  const auto table = []<class Enum>(Enum /*any*/) {
    py::list all;
    for (const auto& row : sr::Words<Enum>::table) all.append(row.word);
    return py::tuple(all);
  };
  py::dict out;
  ((out[sr::Words<Enums>::enumeration] = table(Enums{})), ...);
  return out;
}

}  // namespace

/// `_core.words`: the words of each enumeration in the order of its values, which arrays hold as numbers. The aliases
/// of `typing.py` are written from it.
void register_words(py::module_& m) {
  m.attr("words") =
      words<sr::Measure, sr::Status, sr::Modality, sr::Period, sr::Doubt, sr::DocumentKind, sr::SectionRole, sr::Trend,
            sr::Bound, sr::Direction, sr::Kind, sr::PriceBasis, sr::Topic, sr::Reach, sr::SpliceLink, sr::SpliceLevel,
            sr::InequalityIndex, sr::ShareOrigin, sr::Certainty, sr::Conversion, sr::Movement, sr::ShiftShareMethod,
            sr::ElderlyFrom, sr::AgeingStage, sr::IncomeConstraint, sr::Severity, sr::Verdict, sr::Obstacle,
            sr::Rounding, sr::SkipReason, sr::Shocks, sr::Arithmetic, sr::InstructionSet, sr::Subject, sr::Tier,
            sr::NameMatch>();
}

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "capsule.hpp"
#include "utf8_argument.hpp"

namespace sr = shengzhou_report;

namespace {

/// Documents that are parsed together, held until their tables are taken.
class Documents {
 public:
  /// `texts` has the file, the SHA-256 of its bytes and the text of each document, a str or bytes of UTF-8. A text that
  /// cannot be parsed is left out and stands in `errors`.
  explicit Documents(const std::vector<std::tuple<Text, Text, py::object>>& texts) {
    std::vector<std::pair<sr::Document, std::string_view>> readable;
    for (const auto& [file, sha256, text] : texts) {
      try {
        readable.push_back({{file.value, sha256.value, {}}, utf8_argument(text)});
      } catch (const py::value_error& error) {
        errors_.emplace_back(file.value, error.what());
      }
    }
    const py::gil_scoped_release release;
    std::vector<sr::Document> read;
    read.reserve(readable.size());
    for (auto& [document, text] : readable) {
      try {
        document.report = sr::parse(text);
        read.push_back(std::move(document));
      } catch (const std::exception& error) {
        errors_.emplace_back(document.file, error.what());
      }
    }
    documents_ = std::make_shared<const std::vector<sr::Document>>(std::move(read));
  }

  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& errors() const { return errors_; }

  [[nodiscard]] py::object stream(const Text& table) const {
    auto out = std::make_unique<ArrowArrayStream>();
    export_stream(documents_, sr::from_string<sr::CorpusTable>(table), out.get());
    return capsule(std::move(out));
  }

 private:
  std::shared_ptr<const std::vector<sr::Document>> documents_;
  std::vector<std::pair<std::string, std::string>> errors_;
};

py::object schema_of(const Text& table) {
  auto out = std::make_unique<ArrowSchema>();
  export_schema(sr::from_string<sr::CorpusTable>(table), out.get());
  return capsule(std::move(out));
}

}  // namespace

void register_corpus(py::module_& m) {
  py::class_<Documents>(m, "_Documents")
      .def(py::init<const std::vector<std::tuple<Text, Text, py::object>>&>(), "texts"_a)
      .def_property_readonly("errors", &Documents::errors)
      .def("stream", &Documents::stream, "table"_a);
  m.def("_corpus_schema", &schema_of, "table"_a);
}

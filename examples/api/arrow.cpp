// arrow.hpp: a report as Arrow record batches, by the C data and C stream interfaces.
#include <shengzhou_report/arrow.hpp>

#include <memory>
#include <string>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // What the columns are. Whoever holds a struct of Arrow releases it once.
  ArrowSchema schema{};
  sr::export_schema(sr::shengzhou_2024(), &schema);
  EXPECT(std::string(schema.children[0]->name) == "indicator" && std::string(schema.children[0]->format) == "u");
  schema.release(&schema);

  // A stream of batches, which a library of Arrow takes from here.
  ArrowArrayStream stream{};
  sr::export_stream(std::make_shared<const sr::Report>(sr::shengzhou_2024()), &stream);
  ArrowArray batch{};
  EXPECT(stream.get_next(&stream, &batch) == 0 && batch.length == 192);
  batch.release(&batch);
  EXPECT(stream.get_next(&stream, &batch) == 0 && batch.release == nullptr);  // the end
  stream.release(&stream);

  // Batches as small as memory asks for; a panel says place and year of the report before the other columns.
  const auto panel = std::make_shared<const sr::Panel>(std::vector<sr::Report>{sr::shengzhou_2024()});
  sr::export_stream(panel, &stream, sr::BatchLimits{.rows = 100});
  EXPECT(stream.get_next(&stream, &batch) == 0 && batch.length == 100);
  batch.release(&batch);
  EXPECT(stream.get_schema(&stream, &schema) == 0 && std::string(schema.children[1]->name) == "vintage");
  schema.release(&schema);
  stream.release(&stream);
  sr::export_schema(*panel, &schema);
  schema.release(&schema);
  EXPECT(throws<sr::DomainError>([&] { sr::export_stream(panel, &stream, {.rows = 0}); }));
}

// corpus.hpp: many documents as tables, by Arrow's C stream interface.
#include <shengzhou_report/corpus.hpp>

#include <memory>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/parse.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const auto documents = std::make_shared<const std::vector<sr::Document>>(std::vector<sr::Document>{
      {.file = "a.txt", .report = sr::shengzhou_2024()}, {.file = "b.txt", .report = sr::parse("粮食总产量5万吨。")}});

  // A row a document: whose it is, and what was found in it.
  ArrowSchema schema{};
  sr::export_schema(sr::CorpusTable::reports, &schema);
  EXPECT(std::string(schema.children[0]->name) == "file");
  schema.release(&schema);
  ArrowArrayStream stream{};
  ArrowArray batch{};
  sr::export_stream(documents, sr::CorpusTable::reports, &stream);
  EXPECT(stream.get_next(&stream, &batch) == 0 && batch.length == 2);
  batch.release(&batch);
  stream.release(&stream);

  // A row a statement, in batches as small as memory asks for.
  sr::export_stream(documents, sr::from_string<sr::CorpusTable>("statements"), &stream, {.rows = 150});
  EXPECT(stream.get_next(&stream, &batch) == 0 && batch.length == 150);
  batch.release(&batch);
  EXPECT(stream.get_next(&stream, &batch) == 0 && batch.length == 43);
  batch.release(&batch);
  stream.release(&stream);
  EXPECT(
      throws<sr::DomainError>([&] { sr::export_stream(documents, sr::CorpusTable::sections, &stream, {.rows = 0}); }));
}

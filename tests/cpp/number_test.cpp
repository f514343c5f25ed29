#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <unordered_set>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/number.hpp>

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_CASE(read_number_reads_digits_and_characters) {
  const auto value = [](const char* text) { return to_string(sr::read_number(text).value); };
  BOOST_TEST(value("三亿二千万") == "320000000");
  BOOST_TEST(value("3亿2千万") == "320000000");
  BOOST_TEST(value("壹佰贰拾叁万肆仟伍佰") == "1234500");
  BOOST_TEST(value("两萬五千億") == "2500000000000");
  BOOST_TEST(value("廿三") == "23");
  BOOST_TEST(value("１２，３４５.6") == "12345.6");
  BOOST_TEST(value("负百分之三") == "-3");
  BOOST_TEST(value("四分之一") == "0.25");
  BOOST_TEST(value("两年半") == "2.5");
}

BOOST_AUTO_TEST_CASE(read_number_tells_unit_bound_and_range) {
  const sr::Number n = sr::read_number("650万-750万台");
  BOOST_TEST(n.unit == "万台");
  BOOST_TEST(to_string(n.upper.value()) == "750");
  BOOST_TEST((n.bound == sr::Bound::range));
  BOOST_TEST((sr::read_number("十几亿元").bound == sr::Bound::more_than));
  BOOST_TEST((sr::read_number("20个以上").bound == sr::Bound::at_least));
}

BOOST_AUTO_TEST_CASE(what_is_no_number_raises) {
  for (const char* text : {"", "一切", "第三", "千家万户", "三亿x", "abc", "1.2.3", "12345678901234567890", "\xff"})
    BOOST_CHECK_THROW((void)sr::read_number(text), sr::ParseError);
}

BOOST_AUTO_TEST_CASE(find_numbers_keeps_to_numbers_and_their_places) {
  const std::string text = "统一新建学校十二所，投资近3.5亿元，居第三。";
  const std::vector<sr::Number> found = sr::find_numbers(text);
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].text == "十二所");
  BOOST_TEST(found[1].text == "近3.5亿元");
  BOOST_TEST(text.substr(static_cast<std::size_t>(found[1].span.begin), found[1].text.size()) == found[1].text);
  BOOST_TEST(sr::find_numbers("一切、万一、千家万户、百花齐放、三农").empty());
}

BOOST_AUTO_TEST_CASE(numbers_compare_hash_and_print) {
  const sr::Number a = sr::read_number("三十");
  BOOST_TEST((a == sr::read_number("三十")));
  BOOST_TEST((a != sr::read_number("30")));
  BOOST_TEST(std::unordered_set<sr::Number>({a, sr::read_number("三十")}).size() == 1U);
  std::ostringstream out;
  out << a;
  BOOST_TEST(out.str() == "三十");
}

#include "record.hpp"

#include <algorithm>

namespace sr = shengzhou_report;
using sr::Decimal;
using sr::Number;

namespace {

/// read_number; offsets of errors count code points in Python.
Number read(const std::string& text) {
  try {
    return sr::read_number(text);
  } catch (const sr::ParseError& e) {
    const auto stop =
        text.begin() + std::min(static_cast<std::ptrdiff_t>(e.offset()), static_cast<std::ptrdiff_t>(text.size()));
    throw sr::ParseError(e.what(), std::count_if(text.begin(), stop, [](char c) {
                           return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                         }));
  }
}

}  // namespace

void register_numbers(py::module_& m) {
  py::class_<Number> number = record::define<Number>(
      m, "Number", R"(A number as a text prints it: what read_number and find_numbers give.

`value` and `upper` are decimal.Decimal, `unit` is as printed ('' for none), `bound` what the words around the number
say, `text` what stands from `start` to `end`, in code points.

>>> import shengzhou_report as sr
>>> number = sr.read_number("近3亿2千万元")
>>> number.value, number.unit, number.bound
(Decimal('320000000'), '元', 'nearly')
)",
      record::fields(
          record::required("text", "The number as printed, with unit and the words of its bound.", &Number::text),
          record::required("value", "The number as a decimal.Decimal; the lower end of a range.", &Number::value),
          record::usual("unit", "The unit as printed, '%' of 百分之; '' for none.", &Number::unit), record::by_name,
          record::named("bound", "How words limit the number: 'exact', 'at_least', 'nearly' ...", &Number::bound),
          record::named("upper", "Upper end of a range as a decimal.Decimal, else None.", &Number::upper),
          record::place<record::Role::kept>(&Number::span)));
  number.def("__str__", [](const Number& self) { return self.text; });

  m.def(
      "read_number", [](const Text& text) { return read(text.value); }, "text"_a,
      R"(Reads a text that is one number, with or without unit and words of a bound, into a Number.

Digits with thousands separators and of either width, characters of either script and those of cheques, mixtures of
both, decimals, 半, few and many, per cent, per mille, tenths, fractions, ranges, and growth in words. A magnitude before
a unit belongs to the unit, as printed in digits, and to the value without one. 几十 and 数百 are more than 10 and 100.
Raises ParseError for a text that is no number, as a word that holds a numeral (一切) and an ordinal (第三) are none.

>>> import shengzhou_report as sr
>>> for text in ["三亿二千万", "1.5万亿", "两千三", "壹佰贰拾叁万", "四分之一", "七成五", "十几亿", "745亿元", "百分之五至七"]:
...     n = sr.read_number(text)
...     print(text, n.value, n.unit or "-", n.bound, n.upper or "")
三亿二千万 320000000 - exact 
1.5万亿 1500000000000 - exact 
两千三 2300 - exact 
壹佰贰拾叁万 1230000 - exact 
四分之一 0.25 - exact 
七成五 7.5 成 exact 
十几亿 1000000000 - more_than 
745亿元 745 亿元 exact 
百分之五至七 5 % range 7
>>> sr.read_number("一切")
Traceback (most recent call last):
    ...
shengzhou_report.ParseError: '一切' is no number: expected digits or numerals, as 1,204.5, 三亿二千万, 3亿2千万元 or 百分之七点五
)");
  m.def(
      "find_numbers",
      [](const Text& text) {
        const std::vector<Number> found = sr::find_numbers(text.value);
        py::tuple numbers(found.size());
        for (std::size_t i = 0; i < found.size(); ++i) numbers[i] = py::cast(found[i]);
        return numbers;
      },
      "text"_a, R"(The numbers of any text, in its order, as a tuple of Number.

Ordinals, words that hold a numeral and digits within Latin names are none; years and dates are numbers as others. A
lone character (一, 百) counts where a unit follows or nothing Chinese stands beside it. Work is linear in the length of
the text. Raises ParseError for bytes that are not UTF-8, TypeError for what is no text.

>>> import shengzhou_report as sr
>>> [(n.text, str(n.value), n.unit) for n in sr.find_numbers("全市统一新建学校十二所，惠及千家万户，投资近3.5亿元，居全省第三。")]
[('十二所', '12', '所'), ('近3.5亿元', '3.5', '亿元')]
)");
}

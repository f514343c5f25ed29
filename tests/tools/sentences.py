"""Sentences whose right reading is known, because the grammar that writes them says what they state.

A document of this grammar has a head and parts, a part paragraphs of sentences, and a sentence is one of FORMS with its
slots filled. Only what a statistician would read in one way is in it.

| slot | is filled with | example |
|---|---|---|
| A, B, H | different AMOUNTS | 粮食产量 |
| R, S | different RATES | 城镇化率 |
| C, D | different COUNTS with their numbers | 停车场12座 |
| a, b | one of LEVELS with an amount of A, of B; r with a per cent | 超过21.5万吨 |
| v, w, x | an amount of A, of B, of H | 21.5万吨 |
| t | a range of amounts of A | 20—22万吨 |
| d | one of DIFFERENCES with an amount of A | 减少1.5万吨 |
| g, h | one of CHANGES with a per cent, or a range of them | 下降3.5%以上 |
| c | one of POINTS with percentage points | 提高0.8个百分点 |
| p, q, o | a per cent | 5.2% |
| k, l | percentage points | 0.8个百分点 |
| n | a rank | 4 |
| y, z | a year before that of the part, a year behind it | 2027 |

What a sentence states is written as "A a": the indicator A has what the slot a says. Words behind that say what the
slot alone does not: what it measures, its bound, the slot of the year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

import shengzhou_report as sr


def by_name(units: dict[str, str]) -> dict[str, str]:
    """The unit of each name, from the names of each unit."""
    return {name: unit for unit, names in units.items() for name in names.split()}


AMOUNTS = by_name(
    {
        "亿元": "地区生产总值 工业增加值 建筑业总产值 社会消费品零售总额 网络零售额 一般公共预算收入 税收收入 财政支出 "
        "教育支出 固定资产投资 工业投资 民间投资 技改投资 存款余额 贷款余额 旅游收入",
        "亿美元": "出口 进口",
        "万元": "科技支出",
        "元": "城镇居民人均可支配收入 农村居民人均可支配收入 低保标准",
        "万吨": "粮食产量 蔬菜产量 货运量 港口吞吐量",
        "吨": "茶叶产量 水产品产量",
        "万吨标准煤": "能源消费总量",
        "亿千瓦时": "发电量 用电量",
        "万立方米": "用水量",
        "万人次": "客运量",
        "万人": "常住人口 户籍人口",
        "人": "在校学生",
        "万件": "快递业务量",
        "件": "专利授权量",
        "万亩": "耕地面积 森林面积",
        "公顷": "绿地面积",
        "公里": "公路里程",
    }
)
#: Names that are whole and that the end of a list seems to complete (粮食、蔬菜产量): they stand in no list.
UNLISTED = frozenset(("出口", "进口", "常住人口", "户籍人口", "公路里程", "在校学生", "低保标准", "优良天数比例"))
RATES = by_name(
    {
        "%": "城镇化率 森林覆盖率 失业率 污水处理率 入学率 参保率 优良天数比例 垃圾分类覆盖率 达标率 技改投资比重 "
        "税收收入比重 贫困发生率 产品合格率 绿化覆盖率"
    }
)
#: What is counted as it is made.
COUNTS = by_name(
    {
        "个": "公园 充电桩 就业岗位",
        "家": "图书馆 科技企业",
        "座": "停车场",
        "所": "幼儿园",
        "张": "养老床位",
        "条": "公交线路",
        "公里": "绿道",
        "亩": "林地",
        "万平方米": "标准厂房",
    }
)


@dataclass(frozen=True)
class Predicate:
    """What is said of a number: the words around it, the bound of the value, and its sign."""

    says: str
    bound: str = "exact"
    sign: int = 1


LEVELS = (
    Predicate("{}"),
    Predicate("达到{}"),
    Predicate("达{}"),
    Predicate("为{}"),
    Predicate("约为{}", "about"),
    Predicate("达到{}左右", "about"),
    Predicate("超过{}", "more_than"),
    Predicate("突破{}", "more_than"),
    Predicate("达到{}以上", "at_least"),
    Predicate("稳定在{}以上", "at_least"),
    Predicate("不低于{}", "at_least"),
    Predicate("不少于{}", "at_least"),
    Predicate("控制在{}以内", "at_most"),
    Predicate("不超过{}", "at_most"),
    Predicate("接近{}", "nearly"),
    Predicate("达到近{}", "nearly"),
    Predicate("不到{}", "less_than"),
)
#: The bound is that of the value: what falls by 3.5 % or more has grown by -3.5 % at most.
CHANGES = (
    Predicate("增长{}"),
    Predicate("同比增长{}"),
    Predicate("比上年增长{}"),
    Predicate("提高{}"),
    Predicate("增长{}左右", "about"),
    Predicate("增长约{}", "about"),
    Predicate("增长{}以上", "at_least"),
    Predicate("增长超过{}", "more_than"),
    Predicate("增长近{}", "nearly"),
    Predicate("下降{}", "exact", -1),
    Predicate("同比下降{}", "exact", -1),
    Predicate("降低{}", "exact", -1),
    Predicate("下降{}左右", "about", -1),
    Predicate("下降{}以上", "at_most", -1),
    Predicate("下降超过{}", "less_than", -1),
    Predicate("下降{}以内", "at_least", -1),
    Predicate("下降不到{}", "more_than", -1),
)
DIFFERENCES = (
    Predicate("增加{}"),
    Predicate("比上年增加{}"),
    Predicate("增加{}以上", "at_least"),
    Predicate("减少{}", "exact", -1),
    Predicate("减少{}以上", "at_most", -1),
    Predicate("减少{}左右", "about", -1),
)
POINTS = (
    Predicate("提高{}"),
    Predicate("上升{}"),
    Predicate("提高{}以上", "at_least"),
    Predicate("下降{}", "exact", -1),
    Predicate("下降{}以上", "at_most", -1),
    Predicate("降低{}左右", "about", -1),
)


@dataclass(frozen=True)
class Form:
    """A sentence: its words and slots, what it states, the kinds of parts that hold it; statements it makes otherwise
    than firmly, or of another status than its part."""

    says: str
    states: str
    where: str = "review plan"
    modality: str = "firm"
    status: str = ""


FORMS = (
    Form("{A}{a}。", "A a"),
    Form("{A}{a}，{B}{b}。", "A a, B b"),
    Form("全市{A}{a}。", "A a"),
    Form("一是{A}{a}；二是{B}{b}。", "A a, B b"),
    Form("{A}达到{t}。", "A t"),
    Form("{A}{g}。", "A g"),
    Form("{A}{g}，{B}{h}。", "A g, B h"),
    Form("{A}{a}，{g}。", "A a, A g"),
    Form("{A}{a}，{g}；{B}{b}，{h}。", "A a, A g, B b, B h"),
    Form("{A}{d}。", "A d"),
    Form("{A}达到{v}，比上年{d}。", "A v, A d"),
    Form("{A}达到{v}、{B}达到{w}。", "A v, B w"),
    Form("{A}、{B}分别达到{v}和{w}。", "A v, B w"),
    Form("{A}、{B}和{H}分别达到{v}、{w}和{x}。", "A v, B w, H x"),
    Form("{A}、{B}分别增长{p}、{q}。", "A p growth, B q growth"),
    Form("{A}、{B}、{H}分别增长{p}、{q}和{o}。", "A p growth, B q growth, H o growth"),
    Form("{A}、{B}分别达到{v}、{w}，分别增长{p}和{q}。", "A v, B w, A p growth, B q growth"),
    Form("{A}、{B}均增长{p}。", "A p growth, B p growth"),
    Form("{A}达到{v}，其中{B}达到{w}。", "A v, B w"),
    Form("{A}达到{v}，其中{B}达到{w}，增长{p}。", "A v, B w, B p growth"),
    Form("工业增加值占地区生产总值比重达到{p}。", "工业增加值占地区生产总值比重 p"),
    Form("{R}{r}。", "R r"),
    Form("{R}{c}。", "R c"),
    Form("{R}达到{p}，{c}。", "R p, R c"),
    Form("{R}、{S}分别达到{p}和{q}。", "R p, S q"),
    Form("{R}、{S}分别提高{k}和{l}。", "R k change, S l change"),
    Form("新增{C}、{D}。", "新增C C, 新增D D"),
    Form("新建{C}。", "新建C C"),
    Form("{A}比上年翻一番。", "A 100%"),
    Form("{A}由{y}年的{v}增加到{x}。", "A v y, A x", "review"),
    Form("{R}由{y}年的{p}提高到{q}。", "R p y, R q", "review"),
    Form("{R}居全省第{n}位。", "R n rank", "review"),
    Form("主要预期目标是：{A}{g}，{B}{h}；{R}{r}。", "A g, B h, R r", "plan"),
    Form("力争{A}{g}。", "A g", "plan", "strive"),
    Form("努力实现{A}增长{p}。", "A p growth", "plan", "strive"),
    Form("确保{R}控制在{p}以内。", "R p at_most", "plan", "ensure"),
    Form("计划新建{C}。", "新建C C", "plan"),
)
#: A year, and 预计, hold for what follows, so these have a paragraph of their own.
ALONE = (
    Form("预计{A}达到{v}。", "A v", "review", status="estimate"),
    Form("{A}预计增长{p}。", "A p growth", "review", status="estimate"),
    Form("{y}年，{A}达到{v}。", "A v y", "review"),
    Form("{y}年，{A}增长{p}，{B}达到{w}。", "A p growth y, B w y", "review"),
    Form("到{z}年，{A}达到{v}。", "A v z", "plan"),
    Form("到{z}年，{A}{a}，{R}{r}。", "A a z, R r z", "plan"),
)
#: Sentences that state no figure.
WORDS = ("各项工作扎实推进。", "群众生活持续改善。", "营商环境不断优化。", "我们坚持稳中求进。")
#: Headings of the sections of a part, in their order.
HEADINGS = ("（一）着力稳增长。", "（二）民生不断改善", "（三）文化", "（四）环境更加优美。", "（五）加强自身建设")


@dataclass(frozen=True)
class Value:
    """A number as it is printed with the words around it, and what it says."""

    text: str
    value: Decimal
    unit: str
    measure: str = "level"
    bound: str = "exact"
    upper: Decimal | None = None

    def quantity(self) -> tuple[Any, ...]:
        """In base units, so that 三亿元 and 3亿元 are one."""
        ends = [sr.Quantity(end, self.unit).base for end in (self.value, self.upper) if end is not None]
        return (*(end.decimal for end in ends), str(ends[0].unit), self.bound)


@dataclass(frozen=True)
class Stated:
    """What a sentence states."""

    indicator: str
    measure: str
    quantity: tuple[Any, ...]
    status: str
    modality: str
    year: int | None


def read(report: sr.Report) -> list[Stated]:
    """What the parser reads, as the grammar states it."""
    found = []
    for s in report:
        quantity: tuple[Any, ...] = (s.trend,)
        if (q := s.quantity) is not None:
            ends = [q, *([sr.Quantity(q.upper, q.unit)] if q.upper is not None else [])]
            quantity = (*(end.base.decimal for end in ends), str(q.base.unit), q.bound)
        found.append(Stated(s.indicator, s.measure, quantity, s.status, s.modality, s.year))
    return found


WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
HAN = "零一二三四五六七八九"
#: Units whose numbers reports also spell in characters.
SPELLED = frozenset({"万吨", "吨", "亿元", "万元", "元", "万人", "人", "万亩", "公顷", "公里", "万人次"})


def in_characters(number: Decimal) -> str:
    """二十一点五: what is below 10,000, as a person writes it."""
    whole, _, decimals = f"{number:f}".partition(".")
    words, zeros = "", False
    for digit, place in zip(whole.zfill(4), ("千", "百", "十", ""), strict=True):
        if digit == "0":
            zeros = bool(words)
        else:
            words += ("零" if zeros else "") + HAN[int(digit)] + place
            zeros = False
    words = re.sub("^一十", "十", words) or "零"
    return words + ("点" + "".join(HAN[int(digit)] for digit in decimals) if decimals else "")


numbers = st.one_of(
    st.integers(1, 9999).map(Decimal),
    st.integers(11, 99999).map(lambda n: Decimal(n).scaleb(-1)),
    st.integers(101, 999999).map(lambda n: Decimal(n).scaleb(-2)),
)
rates = st.integers(1, 999).map(lambda n: Decimal(n).scaleb(-1))


@st.composite
def values(draw: st.DrawFn, unit: str) -> Value:
    """A number with its unit, in one of the ways to write it."""
    number = draw(rates if unit in ("%", "个百分点") else numbers)
    text = f"{number:f}{unit}"
    spelling = draw(st.sampled_from(["plain", "plain", "plain", "wide", "characters"]))
    if spelling == "wide":
        text = text.translate(WIDE)
    elif spelling == "characters" and unit == "%":
        text = "百分之" + in_characters(number)
    elif spelling == "characters" and unit in SPELLED and 11 <= number < 10000:
        text = in_characters(number) + unit
    return Value(text, number, unit)


@st.composite
def phrases(draw: st.DrawFn, rows: tuple[Predicate, ...], unit: str, measure: str) -> Value:
    """A predicate and its number."""
    row, value = draw(st.sampled_from(rows)), draw(values(unit))
    text = row.says.format(value.text)
    return replace(value, text=text, value=row.sign * value.value, measure=measure, bound=row.bound)


@st.composite
def ranges(draw: st.DrawFn, says: str, unit: str, measure: str) -> Value:
    """From one number to a higher one, the unit behind both or behind the second."""
    low = draw(rates.filter(lambda n: n % 1))
    high = low + draw(rates)
    mark, first = draw(st.sampled_from(["—", "-", "～", "至"])), draw(st.sampled_from([unit, ""]))
    return Value(says.format(f"{low:f}{first}{mark}{high:f}{unit}"), low, unit, measure, "range", high)


@st.composite
def counted(draw: st.DrawFn, name: str) -> Value:
    """A thing and its number: 停车场12座."""
    number = draw(st.integers(2, 900))
    return Value(f"{name}{number}{COUNTS[name]}", Decimal(number), COUNTS[name])


def filled(slot: str, names: dict[str, str], year: int) -> st.SearchStrategy[Value]:
    """What can fill a slot, by the table above."""

    def unit(letter: str) -> str:
        return AMOUNTS[names.get(letter, names.get("A", ""))]

    match slot:
        case "a" | "b":
            return phrases(LEVELS, unit(slot.upper()), "level")
        case "r":
            return phrases(LEVELS, "%", "level")
        case "v" | "w" | "x":
            return values(unit({"v": "A", "w": "B", "x": "H"}[slot]))
        case "t":
            return ranges("{}", unit("A"), "level")
        case "d":
            return phrases(DIFFERENCES, unit("A"), "change")
        case "g" | "h":
            return st.one_of(phrases(CHANGES, "%", "growth"), ranges("增长{}", "%", "growth"))
        case "c":
            return phrases(POINTS, "个百分点", "change")
        case "p" | "q" | "o":
            return values("%")
        case "k" | "l":
            return values("个百分点")
        case "n":
            return st.integers(1, 99).map(lambda n: Value(str(n), Decimal(n), "位", "rank"))
        case "y":
            return st.integers(year - 9, year - 1).map(lambda n: Value(str(n), Decimal(n), ""))
        case "z":
            return st.integers(year + 1, year + 9).map(lambda n: Value(str(n), Decimal(n), ""))
    return counted(names[slot])


def statement(words: str, form: Form, names: dict[str, str], slots: dict[str, Value], part: tuple[str, int]) -> Stated:
    """'A p growth y' with its slots filled."""
    owner, slot, *more = words.split()
    status, year = part
    value = slots[slot] if slot in slots else Value("", Decimal(slot.strip("%")), "%", "growth")
    for word in more:
        if word in slots:
            year = int(slots[word].value)
        elif word in ("growth", "change", "rank"):
            value = replace(value, measure=word)
        else:
            value = replace(value, bound=word)
    name = re.sub("[A-Z]", lambda letter: names[letter[0]], owner)
    return Stated(name, value.measure, value.quantity(), form.status or status, form.modality, year)


@st.composite
def sentences(draw: st.DrawFn, form: Form, part: tuple[str, int]) -> tuple[str, list[Stated]]:
    """A sentence of a form and what it states, in a part of this status and year."""
    names: dict[str, str] = {}
    amounts = sorted(set(AMOUNTS) - UNLISTED) if "、{B}" in form.says else sorted(AMOUNTS)
    shares = sorted(set(RATES) - UNLISTED)
    for letters, choices in (("ABH", amounts), ("RS", shares), ("CD", sorted(COUNTS))):
        wanted = [letter for letter in letters if f"{{{letter}}}" in form.says]
        size = len(wanted)
        chosen = draw(st.lists(st.sampled_from(choices), min_size=size, max_size=size, unique=True)) if wanted else []
        names |= dict(zip(wanted, chosen, strict=True))
    wanted = [slot for slot in re.findall(r"\{(\w)\}", form.says) if slot in "CD" or slot not in names]
    slots = {slot: draw(filled(slot, names, part[1])) for slot in wanted}
    text = form.says.format(**{**names, **{slot: value.text for slot, value in slots.items()}})
    return text, [statement(words, form, names, slots, part) for words in form.states.split(", ")]


@dataclass(frozen=True)
class Document:
    """A text and what it states, in its order."""

    text: str
    stated: tuple[Stated, ...]


#: Head and parts of a document about the year Y: its lines, and (heading, kind of part, years from Y).
KINDS: tuple[tuple[str, tuple[tuple[str, str, int], ...]], ...] = (
    (
        "云岭县{Y}年政府工作报告\n各位代表：",
        (("一、{L}年工作回顾", "review", -1), ("二、{Y}年工作安排", "plan", 0)),
    ),
    (
        "政府工作报告\n——{Y}年1月9日在云岭市第五届人民代表大会第三次会议上\n各位代表：",
        (("一、过去一年工作回顾", "review", -1), ("二、{Y}年主要任务", "plan", 0)),
    ),
    ("云岭市{Y}年国民经济和社会发展统计公报", (("一、综合", "review", 0), ("二、农业", "review", 0))),
)


@st.composite
def documents(draw: st.DrawFn, paragraphs: int = 2, shortest: int = 1, longest: int = 3) -> Document:
    """A document of one of the kinds; at most so many paragraphs a part, so many sentences a paragraph."""
    head, parts = draw(st.sampled_from(KINDS))
    year = draw(st.integers(2012, 2034))
    lines = [head.format(Y=year, L=year - 1)]
    stated: list[Stated] = []
    for heading, kind, later in parts:
        lines.append(heading.format(Y=year, L=year - 1))
        part = ("target" if kind == "plan" else "outcome", year + later)
        headed = draw(st.booleans())
        for section in HEADINGS[: draw(st.integers(1, paragraphs))]:
            lines.append(section if headed else draw(st.sampled_from(WORDS)))
            alone = draw(st.sampled_from([False, False, False, True]))
            forms = [form for form in (ALONE if alone else FORMS) if kind in form.where]
            paragraph = ""
            for _ in range(1 if alone else draw(st.integers(shortest, longest))):
                said, states = draw(sentences(draw(st.sampled_from(forms)), part))
                paragraph += said + draw(st.sampled_from(["", "", *WORDS]))
                stated += states
            lines.append(paragraph)
    return Document("\n".join(lines) + "\n", tuple(stated))

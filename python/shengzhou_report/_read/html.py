"""HTML: the main content of a page; blocks become lines, tables keep their rows, raised marks of notes are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from shengzhou_report._core import ParseError
from shengzhou_report.frames import require

from .notes import end_of, raised
from .tables import Grid, table_lines

#: What runs within a line, and what Word adds under names of its own (o:p); any other element begins and ends one.
_INLINE = r"a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|label|mark|q|s|small|span|strong|sub|sup|u|wbr|\w+:\w+"
_INVISIBLE = r"head|noscript|script|style|template|textarea|select|button|svg|iframe|object|nav|footer|aside|form"

#: Sentences and rows of tables that a page has at most outside of its main content, whichever is more: a portal puts
#: few around a document, and what is more may be a part of it.
_MOST_AROUND = 3
_SHARE_AROUND = 0.05

#: What portals call the parts of a page around a document, in classes and ids, between hyphens or alone.
_AROUND = (
    r"(?:^|[\s_-])(?:foot|footer|copyright|sitemap|breadcrumbs?|crumbs?|nav|navbar|menu|sidebar|share|bdshare|related|"
    r"recommend|prevnext|pager|paging|pagination|toolbar|comments?)(?:$|[\s_-])"
)

#: The share of a page's sentences that such a part has at most; what has more is the document, whatever its name.
_SHARE_NAMED = 1 / 3

#: Lines of a portal about a document or to other pages: what they begin with, behind a date.
_LABEL = (
    r"[\d\s年月日时分:：/.-]*[【\[（(]?(?:(?:(?:发布|公开|成文)(?:时间|日期)|(?:信息|文章)?来源|作者|责任编辑|编辑|审核|"
    r"(?:浏览|阅读|点击)(?:次数|量|数)|索引号|发文机关|文号|字号|字体|分享到|上一[篇条页]|下一[篇条页])\s*[：:]|"
    r"(?:打印|关闭|收藏)(?:本页|窗口)?[】\]）)]|(?:相关(?:新闻|阅读|链接|稿件|文章)|延伸阅读|推荐阅读)[：:]?$)"
)

#: A link that does something on the page, such as to print it, and how long its name is at most.
_ACTION = r"\s*(?:javascript:.*|#)\s*"
_LONGEST_ACTION = 8

#: Elements that never hold a document alone.
_PARAGRAPH = r"p|h[1-6]|li|pre|blockquote|dd|dt|caption"

#: Parts of a table, which are no main content without the table around them; a cell can be.
_TABLE = r"table|tbody|thead|tfoot|tr"

#: Cells that a row may have; a page can claim any number of columns.
_MOST_SPAN = 100


def _collapsed(space: re.Match[str]) -> str:
    """White space of HTML: one space, or nothing where a line of the source ends between two wide characters."""
    text, start, end = space.string, space.start(), space.end()
    wide = start > 0 and end < len(text) and text[start - 1] >= "\u2e80" and text[end] >= "\u2e80"
    return "" if wide and "\n" in space[0] else " "


def _clean(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", _collapsed, text).strip(" ")


def _is(element: Any, names: str) -> bool:
    return isinstance(element.tag, str) and bool(re.fullmatch(names, element.tag))


def _hides(element: Any) -> bool:
    style = element.get("style", "")
    return (
        not isinstance(element.tag, str)
        or _is(element, _INVISIBLE)
        or ("none" in style and bool(re.search(r"display\s*:\s*none", style)))
    )


def _is_action(link: Any) -> bool:
    """Whether a link does something on the page instead of leading to another."""
    text = (
        "".join(islice(link.itertext(), _LONGEST_ACTION)).strip()
        if re.fullmatch(_ACTION, link.get("href", ""), re.I | re.S)
        else ""
    )
    return 0 < len(text) <= _LONGEST_ACTION


@dataclass
class _Weight:
    sentences: int = 0
    links: int = 0
    linked: int = 0
    characters: int = 0

    def add(self, other: _Weight) -> None:
        self.sentences += other.sentences
        self.links += other.links
        self.linked += other.linked
        self.characters += other.characters

    def is_navigation(self) -> bool:
        """Whether it is a list of links."""
        return self.links >= 4 and not self.sentences and 10 * self.linked >= 6 * self.characters

    def is_links(self) -> bool:
        """Whether it has nothing but links."""
        return self.links >= 2 and not self.sentences and self.linked == self.characters


class _Page:
    """A page's elements: how much each holds, and which tables hold others. Every walk is linear in the page."""

    def __init__(self, etree: Any, root: Any) -> None:
        self.etree = etree
        self.root = root
        self.weights: dict[Any, _Weight] = {}
        self.outer: set[Any] = set()
        self.around: set[Any] = set()
        self._weigh()
        most = max(_MOST_AROUND, int(_SHARE_NAMED * self.weights[root].sentences))
        named = (item for item in self.weights if re.search(_AROUND, f"{item.get('class', '')} {item.get('id', '')}"))
        self.around.update(item for item in named if self.weights[item].sentences <= most and item is not root)
        if self.around:
            self._weigh()

    def _hides(self, element: Any) -> bool:
        return element in self.around or _hides(element)

    def _weigh(self) -> None:
        stack: list[_Weight] = [_Weight()]
        tables: list[Any] = []
        links = 0
        walk = self.etree.iterwalk(self.root, events=("start", "end"))

        def add(text: str | None) -> None:
            size = len(text.strip()) if text else 0
            stack[-1].characters += size
            stack[-1].linked += size if links else 0
            stack[-1].sentences += text.count("。") if text and not links else 0

        for event, element in walk:
            if event == "start":
                stack.append(_Weight())
                if self._hides(element):
                    walk.skip_subtree()
                    continue
                if element.tag == "table":
                    self.outer.update(tables[-1:])
                    tables.append(element)
                stack[-1].links = int(element.tag == "a")
                links += element.tag == "a"
                add(element.text)
                continue
            done = self.weights[element] = stack.pop()
            if not self._hides(element):
                links -= element.tag == "a"
                if element.tag == "table":
                    tables.pop()
                done.sentences += element.tag == "tr" and not done.links and done.sentences == 0
            stack[-1].add(done)
            if element is not self.root:
                add(element.tail)

    def main(self) -> Any:
        """The innermost element that holds nearly all of the page's sentences."""
        all_sentences = self.weights[self.root].sentences
        around = max(_MOST_AROUND, int(_SHARE_AROUND * all_sentences))
        node = self.root
        while True:
            best = max(node, key=lambda child: self.weights[child].sentences, default=None)
            if best is None or _is(best, f"{_PARAGRAPH}|{_INLINE}"):
                break
            kept = self.weights[best].sentences
            if kept <= 2 * around or all_sentences - kept > around:
                break
            node = best
        while _is(node, _TABLE):
            node = node.getparent()
        return node

    def lines(self, root: Any, is_main: bool) -> list[str]:
        """The lines of an element; of a main content without lists of links and lines of the portal."""
        walk = self.etree.iterwalk(root, events=("start", "end"))
        lines: list[str] = []
        parts: list[str] = []
        acts = False

        def end_line() -> None:
            nonlocal acts
            text = _clean("".join(parts))
            parts.clear()
            of_portal = is_main and "。" not in text and (acts or bool(re.match(_LABEL, text)))
            acts = False
            if text and not of_portal:
                lines.append(text)

        def is_list_of_links(element: Any) -> bool:
            weight = self.weights[element]
            return weight.is_navigation() or (_is(element, "ul|ol|dl") and weight.is_links())

        for event, element in walk:
            hidden = self._hides(element) or (is_main and element is not root and is_list_of_links(element))
            inline = _is(element, _INLINE) or hidden
            if not inline:
                end_line()
            if event == "end":
                parts.append((element.tail or "") if element is not root else "")
            elif hidden:
                walk.skip_subtree()
            elif element.tag == "sup":
                walk.skip_subtree()
                parts.append(raised(end_of(parts).rstrip(), "".join(element.itertext())))
            elif element.tag == "table" and element is not root and self.is_grid(element):
                walk.skip_subtree()
                lines.extend(table_lines(self.rows(element, is_main)))
            else:
                acts = acts or (element.tag == "a" and _is_action(element))
                parts.append(element.text or "")
        end_line()
        return lines

    def is_grid(self, table: Any) -> bool:
        """Whether the table holds no other, and no text outside of its cells, which broken pages have."""
        cells = (self.weights.get(cell) for cell in table.iter("td", "th", "caption"))
        inside = sum(weight.characters for weight in cells if weight is not None)
        return table not in self.outer and inside == self.weights[table].characters

    def rows(self, table: Any, is_main: bool) -> list[list[str]]:
        """The cells of a table; one that spans others stands for each of them."""
        grid = Grid()
        # By column: what a cell further up still spans, and how many rows of it.
        spans: dict[int, tuple[int, str]] = {}
        for row in table.iter("tr", "caption"):
            if row not in self.weights or self._hides(row):
                continue
            if row.tag == "caption":
                grid.add(["\n".join(self.lines(row, is_main))])
                continue
            cells: list[str] = []
            new: dict[int, tuple[int, str]] = {}
            for cell in row.iterchildren("td", "th"):
                cells += _spanned(spans, len(cells))
                text = "\n".join(self.lines(cell, is_main))
                for _ in range(_span(cell, "colspan")):
                    new[len(cells)] = (_span(cell, "rowspan") - 1, text)
                    cells.append(text)
            cells += _spanned(spans, len(cells))
            old = {at: (left - 1, text) for at, (left, text) in spans.items() if at not in new}
            spans = {at: span for at, span in (old | new).items() if span[0] > 0}
            grid.add(cells)
        return grid.rows


def _spanned(spans: dict[int, tuple[int, str]], at: int) -> Iterator[str]:
    """The cells from a column on that belong to rows above."""
    while at in spans:
        yield spans[at][1]
        at += 1


def _span(cell: Any, name: str) -> int:
    text = cell.get(name, "")
    return min(int(text), _MOST_SPAN) if re.fullmatch(r"[1-9]\d{0,3}", text) else 1


def _title(root: Any, content: list[str]) -> list[str]:
    """What names the document outside of its main content, where that does not."""
    heading = next((item for item in root.iter("h1") if _clean("".join(item.itertext()))), None)
    meta = next((item for item in root.iter("meta") if item.get("name", "").lower() == "articletitle"), None)
    title = root.find(".//head/title")
    found = (
        "".join(heading.itertext()) if heading is not None
        else meta.get("content", "") if meta is not None
        else re.split(r"[-_|－—]", title.text or "")[0] if title is not None
        else ""
    )  # fmt: skip
    found = _clean(found)
    head = re.sub(r"\s", "", "".join(content[:5]))
    return [found] if found and re.sub(r"\s", "", found) not in head else []


def read_html(text: str) -> str:
    """The lines of a page: of its main content and its title where one element holds nearly all sentences, else all."""
    etree = require("lxml.etree", "read")
    # As bytes, because a declared encoding must not be applied again.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    for error in parser.error_log.filter_from_fatals():
        if error.type_name != "ERR_DOCUMENT_EMPTY":
            raise ParseError(f"the HTML cannot be read: {error.message}")
    if root is None:
        return ""
    page = _Page(etree, root)
    main = page.main()
    lines = page.lines(main, main is not root)
    return "\n".join(lines if main is root else [*_title(root, lines), *lines])

"""Where the text of a printed page stands: columns are read one after the other, rows of tables keep their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from .notes import end_of, raised
from .pages import Line, width
from .tables import table_lines

#: In sizes of the font: the space within a line at most, and how far apart the baselines of one row are.
_GAP = 1.0
_SAME_ROW = 0.4

#: How small raised text is and how far above the line at least, in sizes of the line's font: word processors raise a
#: third and print 58 %, browsers 83 %.
_SMALL = 0.9
_RAISED = 0.2

#: A line of a column is this long, in sizes of its font; cells are shorter.
_LONG = 8.0

#: Long lines that make a column, and the share of them that fills it: those of a paragraph do, cells seldom.
_COLUMN = 3
_FILLED = 0.5
_FULL = 0.8

#: Distance of a header or footer from the text, and of the next table or paragraph from a cell, in distances of lines.
_APART = 1.6

#: Lines that a page without columns shows out of their order: a header and a footer.
_MOST_JUMPS = 2

#: Pieces of a page; no printed page has more, and work grows with the square of the lines.
_MOST_PIECES = 20_000
_MOST_LINES = 1_000


@dataclass
class Piece:
    """Text from its left end on the baseline, which grows upward; the right end is reckoned of its characters."""

    left: float
    base: float
    size: float
    text: str
    right: float = field(init=False)

    def __post_init__(self) -> None:
        self.right = self.left + self.size * width(self.text.strip())

    def goes_on_to(self, other: Piece) -> bool:
        """Whether the other is the next on this one's line."""
        size = max(self.size, other.size)
        return abs(other.base - self.base) <= _SAME_ROW * size and -size <= other.left - self.right <= _GAP * size

    def carries(self, other: Piece) -> bool:
        """Whether the other is smaller text raised above this one's line."""
        up = other.base - self.base
        return bool(other.text.strip()) and other.size <= _SMALL * self.size and _RAISED * self.size <= up < self.size

    def add(self, other: Piece, space: str) -> None:
        """Appends the next piece of the line."""
        self.text += space + other.text.strip()
        self.right = max(self.right, other.right)


Row = list[Piece]


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that follow each other on a line as one, in the order in which the page shows them."""
    joined: list[Piece] = []
    space = False
    for piece in pieces:
        if piece.text.strip():
            if joined and joined[-1].goes_on_to(piece):
                joined[-1].add(piece, " " * (space or piece.text[0].isspace()))
            else:
                joined.append(Piece(piece.left, piece.base, piece.size, piece.text.strip()))
                joined[-1].right = piece.right
        if piece.text:  # else it is a move of the pen
            space = piece.text[-1].isspace()
    return joined


def on_the_line(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces as the page shows them, without raised marks of notes; the power of a unit stays one."""
    level: list[Piece] = []
    mark = ""
    line: Piece | None = None

    def end_mark() -> None:
        nonlocal mark
        if line is not None and mark:
            before = end_of([piece.text for piece in level[-8:]])
            level.append(Piece(line.right, line.base, line.size, raised(before.rstrip(), mark)))
        mark = ""

    for piece in pieces:
        if line is not None and line.carries(piece):
            mark += piece.text
            line.right = max(line.right, piece.right)
            continue
        if piece.text:
            end_mark()
        if piece.text.strip():
            line = piece
        level.append(piece)
    end_mark()
    return level


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """Rows from top to bottom, each from left to right."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and rows[-1][0].base - piece.base <= _SAME_ROW * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _is_long(piece: Piece) -> bool:
    return width(piece.text) >= _LONG


def _fills(pieces: Sequence[Piece]) -> bool:
    """Whether the long ones of the pieces are lines of a column: enough of them end where it ends."""
    long = [piece for piece in pieces if _is_long(piece)]
    if len(long) < _COLUMN:
        return False
    left, right = min(piece.left for piece in long), max(piece.right for piece in long)
    full = sum(piece.right - left >= _FULL * (right - left) for piece in long)
    return full >= _FILLED * len(long)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where two columns meet: left of most lines of one and right of those of the other."""
    long = [piece for piece in pieces if _is_long(piece)]
    best, place = 0, None
    for edge in sorted({piece.left for piece in long}):
        at = edge - 0.1
        left = [piece for piece in long if piece.right <= at]
        right = [piece for piece in long if piece.left >= at]
        # A first line stands in from the edge of its column: of all edges, the leftmost has most lines behind it.
        if min(len(left), len(right)) > best and _fills(left) and _fills(right):
            best, place = min(len(left), len(right)), at
    return place


def _fitted(columns: list[tuple[float, float]], row: Row) -> list[tuple[float, float]] | None:
    """The columns of a table with one more row, None where its cells do not stand in them."""
    fitted = list(columns)
    met: set[int] = set()
    for piece in row:
        over = [at for at, (left, right) in enumerate(columns) if piece.left < right and piece.right > left]
        if len(over) > 1 or met.intersection(over):
            return None
        met.update(over)
        if over:
            left, right = fitted[over[0]]
            fitted[over[0]] = (min(left, piece.left), max(right, piece.right))
        else:
            fitted.append((piece.left, piece.right))
    fitted.sort()
    apart = all(left[1] < right[0] for left, right in pairwise(fitted))
    return fitted if apart and len(row) > 1 else None


class _UnclearError(Exception):
    """Rows beside each other that are no table, or one whose rows cannot be told apart by where they stand."""


def _is_rest(row: Row, beside: Row, columns: list[tuple[float, float]]) -> bool:
    """Whether a row next to a table is a line of a cell that has several."""
    if len(row) > 1 or abs(row[0].base - beside[0].base) > _APART * beside[0].size:
        return False
    return sum(row[0].left < right and row[0].right > left for left, right in columns) == 1


def _lines(rows: Sequence[Row], room: float | None) -> Iterator[Line]:
    """The lines of rows that stand in one column; rows of a table are two or more that have the same columns."""
    at = 0
    while at < len(rows):
        columns = [(piece.left, piece.right) for piece in rows[at]]
        end = at + 1
        while len(rows[at]) > 1 and end < len(rows) and (fitted := _fitted(columns, rows[end])):
            columns, end = fitted, end + 1
        if end - at == 1:
            yield Line(" ".join(piece.text for piece in rows[at]), room)
        else:
            around = [(near, beside) for near, beside in ((at - 1, at), (end, end - 1)) if 0 <= near < len(rows)]
            is_text = 2 * sum(all(map(_is_long, row)) for row in rows[at:end]) > end - at
            if is_text or any(_is_rest(rows[near], rows[beside], columns) for near, beside in around):
                raise _UnclearError
            cells = [
                [
                    "".join(piece.text for piece in row if piece.left < right and piece.right > left)
                    for left, right in columns
                ]
                for row in rows[at:end]
            ]
            yield from map(Line, table_lines(cells))
        at = end


def _column(rows: Sequence[Row]) -> list[Line]:
    pieces = [piece for row in rows for piece in row]
    room = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    return _lines_at_least(rows, room / median(piece.size for piece in pieces))


def _lines_at_least(rows: Sequence[Row], room: float | None = None) -> list[Line]:
    """The lines of rows; where they cannot be told apart, each is one."""
    try:
        return list(_lines(rows, room))
    except _UnclearError:
        return [Line(" ".join(piece.text for piece in row), room) for row in rows]


def _gaps(rows: Sequence[Row]) -> list[float]:
    return [above[0].base - below[0].base for above, below in pairwise(rows)]


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that stand together: with no more space between them than usual, and either lines of text or cells."""
    gaps = [0.0, *_gaps(rows)]
    apart = _APART * median(gaps[1:] or [0.0])
    block: list[Row] = []
    was_text: bool | None = None
    for row, gap in zip(rows, gaps, strict=True):
        # Columns of text give two pieces to a row; of two short ones each may be the end of a paragraph.
        is_text = True if any(map(_is_long, row)) else False if len(row) > 2 else was_text
        # Rows of a table may stand further apart than lines.
        goes_on = is_text == was_text and (gap <= apart or is_text is False)
        if block and not goes_on and (gap > apart or was_text is not None):
            yield block
            block = []
        block.append(row)
        was_text = is_text
    yield block


def _is_wide(rows: Sequence[Row], gutter: float) -> bool:
    """Whether a block of rows is no part of two columns: a line that crosses the gutter, or a table of short cells."""
    if any(piece.left < gutter < piece.right for row in rows for piece in row):
        return True
    if any(_is_long(piece) for row in rows for piece in row):
        return False
    return 2 * sum(line.is_row for line in _lines_at_least(rows)) > len(rows)


def _sides(rows: Sequence[Row], gutter: float) -> list[list[Row]] | None:
    """The rows of the left and of the right column, None where they are not two columns of text."""
    sides = [
        [side for row in rows if (side := [piece for piece in row if (piece.left < gutter) == is_left])]
        for is_left in (True, False)
    ]
    return sides if all(_fills([piece for row in side for piece in row]) for side in sides) else None


def _parts(rows: Sequence[Row], gutter: float) -> Iterator[Line]:
    """The lines of rows around a gutter: between those that cross it, the left column before the right one."""
    wide: list[Row] = []
    uncrossed = groupby(rows, lambda row: any(piece.left < gutter < piece.right for piece in row))
    blocks = [block for _, group in uncrossed for block in _blocks(list(group))]
    for is_wide, group in groupby(blocks, lambda block: _is_wide(block, gutter)):
        band = [row for block in group for row in block]
        columns = None if is_wide else _sides(band, gutter)
        if columns is None:
            wide += band
            continue
        yield from _lines_at_least(wide)
        wide.clear()
        for column in columns:
            yield from _column(column)
    yield from _lines_at_least(wide)


def _furniture(rows: list[Row]) -> tuple[int, int]:
    """How many rows at the top and at the bottom stand apart from the text, as headers and page numbers do."""
    gaps = _gaps(rows)
    if len(gaps) < 3:
        return 0, 0
    apart = _APART * median(gaps)
    return int(gaps[0] > apart), int(gaps[-1] > apart)


def _jumps(shown: Sequence[Piece], rows: Sequence[Row]) -> int:
    """How often the page shows a line that stands alone before one above it."""
    order = {id(piece): at for at, piece in enumerate(shown)}
    alone = [order[id(row[0])] for row in rows if len(row) == 1]
    return sum(above > below for above, below in pairwise(alone))


def lines_of_page(pieces: Sequence[Piece]) -> list[Line] | None:
    """The lines of a page that has columns or a table; None where the order in which the page shows them is the best.

    Pages show their text in the order of reading more often than not, so that it holds unless two pieces stand on one
    row, apart from each other.
    """
    joined = _joined(pieces) if len(pieces) <= _MOST_PIECES else []
    if not 1 < len(joined) <= _MOST_LINES:
        return None
    rows = _rows(joined)
    if all(len(row) == 1 for row in rows):
        return None
    beside = sum(len(row) > 1 for row in rows)
    jumps = _jumps(joined, rows)
    texts_beside = sum(sum(map(_is_long, row)) > 1 for row in rows)
    # Pieces of a line that the page shows one after another otherwise.
    rows = [_joined(row) for row in rows]
    gutter = _gutter([piece for row in rows for piece in row])
    if gutter is not None:
        top, bottom = _furniture(rows)
        end = len(rows) - bottom
        lines = [*_lines_at_least(rows[:top]), *_parts(rows[top:end], gutter), *_lines_at_least(rows[end:])]
        if any(line.room for line in lines):
            return lines
    try:
        lines = list(_lines(rows, None))
    except _UnclearError:
        return None
    # Where most of what stands side by side is no table, the page has an order that places do not show.
    in_tables = sum(line.is_row for line in lines)
    clear = 2 * in_tables > beside and 2 * texts_beside <= in_tables and jumps <= _MOST_JUMPS
    return lines if clear else None

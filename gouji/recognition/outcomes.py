"""The words of Table 4: which outcome a header names, which track the words above it, and in which order they stand."""

from collections.abc import Sequence

from gouji.form.model import FormTable, Line
from gouji.recognition.labels import CLEAR, best, likeness
from gouji.recognition.normal import bare
from gouji.recognition.square import Squares

_SUIT = ("起诉", "诉讼")


def outcome(table: FormTable, text: str) -> Line | None:
    """The outcome that this header names, if it names one."""
    return next((column for column in table.blocks[0].columns if likeness(text, column) >= CLEAR), None)


def track(table: FormTable, words: Sequence[str]) -> Line | None:
    """The track that these header words name: the most particular one wins (复议后起诉 is no 复议)."""
    text = "".join(bare(word) for word in words)
    for line in reversed(table.rows()):
        if line.group and bare(line.label) in text:
            return line
    for word in reversed(words):
        if found := best(word, table.rows()):
            return found[0]
    plain = [line for line in table.rows() if not line.group]
    return next((line for line in plain if bare(line.label) in text and not any(word in text for word in _SUIT)), None)


def outcomes_in_order(table: FormTable, seen: Squares) -> list[str]:
    """The outcomes named by headers, read row by row."""
    ordered = sorted(seen.grid.cells, key=lambda cell: (cell.row, cell.column))
    return [line.id for cell in ordered if (line := outcome(table, cell.text))]


def the_only_way(order: Sequence[str], names: Sequence[str]) -> list[str]:
    """The track.outcome names that these headers must be, where some are missing; none where more than one reading fits."""
    first = _fit(order, names)
    last = _fit(order[::-1], names[::-1])[::-1]
    return first if first == last else []


def _fit(order: Sequence[str], names: Sequence[str]) -> list[str]:
    """The first names, in their order, that end in these outcomes; empty where they do not fit."""
    left = iter(names)
    found = [next((name for name in left if name.endswith(f".{outcome}")), "") for outcome in order]
    return found if all(found) else []

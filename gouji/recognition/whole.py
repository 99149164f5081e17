"""Where in a document the report begins and ends: after a table of contents, before a second report."""

from collections.abc import Sequence
from dataclasses import dataclass

from gouji.document.model import Block, Grid, Paragraph
from gouji.form.model import Form
from gouji.recognition.headings import Heading
from gouji.recognition.normal import plain
from gouji.recognition.outline import headings_of
from gouji.recognition.titles import TITLE

TWO_REPORTS = "two-reports"
# A second run of headings is a second report when it has this many of the form's parts; fewer may be a summary.
_PARTS = 3
# A list of contents has headings and page numbers, and nothing else of any length.
_SHORT = 60
_TITLE_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Extent:
    """The first report's blocks: up to `body` they are no headings, whatever they say. `doubts` say what comes after."""

    blocks: tuple[Block, ...]
    body: int = 0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Blocks from one heading of the first part up to the next, with the parts that they name."""

    start: int
    stop: int
    parts: frozenset[int]
    has_content: bool


def extent_of(blocks: Sequence[Block], form: Form) -> Extent:
    """The report that stands first in these blocks."""
    runs = _runs(blocks, form)
    whole = [run for run in runs if run.has_content]
    body = whole[0].start if whole and len(runs) > 1 and not runs[0].has_content else 0
    second = next((run for run in whole[1:] if len(run.parts) >= _PARTS and len(whole[0].parts) >= _PARTS), None)
    if second is None:
        return Extent(tuple(blocks), body)
    return Extent(tuple(blocks[: _title_before(blocks, second.start)]), body, (TWO_REPORTS,))


def _runs(blocks: Sequence[Block], form: Form) -> list[_Run]:
    found = {i: heading for i, heading in headings_of(blocks, form).items() if heading.number}
    starts = [i for i, heading in found.items() if heading.number == 1]
    stops = [*starts[1:], len(blocks)][: len(starts)]
    return [_run(blocks, start, stop, found) for start, stop in zip(starts, stops, strict=True)]


def _run(blocks: Sequence[Block], start: int, stop: int, found: dict[int, Heading]) -> _Run:
    inside = {i: heading for i, heading in found.items() if start <= i < stop}
    rest = [block for i, block in enumerate(blocks[start:stop], start) if i not in inside]
    content = any(isinstance(block, Grid) or len(block.text) > _SHORT for block in rest) or any(h.runs_on for h in inside.values())
    parts = frozenset(heading.number for heading in inside.values() if heading.number)
    return _Run(start, stop, parts, content)


def _title_before(blocks: Sequence[Block], start: int) -> int:
    """Where the report begins whose first heading stands at `start`: at its title, if one is near."""
    for index in range(start - 1, max(start - _TITLE_BEFORE, 0), -1):
        block = blocks[index]
        if isinstance(block, Paragraph) and TITLE.match(plain(block.text)):
            return index
    return start

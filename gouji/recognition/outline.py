"""Which of the possible headings head the report's parts: those numbered as most parts are, and others only where a part has none such."""

from collections.abc import Iterator, Mapping, Sequence

from gouji.document.model import Block, Paragraph
from gouji.form.model import Form
from gouji.recognition.headings import Heading, heading_at
from gouji.recognition.normal import plain
from gouji.recognition.ordinals import CHINESE, OF_LISTS, STYLES, ordinal_of

_PLAIN = ""  # headings without numbers
_ORDER = (*(style for style in STYLES if style not in OF_LISTS), _PLAIN, *OF_LISTS)
# So many parts under headings of one style are the report's own; fewer may be items of a list that read alike.
_PARTS = 3
_NUMERAL = 12  # as many signs as the longest number has, 【第十二部分】 with blanks
_Found = Mapping[int, Heading]


def headings_of(blocks: Sequence[Block], form: Form) -> dict[int, Heading]:
    """The headings of the parts, each under the index of its block, in the order of the document.

    Offices number the parts 一、, 第一部分, Ⅰ、, （一） or 1., and what stands within a part in any of the others.
    """
    found = {index: heading for index in range(len(blocks)) if (heading := heading_at(blocks, index, form))}
    style = _style_of_parts(found)
    main = _without_items({index: heading for index, heading in found.items() if _style(heading) == style})
    headed = {heading.number for heading in main.values()}
    others = {i: h for i, h in found.items() if h.number and h.number not in headed and _is_in_place(i, h.number, main)}
    more = {i: h for i, h in others.items() if not _is_item(i, h, blocks, main, others)}
    return dict(sorted({**main, **more}.items()))


def _style(heading: Heading) -> str:
    return heading.ordinal.style if heading.ordinal else _PLAIN


def _style_of_parts(found: _Found) -> str:
    """The outermost style in which enough parts are headed, best with something under them: contents have nothing there."""
    parts = {style: {i: h.number for i, h in found.items() if h.number and _style(h) == style} for style in _ORDER}
    filled = {style: {number for i, number in own.items() if i + found[i].lines not in own} for style, own in parts.items()}
    enough = [style for style in _ORDER if len(filled[style]) >= _PARTS]
    enough += [style for style in _ORDER if len({*parts[style].values()}) >= _PARTS]
    return next(iter(enough), CHINESE)


def _without_items(main: _Found) -> dict[int, Heading]:
    """The headings without those that only sound like a part (一、主动公开 in the first) where one with its number comes later."""
    own = {i for i, h in main.items() if h.ordinal is None or h.ordinal.number == h.number}
    last: dict[int | None, int] = {main[i].number: i for i in own if main[i].exact}
    return {i: h for i, h in main.items() if h.exact or i in own or i > last.get(h.number, -1)}


def _is_in_place(index: int, part: int, main: _Found) -> bool:
    """Whether the parts headed just before and after this one are earlier and later ones of the form."""
    before = [h.number for i, h in main.items() if i < index and h.number]
    after = [h.number for i, h in main.items() if i > index and h.number]
    return (not before or before[-1] < part) and (not after or part < after[0])


def _is_item(index: int, heading: Heading, blocks: Sequence[Block], main: _Found, others: _Found) -> bool:
    """Whether this is an item of a list: items before or behind it, numbered alike, head no part, or the list begins with its first."""
    if heading.ordinal is None:
        return False
    run = next(run for run in _runs(heading.ordinal.style, index, blocks, main) if index in run)
    whole = all(i in others for i in run)
    return not whole or (heading.ordinal.number - run.index(index) == 1 and not (len(run) == 1 and heading.exact))


def _runs(style: str, index: int, blocks: Sequence[Block], main: _Found) -> Iterator[list[int]]:
    """The paragraphs numbered in this style around this one, up to the next headings of parts; each run counts on by one."""
    first = max((i for i in main if i < index), default=-1) + 1
    last = min((i for i in main if i > index), default=len(blocks))
    run: list[int] = []
    previous = None
    for i, number in _numbered(blocks, style, first, last):
        if run and number != (previous or 0) + 1:
            yield run
            run = []
        run.append(i)
        previous = number
    if run:
        yield run


def _numbered(blocks: Sequence[Block], style: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The paragraphs from `first` to before `last` that are numbered in this style, with their numbers."""
    for i in range(first, last):
        block = blocks[i]
        ordinal = ordinal_of(plain(block.text[:_NUMERAL])) if isinstance(block, Paragraph) else None
        if ordinal and ordinal.style == style:
            yield i, ordinal.number

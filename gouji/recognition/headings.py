"""Which paragraphs could head the report's parts, each by its own words and number; which of them do is the outline's to say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from gouji.document.model import Block, Paragraph
from gouji.form.model import Form, FormSection
from gouji.recognition.normal import bare, plain
from gouji.recognition.ordinals import OF_LISTS, Ordinal, ordinal_of

_LONGEST_HEADING = 45
_SENTENCE = re.compile("[。；;]")
# What parts a heading from the text that runs on in the same paragraph.
_RUNS_ON = re.compile(r"[。:：\s]")
_NEXT_PART = re.compile(r"[二三四五六]、")
# Two cells of Table 3 on one line of a page's layout may have all the words of a part: 三、本 年 (六)其他处 处理其政府信息公开申请 33 0 0.
_ROW = re.compile(r"(?:\s+[\d/][\d.,]{0,15}){3}$")
_LONGEST_ROW_END = 200
_ALIKE = 92
_MUCH_ALIKE = 55


@dataclass(frozen=True, slots=True)
class Heading:
    """A part that begins: the form's number for it or None, its words, and whether text follows in the same paragraph.

    `lines` is 2 where the heading goes on in the next paragraph. `ordinal` is how it is numbered. `half` is the part whose numeral
    it has with some of that part's words though not all (三、依申请公开办理情况), where it has no number.
    """

    number: int | None
    text: str
    runs_on: bool = False
    lines: int = 1
    ordinal: Ordinal | None = None
    half: int | None = None
    exact: bool = False


def heading_at(blocks: Sequence[Block], index: int, form: Form) -> Heading | None:
    """The heading that could begin with this block, if one could; one that the form does not know has no number."""
    block = blocks[index]
    if not isinstance(block, Paragraph) or _ROW.search(block.text[-_LONGEST_ROW_END:].rstrip()):
        return None
    text = plain(block.text)
    ordinal = _numbered(text, form)
    if ordinal is None:
        return _alone(block, text, None, form)
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        _alone(block, text, ordinal, form)
        or _on_two_lines(text, ordinal, block, following, form)
        or _running_on(block, text, ordinal, form)
        or _foreign(text, ordinal, block, form)
    )


def _numbered(text: str, form: Form) -> Ordinal | None:
    """The text's number; one with no sign behind it only before the words of the part that it counts."""
    ordinal = ordinal_of(text)
    if ordinal is None or not ordinal.loose or not ordinal.words:
        return ordinal
    section = _exactly(ordinal.words, form) if len(text) <= _LONGEST_HEADING else None
    return ordinal if section and section.number == ordinal.number else None


def _alone(paragraph: Paragraph, text: str, ordinal: Ordinal | None, form: Form) -> Heading | None:
    if len(text) > _LONGEST_HEADING or _SENTENCE.search(text):
        return None
    words = ordinal.words if ordinal else text
    section = _exactly(words, form)
    exact = section is not None
    if section is None and (ordinal or paragraph.level is not None):
        section = _by_keywords(words, form)
    if section is None or not _own_number(ordinal, section):
        return None
    return Heading(section.number, paragraph.text, ordinal=ordinal, exact=exact)


def _on_two_lines(text: str, ordinal: Ordinal, first: Paragraph, following: Block | None, form: Form) -> Heading | None:
    """A heading whose last words stand on a line of their own."""
    if not isinstance(following, Paragraph) or ordinal_of(plain(following.text)):
        return None
    rest = plain(following.text)
    section = _exactly(ordinal.words + rest, form) if len(text + rest) <= _LONGEST_HEADING else None
    if section is None or not _own_number(ordinal, section):
        return None
    return Heading(section.number, first.text + following.text, lines=2, ordinal=ordinal, exact=True)


def _running_on(paragraph: Paragraph, text: str, ordinal: Ordinal, form: Form) -> Heading | None:
    """A heading in one paragraph with its text; a list of the parts, which begins like one, goes on with the next part."""
    if _NEXT_PART.search(text, len(text) - len(ordinal.words)):
        return None
    shown = paragraph.text.strip()
    for parted in _RUNS_ON.finditer(shown[: 2 * _LONGEST_HEADING], 4):
        words = shown[: parted.start()]
        own = ordinal_of(plain(words))
        if own is None or not own.words:
            continue
        section = _exactly(own.words, form) or _much_like(own, form)
        if section and _own_number(own, section):
            return Heading(section.number, words, runs_on=True, ordinal=own, exact=True)
        break
    return None


def _much_like(ordinal: Ordinal, form: Form) -> FormSection | None:
    """The section whose numeral and keywords these words have and whose heading they are much like; 二、加强主动公开 is not."""
    section = _by_keywords(ordinal.words, form)
    alike = section and section.number == ordinal.number and fuzz.ratio(ordinal.words, section.heading) >= _MUCH_ALIKE
    return section if alike else None


def _foreign(text: str, ordinal: Ordinal, paragraph: Paragraph, form: Form) -> Heading | None:
    if ordinal.style in OF_LISTS or not ordinal.words or len(text) > _LONGEST_HEADING or _SENTENCE.search(text):
        return None
    return Heading(None, paragraph.text, ordinal=ordinal, half=_half_named(ordinal, form))


def _half_named(ordinal: Ordinal, form: Form) -> int | None:
    part = next((s for s in form.sections if s.number == ordinal.number), None)
    return part.number if part and any(word in ordinal.words for group in part.keywords for word in group) else None


def _own_number(ordinal: Ordinal | None, section: FormSection) -> bool:
    return ordinal is None or ordinal.style not in OF_LISTS or ordinal.number == section.number


def _by_keywords(words: str, form: Form) -> FormSection | None:
    fitting = [s for s in form.sections if all(any(word in words for word in group) for group in s.keywords)]
    return max(fitting, key=lambda s: fuzz.ratio(words, s.heading), default=None)


def _exactly(words: str, form: Form) -> FormSection | None:
    """The section whose heading this is, or nearly."""
    flat = bare(words)
    for section in form.sections:
        if any(fuzz.ratio(flat, bare(name)) >= _ALIKE for name in (section.heading, *section.aliases)):
            return section
    return None

"""Which paragraphs head the report's parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from gouji.document.model import Block, Paragraph
from gouji.form.model import Form, FormSection
from gouji.recognition.normal import bare, plain

_NUMBERED = re.compile(r"^(?:(?P<chinese>[一二三四五六七八九十]{1,2})[、.．:]|(?P<arabic>\d{1,2})[、.．])")
_SUB_HEADING = re.compile(r"^[(（][一二三四五六七八九十\d]{1,2}[)）]")
_PART = re.compile("^第([一二三四五六])部分[、.．:,]?")
_FRAMED = re.compile(r"^[【\[]([一二三四五六]、[^】\]]+)[】\]]$")
_NO_SIGN = re.compile("^(?P<numeral>[一二三四五六])[,·]?(?P<words>[^、.．:,·].+)$")
_LONGEST_HEADING = 45
_SENTENCE = re.compile("[。；;]")
# What parts a heading from the text that runs on in the same paragraph.
_RUNS_ON = re.compile(r"[。:：\s]")
_NEXT_PART = re.compile(r"[二三四五六]、")
_ALIKE = 92
_MUCH_ALIKE = 55
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六", 1)}


@dataclass(frozen=True, slots=True)
class Heading:
    """A part that begins: the form's number for it or None, its words, and whether text follows in the same paragraph.

    `lines` is 2 where the heading goes on in the next paragraph.
    """

    number: int | None
    text: str
    runs_on: bool = False
    lines: int = 1


def heading_at(blocks: Sequence[Block], index: int, form: Form) -> Heading | None:
    """The heading that begins with this block, if one does; one that the form does not know has no number."""
    block = blocks[index]
    if not isinstance(block, Paragraph):
        return None
    text = _usual(plain(block.text), form)
    if _SUB_HEADING.match(text):
        return None
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        _alone(block, text, form) or _on_two_lines(text, block, following, form) or _running_on(block, text, form) or _foreign(text, block)
    )


def _usual(text: str, form: Form) -> str:
    """The text, where it is a heading numbered otherwise with the usual 一、 (第一部分, 【一、…】, 一 before the form's own words)."""
    if len(text) > _LONGEST_HEADING:
        return text
    text = _PART.sub(r"\1、", _FRAMED.sub(r"\1", text))
    bare_numeral = _NO_SIGN.match(text)
    section = _exactly(bare_numeral["words"], form) if bare_numeral else None
    own = section and bare_numeral and section.number == _NUMERALS[bare_numeral["numeral"]]
    return f"{bare_numeral['numeral']}、{bare_numeral['words']}" if own and bare_numeral else text


def _alone(paragraph: Paragraph, text: str, form: Form) -> Heading | None:
    if len(text) > _LONGEST_HEADING or _SENTENCE.search(text):
        return None
    section = _section(text, form, marked=paragraph.level is not None)
    return Heading(section.number, paragraph.text) if section else None


def _on_two_lines(text: str, first: Paragraph, following: Block | None, form: Form) -> Heading | None:
    """A heading whose last words stand on a line of their own."""
    if not isinstance(following, Paragraph) or not _NUMBERED.match(text) or _NUMBERED.match(plain(following.text)):
        return None
    joined = text + plain(following.text)
    section = _exactly(_NUMBERED.sub("", joined), form) if len(joined) <= _LONGEST_HEADING else None
    return Heading(section.number, first.text + following.text, lines=2) if section else None


def _running_on(paragraph: Paragraph, text: str, form: Form) -> Heading | None:
    """A heading in one paragraph with its text; a list of the parts, which begins like one, goes on with the next part."""
    numbered = _NUMBERED.match(text)
    if not numbered or not numbered["chinese"] or _NEXT_PART.search(text, numbered.end()):
        return None
    shown = paragraph.text.strip()
    parted = _RUNS_ON.search(shown, 4)
    words = shown[: parted.start()] if parted else ""
    section = _exactly(_NUMBERED.sub("", plain(words)), form) or _much_like(plain(words), form) if words else None
    return Heading(section.number, words, runs_on=True) if section else None


def _much_like(text: str, form: Form) -> FormSection | None:
    """The section whose numeral and keywords these words have and whose heading they are much like; 二、加强主动公开 is not."""
    part = half_named(text, form)
    section = _section(text, form, marked=False)
    words = _NUMBERED.sub("", text)
    return section if section and section.number == part and fuzz.ratio(words, section.heading) >= _MUCH_ALIKE else None


def _foreign(text: str, paragraph: Paragraph) -> Heading | None:
    numbered = _NUMBERED.match(text)
    if numbered and numbered["chinese"] and len(text) <= _LONGEST_HEADING and not _SENTENCE.search(text):
        return Heading(None, paragraph.text)
    return None


def _section(text: str, form: Form, marked: bool) -> FormSection | None:
    """The form's section that these words head: by its keywords where numbered, else only by (nearly) the whole heading.

    Offices that number with 1、 number their items so as well: there the number must be the part's own.
    """
    numbered = _NUMBERED.match(text)
    words = text[numbered.end() :] if numbered else text
    if section := _exactly(words, form):
        return section if _own_number(numbered, section) else None
    if not numbered and not marked:
        return None
    fitting = [s for s in form.sections if all(any(word in words for word in group) for group in s.keywords)]
    best = max(fitting, key=lambda s: fuzz.ratio(words, s.heading), default=None)
    return best if best and _own_number(numbered, best) else None


def half_named(heading: str, form: Form) -> int | None:
    """The part whose numeral the heading has, where it has some of that part's words though not all (三、依申请公开办理情况)."""
    text = _usual(plain(heading), form)
    numbered = _NUMBERED.match(text)
    if not numbered or not numbered["chinese"]:
        return None
    part = next((s for s in form.sections if _NUMERALS.get(numbered["chinese"]) == s.number), None)
    words = text[numbered.end() :]
    return part.number if part and any(word in words for group in part.keywords for word in group) else None


def _own_number(numbered: re.Match[str] | None, section: FormSection) -> bool:
    return not numbered or not numbered["arabic"] or int(numbered["arabic"]) == section.number


def _exactly(words: str, form: Form) -> FormSection | None:
    flat = bare(words)
    for section in form.sections:
        if any(fuzz.ratio(flat, bare(name)) >= _ALIKE for name in (section.heading, *section.aliases)):
            return section
    return None

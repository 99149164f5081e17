"""Word tears text into runs and wraps them as it likes: what is seen stays what is read, and what may be seen otherwise is doubted."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

import pytest

from gouji.reading import read_report
from samples import any_sound, render
from samples.render_docx import packed
from tests.samples.test_round_trip import misread, unsure

_RUN = re.compile(r'<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">([^<]+)</w:t></w:r>')


def said(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def torn(text: str, random: Random) -> str:
    """The text in several runs, with marks between that nobody sees."""
    cut = random.randint(0, len(text))
    between = random.choice(
        ["<w:proofErr w:type='spellStart'/>", "<w:bookmarkStart w:id='9' w:name='b'/>", "<w:r><w:lastRenderedPageBreak/></w:r>", ""]
    )
    return "".join(said(part) for part in (text[:cut],) if part) + between + "".join(said(part) for part in (text[cut:],) if part)


WRAPS: tuple[Callable[[str, Random], str], ...] = (
    torn,
    lambda text, random: f"<w:ins w:id='1' w:author='a'>{torn(text, random)}</w:ins>",
    lambda text, random: f"<w:moveTo w:id='1'>{torn(text, random)}</w:moveTo>",
    lambda text, random: f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{torn(text, random)}</w:sdtContent></w:sdt>",
    lambda text, random: f"<w:smartTag w:element='n'><w:hyperlink w:anchor='b'>{torn(text, random)}</w:hyperlink></w:smartTag>",
    lambda text, random: f"<w:fldSimple w:instr='REF b'>{torn(text, random)}</w:fldSimple>",
    lambda text, _: said(text, "<w:b/><w:vanish w:val='false'/><w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
    lambda text, random: f"<w:customXml><w:bdo w:val='ltr'>{torn(text, random)}</w:bdo></w:customXml>",
)  # fmt: skip
# What a reader may see or not, or may see as part of the figure.
TRAPS: tuple[Callable[[str], str], ...] = (
    lambda text: f"<w:del w:id='1'><w:r><w:delText>9</w:delText></w:r></w:del>{said(text)}",
    lambda text: said("9", "<w:vanish/>") + said(text),
    lambda text: said(text) + said("9", "<w:color w:val='FFFFFF'/>"),
    lambda text: said(text) + said("1", "<w:vertAlign w:val='superscript'/>"),
    lambda text: said(text) + "<w:r><w:endnoteReference w:id='3'/></w:r>",
    lambda text: said("9", "<w:dstrike/>") + said(text),
    lambda text: said(text) + "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>",
)  # fmt: skip


def changed(data: bytes, change: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    main = parts["word/document.xml"]
    assert isinstance(main, bytes)
    return packed({**parts, "word/document.xml": change(main.decode())})


@pytest.mark.parametrize("seed", range(8))
def test_torn_and_wrapped_runs_are_read_as_they_are_seen(seed: int) -> None:
    sample, random = any_sound(seed), Random(seed)
    data = changed(render(sample, "docx"), lambda main: _RUN.sub(lambda match: random.choice(WRAPS)(match[1], random), main))
    report = read_report(data, "report.docx")
    assert (misread(sample, report), unsure(report)) == ([], [])
    assert [section.heading for section in report.sections] == [part.heading for part in sample.parts]


@pytest.mark.parametrize("seed", range(8))
def test_a_figure_in_a_trap_is_read_right_or_doubted(seed: int) -> None:
    sample, random = any_sound(seed), Random(seed)

    def trap(match: re.Match[str]) -> str:
        return random.choice(TRAPS)(match[1]) if match[1].isdecimal() and random.random() < 0.2 else match[0]

    report = read_report(changed(render(sample, "docx"), lambda main: _RUN.sub(trap, main)), "report.docx")
    wrong = {name for name, *_ in misread(sample, report)}
    assert unsure(report)
    assert {name for name in wrong if report.figures[name].sure} == set()

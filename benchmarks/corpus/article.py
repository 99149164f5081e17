"""The article of a page: paragraphs and tables in one of the markups that editors and word processors leave behind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from random import Random

from benchmarks.corpus.content import Content
from samples.grids import GridCell, SampleGrid

Inline = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Markup:
    """How one editor writes: each field is a choice that a whole article keeps to."""

    paragraph: str
    inline: Inline
    box: str
    newline: str
    blank: str
    head: str
    open_cells: bool
    spans: str
    frame: str
    rows: str


def any_markup(random: Random) -> Markup:
    """Some editor's way."""
    return Markup(
        paragraph=random.choice(_PARAGRAPHS),
        inline=random.choice(_INLINES),
        box=random.choice(_BOXES),
        newline=random.choice(("<br>", "<br/>", "<BR />\n")),
        blank=random.choice(("", "&nbsp;", "&#160;&nbsp;", "<br>", " ", "　", "<o:p></o:p>", "<span></span>")),
        head=random.choice(("td", "td", "th")),
        open_cells=random.random() < 0.1,
        spans=random.choice(_SPANS),
        frame=random.choice(_FRAMES),
        rows=random.choice(("<tbody>{}</tbody>", "{}", "\n<colgroup><col width=80><col></colgroup>\n<tbody>\n{}</tbody>\n")),
    )


def article(content: Content, markup: Markup) -> str:
    """The report's text and tables, without its title."""
    return "\n".join(_blocks(content, markup))


def _blocks(content: Content, markup: Markup) -> Iterator[str]:
    sample = content.sample
    yield from (paragraph(text, markup) for text in sample.preamble)
    for part in sample.parts:
        yield paragraph(part.heading, markup, strong=True)
        yield from (paragraph(text, markup) for text in part.paragraphs)
        if shown := content.table_of(part):
            yield table(shown, markup)
    yield from (paragraph(text, markup) for text in signature(content))


def signature(content: Content) -> list[str]:
    """The body's name and the day, each a line, as far as the report has them."""
    day = content.sample.signed_on
    return [text for text in (content.sample.signature, day and f"{day.year}年{day.month}月{day.day}日") if text]


def paragraph(text: str, markup: Markup, strong: bool = False) -> str:
    inner = markup.inline(text)
    return markup.paragraph.format(f"<strong>{inner}</strong>" if strong else inner)


def table(shown: SampleGrid, markup: Markup) -> str:
    """The table as HTML."""
    rows = "\n".join(f"<tr>{''.join(_cell(cell, markup) for cell in shown.row(n))}</tr>" for n in range(shown.rows))
    return markup.frame.format(markup.rows.format(rows))


def _cell(cell: GridCell, markup: Markup) -> str:
    tag = "td" if cell.figure else markup.head
    spanning = cell.rowspan > 1 or cell.colspan > 1
    spans = markup.spans.format(rows=cell.rowspan, columns=cell.colspan) if spanning else ""
    lines = [markup.inline(line) for line in cell.text.split("\n")]
    inner = markup.box.format(markup.newline.join(lines)) if cell.text else markup.blank
    return f"<{tag}{spans}>{inner}" + ("" if markup.open_cells else f"</{tag}>")


def _plain(text: str) -> str:
    return escape(text)


def _each_in_a_span(text: str) -> str:
    """One element a character, as archives of some pages have them."""
    return "".join(f"<span>{escape(sign)}</span>" for sign in text)


def _runs(text: str) -> str:
    """One element per run of digits or of other signs, as a word processor exports a change of font."""
    runs: list[str] = []
    for sign in text:
        if runs and runs[-1][-1].isascii() == sign.isascii():
            runs[-1] += sign
        else:
            runs.append(sign)
    return "".join(f'<span {"lang=EN-US" if run.isascii() else ""} style="font-family:仿宋_GB2312">{escape(run)}</span>' for run in runs)


def _font(text: str) -> str:
    return f'<font face="宋体" size="3">{escape(text)}</font>'


_INLINES: tuple[Inline, ...] = (_plain, _plain, _each_in_a_span, _runs, _font)
_PARAGRAPHS = (
    "<p>{}</p>",
    '<p style="text-indent:2em;">　　{}</p>',
    "<p class=MsoNormal style='text-indent:32.0pt'>{}<o:p></o:p></p>",
    "<div>&nbsp;&nbsp;&nbsp;&nbsp;{}</div>",
    '<p align="justify"><span>{}</span></p><p>&nbsp;</p>',
)
_SPANS = (
    ' rowspan="{rows}" colspan="{columns}"',
    " rowspan={rows} colspan={columns}",
    ' COLSPAN="{columns}" ROWSPAN="{rows}"',
)
_BOXES = (
    "{}",
    "<p>{}</p>",
    '<p align="center">{}</p>',
    "<p class=MsoNormal align=center style='text-align:center'>{}<o:p></o:p></p>",
    "<div>\n  {}\n</div>",
    " {}&nbsp;",
    "<p><span style='mso-spacerun:yes'>&nbsp;</span>{}</p>",
    "<b>{}</b>",
)
_FRAMES = (
    '<table border="1" cellspacing="0" cellpadding="0">{}</table>',
    '<div class="table-box"><table border=1 style="border-collapse:collapse;width:100%">{}</table></div>',
    "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>{}</table><p></p>",
    '<table width="100%"><tr><td><table border="1">{}</table></td></tr></table>',
    '<center><TABLE border="1" bordercolor="#000000">{}</TABLE></center>',
)

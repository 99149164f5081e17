"""A sample as a government page: navigation, metadata, the article with its merged tables, a visit counter, a footer."""

from base64 import b64encode
from functools import cache
from html import escape
from importlib.resources import files

from samples.grids import GridCell, SampleGrid, grid
from samples.picture import grey_picture
from samples.sample import Part, Sample

_STYLE = "border-collapse: collapse; width: 100%; font-family: 宋体; font-size: 12pt"


def render_html(sample: Sample) -> bytes:
    """The page as UTF-8 HTML."""
    return (
        _page()
        .format(
            title=escape(sample.title),
            agency=escape(sample.agency),
            published=sample.published_on.isoformat() if sample.published_on else "",
            heading=escape(sample.layout.heading or sample.title),
            visits=sample.layout.visits,
            year=sample.year,
            article="\n".join(_article(sample)),
        )
        .encode()
    )


def _article(sample: Sample) -> list[str]:
    lines = [_paragraph(text) for text in sample.preamble]
    for part in sample.parts:
        lines += _part(sample, part)
    if sample.signature:
        lines.append(f'<p style="text-align: right">{escape(sample.signature)}</p>')
    if sample.signed_on:
        day = sample.signed_on
        lines.append(f'<p style="text-align: right">{day.year}年{day.month}月{day.day}日</p>')
    return lines


def _part(sample: Sample, part: Part) -> list[str]:
    heading = f'<p style="text-indent: 2em"><strong>{escape(part.heading)}</strong></p>'
    return [heading, *(_paragraph(text) for text in part.paragraphs), *_table(sample, part.table)]


def _paragraph(text: str) -> str:
    return f'<p style="text-indent: 2em">{escape(text)}</p>'


def _table(sample: Sample, name: str | None) -> list[str]:
    if name is None:
        return []
    if name in sample.layout.pictures:
        return [f'<p style="text-align: center"><img src="data:image/png;base64,{b64encode(grey_picture()).decode()}" alt=""/></p>']
    shown = grid(sample, name)
    return [] if shown is None else [_grid(sample, shown)]


def _grid(sample: Sample, shown: SampleGrid) -> str:
    rows = ("".join(_cell(sample, shown, cell) for cell in shown.row(number)) for number in range(shown.rows))
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table border="1" cellpadding="2" cellspacing="0" style="{_STYLE}"><tbody>\n{body}\n</tbody></table>'


def _cell(sample: Sample, shown: SampleGrid, cell: GridCell) -> str:
    spans = "".join(f' {name}="{span}"' for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if span > 1)
    return f'<td{spans}><p align="center">{_text(sample, shown, cell)}</p></td>'


def _text(sample: Sample, shown: SampleGrid, cell: GridCell) -> str:
    if not cell.text:
        return "&nbsp;"
    if sample.layout.stacked and shown.table == "proceedings" and cell.figure is None and cell.row + cell.rowspan == 3:
        return "<br/>".join(cell.text)
    return escape(cell.text)


@cache
def _page() -> str:
    return (files("samples") / "page.html").read_text("utf-8")

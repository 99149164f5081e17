"""From what a file says to what it is: a report of one of the statutory forms."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from gouji.document.doubts import OCR, joined
from gouji.document.model import Block, Document, Grid, Paragraph
from gouji.form import form
from gouji.place import Place
from gouji.recognition.absences import with_doubtful_absences
from gouji.recognition.agency import settle_agency, settle_year
from gouji.recognition.blank_lines import with_blank_cells
from gouji.recognition.facts import find_day_under_title, find_period, find_signature
from gouji.recognition.flattened import with_flattened
from gouji.recognition.halves import with_whole_rows
from gouji.recognition.laidout import with_laid_out
from gouji.recognition.sections import split_sections
from gouji.recognition.tables import form_is_told, read_tables
from gouji.recognition.titles import find_title
from gouji.recognition.torn import with_whole_headers
from gouji.recognition.whole import extent_of
from gouji.report import Figure, Report, Section, State

# What a page or file says of itself beside title and day, which are settled above.
_DECLARED = ("publisher", "index_number", "column")


def recognise(document: Document) -> Report:
    """The report in this document; without form, tables and figures where no statutory table was found."""
    document = with_whole_headers(with_whole_rows(document))
    in_cells = {grid.number for grid in document.grids()}
    document = _doubted_from_pictures(with_flattened(with_blank_cells(with_laid_out(document))), in_cells)
    extent = extent_of(document.blocks, form("2021"))  # the parts are the same in both forms
    preamble, sections = split_sections(extent.blocks, form("2021"), extent.body)
    paragraphs, grids = _parted(extent.blocks)
    used, tables, figures = read_tables(grids, {grid: section.number for section in sections for grid in section.grids}, paragraphs)
    flattened = {grid.number for grid in document.grids()} - in_cells
    scanned = {grid.number for grid in document.grids() if any(cell.confidence is not None for cell in grid.cells)}
    if used:
        figures = with_doubtful_absences(used, tables, figures, sections, grids, flattened | scanned, pictured=document.pictured)
    title = find_title(preamble or paragraphs[:8])
    preamble = tuple(p for p in preamble if not (title and p.text in title.text))
    body = [*preamble, *(p for section in sections for p in section.paragraphs)]
    signature, signed_on, signed_place = find_signature(sections[-1].paragraphs if sections else body)
    published_on = _day(document.meta.get("published_on"))
    if signed_on is None and (under := find_day_under_title(preamble))[0] != published_on:
        signed_on, signed_place = under  # the page's own day shown under its title is no second sign
    period = find_period(body)
    return Report(
        source=document.source,
        sha256=document.sha256,
        format=document.format,
        form=used.name if used else None,
        title=title or _declared(document),
        agency=settle_agency(title, _opening(preamble, sections), body, signature, document.meta.get("title")),
        year=settle_year(document.source, title, period, (signed_on, signed_place), body),
        published_on=published_on,
        signed_on=signed_on,
        period=period,
        preamble=preamble,
        sections=sections,
        tables=tables,
        figures=figures,
        doubts=(*document.doubts, *extent.doubts, *_blank(figures), *_of_form(grids, figures)),
        unread=(*document.unread, *_ends_early(sections, signature, signed_on)),
        declared={key: document.meta[key] for key in _DECLARED if document.meta.get(key)},
        attachments=document.attachments,
        files=document.files,
    )


def _doubted_from_pictures(document: Document, in_cells: Collection[int]) -> Document:
    """The document; where pages were read from pictures, no table put together from their lines is sure: what lay between may be unread."""
    if not document.pictured:
        return document
    blocks = (_doubted(block) if isinstance(block, Grid) and block.number not in in_cells else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _doubted(grid: Grid) -> Grid:
    return replace(grid, cells=tuple(replace(cell, doubts=joined(cell.doubts, (OCR,))) for cell in grid.cells))


def _parted(blocks: Sequence[Block]) -> tuple[list[Paragraph], list[Grid]]:
    return [block for block in blocks if isinstance(block, Paragraph)], [block for block in blocks if isinstance(block, Grid)]


def _blank(figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """Whether this is the form itself, not filled in: cells in plenty and not one number."""
    states = [figure.state for figure in figures.values()]
    return ("blank-form",) if states.count(State.BLANK) > len(states) // 2 and State.NUMBER not in states else ()


def _of_form(grids: Sequence[Grid], figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """Whether the form was only assumed: nothing that was read tells it, and Table 2, whose headers would, was not surely read."""
    unsure = any(figure.table == "disclosure" and not figure.sure for figure in figures.values())
    return ("form-not-told",) if unsure and not form_is_told(grids) else ()


def _opening(preamble: Sequence[Paragraph], sections: Sequence[Section]) -> Sequence[Paragraph]:
    """The preamble, which some offices put under the first heading."""
    return preamble or (sections[0].paragraphs[:2] if sections else ())


def _ends_early(sections: Sequence[Section], signature: Paragraph | None, signed_on: date | None) -> tuple[str, ...]:
    """Whether the last part and the signature are both not there: a text loaded in pieces, or cut, looks the same."""
    whole = signature or signed_on or (sections and sections[-1].number == 6)
    return () if whole else ("text-ends-early",)


def _declared(document: Document) -> Paragraph | None:
    """The title that the page or file declares, where the text shows none."""
    text = document.meta.get("title")
    return Paragraph(text, Place()) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

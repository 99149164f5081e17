"""A document whose flattened tables are tables again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.document.model import Block, Document, Grid, Paragraph
from gouji.recognition.flattened.runs import Run, label_of, runs_of
from gouji.recognition.flattened.tables import grids_in, place_of
from gouji.recognition.flattened.vocabulary import names
from gouji.recognition.normal import plain
from gouji.recognition.tables import form_of, grids_of


def with_flattened(document: Document) -> Document:
    """The document with flattened tables as ragged grids, where the form's tables do not stand in it as tables."""
    used = form_of(list(document.grids()))
    missing = [table for table in used.tables if not grids_of(table, list(document.grids()))]
    if not missing or not any(label_of(p) in names() for p in document.paragraphs()):
        return document
    blocks: list[Block] = []
    number = max((grid.number for grid in document.grids()), default=0)
    for run in runs_of(document.blocks, used):
        grids = grids_in(run, number) if isinstance(run, list) else []
        if any(grids_of(table, grids) for table in missing):
            blocks += _around(run, grids)
            number += len(grids)
        else:
            blocks += run if isinstance(run, list) else [run]
    return replace(document, blocks=tuple(_without_bar(block) for block in blocks))


def _without_bar(block: Block) -> Block:
    """The paragraph without the bar that only ended its cell."""
    return replace(block, text=block.text.removesuffix("|").rstrip()) if isinstance(block, Paragraph) else block


def _around(run: Run | Block, grids: Sequence[Grid]) -> Iterator[Block]:
    """The grids, with the paragraphs of the run that stand before their first cell and behind their last."""
    if not isinstance(run, list):
        yield run
        return
    places = [cell.place for grid in grids for cell in grid.cells]
    own = [index for index, paragraph in enumerate(run) if place_of(paragraph) in (places[0], places[-1])]
    yield from (paragraph for paragraph in run[: own[0]] if plain(paragraph.text).strip("|"))
    yield from grids
    yield from (paragraph for paragraph in run[own[-1] + 1 :] if plain(paragraph.text).strip("|"))

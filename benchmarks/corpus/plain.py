"""Documents that the project's own writers make, one after another."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from benchmarks.corpus.content import Content
from benchmarks.corpus.word import word_file
from samples import render


def own_pdfs(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as the samples' own PDF."""
    layouts = [replace(c.sample.layout, stacked=Random(f"{family} {c.seed}").random() < 0.2) for c in contents]
    return [render(replace(c.sample, layout=layout), "pdf") for c, layout in zip(contents, layouts, strict=True)]


def word_files(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as a Word file."""
    return [word_file(content, Random(f"{family} {content.seed}")) for content in contents]

"""Whatever is done to a document's bytes, its reader ends in time with a report or with a sentence, and never with a fault of ours."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, seed, settings

from benchmarks.corpus import FAMILIES, content, corpus
from benchmarks.corpus.plain import own_pdfs
from benchmarks.corpus.scan import scanned
from gouji.errors import ReaderDied
from gouji.isolation import Job, Limits, Reading, read_reports
from gouji.patience import SECONDS_A_PAGE
from gouji.report import Report
from gouji.words import words
from tests.benchmarks.damage import HARMS, Harm

LIMITS = Limits(megabytes=1536, cpu_seconds=30, seconds=40.0)
GRACE = 10.0
MOST_PAGES = 12  # of a PDF that is damaged here
FAULT = words("reading.died-fault")
# What no other program is needed for.
BY_HAND: Mapping[str, tuple[str, ...]] = {
    "html": ("html-portal", "html-flat"),
    "pdf": ("pdf-own",),
    "docx": ("docx-word",),
    "xlsx": ("xlsx-openpyxl",),
    "text": ("text-tabs", "text-bars"),
}
FORMATS = tuple(dict.fromkeys(family.format for family in FAMILIES.values()))


class Readers:
    """One reading process after another, for whatever comes."""

    def __init__(self) -> None:
        self._next = b""
        self._readings = read_reports(self._jobs(), workers=1, limits=LIMITS)

    def _jobs(self) -> Iterator[Job]:
        while True:
            yield Job("damaged", "damaged", self._next)

    def read(self, data: bytes) -> Reading:
        self._next = data
        return next(self._readings)

    def close(self) -> None:
        self._readings.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    readers = Readers()
    yield readers
    readers.close()


@cache
def by_hand(name: str) -> tuple[bytes, ...]:
    """Documents of this format that no other program makes."""
    return tuple(made.data for made in corpus(BY_HAND[name], [5, 8]))


def all_made(name: str) -> tuple[bytes, ...]:
    """Documents of this format from every tool that is installed; a scan is a small one, for it takes seconds a page."""
    if name == "scan":
        return (scanned(own_pdfs([content(5)], "pdf-own")[0], 100, Random(5)),)
    families = [family.name for family in FAMILIES.values() if family.format == name]
    return tuple(made.data for made in corpus(families, [5, 8, 13]))


def ending(readers: Readers, data: bytes) -> str:
    """How the reading of these bytes ended; fails where it may not end so."""
    began = time.monotonic()
    reading = readers.read(data)
    took = time.monotonic() - began
    pictures = MOST_PAGES if b"endobj" in data else 0  # a page whose text is damaged is read as a picture, which is given more time
    assert took < LIMITS.seconds + GRACE + SECONDS_A_PAGE * pictures
    if reading.report is not None:
        assert isinstance(reading.report, Report)
        return "report"
    assert reading.trouble is not None
    assert reading.trouble.words != FAULT, "a reader raised what it should not; the traceback stands above"
    assert reading.trouble.words.zh
    assert reading.trouble.words.en
    return reading.trouble.words.en if isinstance(reading.trouble, ReaderDied) else "unreadable"


@pytest.mark.parametrize("name", BY_HAND)
def test_a_damaged_document_ends_in_a_report_or_a_sentence(name: str, readers: Readers) -> None:
    fuzzed(name, by_hand(name), 12, 0, readers)


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", FORMATS)
def test_many_damaged_documents_end_in_a_report_or_a_sentence(
    name: str, readers: Readers, request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str]
) -> None:
    documents = all_made(name)
    if not documents:
        pytest.skip(f"the programs that make {name} are not installed")
    until = time.monotonic() + 60 * request.config.getoption("--fuzz-minutes") / len(FORMATS)
    endings: Counter[str] = Counter()
    rounds = 0
    while time.monotonic() < until:
        endings += fuzzed(name, documents, 25, rounds, readers, until)
        rounds += 1
    with capfd.disabled():
        print(f"\n{name}: {endings.total()} damaged documents, {dict(endings)}")  # noqa: T201 - what the long run shows


def fuzzed(
    name: str, documents: tuple[bytes, ...], examples: int, number: int, readers: Readers, until: float = float("inf")
) -> Counter[str]:
    """So many damaged documents of this round; the same round gives the same."""
    endings: Counter[str] = Counter()

    @seed(number)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=True)
    @given(HARMS)
    def each(harm: Harm) -> None:
        if time.monotonic() < until:
            endings[ending(readers, harm.done(documents))] += 1

    each()
    return endings

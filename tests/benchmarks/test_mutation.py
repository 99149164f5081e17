"""Documents of every format in layouts that no reader was told of: a figure read wrong is never one that we are sure of."""

import pytest

from benchmarks.corpus import FAMILIES, corpus
from benchmarks.look import looked_at, told
from gouji.words import words

# Some twenty documents that take seconds: a call of LibreOffice or of a browser for a family is what costs.
FEW = {
    "html-portal": 3, "html-libreoffice": 2, "pdf-own": 2, "pdf-chromium": 2, "pdf-libreoffice": 2,
    "docx-word": 3, "xlsx-openpyxl": 2, "text-tabs": 2, "text-bars": 2,
}  # fmt: skip
# A scan takes seconds a page.
SHARES = {"scan": 10}
FAULT = words("reading.died-fault").en
ALL_SHARES = sum(SHARES.get(family.format, 30) for family in FAMILIES.values())


def wrong_and_sure(name: str, seeds: range) -> list[str]:
    """What is said of each document in which a figure was read wrong without a doubt, or whose reader failed; its name ends in its seed.

    Skips where a program is missing.
    """
    if lacks := FAMILIES[name].lacks:
        pytest.skip(f"{', '.join(lacks)} is not installed")
    read = looked_at(corpus([name], seeds))
    return ["\n  ".join(told(made, found)) for made, found in read if any(outcome.missed or FAULT in outcome.doubts for outcome in found)]


@pytest.mark.parametrize(("name", "count"), FEW.items())
def test_no_figure_of_a_few_documents_is_wrong_and_sure(name: str, count: int) -> None:
    wrong = wrong_and_sure(name, range(count))
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", FAMILIES)
def test_no_figure_of_many_documents_is_wrong_and_sure(name: str, request: pytest.FixtureRequest) -> None:
    first, documents = request.config.getoption("--first-seed"), request.config.getoption("--documents")
    count = max(1, round(documents * SHARES.get(FAMILIES[name].format, 30) / ALL_SHARES))
    wrong = wrong_and_sure(name, range(first, first + count))
    assert not wrong, "\n".join(wrong)


def test_a_document_depends_on_its_family_and_seed_alone() -> None:
    both = {made.name: made.data for made in corpus(["html-portal", "html-flat", "pdf-own", "docx-word", "text-bars"], [3, 4])}
    alone = {made.name: made.data for made in corpus(["docx-word", "html-flat", "html-portal", "pdf-own", "text-bars"], [4])}
    assert {name: both[name] for name in alone} == alone

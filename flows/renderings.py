"""Several files of one report: which of them speaks for it, and which files that look like it are another report.

The file of which most figures were surely read speaks; of those that are equal in that, the page before the PDF, the PDF before the
Word file, any of them before running text, and then the order in which they came. It is the same however often they are read.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gouji.report import Report, State

# A page keeps its cells as its maker wrote them; running text may have lost them on its way.
PREFERENCE = ("html", "pdf", "docx", "doc", "wps", "xlsx", "text")

Same = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Print:
    """What a file prints, as far as files are compared: by figure its number or what kind of nothing; absent ones left out."""

    format: str
    legible: int
    said: Mapping[str, object]


def print_of(report: Report) -> Print:
    """What this report prints."""
    figures = [figure for figure in report.figures.values() if figure.state is not State.ABSENT]
    said = {figure.id: figure.value if figure.state is State.NUMBER else figure.state for figure in figures}
    return Print(report.format, sum(figure.sure for figure in figures), said)


def print_of_kept(report: Mapping[str, Any]) -> Print:
    """The same from a report as the ledger keeps it: patrols compare thousands, and taking one out whole costs milliseconds."""
    figures = [figure for figure in report["figures"].values() if figure["state"] != State.ABSENT]
    said = {figure["id"]: Decimal(figure["value"]) if figure["state"] == State.NUMBER else figure["state"] for figure in figures}
    return Print(report["format"], sum(not figure["doubts"] for figure in figures), said)


def parted(prints: Sequence[Print], same: Same) -> list[tuple[int, ...]]:
    """The files of each report by their positions, the one that speaks for it first.

    Another file of the speaking one's format that is not the `same` is no rendering of it, and speaks for itself;
    a file of another format is a rendering of the one from which it differs least.
    """
    order = sorted(range(len(prints)), key=lambda i: (-prints[i].legible, preference(prints[i].format)))
    groups: dict[int, list[int]] = {}
    kind = prints[order[0]].format
    for i in (i for i in order if prints[i].format == kind):
        head = next((h for h in groups if same(h, i)), i)
        groups.setdefault(head, []).append(i)
    for i in (i for i in order if prints[i].format != kind):
        groups[min(groups, key=lambda h: len(differing(prints[h], prints[i])))].append(i)
    return [tuple(files) for files in groups.values()]


def differing(one: Print, other: Print) -> list[str]:
    """The figures that the two print differently, an absent one counting as not printed."""
    return [name for name in one.said.keys() | other.said.keys() if one.said.get(name) != other.said.get(name)]


def preference(kind: str | None) -> int:
    """The place of a format among those that may speak, the best first."""
    return PREFERENCE.index(kind) if kind in PREFERENCE else len(PREFERENCE)

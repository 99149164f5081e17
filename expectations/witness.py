"""How the figures of a failing sum were read: in two ways that agree, in two that do not, or in one."""

from collections.abc import Iterator, Sequence

from expectations.causes import Group
from expectations.frames import FRAMES
from expectations.frames.identities import IdentityFrame
from expectations.frames.kind import Case
from gouji.finding import Words
from gouji.report import READINGS_DIFFER, Figure, State
from gouji.words import words
from gouji.words.places import figure_in_words, in_a_row, line_in_words

_SEVERAL = 3


def how_read(case: Case, group: Group) -> Words | None:
    """The sentence that says it, with both texts where they differ; None where the finding speaks of no sum."""
    figures = _summed(case, group)
    if not figures:
        return None
    differing = [figure for figure in figures if READINGS_DIFFER in figure.doubts]
    if differing:
        return words("judging.read-differently", figures=in_a_row(_told(case, differing), "；", "; "))
    twice = all(figure.second is not None for figure in figures)
    return words("judging.read-twice" if twice else "judging.read-once")


def _summed(case: Case, group: Group) -> list[Figure]:
    """The printed figures of the group's sums."""
    sums = [violation for violation in group.violations if isinstance(FRAMES[violation.rule.frame], IdentityFrame)]
    figures = [case.figure(name) for name in dict.fromkeys(name for violation in sums for name in violation.figures)]
    return [figure for figure in figures if figure.state is not State.ABSENT]


def _told(case: Case, differing: Sequence[Figure]) -> Iterator[Words]:
    """Both texts of each figure; of a row in which several differ, both rows of texts: that they are shifted is then seen."""
    order = {name: index for index, name in enumerate(case.report.figures)}
    by_row: dict[str, list[Figure]] = {}
    for figure in sorted(differing, key=lambda f: order[f.id]):
        by_row.setdefault(figure.id.rpartition(".")[0], []).append(figure)
    for row, figures in by_row.items():
        if len(figures) < _SEVERAL:
            yield from (_both(case, figure) for figure in figures)
        else:
            table, name = row.split(".")
            first, second = (in_a_row(map(_shown, texts)) for texts in zip(*((f.raw, f.second) for f in figures), strict=True))
            yield words("judging.read-as", where=line_in_words(case.form.name, "row", table, name), first=first, second=second)


def _both(case: Case, figure: Figure) -> Words:
    first, second = (_shown(text) for text in (figure.raw, figure.second))
    return words("judging.read-as", where=figure_in_words(case.form.name, figure.id), first=first, second=second)


def _shown(text: str | None) -> Words:
    printed = " ".join((text or "").split())
    return Words(f"“{printed}”", f"“{printed}”") if printed else words("judging.read-as-blank")

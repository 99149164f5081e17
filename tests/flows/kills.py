"""A patrol that is killed at one boundary after another, in processes of its own, and what the next one leaves."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from samples import sound
from tests.flows.killing import boundaries_of, killed
from tests.flows.town import FAULTY, OTHER, Town

THIRD = "青禾县民政局"


def first_phase(town: Town) -> None:
    """A faulty report, a sound one, one that will be corrected, and one that cannot be read."""
    town.put("faulty", FAULTY)
    town.put("sound", sound(OTHER, year=2024))
    town.put("mended", sound(THIRD, year=2024).with_figures(proceedings__reconsideration__total="41"))
    town.put("empty", b"")


def second_phase(town: Town) -> None:
    """One is corrected, one turns faulty, one is taken down, one comes to be unreadable."""
    town.put("mended", sound(THIRD, year=2024))
    town.put("sound", sound(OTHER, year=2024).with_figures(proceedings__reconsideration__total="41"))
    (town.folder / "inbox" / "faulty.txt").unlink()
    town.put("broken", b"\0\1\2")


# One of each sort: a document kept, a ticket about to be, the digest in the outbox, a letter gone but not noted.
SAMPLE = (
    "read: document: committed",
    "settle: ticket: before commit",
    "tell: letter: committed",
    "deliver: handed over",
)

PHASES: list[Callable[[Town], None]] = [first_phase, second_phase]


class Outcome(NamedTuple):
    """Where it was killed, how it ended, and what the next patrol left otherwise than an undisturbed one."""

    boundary: str
    ended: str
    otherwise: dict[str, Any]


def outcomes(folder: Path, phase: int, chosen: Callable[[list[str]], list[int]]) -> Iterator[Outcome]:
    template = _prepared(folder / "template", phase)
    calm = template.copied(folder / "calm")
    boundaries = boundaries_of(calm.patrol)
    wanted = left(calm)
    for number in chosen(boundaries):
        town = template.copied(folder / f"killed-{number}")
        ended = killed(town.patrol, number)
        town.patrol()
        yield Outcome(boundaries[number], ended, _otherwise(wanted, left(town)))
        shutil.rmtree(town.folder)


def left(town: Town) -> dict[str, Any]:
    """All that a patrol leaves behind: the ledger, the pages byte by byte, the number of letters."""
    pages = {path.name: path.read_text("utf-8") for path in sorted(town.pages.rglob("*.html")) if not path.name.startswith(("digest", "."))}
    return {**town.kept(), "pages": sorted(pages.items()), "letters": [str(len(town.letters()))]}


def _prepared(folder: Path, phase: int) -> Town:
    """A town that has seen the phases before this one, with the files of this one in its inbox."""
    town = Town.found(folder)
    for before in PHASES[:phase]:
        before(town)
        town.patrol()
    PHASES[phase](town)
    return town


def _otherwise(wanted: dict[str, Any], got: dict[str, Any]) -> dict[str, Any]:
    differing = [name for name in wanted if wanted[name] != got[name]]
    return {name: [_only(wanted[name], got[name]), _only(got[name], wanted[name])] for name in differing}


def _only(one: list[Any], other: list[Any]) -> list[str]:
    return [str(row)[:300] for row in one if row not in other]

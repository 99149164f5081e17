"""Runs a patrol that is killed at one boundary after another, in processes of its own: `python -m tests.flows.kills FOLDER HOW PHASE`.

Writes one JSON line a boundary: its name, how the process ended, and what the next patrol left otherwise than an undisturbed one.
"""

import json
import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

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


def main(folder: Path, how: str, phase: int) -> None:
    # Once here, so that the forked processes need not import for seconds each.
    import_module("expectations.judging")
    calm = _prepared(folder / "calm", phase)
    boundaries = boundaries_of(calm.patrol)
    wanted = left(calm)
    template = _prepared(folder / "template", phase)
    for number in _chosen(boundaries, how):
        town = Town(folder / f"killed-{number}", template.now)
        shutil.copytree(template.folder, town.folder)
        ended = killed(town.patrol, number)
        town.patrol()
        row = {"boundary": boundaries[number], "ended": ended, "otherwise": _otherwise(wanted, left(town))}
        sys.stdout.write(json.dumps(row) + "\n")
        sys.stdout.flush()
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


def _chosen(boundaries: list[str], how: str) -> list[int]:
    """All boundaries, or with `sample` the last one of each name in SAMPLE."""
    if how == "all":
        return list(range(len(boundaries)))
    last = {name: number for number, name in enumerate(boundaries)}
    return [last[name] for name in SAMPLE]


def _otherwise(wanted: dict[str, Any], got: dict[str, Any]) -> dict[str, Any]:
    differing = [name for name in wanted if wanted[name] != got[name]]
    return {name: [_only(wanted[name], got[name]), _only(got[name], wanted[name])] for name in differing}


def _only(one: list[Any], other: list[Any]) -> list[str]:
    return [str(row)[:300] for row in one if row not in other]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

"""What stands around a report: its body as the roster has it, its publication, and the reports of other bodies."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gouji.agencies import by_name
from gouji.agency import Agency
from gouji.duty import Candidate, Duty
from gouji.parts import Standing
from gouji.publication import Linked, Listing, Publication, Stage
from samples.sample import Sample

Make = Callable[[Mapping[str, Any]], Sample]


@dataclass(frozen=True, slots=True)
class Around:
    """`agency` is the body as the roster has it; `parts` are reports of bodies below it, with how these stand to it.

    `file` is the file's name without its ending; `read_as` is the format that a reader would give it.
    """

    agency: Agency | None = None
    publication: Publication | None = None
    parts: tuple[tuple[Standing, Sample], ...] = ()
    missing: tuple[str, ...] = ()
    above: Sample | None = None
    elsewhere: int | None = None
    merged: tuple[Sample, ...] = ()
    peers: tuple[Sample, ...] = ()
    file: str = "report"
    read_as: str | None = None
    duty: Duty | None = None


def around(sample: Sample, told: Mapping[str, Any], make: Make) -> Around:
    """What a variant tells of what stands around its report; `make` makes a report of words."""
    agency = listed(sample.agency, sample.kind, told["roster"]) if "roster" in told else None
    parts = [(Standing.OFFICE, told["office"])] if "office" in told else []
    parts += [(Standing.DEPARTMENT, one) for one in told.get("departments", ())]
    parts += [(Standing.BELOW, one) for one in told.get("below", ())]
    return Around(
        agency=agency,
        publication=_publication(told["published"]) if "published" in told else None,
        parts=tuple((standing, make(one)) for standing, one in parts),
        missing=tuple(told.get("missing", ())),
        above=make(told["above"]) if "above" in told else None,
        elsewhere=told.get("elsewhere"),
        merged=tuple(make(one) for one in told.get("merged", ())),
        peers=tuple(make(one) for one in told.get("peers", ())),
        file=told.get("file", "report"),
        read_as=told.get("read_as"),
        duty=_duty(agency, sample.year, told["duty"]) if agency and "duty" in told else None,
    )


def listed(name: str, kind: str, columns: Mapping[str, Any]) -> Agency:
    """The body as a roster has it, with these columns filled in."""
    known = by_name(name)
    told = {"kind": kind, "makes_regulations": known.makes_regulations, **columns}
    return Agency(id=known.id, name=known.name, source="roster", **told)


def _duty(agency: Agency, year: int, told: Mapping[str, Any]) -> Duty:
    candidates = tuple(Candidate(**one) for one in told.get("candidates", ()))
    return Duty(agency, year, **{**told, "sources": ("samples",), "candidates": candidates})


def _publication(told: Mapping[str, Any]) -> Publication:
    own = {name: value for name, value in told.items() if name not in ("day", "listing", "linked")}
    linked = told.get("linked")
    return Publication(
        "samples", "report", Stage.PUBLISHED, _day(told.get("day")),
        listing=_listing(told["listing"]) if "listing" in told else None,
        linked=None if linked is None else tuple(_linked(one) for one in linked), **own,
    )  # fmt: skip


def _listing(told: Mapping[str, Any]) -> Listing:
    return Listing(told["title"], told.get("whole", True), tuple((entry, opened) for entry, opened in told.get("others", ())))


def _linked(told: Mapping[str, Any]) -> Linked:
    lists = {name: tuple(told[name]) for name in ("answers", "doubts") if name in told}
    return Linked(**{**told, **lists})


def _day(day: Any) -> date | None:
    return day if isinstance(day, date) else None

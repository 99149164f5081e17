"""Whether everything is there that a patrol needs: `examine` the configuration. Nothing is made, changed or sent by it."""

from collections.abc import Iterator

from flows.doctor.home import home, ledger, own_files
from flows.doctor.model import Look, State
from flows.doctor.outward import mail, notices, trackers
from flows.doctor.readers import office_programs, recognition
from flows.doctor.sources import roster, sources
from gouji.settings import Settings

__all__ = ["Look", "State", "examine"]


def examine(settings: Settings) -> Iterator[Look]:
    """What is there and what is missing, one thing after another, as soon as it is known."""
    yield home(settings)
    yield ledger(settings)
    yield from own_files(settings)
    yield roster(settings)
    yield from sources(settings)
    yield from office_programs()
    yield recognition()
    yield from mail(settings)
    yield from notices(settings)
    yield from trackers(settings)

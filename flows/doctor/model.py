"""One thing looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.words import words
from gouji.words.refusals import reason_of


class State(StrEnum):
    """`ready`: there. `less`: not there, and a patrol does less without. `unasked`: not tried. `missing`: a patrol will fail here."""

    READY = "ready"
    LESS = "less"
    UNASKED = "unasked"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Look:
    """What was looked at, how it stands, and what to do where something is to be done."""

    what: Words
    state: State
    said: Words
    remedy: Words | None = None


def looked(what: Words, look: Callable[[], Words]) -> Look:
    """Ready with what `look` says; missing with what it says when it fails."""
    try:
        return Look(what, State.READY, look())
    except GoujiError as failed:
        return Look(what, State.MISSING, failed.words)
    except OSError as refused:
        return Look(what, State.MISSING, words("doctor.refused", path=refused.filename, reason=reason_of(refused)))

"""What some documents need to be read that is not installed with gouji itself."""

from collections.abc import Iterator

from flows.doctor.model import Look, State
from gouji.document.office.programs import CALC, WRITER, Component, program_for
from gouji.document.scan.extra import is_installed
from gouji.errors import UnreadableDocument
from gouji.words import words


def office_programs() -> Iterator[Look]:
    for component, name in ((WRITER, "writer"), (CALC, "calc")):
        what = words(f"doctor.{name}")
        if _there(component):
            yield Look(what, State.READY, words("doctor.office-ready"))
        else:
            yield Look(what, State.LESS, words(f"doctor.{name}-missing"), words("doctor.office-install", package=component.package))


def recognition() -> Look:
    what = words("doctor.recognition")
    if is_installed():
        return Look(what, State.READY, words("doctor.recognition-ready"))
    return Look(what, State.LESS, words("doctor.recognition-missing"), words("doctor.recognition-install"))


def _there(component: Component) -> bool:
    try:
        program_for(component, "doc")
    except UnreadableDocument:
        return False
    return True

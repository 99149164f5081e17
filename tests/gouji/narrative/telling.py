"""A made report that says given sentences, and what is read in them."""

from gouji.narrative import Narrative, narrative
from gouji.narrative.claim import Scope
from gouji.recognition import recognise
from tests.gouji.recognition.tables import application_rows, document, grid

Told = list[tuple[str, int]]


def told(*sentences: str, name: str = "云溪县水务局") -> Narrative:
    """What a report of 2023 says in these paragraphs."""
    title = f"{name}2023年政府信息公开工作年度报告"
    return narrative(recognise(document(title, "一、总体情况", *sentences, grid(application_rows()))))


def claimed(*sentences: str, name: str = "云溪县水务局") -> Told:
    """The claims that are surely the report's own and in no doubt."""
    return [(c.quantity, int(c.value)) for c in told(*sentences, name=name).claims if c.scope is Scope.OWN and not c.doubts]

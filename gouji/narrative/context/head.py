"""What a number may be said to count, and what the sentences so far speak of."""

from dataclasses import dataclass

from gouji.narrative.sentence.lexicon import Token

DISPUTES = ("reconsideration", "litigation", "direct_litigation", "litigation_after_reconsideration")
RECEIVED, HANDLED, CONCLUDED = "received", "handled", "concluded"
WHOLES = (RECEIVED, HANDLED, CONCLUDED)  # what counts all requests, each in its way


@dataclass(frozen=True, slots=True)
class Head:
    """A quantity and the words that name it. `doubts` say why the number may be of something else."""

    quantity: str
    first: Token
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class Topic:
    """What the sentences so far speak of: requests, disputes, documents, decisions, or something else."""

    kind: str = ""
    name: str = ""
    # Documents named as published or for request: 主动公开17条、依申请公开28条.
    attribute: bool = False
    # Several kinds of decisions in one sentence: 行政许可12件，行政处罚3件 are surely the form's.
    several: bool = False
    year: int | None = None
    # Something else was counted since requests were named: 受理有效信件20件，……
    other: bool = False
    # The requests received were counted: 办理34件 is then of those concluded.
    received: bool = False
    # The requests concluded were counted: 结转1件 after them is of what was left.
    concluded: bool = False

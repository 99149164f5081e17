"""What the sentences of a paragraph share, and a claim with the place of its number among them."""

from dataclasses import dataclass, field
from decimal import Decimal

from gouji.narrative.claim import Claim
from gouji.narrative.context.head import Topic
from gouji.narrative.context.speaker import Speaker, Voice
from gouji.narrative.sentence.lexicon import Token


@dataclass(slots=True)
class Passage:
    """What the sentences of a paragraph share: whose numbers, of what, and whether disclosure was spoken of."""

    who: Speaker
    topic: Topic
    section: int | None
    about: bool = False
    voice: Voice = field(default_factory=Voice)
    # The quantity counted last, and whether 中 stood after it.
    last: str = ""
    # And when 其中 was said last: 收到9件，其中予以公开3件、不予公开6件 are both of those received.
    parted: str = ""
    # How many were carried in, where nothing was counted since; and the same where 其中 was said of these.
    carried: Decimal | None = None
    among_carried: Decimal | None = None
    # Whether disputes of both kinds were counted together in this sentence.
    of_both: bool = False
    among: bool = False
    # Whether the sentence before ended with ；
    goes_on: bool = False
    # Where in the sentence something else was counted (True) and where requests were named again (False).
    # The sentence before, which may be a heading of its own: （二）依申请公开。无。
    heading: str = ""
    # Whether the paragraph before was a heading of other business: 信访工作：
    elsewhere: bool = False
    turns: list[tuple[int, bool]] = field(default_factory=list)

    def of_another(self, at: int) -> bool:
        """Whether what was counted last at this position of the sentence is something else than requests."""
        return next((other for start, other in reversed(self.turns) if start <= at), False)


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim with the place of its number in the sentence: which clause, which token, and how its scope came to be."""

    claim: Claim
    clause: int
    token: Token
    voice: Voice

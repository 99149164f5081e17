"""What an office is told by letter and what its tracker shows, reckoned from the bodies' tickets alone."""

from dataclasses import dataclass, field

from tests.flows.expected import Body, Key

# Its day, and the bodies named as to be corrected, as corrected, and as withdrawn.
Letter = tuple[str, frozenset[str], frozenset[str], frozenset[str]]


@dataclass
class Ear:
    """What of one body was not told yet. `told` are the faults that letters spoke of before."""

    step: str | None = None
    fresh: set[Key] = field(default_factory=set)
    withdrawn: set[Key] = field(default_factory=set)
    told: set[Key] = field(default_factory=set)
    was: str | None = None
    to_mend: set[Key] = field(default_factory=set)

    def look(self, body: Body) -> None:
        """What came anew is news, and that all is over."""
        came = _to_mend(body) - self.to_mend
        if came or (body.status != self.was and body.status == "open"):
            self.step = "grown"
            self.fresh |= came
        elif body.status == "resolved" and self.was not in (None, "resolved", "retracted"):
            self.step = "over"
        self._remember(body)

    def withdraw(self, body: Body, keys: set[Key]) -> None:
        """These were our fault: that the ticket is over by this is nobody's correction."""
        self.withdrawn |= keys
        self._remember(body)

    def take_up(self, body: Body) -> None:
        """A withdrawal was taken back: what had not been mended by then counts as told, until the look that follows."""
        if any(status == "retracted" and not body.faults[key].fixed for key, status in body.statuses.items()):
            self.was = "open"

    def tell(self, body: Body) -> tuple[bool, bool, bool]:
        """Whether a letter of now names it as to be corrected, as corrected, as withdrawn."""
        withdrawn = any(body.statuses[key] == "retracted" for key in self.withdrawn & self.told)
        said = (self.step == "grown" and body.status == "open", self.step == "over" and body.status == "resolved", withdrawn)
        self.told |= self.fresh
        self.step, self.fresh, self.withdrawn = None, set(), set()
        return said

    def _remember(self, body: Body) -> None:
        self.was, self.to_mend = body.status, _to_mend(body)


@dataclass
class Reckoned:
    """`letters` in the order in which they are to come; `filed` are the bodies that the tracker ever heard of."""

    ears: dict[str, Ear]
    letters: list[Letter] = field(default_factory=list)
    filed: set[str] = field(default_factory=set)

    def letter(self, day: str, bodies: dict[str, Body]) -> None:
        """The letter of a patrol on this day, where there is anything to tell."""
        said = {name: ear.tell(bodies[name]) for name, ear in self.ears.items()}
        failed, corrected, withdrawn = (frozenset(name for name in said if said[name][part]) for part in range(3))
        if failed or corrected or withdrawn:
            self.letters.append((day, failed, corrected, withdrawn))

    def deliver(self, bodies: dict[str, Body]) -> None:
        """The tracker took what waited; of what was mended before it ever heard of it there is nothing to tell it."""
        self.filed |= {name for name, body in bodies.items() if body.status == "open"}


def _to_mend(body: Body) -> set[Key]:
    return {key for key, status in body.statuses.items() if status in ("open", "disputed")}

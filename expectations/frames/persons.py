"""One row a number that has the form of a person's: its digits, what its check leaves over, and the words beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, value
from expectations.rule import Rule
from gouji.finding import Words
from gouji.place import Place
from gouji.privacy.found import Text, candidates_of
from gouji.privacy.masking import masked
from gouji.privacy.numbers import Candidate
from gouji.recognition.facts import spot
from gouji.words import words
from gouji.words.places import figure_in_words, paragraph_in_words, with_spot


@dataclass(frozen=True, slots=True)
class _Number:
    """One number, wherever the report prints it; `same` numbers before it look like it when masked."""

    seen: tuple[tuple[Text, Candidate], ...]
    same: int

    @property
    def first(self) -> Candidate:
        return self.seen[0][1]


class PersonsFrame:
    name = "persons"
    columns = {
        "number": NUMBER, "kind": TEXT, "part": TEXT, "section": TEXT, "digits": TEXT, "remainder": NUMBER, "owner": TEXT,
        "elsewhere": TEXT, "stated": TEXT,
    }  # fmt: skip
    offers = frozenset({"where", "kind", "printed", "count"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for index, number in enumerate(_numbers(case)):
            text, one = number.seen[0]
            section = None if text.section is None else str(text.section)
            rest = None if one.remainder is None else float(one.remainder)
            yield float(index), one.kind, text.part, section, one.digits, rest, one.owner, one.elsewhere, _stated(one)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return int(str(record["section"])) if record["section"] else None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        return ("whose-number",)  # digits never say whose they are

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        numbers = _numbers(case)
        number = numbers[int(value(records[0], "number") or 0)]
        text, one = number.seen[0]
        printed = _printed(text, one)
        values = {
            "where": _where(case, text, one), "kind": words(f"judging.number-{one.kind}"), "printed": printed,
            "count": words("judging.number-places", count=len(number.seen)) if len(number.seen) > 1 else Words("", ""),
        }  # fmt: skip
        places = tuple(dict.fromkeys(place for text, one in number.seen if (place := _place(text, one))))
        # Made of what is shown only: of an eleven-digit number a hash would give the six hidden ones to whoever tries them all.
        return Told(values, None, printed, places, spot=f"{one.kind}|{_hidden(one)}|{number.same}")


def _numbers(case: Case) -> list[_Number]:
    """Each number once, apart where the words beside it make it a person's and where they do not."""
    seen: dict[tuple[str, bool], list[tuple[Text, Candidate]]] = {}
    for text, one in candidates_of(case.report):
        seen.setdefault((one.digits, one.personal), []).append((text, one))
    found: list[_Number] = []
    looks: dict[str, int] = {}
    for places in seen.values():
        look = _hidden(places[0][1])
        found.append(_Number(tuple(places), looks.get(look, 0)))
        looks[look] = looks.get(look, 0) + 1
    return found


def _stated(one: Candidate) -> str:
    """The number with what its check leaves over, and with a card the word that makes it somebody's."""
    match one.kind:
        case "identity-number":
            return f"{one.digits} mod 11 = {one.remainder}"
        case "bank-card":
            return f"{one.digits} mod 10 = {one.remainder}" + (f" beside {one.owner}" if one.owner else "")
        case "mobile":
            return one.digits


def _hidden(one: Candidate) -> str:
    return f"{one.digits[:3]}{len(one.digits)}{one.digits[-2:]}"


def _printed(text: Text, one: Candidate) -> str:
    return " ".join(masked(text.text)[one.start : one.end].split())


def _place(text: Text, one: Candidate) -> Place | None:
    place = text.place
    return spot(place, one.start, one.end) if place is not None and place.paragraph is not None and text.part != "cell" else place


def _where(case: Case, text: Text, one: Candidate) -> Words:
    if text.figure is not None:
        return figure_in_words(case.form.name, text.figure)
    if text.part == "title":
        return with_spot(words("judging.sign-title"), text.place)
    return paragraph_in_words(case.report, _place(text, one))

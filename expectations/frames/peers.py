"""One row a section beside the nearest other body's of the year: how much of what is its own also stands there."""

from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, plain_number, text, value
from expectations.frames.names import same_body
from expectations.frames.plain import PlainFrame
from expectations.rule import Rule
from gouji.agencies.naming import normalised, parse
from gouji.finding import Words
from gouji.words import words
from gouji.words.places import in_a_row, section_number

_RULE = "text-shared"


class PeersFrame(PlainFrame):
    name = "peers"
    columns = {"section": NUMBER, "characters": NUMBER, "shingles": NUMBER, "shared": NUMBER, "share": NUMBER, "peer": TEXT}
    offers = frozenset({"where", "peer", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        likeness = case.dossier.likeness
        if likeness is None or case.report.doubts or case.report.unread:
            yield NotJudged(_RULE, "no-peers" if likeness is None else "not-read-whole")
            return
        for one in likeness:
            yield float(one.section), float(one.characters), float(one.shingles), float(one.shared), one.share, one.peer

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        agency = case.dossier.agency
        if agency is None or not agency.sure:
            return ("agency",)
        peers = {normalised(text(record, "peer")) for record in records}
        return ("one-body-two-names",) if any(_may_be_one(normalised(agency.name), peer) for peer in peers) else ()

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        peer, share = text(records[0], "peer"), plain_number(value(records[0], "share"))
        sections = [int(value(record, "section") or 0) for record in records]
        places = tuple(s.place for s in case.report.sections if s.number in sections)
        values = {
            "where": in_a_row(section_number(number) for number in sections), "peer": Words(peer, peer), "printed": share, "expected": "90",
        }  # fmt: skip
        return Told(values, "<90%", f"{share}%", places, spot="|".join(map(str, sections)), tail=(words("judging.who-wrote-first"),))


def _may_be_one(one: str, other: str) -> bool:
    """One body under two names, or a government and its office."""
    if same_body(one, other):
        return True
    parsed = [parse(name) for name in (one, other)]
    same_place = parsed[0].place.endswith(parsed[1].place) or parsed[1].place.endswith(parsed[0].place)
    governs = [name.endswith(("人民政府", "人民政府办公室", "人民政府办公厅")) for name in (one, other)]
    return same_place and all(governs)

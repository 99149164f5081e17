"""What the text claims, against the tables and against itself."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from gouji.narrative import Narrative
from gouji.narrative.claim import Change, Claim, Listing, Share
from gouji.place import Place
from gouji.report import Report
from tests.builders import claim, dossier, last_years_report, sound_report, with_figure, with_figures, with_preamble
from tests.expectations.faults.builders import Fault, of_report

_PLACE = Place(paragraph=4, start=3, end=6)
_ISSUED = "disclosure.normative_documents.issued"


def _claimed(quantity: str, value: int | str, figure: str | None = None) -> Fault:
    return Fault(dossier(), figure, said=Narrative(claims=(claim(quantity, value),)))


def _some(quantity: str, figure: str | None, name: str = "", printed: int = 0) -> Fault:
    """The text says without a number that there was some, where the report prints this."""
    least: Claim = replace(claim(quantity, 1), high=Decimal(10**12))
    report = with_figure(sound_report(), name, printed) if name else sound_report()
    return Fault(dossier(report), figure, said=Narrative(claims=(least,)))


def _none_where(quantity: str, figure: str, printed: int) -> Fault:
    """The text says that there was none, where the report prints this."""
    return Fault(dossier(with_figure(sound_report(), figure, printed)), figure, said=Narrative(claims=(claim(quantity, 0),)))


def _shared(per_cent: str) -> Fault:
    """6 of the 9 requests received or carried in, said to be this many per cent."""
    low = Decimal(per_cent)
    share = Share(claim("granted", 5), low - Decimal("0.5"), low + 1, f"5件，占{per_cent}%", _PLACE)
    return Fault(dossier(), said=Narrative(shares=(share,)))


def _listed(kind: str, total: int, *parts: int, many: bool = False) -> Fault:
    """A total said to be made of these parts."""
    number = Decimal(total)
    values = tuple(Decimal(part) for part in parts)
    listing = Listing(kind, number, number, number, values, f"共{total}条", f"共{total}条。", _PLACE, many=many)
    return Fault(dossier(), said=Narrative(listings=(listing,)))


def _twice(first: int, second: int) -> Fault:
    return Fault(dossier(), "applications.received.total", said=Narrative(claims=(claim("received", first), claim("received", second))))


def _changed(direction: int, per_cent: str, prior: int | None, current: int | None, previous: Report | None = None) -> Fault:
    """A change on last year that the text states of the requests received."""
    size = Decimal(per_cent)
    numbers = tuple(None if n is None else Decimal(n) for n in (prior, current))
    change = Change("received", direction, True, size - Decimal("0.5"), size + 1, *numbers, f"变化{per_cent}%", "一句。", _PLACE)
    return Fault(dossier(previous=previous), said=Narrative(changes=(change,)))


def _lapsed(lapses: int) -> Fault:
    """Requests that lapsed for want of payment, and the text says that nobody was asked to pay."""
    changes = {"natural_person": lapses, "total": lapses}
    more = {f"applications.{row}.{c}": 6 + lapses if c == "natural_person" else 8 + lapses for row in ("concluded_total",) for c in changes}
    figures = {**{f"applications.other_unpaid.{c}": n for c, n in changes.items()}, **more}
    figures |= {"applications.received.natural_person": 6 + lapses, "applications.received.total": 8 + lapses}
    report = with_figures(sound_report(), dict(figures))
    return Fault(
        dossier(report), "applications.other_unpaid.total" if lapses else None, said=Narrative(claims=(claim("no_fee_notice", 0),))
    )


FAULTS: Mapping[str, Fault] = {
    "narrative-received": _claimed("received", 7, "applications.received.total"),
    "narrative-none-received": _claimed("none_received", 0, "applications.received.total"),
    "narrative-carried-in": _claimed("carried_in", 2, "applications.carried_in.total"),
    "narrative-concluded": _claimed("concluded", 6, "applications.concluded_total.total"),
    "narrative-carried-out": _claimed("carried_out", 3, "applications.carried_out.total"),
    "all-concluded-but-carried": _claimed("all_concluded", 0, "applications.carried_out.total"),
    "narrative-outcomes": _claimed("granted", 4, "applications.granted.total"),
    "narrative-applicants": _claimed("all_natural_person", 0, "applications.received.business"),
    "fee-lapse-without-notice": _lapsed(1),
    "narrative-documents": _claimed("normative_documents_issued", 3, "disclosure.normative_documents.issued"),
    "narrative-regulations": _claimed("regulations_issued", 1, "disclosure.regulations.issued"),
    "narrative-decisions": _claimed("permits_made", 121, "disclosure.permits.decisions"),
    "documents-zero-but-named": _some("documents_named", _ISSUED, _ISSUED),
    "all-of-none": _some("all_of_none", _ISSUED, _ISSUED),
    "narrative-fees": _none_where("no_admin_fee", "disclosure.fees.amount", 12),
    "fee-unit": _claimed("admin_fee", "12.5", "disclosure.fees.amount"),
    "narrative-no-dispute": _claimed("no_reconsideration", 0, "proceedings.reconsideration.total"),
    "narrative-dispute-outcome": _claimed("reconsideration_upheld", 0, "proceedings.reconsideration.upheld"),
    "narrative-reconsideration": _claimed("reconsideration", 2, "proceedings.reconsideration.total"),
    "narrative-litigation": _claimed("litigation", 3, "proceedings.direct_litigation.total"),
    "rate-over-100-percent-possible": _claimed("rate_possible", 104),
    "narrative-share": _shared("70"),
    "narrative-channels": _listed("channels", 8, 3, 4),
    "narrative-parts": _listed("parts", 80, 30, 40),
    "narrative-unit": _listed("parts", 80_000, 3, 5, many=True),
    "narrative-twice": Fault(
        dossier(), "applications.received.total", ("narrative-received",), Narrative(claims=(claim("received", 8), claim("received", 7)))
    ),
    "narrative-number-missing": of_report(lambda r: with_preamble(r, "全年在网站发布信息共条，更新及时。")),
    "change-direction": _changed(-1, "60", 5, 8),
    "change-recomputed": _changed(1, "50", 5, 8),
    "change-against-last-year": _changed(1, "50", None, None, last_years_report()),
    "change-unattainable": _changed(1, "55", None, 8),
    "decrease-over-100-percent": _claimed("decrease", 300),
    "rate-over-100-percent": _claimed("rate", 101),
}

NEIGHBOURS: Mapping[str, Fault] = {
    "narrative-received": _claimed("received", 8),
    "narrative-none-received": _none_where("none_received", "applications.received.total", 0),
    "narrative-carried-in": _claimed("carried_in", 1),
    "narrative-concluded": _claimed("concluded", 8),
    "narrative-carried-out": _claimed("carried_out", 1),
    "all-concluded-but-carried": _none_where("all_concluded", "applications.carried_out.total", 0),
    "narrative-outcomes": _claimed("granted", 5),
    "narrative-applicants": _claimed("applicants_natural_person", 6),
    "fee-lapse-without-notice": _lapsed(0),
    "narrative-documents": _claimed("normative_documents_issued", 2),
    "narrative-regulations": _claimed("regulations_issued", 0),
    "narrative-decisions": _claimed("permits_made", 120),
    "documents-zero-but-named": _some("documents_named", None),
    "all-of-none": _some("all_of_none", None),
    "narrative-fees": _claimed("processing_fee", 400),
    "fee-unit": _claimed("admin_fee", 125_000),
    "narrative-no-dispute": _claimed("no_litigation_after_reconsideration", 0),
    "narrative-dispute-outcome": _claimed("reconsideration_upheld", 1),
    "narrative-reconsideration": _claimed("reconsideration", 1),
    "narrative-litigation": _claimed("direct_litigation", 1),
    "rate-over-100-percent-possible": _claimed("rate_possible", 100),
    "narrative-share": _shared("62"),
    "narrative-channels": _listed("channels", 7, 3, 4),
    "narrative-parts": _listed("parts", 70, 30, 40),
    "narrative-unit": _listed("parts", 80_000, 30_000, 50_000, many=True),
    "narrative-twice": _twice(8, 8),
    "narrative-number-missing": of_report(lambda r: with_preamble(r, "全年在网站发布信息共12条，更新及时。")),
    "change-direction": _changed(1, "60", 5, 8),
    "change-recomputed": _changed(1, "60", 5, 8),
    "change-against-last-year": _changed(0, "0", None, None, sound_report(year=2022)),
    "change-unattainable": _changed(1, "60", None, 8),
    "decrease-over-100-percent": _claimed("decrease", 100),
    "rate-over-100-percent": _claimed("rate", 100),
}

"""The figures of the three tables: printed at all, counts, sums, and what cannot be so."""

from collections.abc import Mapping

from tests.builders import last_years_report, sound_report, with_figures, with_other_outcomes_merged, with_text, without_column, without_row
from tests.expectations.faults.builders import Change, Fault, Printed, after, granted_instead, of_body, of_figure, of_report

_CARRIED_OUT: Printed = {
    "applications.carried_out.natural_person": 5, "applications.carried_out.total": 5,
    "applications.granted.natural_person": 0, "applications.granted.total": 1,
    "applications.concluded_total.natural_person": 2, "applications.concluded_total.total": 4,
}  # fmt: skip
_TEN_MORE: Printed = {
    f"applications.{row}.{column}": number
    for row, numbers in {
        "carried_in": (11, 11),
        "unavailable_unclear": (5, 5),
        "other_uncorrected": (5, 5),
        "concluded_total": (16, 18),
    }.items()
    for column, number in zip(("natural_person", "total"), numbers, strict=True)
}
_NO_REQUESTS: Printed = {name: 0 for name in sound_report().figures if name.startswith("applications.")}


def _track(track: str, upheld: int) -> Printed:
    return {f"proceedings.{track}.upheld": upheld, f"proceedings.{track}.total": upheld}


_NO_DECISIONS: Printed = {f"disclosure.{row}.decisions": 0 for row in ("permits", "penalties", "coercive_measures")}
_AFTER = "litigation_after_reconsideration"
_GRANTED: Printed = {
    "applications.granted.natural_person": 6, "applications.granted.business": 2, "applications.granted.total": 8,
    "applications.partially_granted.natural_person": 0, "applications.partially_granted.total": 0,
    "applications.unavailable_not_held.natural_person": 0, "applications.unavailable_not_held.total": 0,
    "applications.denied_third_party.business": 0, "applications.denied_third_party.total": 0,
}  # fmt: skip
_NOBODY_ASKED = next(s.text for s in sound_report().sections if s.number == 1).replace(
    "共收到政府信息公开申请8件，均按期答复", "认真做好依申请公开工作"
)


def _both(name: str, printed: int, total: int) -> Change:
    """The same change in a class of applicants and in 总计, so that the row still adds up."""
    row = name.rsplit(".", 1)[0]
    return lambda report: with_figures(report, {name: printed, f"{row}.total": total})


FAULTS: Mapping[str, Fault] = {
    "disclosure-row-missing": of_report(lambda r: without_row(r, "disclosure", "fees"), "disclosure.fees.amount"),
    "disclosure-column-missing": of_report(lambda r: without_column(r, "disclosure", "repealed"), "disclosure.regulations.repealed"),
    "disclosure-blank": of_figure("disclosure.permits.decisions", ""),
    "disclosure-not-a-number": of_figure("disclosure.permits.decisions", "/"),
    "disclosure-not-a-count": of_figure("disclosure.permits.decisions", -3),
    "documents-issued-over-stock": of_figure("disclosure.normative_documents.issued", 11),
    "regulations-without-power": of_figure("disclosure.regulations.in_force", 1),
    "fee-precision": of_figure("disclosure.fees.amount", "12.53341"),
    "round-figure": of_figure("disclosure.penalties.decisions", "3000"),
    "powers-unused": of_body("临河县交通运输局", _NO_DECISIONS),
    "applications-row-missing": of_report(lambda r: without_row(r, "applications", "rejected_mass"), "applications.rejected_mass.total"),
    "applications-column-missing": of_report(lambda r: without_column(r, "applications", "research"), "applications.received.research"),
    "other-outcomes-merged": of_report(with_other_outcomes_merged, "applications.other_outcomes.total"),
    "applications-blank": of_figure("applications.rejected_mass.research", ""),
    "applications-total-blank": of_figure("applications.received.total", "", ("applications-blank",)),
    "applications-not-a-number": of_figure("applications.rejected_mass.research", "无"),
    "applications-not-a-count": of_figure(
        "applications.granted.natural_person", "4.5", ("applications-row-sum", "applications-concluded-sum")
    ),
    "applications-row-sum": of_figure("applications.received.total", 9, ("applications-balance", "narrative-received")),
    "applications-concluded-sum": of_report(
        _both("applications.denied_internal.natural_person", 1, 1),
        "applications.concluded_total.natural_person",
        ("partial-counted-twice",),
    ),
    "applications-balance": of_report(_both("applications.carried_out.natural_person", 2, 2), "applications.carried_out.natural_person"),
    "correction-lapse": of_report(lambda r: with_figures(r, _TEN_MORE), "applications.unavailable_unclear.total"),
    "secrecy-ground-at-low-level": of_body("临河县教育局", granted_instead("denied_state_secret", 1)),
    "inquiry-ground-without-register": of_body("临河县财政局", granted_instead("denied_inquiry", 1)),
    "carry-out-large": of_report(lambda r: with_figures(r, _CARRIED_OUT), "applications.carried_out.total"),
    "mass-ground-with-few-requests": of_report(
        lambda r: with_figures(r, granted_instead("rejected_mass", 1)), "applications.rejected_mass.total"
    ),
    "proceedings-figure-missing": of_figure("proceedings.reconsideration.corrected", None),
    "proceedings-blank": of_figure("proceedings.litigation_after_reconsideration.other", ""),
    "proceedings-not-a-number": of_figure("proceedings.litigation_after_reconsideration.other", "—"),
    "proceedings-not-a-count": of_figure("proceedings.reconsideration.upheld", -1, ("proceedings-sum",)),
    "proceedings-sum": of_figure("proceedings.reconsideration.total", 0, ("narrative-reconsideration",)),
    "suit-without-reconsideration": after(
        last_years_report(_track("reconsideration", 0)),
        lambda r: with_text(with_figures(r, _track("reconsideration", 0) | _track(_AFTER, 1)), 4),
        f"proceedings.{_AFTER}.total",
        also=("suit-after-over-reconsideration",),
    ),
    "suit-after-over-reconsideration": after(
        last_years_report(), lambda r: with_text(with_figures(r, _track(_AFTER, 3)), 4), f"proceedings.{_AFTER}.total"
    ),
    "direct-suit-over-refusal": of_report(lambda r: r, "proceedings.direct_litigation.total", year=2024),
    "disputes-without-requests": after(
        last_years_report(_NO_REQUESTS),
        lambda r: with_text(with_figures(r, _NO_REQUESTS), 1, _NOBODY_ASKED),
        "proceedings.reconsideration.total",
    ),
    "disputes-though-all-granted": of_report(lambda r: with_figures(r, _GRANTED), "proceedings.reconsideration.total"),
}

NEIGHBOURS: Mapping[str, Fault] = {
    "disclosure-not-a-count": of_figure("disclosure.fees.amount", "0.05"),
    "documents-issued-over-stock": of_figure("disclosure.normative_documents.issued", 10),
    "regulations-without-power": of_figure("disclosure.regulations.in_force", 0),
    "fee-precision": of_figure("disclosure.fees.amount", "12.5334"),
    "round-figure": of_figure("disclosure.penalties.decisions", "3100"),
    "powers-unused": of_body("临河县教育局", _NO_DECISIONS),
    "applications-not-a-count": of_figure("applications.rejected_mass.research", "0.0"),
    "correction-lapse": of_report(
        lambda r: with_figures(r, {**granted_instead("unavailable_unclear", 2), "applications.other_uncorrected.total": 2})
    ),
    "secrecy-ground-at-low-level": of_body("临河县公安局", granted_instead("denied_state_secret", 1)),
    "inquiry-ground-without-register": of_body("临河县民政局", granted_instead("denied_inquiry", 1)),
    "mass-ground-with-few-requests": of_report(lambda r: with_figures(r, {**_TEN_MORE, "applications.rejected_mass.total": 1})),
    "suit-without-reconsideration": after(
        last_years_report(_track("reconsideration", 1)),
        lambda r: with_text(with_figures(r, _track("reconsideration", 0) | _track(_AFTER, 1)), 4),
    ),
    "suit-after-over-reconsideration": after(last_years_report(), lambda r: with_text(with_figures(r, _track(_AFTER, 2)), 4)),
    "direct-suit-over-refusal": of_report(lambda r: r),
    "disputes-without-requests": after(last_years_report(), lambda r: with_text(with_figures(r, _NO_REQUESTS), 1, _NOBODY_ASKED)),
}

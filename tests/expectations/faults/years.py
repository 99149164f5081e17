"""This year's report after last year's, and one report in two files."""

from collections.abc import Mapping
from datetime import date

from gouji.dossier import Dossier
from gouji.report import Report
from tests.builders import agency, dossier, last_years_report, sound_report, with_figure, with_figures, with_text
from tests.expectations.faults.builders import Fault, after

# Long enough to be compared: 240 characters, no two runs alike.
_COPIED = "2023年未收取信息处理费。" + "".join(chr(0x4E00 + 7 * n) for n in range(240))
_STOCK = "disclosure.normative_documents.in_force"
_REGULATIONS = "disclosure.regulations.in_force"
_ISSUED = "disclosure.normative_documents.issued"
_ITEMS = "disclosure.permits.items_before"
_PROBLEMS = "公开内容还不够及时，个别栏目更新缓慢，政策解读形式单一，群众参与的渠道也不够多样。下一步将按月检查栏目更新。"


def _previous(carried_out: int) -> Report:
    name = "applications.carried_out.natural_person"
    return with_figures(last_years_report(), {name: carried_out, name.replace("natural_person", "total"): carried_out})


def _repeated(number: int, text: str, rest: str = "") -> Fault:
    """A section's text of last year, this year as well, with `rest` behind it."""
    return after(with_text(last_years_report(), number, text), lambda r: with_text(r, number, text + rest))


def _twin(name: str, printed: int | str) -> Report:
    """Another file of the sound report, in which one figure is printed so."""
    return with_figure(sound_report(source="report.pdf", format="pdf"), name, printed)


def _registered(count: int, day: date) -> Dossier:
    """A city that prints five 规章 in force, of which the public list had so many on that day."""
    city = agency("临河市人民政府", kind="设区的市", makes_regulations=True, registered_regulations=count, registered_on=day)
    return dossier(with_figure(sound_report(), _REGULATIONS, 5), agency=city)


FAULTS: Mapping[str, Fault] = {
    "carry-over-continuity": Fault(dossier(previous=_previous(3)), "applications.carried_in.natural_person"),
    "documents-stock-continuity": after(last_years_report({_STOCK: 7}), figure=_STOCK),
    "regulations-stock-continuity": Fault(
        dossier(
            with_figure(sound_report(), _REGULATIONS, 5),
            agency=agency("临河市人民政府", kind="设区的市", makes_regulations=True),
            previous=last_years_report({_REGULATIONS: 4}),
        ),
        _REGULATIONS,
    ),
    "regulations-list": Fault(_registered(6, date(2024, 1, 5)), _REGULATIONS),
    "documents-repealed-over-stock": after(
        last_years_report(),
        lambda r: with_figure(r, "disclosure.normative_documents.repealed", 11),
        "disclosure.normative_documents.repealed",
        also=("documents-stock-continuity",),
    ),
    "items-chain-2020": Fault(
        dossier(sound_report("2019", 2020), previous=last_years_report({_ITEMS: 14}, "2019", 2019)), "disclosure.permits.items_before"
    ),
    "pending-continuity": after(
        last_years_report({"proceedings.direct_litigation.pending": 2, "proceedings.direct_litigation.total": 2}),
        figure="proceedings.direct_litigation.total",
    ),
    "tables-repeated": after(
        last_years_report({"disclosure.permits.decisions": 120, _STOCK: 9, _ISSUED: 1}),
        lambda r: with_figure(r, _ISSUED, 1),
        "disclosure.permits.decisions",
    ),
    "text-repeated": _repeated(6, _COPIED),
    "problems-repeated": _repeated(5, _PROBLEMS),
    "magnitude-jump": after(last_years_report({"disclosure.permits.decisions": 12}), figure="disclosure.permits.decisions"),
    "fee-jump": after(
        last_years_report({"disclosure.fees.amount": 125000}), figure="disclosure.fees.amount", also=("magnitude-jump",), doubt=True
    ),
    "versions-differ": Fault(dossier(others=(_twin("disclosure.permits.decisions", 119),)), "disclosure.permits.decisions"),
}

NEIGHBOURS: Mapping[str, Fault] = {
    "regulations-list": Fault(_registered(5, date(2024, 1, 5))),
    "carry-over-continuity": Fault(dossier(previous=_previous(1))),
    "documents-stock-continuity": after(last_years_report()),
    "documents-repealed-over-stock": after(
        last_years_report(), lambda r: with_figures(r, {"disclosure.normative_documents.repealed": 10, _STOCK: 0})
    ),
    "items-chain-2020": Fault(dossier(sound_report("2019", 2020), previous=last_years_report(form="2019", year=2019))),
    "pending-continuity": after(last_years_report()),
    "tables-repeated": after(last_years_report({"disclosure.permits.decisions": 121, _STOCK: 8})),
    "text-repeated": _repeated(6, _COPIED, _COPIED[30:100][::-1]),
    "problems-repeated": _repeated(5, _PROBLEMS, "针对上年度问题，已完成栏目清理。"),
    "magnitude-jump": after(last_years_report({"disclosure.permits.decisions": 13})),
    "fee-jump": after(last_years_report({"disclosure.fees.amount": "0.0125"})),
    "versions-differ": Fault(dossier(others=(_twin("disclosure.permits.decisions", "120.0"),))),
}

"""Figures that add up, for a body of any size."""

from collections.abc import Iterable, Mapping
from random import Random

from gouji.form import form
from gouji.form.model import Form, Identity
from samples.bodies import Body

# How many requests a year a body of this size receives, at most, and how its decisions run.
SIZES: Mapping[str, int] = {"zero": 0, "small": 12, "medium": 320, "large": 6500}

Figures = dict[str, int]

_APPLICANTS = {"natural_person": 1.0, "business": 0.18, "research": 0.01, "public_interest": 0.015, "legal_service": 0.03, "other": 0.02}
_COMMON_OUTCOMES = {"granted": 46, "partially_granted": 9, "unavailable_not_held": 22, "unavailable_unclear": 4, "rejected_petition": 5}


def printed_figures(body: Body, name: str, size: str, random: Random, carried_in: Mapping[str, int] | None = None) -> dict[str, str]:
    """Every figure of the form as a sound report of this body prints it."""
    counts = _applications(form(name), size, random, carried_in) | _proceedings(size, random)
    texts = {key: str(value) for key, value in completed(counts, form(name)).items()}
    disclosure = _disclosure_2021(body, size, random) if name == "2021" else _disclosure_2019(body, size, random)
    return in_order(disclosure | texts, form(name))


def completed(counts: Mapping[str, int], of: Form) -> Figures:
    """These counts with 0 in every other cell of Tables 3 and 4, and with the totals that they add up to."""
    figures = {name: 0 for table in ("applications", "proceedings") for name in of.figure_ids(table)} | dict(counts)
    for name in ("applications-concluded-sum", "applications-row-sum", "proceedings-sum"):
        for total, parts in sums(of.identities[name], of):
            figures[total] = sum(figures.get(part, 0) for part in parts)
    return figures


def sums(identity: Identity, of: Form) -> Iterable[tuple[str, list[str]]]:
    """Each total that the identity speaks of, with its parts."""
    table = of.table(identity.table)
    if identity.along == "columns":
        for column in table.blocks[0].columns:
            yield f"{table.id}.{identity.right[0]}.{column.id}", [f"{table.id}.{row}.{column.id}" for row in identity.left]
    else:
        for row in table.rows():
            if not row.instead_of:
                yield f"{table.id}.{row.id}.{identity.right[0]}", [f"{table.id}.{row.id}.{column}" for column in identity.left]


def in_order(figures: Mapping[str, str], of: Form) -> dict[str, str]:
    """The figures in the form's order; what the form does not ask for comes last."""
    return {name: figures[name] for name in of.figure_ids() if name in figures} | dict(figures)


def _applications(of: Form, size: str, random: Random, carried_in: Mapping[str, int] | None) -> Figures:
    figures: Figures = {}
    outcomes = of.identities["applications-concluded-sum"].left
    for column, share in _APPLICANTS.items():
        received = _about(SIZES[size] * share, random)
        before = _about(received * 0.05, random) if carried_in is None else carried_in.get(column, 0)
        left_over = _about((received + before) * 0.06, random)
        figures |= {_id("received", column): received, _id("carried_in", column): before, _id("carried_out", column): left_over}
        for outcome, count in _dealt(received + before - left_over, outcomes, random).items():
            figures[_id(outcome, column)] = count
    return figures


def _dealt(total: int, outcomes: Iterable[str], random: Random) -> dict[str, int]:
    """This many requests dealt out over the outcomes, the common ones oftener."""
    names = [name for name in outcomes if name != "other_outcomes" or "other_misc" not in outcomes]
    chosen = random.choices(names, [_COMMON_OUTCOMES.get(name, 1) for name in names], k=total)
    return {name: chosen.count(name) for name in set(chosen)}


def _proceedings(size: str, random: Random) -> Figures:
    shares = {"reconsideration": 0.03, "direct_litigation": 0.008, "litigation_after_reconsideration": 0.012}
    outcomes = {"upheld": 0.7, "corrected": 0.15, "other": 0.2, "pending": 0.15}
    return {
        f"proceedings.{track}.{outcome}": _about(max(SIZES[size] * share, SIZES[size] and 1) * part, random)
        for track, share in shares.items()
        for outcome, part in outcomes.items()
    }


def _disclosure_2021(body: Body, size: str, random: Random) -> dict[str, str]:
    decisions = {row: _about(SIZES[size] * factor, random) for row, factor in _DECISIONS.items()}
    texts = {f"disclosure.{row}.decisions": str(count) for row, count in decisions.items()}
    texts["disclosure.fees.amount"] = _money(SIZES[size] * 0.4, random)
    for row in ("regulations", "normative_documents"):
        stock = _stock(body, row, size, random)
        issued = random.randint(0, stock // 4)
        for column, count in {"issued": issued, "repealed": _about(stock * 0.1, random), "in_force": stock}.items():
            texts[f"disclosure.{row}.{column}"] = str(count)
    return texts


def _disclosure_2019(body: Body, size: str, random: Random) -> dict[str, str]:
    texts: dict[str, str] = {}
    for row in ("regulations", "normative_documents"):
        stock = _stock(body, row, size, random)
        made = random.randint(0, stock // 3)
        texts |= {f"disclosure.{row}.{c}": str(n) for c, n in {"made": made, "newly_public": made, "public_total": stock}.items()}
    for row in (*_DECISIONS, "other_services", "fees"):
        before = _about(SIZES[size] ** 0.6, random)
        texts[f"disclosure.{row}.items_before"] = str(before)
        texts[f"disclosure.{row}.items_change"] = random.choice(("0", "+1", "+3", f"-{min(before, 2)}")) if before else "0"
        if row != "fees":
            texts[f"disclosure.{row}.decisions"] = str(_about(SIZES[size] * _DECISIONS.get(row, 1), random))
    texts["disclosure.procurement.items"] = str(_about(SIZES[size] ** 0.5, random))
    texts["disclosure.procurement.amount"] = str(_about(SIZES[size] * 4000, random))
    return texts


_DECISIONS = {"permits": 9.0, "penalties": 5.0, "coercive_measures": 0.6}


def _stock(body: Body, row: str, size: str, random: Random) -> int:
    if row == "regulations":
        return random.randint(4, 90) if body.regulations and size != "zero" else 0
    return _about(SIZES[size] ** 0.55, random)


def _money(about: float, random: Random) -> str:
    amount = random.uniform(0, about * 2)
    return f"{amount:.{random.choice((1, 2, 4))}f}" if amount else "0"


def _about(expected: float, random: Random) -> int:
    """A count that is this on average."""
    return round(random.triangular(0, 2 * expected, expected)) if expected >= 1 else int(random.random() < expected)


def _id(row: str, column: str) -> str:
    return f"applications.{row}.{column}"

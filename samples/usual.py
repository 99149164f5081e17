"""What keeps a sound report from looking odd: figures that add up and yet would make a reader ask."""

from collections.abc import Iterable, Mapping

from samples.bodies import Body

_COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other", "total")
_OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
_DECISIONS = ("permits", "penalties", "coercive_measures")
# Grounds that only bodies with secrets or registers use, and the one that takes their place.
_RARE, _COMMON = ("denied_state_secret", "denied_security_stability", "denied_inquiry"), "denied_internal"
_WITH_SECRETS = ("部委", "省")
# Since then a suit over a refusal needs reconsideration first.
_REVIEW_FIRST = 2024

Texts = dict[str, str]


def usual(figures: Mapping[str, str], author: Body, year: int) -> Texts:
    """The figures without what such a body would hardly report; every sum still holds."""
    found = dict(figures)
    if author.kind not in _WITH_SECRETS:
        for row in _RARE:
            _move(found, (f"applications.{row}.{c}" for c in _COLUMNS), row, _COMMON)
    if _number(found, "applications.received.total") + _number(found, "applications.carried_in.total") < 10:
        _move(found, (f"applications.rejected_mass.{c}" for c in _COLUMNS), "rejected_mass", "rejected_repeat")
    if year >= _REVIEW_FIRST:
        _move(found, (f"proceedings.direct_litigation.{o}" for o in _OUTCOMES), "direct_litigation", "reconsideration")
    if not any(_number(found, f"disclosure.{row}.decisions") for row in _DECISIONS):
        found["disclosure.penalties.decisions"] = "2"
    return found


def joined(figures: Mapping[str, str], previous: Mapping[str, str]) -> Texts:
    """The figures going on from last year's: stocks, items and pending cases."""
    found = dict(figures)
    for row in ("regulations", "normative_documents"):
        if f"disclosure.{row}.in_force" in found and f"disclosure.{row}.in_force" in previous:
            _join_stock(found, previous, f"disclosure.{row}")
    for name in [name for name in found if name.endswith(".items_before") and name in previous]:
        found[name] = str(_number(previous, name) + _number(previous, name.replace("items_before", "items_change")))
    for track in ("reconsideration", "direct_litigation", "litigation_after_reconsideration"):
        _add_cases(found, track, _number(previous, f"proceedings.{track}.pending") - _number(found, f"proceedings.{track}.total"))
    reviewed = sum(_number(texts, "proceedings.reconsideration.total") for texts in (found, previous))
    _add_cases(found, "reconsideration", _number(found, "proceedings.litigation_after_reconsideration.total") - reviewed)
    return found


def _join_stock(found: Texts, previous: Mapping[str, str], row: str) -> None:
    there = _number(previous, f"{row}.in_force") + _number(found, f"{row}.issued")
    repealed = min(_number(found, f"{row}.repealed"), there)
    found |= {f"{row}.repealed": str(repealed), f"{row}.in_force": str(there - repealed)}


def _add_cases(found: Texts, track: str, missing: int) -> None:
    for outcome in ("upheld", "total"):
        name = f"proceedings.{track}.{outcome}"
        found[name] = str(_number(found, name) + max(missing, 0))


def _move(found: Texts, names: Iterable[str], row: str, to: str) -> None:
    """What stands in one row put into another."""
    for name in names:
        other = name.replace(f".{row}.", f".{to}.")
        found[other], found[name] = str(_number(found, other) + _number(found, name)), "0"


def _number(texts: Mapping[str, str], name: str) -> int:
    return int(texts.get(name) or 0)

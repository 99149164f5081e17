"""What the tables say of a quantity that the text claims: figures added up, as they are printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from expectations.frames.kind import Case, number
from gouji.data import data_file
from gouji.report import Figure, State

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """The figures that together say what the text claims, and the rule that compares them; quantities.yaml tells of the rest."""

    rule: str
    figures: Names
    accepts: tuple[Names, ...] = ()
    also: tuple[Names, ...] = ()
    instead: Names = ()

    @property
    def all(self) -> tuple[Names, ...]:
        """The sums that the words may mean."""
        return (self.figures, *self.accepts)


@dataclass(frozen=True, slots=True)
class Tabled:
    """A sum of the tables and its cells. `whole` is false where a 总计 is blank and its parts stand for it: at least so much."""

    value: Decimal
    figures: tuple[Figure, ...]
    whole: bool = True


def quantity_of(name: str) -> Quantity | None:
    """The entry of a quantity, several with + between them added up; None for one that no table gives."""
    first, *more = (quantities().get(part) for part in name.split("+"))
    if first is None or not more:
        return first
    return Quantity(first.rule, tuple(figure for part in (first, *more) if part for figure in part.figures)) if all(more) else None


def names_of(case: Case, quantity: Quantity) -> Names:
    """The figures of a quantity in this report: one row where it has one for several."""
    instead = quantity.instead
    return instead if instead and case.figure(quantity.figures[0]).state is State.ABSENT else quantity.figures


def tabled(case: Case, names: Sequence[str]) -> Tabled | None:
    """What these figures add up to, None where a cell of them is no number."""
    value, found, whole = Decimal(0), list[Figure](), True
    for name in names:
        sign, own = (-1 if name.startswith("-") else 1), name.lstrip("-")
        part = _part(case, own)
        if part is None or (sign < 0 and not part.whole):
            return None
        value, whole = value + sign * part.value, whole and part.whole
        found += part.figures
    return Tabled(value, tuple(found), whole)


def _part(case: Case, name: str) -> Tabled | None:
    figure = case.figure(name)
    if figure.value is not None and number(figure) is not None:
        return Tabled(figure.value, (figure,))
    if not name.startswith("applications.") or not name.endswith(".total") or figure.state is not State.BLANK:
        return None
    # A row whose 总计 was left blank: what surely stands in its other cells is the least that it can be.
    row = name.rsplit(".", 1)[0]
    cells = [case.figure(f"{row}.{column.id}") for column in case.form.table("applications").blocks[0].columns]
    sure = tuple(cell for cell in cells if cell.sure and number(cell) is not None)
    return Tabled(sum((cell.value for cell in sure if cell.value is not None), Decimal(0)), sure, False)


@cache
def quantities() -> Mapping[str, Quantity]:
    """The quantities that tables also give."""
    entries = data_file("expectations.frames", "quantities.yaml")
    return {name: _quantity(entry) for name, entry in entries.items()}


def _quantity(entry: Mapping[str, object]) -> Quantity:
    def lists(key: str) -> tuple[Names, ...]:
        found = entry.get(key, ())
        return tuple(tuple(names) for names in found) if isinstance(found, list) else ()

    figures, instead = entry["figures"], entry.get("instead", ())
    return Quantity(
        str(entry["rule"]), tuple(figures) if isinstance(figures, list) else (), lists("accepts"), lists("also"),
        tuple(instead) if isinstance(instead, list) else (),
    )  # fmt: skip

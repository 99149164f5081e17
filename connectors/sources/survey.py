"""What a look at a source would collect, told without collecting it."""

from dataclasses import dataclass
from datetime import date

from gouji.finding import Words


@dataclass(frozen=True, slots=True)
class Item:
    """What would be collected. `year` is the one that the title names."""

    location: str
    title: str
    year: int | None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """What would be left out, and why. With `doubt` a person had better look: it may be a report all the same."""

    location: str
    title: str
    reason: Words
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """What a source holds. `troubles` say what could not be looked at; `pages` and `family` are those of a list on a website."""

    items: tuple[Item, ...]
    asides: tuple[Aside, ...] = ()
    troubles: tuple[Words, ...] = ()
    pages: int | None = None
    family: str | None = None

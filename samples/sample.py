"""A report described: what it prints, before any format is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Part:
    """One first-level part. `heading` is printed as it stands; `table` is the statutory table that closes the part, if any."""

    number: int
    heading: str
    paragraphs: tuple[str, ...] = ()
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How the report is set.

    `labels` gives other words for a label of the form: keys are table.row or table.column, as `applications.research`.
    `pictures` are tables shown as an image. `ragged` text loses leading label cells at a page end, as converted PDFs do.
    `stacked` headers print one character a line. `heading` is what the page calls itself, where that is not the title.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    ragged: bool = True
    stacked: bool = False
    heading: str | None = None
    visits: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """A report made on purpose. `figures` maps a figure's id to the text printed in its cell.

    An empty text is a blank cell; an id that is missing has no cell at all. `form` is the form whose tables are printed.
    """

    agency: str
    kind: str
    year: int
    form: str
    figures: Mapping[str, str]
    title: str
    preamble: tuple[str, ...]
    parts: tuple[Part, ...]
    signature: str | None
    signed_on: date | None
    published_on: date | None
    layout: Layout = Layout()

    def part(self, number: int) -> Part:
        return next(part for part in self.parts if part.number == number)

    def with_figures(self, **printed: str) -> "Sample":
        """The same report with other texts in these cells; ids are written with `__` for the dots."""
        return replace(self, figures={**self.figures, **{name.replace("__", "."): text for name, text in printed.items()}})

    def narrative(self) -> str:
        return "\n".join([*self.preamble, *(p for part in self.parts for p in part.paragraphs)])

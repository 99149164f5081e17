"""Where a person finds what we speak of."""

from dataclasses import asdict, dataclass

BBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a document; the parts that the format has, counted from 1.

    PDF: `page` and `bbox` (x0, top, x1, bottom in points of the page as shown).
    Several pictures of one report: `file` beside the page, the name of the one that shows it.
    HTML and DOCX: `table`, `row`, `column`. Text: `line`.
    In the narrative `paragraph` with `start` and `end`, characters of that paragraph.
    """

    page: int | None = None
    bbox: BBox | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    file: str | None = None

    def as_json(self) -> dict[str, object]:
        return {name: value for name, value in asdict(self).items() if value is not None}

"""The data of page.yaml, ready for use."""

import re
from dataclasses import dataclass
from functools import cache

from gouji.data import data_file


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of the pages of government sites; `marks` are headings of parts by the style of their numbers, the outermost first."""

    containers: tuple[str, ...]
    outside: frozenset[str]
    marks: tuple[re.Pattern[str], ...]
    table_marks: re.Pattern[str]
    furniture: re.Pattern[str]
    meta: dict[str, tuple[str, ...]]
    visible: dict[str, tuple[str, ...]]
    card: frozenset[str]
    instead: dict[str, re.Pattern[str]]

    def style_of(self, line: str) -> int | None:
        """Which of the styles of numbers this line has, if it could head a part of a report."""
        return next((style for style, heading in enumerate(self.marks) if heading.match(line)), None)


@cache
def page_facts() -> PageFacts:
    """The facts as page.yaml states them."""
    data = data_file("gouji.document.html", "page.yaml")
    return PageFacts(
        containers=tuple(data["containers"]),
        outside=frozenset(data["outside"]),
        marks=tuple(re.compile(rf"\s*(?:{number})\s*{data['marks']}") for number in data["numbers"]),
        table_marks=re.compile(data["table-marks"]),
        furniture=re.compile("|".join(f"(?:{line})" for line in data["furniture"])),
        meta={key: tuple(names) for key, names in data["meta"].items()},
        card=frozenset((*data["card"], *(label for labels in data["visible"].values() for label in labels if len(label) > 2))),
        instead={kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in data["instead"].items()},
        visible={key: tuple(labels) for key, labels in data["visible"].items()},
    )

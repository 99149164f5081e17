"""The style sheets that a page carries in itself: their rules, as far as they decide what a reader sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_EVERYWHERE = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*$", re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_GENERATED = re.compile(r"::?(?:before|after)\s*$", re.IGNORECASE)
_IDS, _CLASSES, _TAGS = (re.compile(pattern) for pattern in (r"#[\w-]+", r"\.[\w-]+|\[[^\]]*\]|:[\w-]+", r"(?:^|[\s>+~])[a-z]\w*"))
# No page of a report needs more; what is behind is not looked at.
_MOST_SIGNS = 500_000


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector with its declarations; `generated` where it speaks of what stands before or after the element."""

    selector: str
    weight: tuple[int, int, int]
    declared: dict[str, str]
    important: frozenset[str]
    generated: bool = False


def rules_of(sheet: str) -> Iterator[Rule]:
    """The rules that hold on a screen of any width, in their order."""
    for selectors, body in _bodies(_COMMENT.sub(" ", sheet[:_MOST_SIGNS])):
        declared, important = declarations(body)
        for selector in selectors.split(","):
            element, generated = _GENERATED.subn("", selector.strip())
            yield Rule(element or "*", _weight(element), declared, important, bool(generated))


def _bodies(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and what stands in their braces; rules for print and for narrow screens are left out, the outer ones opened."""
    position, end = 0, len(sheet)
    while (brace := sheet.find("{", position)) >= 0:
        head = sheet[position:brace].rsplit(";", 1)[-1].rsplit("}", 1)[-1].strip()
        if _EVERYWHERE.match(head):
            position = brace + 1
        elif head.startswith("@") and not head.lower().startswith("@font-face"):
            position = _behind(sheet, brace)
        else:
            close = sheet.find("}", brace)
            position = end if close < 0 else close + 1
            yield head, sheet[brace + 1 : end if close < 0 else close]


def _behind(sheet: str, brace: int) -> int:
    """The place behind the block that this brace opens."""
    depth = 0
    for match in re.finditer(r"[{}]", sheet[brace:]):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return brace + match.end()
    return len(sheet)


def declarations(body: str) -> tuple[dict[str, str], frozenset[str]]:
    """What a block or a style attribute declares, the last word on each property; and which are important."""
    declared: dict[str, str] = {}
    important: set[str] = set()
    for part in body.split(";"):
        name, colon, value = part.partition(":")
        if not colon:
            continue
        name, value = name.strip().lower(), value.strip()
        plain = _IMPORTANT.sub("", value[-40:])
        if len(plain) != len(value[-40:]):
            value = value[:-40] + plain
            important.add(name)
        elif name in important:
            continue
        declared[name] = value
    return declared, frozenset(important)


def _weight(selector: str) -> tuple[int, int, int]:
    return len(_IDS.findall(selector)), len(_CLASSES.findall(selector)), len(_TAGS.findall(selector))

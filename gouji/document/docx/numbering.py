"""The numbers that Word counts and shows before paragraphs; they stand nowhere in the text."""

import re
from dataclasses import dataclass, field

from gouji.document.docx.counting import UNKNOWN, counted
from gouji.document.docx.styles import Styles
from gouji.document.parts import Element, attribute, child, is_on, kind, number, value, whole

_DEEPEST = 9
_SLOT = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts. `restarts` is the level (from 1) whose number begins this one anew, 0 for never."""

    start: int
    form: str
    text: str
    restarts: int
    plain: bool


@dataclass(slots=True)
class _List:
    """A list definition and its count so far, by level."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Use:
    """One use of a list: the levels that it sets itself, and those that it begins at a number of its own once."""

    list: _List
    own: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The numbers of a document's paragraphs, asked for in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        nodes = list(root) if root is not None else []
        self._styles = styles
        self._abstract = {attribute(node, "abstractNumId"): node for node in nodes if kind(node) == "w:abstractNum"}
        self._nums = {attribute(node, "numId"): node for node in nodes if kind(node) == "w:num"}
        self._lists: dict[str | None, _List] = {}
        self._uses: dict[str, _Use | None] = {}

    def label(self, paragraph: Element) -> str:
        """The number before this paragraph, counted now; nothing where it has none."""
        properties, style = self._styles.of_paragraph(paragraph, "w:numPr")
        num = value(properties, "w:numId") or ""
        use = self._use(num)
        if use is None:
            return ""
        level = self._level_of(use, properties, style)
        return self._counted(use, level) if _level(use, level) else ""

    def _level_of(self, use: _Use, properties: Element | None, style: str | None) -> int:
        """The level written, or the one that names the style."""
        if value(properties, "w:ilvl") is None and style is not None:
            return next((level for level, id_ in self._linked(use).items() if id_ == style), 0)
        return number(properties, "w:ilvl")

    def _linked(self, use: _Use) -> dict[int, str | None]:
        node = next((node for key, node in self._abstract.items() if self._lists.get(key) is use.list), None)
        levels = [inner for inner in node if kind(inner) == "w:lvl"] if node is not None else []
        return {whole(attribute(level, "ilvl")): value(level, "w:pStyle") for level in levels}

    def _use(self, num: str) -> _Use | None:
        if num not in self._uses:
            node = self._nums.get(num)
            found = self._list(value(node, "w:abstractNumId")) if node is not None else None
            self._uses[num] = _Use(found, *_overrides(node)) if found and node is not None else None
        return self._uses[num]

    def _list(self, id_: str | None, hops: int = 3) -> _List | None:
        """The list of this id; a list may only name a style whose list it stands for."""
        node = self._abstract.get(id_)
        if node is None:
            return None
        if (link := value(node, "w:numStyleLink")) is not None and hops:
            nums = (value(style, "w:pPr", "w:numPr", "w:numId") for style in self._styles.chain(link))
            num = self._nums.get(next((num for num in nums if num), ""))
            return self._list(value(num, "w:abstractNumId"), hops - 1) if num is not None else None
        if id_ not in self._lists:
            self._lists[id_] = _List(dict(_levels(node)))
        return self._lists[id_]

    def _counted(self, use: _Use, level: int) -> str:
        counts = use.list.counts
        first = _level(use, level)
        assert first is not None
        counts[level] = use.starts.pop(level) if level in use.starts else counts.get(level, first.start - 1) + 1
        for deeper in [deeper for deeper in counts if deeper > level]:
            rule = _level(use, deeper)
            if rule is None or level < rule.restarts:
                del counts[deeper]
        return _SLOT.sub(lambda match: self._slot(use, int(match[1]) - 1, plain=first.plain), first.text)

    def _slot(self, use: _Use, level: int, *, plain: bool) -> str:
        rule = _level(use, level)
        if rule is None:
            return UNKNOWN
        return counted(use.list.counts.setdefault(level, rule.start), "decimal" if plain else rule.form)


def _level(use: _Use, level: int) -> _Level | None:
    return use.own.get(level) or use.list.levels.get(level)


def _levels(node: Element) -> list[tuple[int, _Level]]:
    found = [(whole(attribute(inner, "ilvl")), inner) for inner in node if kind(inner) == "w:lvl"]
    return [(level, _read(inner, level)) for level, inner in found if level < _DEEPEST]


def _read(node: Element, level: int) -> _Level:
    form = value(node, "w:numFmt") or "decimal"
    text = "" if form == "bullet" else value(node, "w:lvlText") or ""
    return _Level(number(node, "w:start"), form, text, number(node, "w:lvlRestart", default=level), is_on(child(node, "w:isLgl")))


def _overrides(node: Element) -> tuple[dict[int, _Level], dict[int, int]]:
    own: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for inner in node:
        if kind(inner) == "w:lvlOverride":
            level = whole(attribute(inner, "ilvl"))
            if (written := child(inner, "w:lvl")) is not None:
                own[level] = _read(written, level)
            if child(inner, "w:startOverride") is not None:
                starts[level] = number(inner, "w:startOverride")
    return own, starts

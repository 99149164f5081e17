"""What styles say of a paragraph or run that does not say it itself."""

from collections.abc import Iterator

from gouji.document.parts import Element, attribute, child, kind, number, value

_DEEPEST_CHAIN = 20
_BODY_TEXT = 9  # the outline level that means none


class Styles:
    """The styles of a document, each asked with those that it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = [node for node in root if kind(node) == "w:style"] if root is not None else []
        self._styles = {attribute(style, "styleId") or "": style for style in styles}
        self._usual = next((id_ for id_, style in self._styles.items() if _is_usual(style)), None)
        self._defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._found: dict[tuple[str | None, str | None, str], Element | None] = {}

    def chain(self, name: str | None) -> Iterator[Element]:
        """The style and those under it."""
        for _ in range(_DEEPEST_CHAIN):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = value(style, "w:basedOn")

    def of_run(self, run: Element, paragraph_style: str | None, name: str) -> Element | None:
        """The property of a run: its own, else its style's, the paragraph's style's, the document's."""
        properties = child(run, "w:rPr")
        own = child(properties, name)
        return own if own is not None else self._of_styles(value(properties, "w:rStyle"), paragraph_style, name)

    def _of_styles(self, run_style: str | None, paragraph_style: str | None, name: str) -> Element | None:
        key = (run_style, paragraph_style, name)
        if key not in self._found:
            styles = [*self.chain(run_style), *self.chain(paragraph_style or self._usual)]
            found = (child(style, "w:rPr", name) for style in styles)
            self._found[key] = next((node for node in found if node is not None), child(self._defaults, name))
        return self._found[key]

    def of_paragraph(self, paragraph: Element, name: str) -> tuple[Element | None, str | None]:
        """The property of a paragraph, and the style that gives it (None where the paragraph itself does)."""
        own = child(paragraph, "w:pPr", name)
        if own is not None:
            return own, None
        for style in self.chain(value(paragraph, "w:pPr", "w:pStyle") or self._usual):
            if (found := child(style, "w:pPr", name)) is not None:
                return found, attribute(style, "styleId")
        return None, None

    def level(self, paragraph: Element) -> int | None:
        """The paragraph's level as a heading, 1 highest; None where it is none."""
        outline, _ = self.of_paragraph(paragraph, "w:outlineLvl")
        level = number(outline, default=_BODY_TEXT) if outline is not None else _BODY_TEXT
        return level + 1 if 0 <= level < _BODY_TEXT else None


def _is_usual(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")

"""What the page's own style sheets and inherited styles decide is written on the elements, so that each speaks for itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from gouji.document.doubts import GENERATED_TEXT, HIDDEN_TEXT, UNMAPPED_FONT
from gouji.document.html.colours import WHITE, Colour, alike, colour, is_clear
from gouji.document.html.sheets import Rule, declarations, rules_of
from gouji.document.html.tree import DOUBT, TEXT, Step, is_shown, walk

_DECIDING = ("display", "visibility", "font-size", "color", "background", "background-color", "opacity", "text-decoration")
_MOST_RULES = 1_000
_NOTHING = re.compile(r"""['"]?\s*\.?\s*['"]?|none|normal|inherit|initial|\\0*20|['"]\\(?:200b|0*a0|0*20|f?eff)['"]""", re.IGNORECASE)
_INLINE = "td, th, td *, th *"


def settle(page: LexborHTMLParser) -> None:
    """The page with what is hidden marked as hidden, and doubts noted where style sheets print something themselves."""
    rules = [rule for node in page.css("style") for rule in rules_of(node.text() or "")]
    fonts = {_family(rule.declared.get("font-family", "")) for rule in rules if rule.selector.lower() == "@font-face"} - {""}
    _apply(page, [rule for rule in rules if not rule.generated and any(name in rule.declared for name in _DECIDING)][:_MOST_RULES])
    _note_generated(page, [rule for rule in rules if rule.generated and _prints(rule)][:_MOST_RULES])
    if fonts:
        _note_fonts(page, fonts, [rule for rule in rules if _uses(rule.declared, fonts)][:_MOST_RULES])
    if page.body and page.css_first("[style], [color], [bgcolor]"):
        _hide_unseen(page.body)


def _matches(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return page.css(selector)
    except SelectolaxError:  # a selector newer than the parser, or none at all
        return []


def _apply(page: LexborHTMLParser, rules: list[Rule]) -> None:
    """The declarations of all rules that match, written into the element's own style; its own words go before them."""
    met: dict[int, tuple[LexborNode, list[Rule]]] = {}
    for rule in sorted(rules, key=lambda rule: rule.weight):
        for node in _matches(page, rule.selector):
            met.setdefault(node.mem_id, (node, []))[1].append(rule)
    for node, own in met.values():
        style, important = declarations(node.attributes.get("style") or "")
        declared = {name: rule.declared[name] for rule in own for name in _DECIDING if name in rule.declared} | style
        forced = {name: rule.declared[name] for rule in own for name in rule.important if name in _DECIDING and name not in important}
        node.attrs["style"] = ";".join(f"{name}:{value}" for name, value in (declared | forced).items())


def _note_generated(page: LexborHTMLParser, rules: list[Rule]) -> None:
    for rule in rules:
        for node in _matches(page, rule.selector):
            note(node, GENERATED_TEXT)


def _prints(rule: Rule) -> bool:
    content = rule.declared.get("content", "")
    return bool(content) and not _NOTHING.fullmatch(content[:40]) and rule.declared.get("display", "").lower() != "none"


def _note_fonts(page: LexborHTMLParser, fonts: set[str], rules: list[Rule]) -> None:
    """Cells set in a font that the page brings along: its digits may look like others. Fonts of the whole page are decoration."""
    wanted = {node.mem_id for rule in rules for node in _matches(page, rule.selector)}
    for node in page.css(_INLINE):
        if node.mem_id in wanted or _uses(declarations(node.attributes.get("style") or "")[0], fonts):
            note(node, UNMAPPED_FONT)


def _uses(declared: dict[str, str], fonts: set[str]) -> bool:
    families = f"{declared.get('font-family', '')},{declared.get('font', '')}"
    return any(
        _family(name.split()[-1] if "'" not in name and '"' not in name and name.split() else name) in fonts for name in families.split(",")
    )


def _family(name: str) -> str:
    return name.strip().strip("\"'").strip().lower()


def note(node: LexborNode, doubt: str) -> None:
    """A doubt written on the element."""
    known = (node.attributes.get(DOUBT) or "").split()
    if doubt not in known:
        node.attrs[DOUBT] = " ".join([*known, doubt])


@dataclass(frozen=True, slots=True)
class _Ink:
    """What text inherits. `ground` is None where a picture or something unknown lies behind, `laid` whether anybody said what does."""

    ink: str = ""
    ground: Colour | None = WHITE
    laid: bool = False
    small: bool = False
    clear: bool = False


def _hide_unseen(body: LexborNode) -> None:
    """Text of no size or of its background's colour is taken out, and its element says so."""
    inks: list[_Ink] = [_Ink()]
    unseen: list[LexborNode] = []
    for step, node in walk(body, lambda n: not is_shown(n)):
        if step is Step.OPEN:
            inks.append(_ink(node, inks[-1]))
        elif step is Step.CLOSE:
            inks.pop()
        elif node.tag == TEXT and _is_unseen(node.text_content or "", inks[-1]):
            unseen.append(node)
    for node in unseen:
        if node.parent:
            note(node.parent, HIDDEN_TEXT)
        node.remove()


def _ink(node: LexborNode, around: _Ink) -> _Ink:
    attributes = node.attributes
    if not attributes:
        return around
    style = declarations(attributes.get("style") or "")[0]
    own = around
    if size := style.get("font-size"):
        own = replace(own, small=bool(re.match(r"0+(?:\.0*)?(?:[a-z%]|$)", size.lower())))
    if re.fullmatch(r"0+(?:\.0*)?%?", style.get("opacity", "")):
        own = replace(own, clear=True)
    if ink := style.get("color") or (attributes.get("color") or ""):
        own = replace(own, ink=ink)
    for ground in _grounds(style, attributes.get("bgcolor") or ""):
        own = replace(own, ground=None if "url" in ground else colour(ground), laid=True)
    return own


def _grounds(style: dict[str, str], attribute: str) -> Iterator[str]:
    """The background as the element lays it, if it lays one."""
    value = style.get("background-color") or style.get("background") or attribute
    if value and value.strip().lower() not in ("transparent", "none", "inherit", "initial", "0"):
        yield value.lower()


def _is_unseen(text: str, ink: _Ink) -> bool:
    if not text.strip():
        return False
    if ink.small or ink.clear or (ink.ink and is_clear(ink.ink)):
        return True
    own = colour(ink.ink) if ink.ink else None
    same = own is not None and ink.ground is not None and alike(own, ink.ground)
    # White words over what a style sheet elsewhere may have coloured are headings of columns; white digits are a trap either way.
    return same and (ink.laid or not re.search(r"[^\W\d_]", text))

"""Style sheets for pages that are printed or converted; every choice is the layout's own and unknown to the reader."""

from random import Random

_CELLS = "table[border='1'] td, table[border='1'] th"
_FONTS = (
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Noto Sans Mono CJK SC",
    "Noto Serif CJK SC, DejaVu Serif",
    "DejaVu Sans, Noto Sans CJK SC",
)
_BORDERS = (
    "0.5pt solid black",
    "1px solid #000",
    "1px solid #999",
    "2px solid #333",
    "0.25pt solid #000",
    "1px dashed #000",
    "1px dotted #444",
    "3px double #000",
)
# What only some style sheets have. The last leaves a table's sides open, as some bulletins do.
_EXTRAS = (
    "",
    "",
    "tr { break-inside: avoid }",
    "td { word-break: break-all }",
    "tr:nth-child(even) { background: #eee }",
    "th { background: #d9e2f3 }",
    "table[border='1'] tr > :first-child { border-left: 0 } table[border='1'] tr > :last-child { border-right: 0 }",
)


def printed_style(random: Random) -> str:
    """Some style sheet of a page that a browser prints."""
    pick = random.choice
    size, line = pick((9, 10, 10.5, 11, 12, 12, 14)), pick((1, 1.2, 1.5, 2))
    width, edges = pick(("100%", "100%", "96%", "auto")), pick(("collapse", "collapse", "collapse", "separate"))
    rules = (
        f"body {{ font-family: {pick(_FONTS)}; font-size: {size}pt; line-height: {line} }}",
        f"table {{ width: {width}; border-collapse: {edges} }}",
        f"{_CELLS} {{ border: {pick(_BORDERS)}; padding: {pick((0, 1, 2, 5, 8))}px }}",
        f"td, th {{ text-align: {pick(('center', 'center', 'left', 'right'))}; vertical-align: {pick(('middle', 'top', 'bottom'))} }}",
        f"td p, td div {{ margin: {pick((0, 0, 2, 8))}px; text-indent: 0 }}",
        pick(_EXTRAS),
    )
    return "\n".join(rules)


def office_style(random: Random) -> str:
    """Some style sheet of a page that a word processor opens, which knows no selectors but plain ones."""
    pick = random.choice
    width, height = pick(((21.0, 29.7), (21.0, 29.7), (29.7, 21.0), (21.6, 27.9), (18.4, 26.0)))
    size, line = pick((8, 9, 10, 10.5, 12)), pick((1, 1.2, 1.5))
    rules = (
        f"@page {{ size: {width}cm {height}cm; margin: {pick((1, 1.5, 2, 2.5))}cm {pick((1, 1.5, 2, 3))}cm }}",
        f"body, p, td, th {{ font-family: {pick(_FONTS[:3])}; font-size: {size}pt; line-height: {line} }}",
        f"table {{ width: {pick(('100%', '100%', '95%'))}; border-collapse: collapse }}",
        f"td, th {{ border: {pick(_BORDERS[:5])}; padding: {pick((0.02, 0.05, 0.1, 0.2))}cm }}",
        f"td, th {{ text-align: {pick(('center', 'left', 'right'))} }}",
    )
    return "\n".join(rules)

"""Borders of labels that end in the middle of a row.

Where cells have borders of their own and a page's end cuts a label that spans rows, browsers close it too early on the next page: the
blank below it would be a row of its own, and the row beside it two.
"""

from gouji.document.pdf.rules import Rule, Rules
from gouji.document.scan.pixels import Pixels
from gouji.document.scan.strokes import strokes_of

_SAME = 2.5  # points
_MEET = 6.0
_LOW = 20.0  # from such a border to the end of its row
_INSET = 1.0
_BESIDE = 3  # uprights, those of two columns at least


def without_loose_borders(rules: Rules, clean: Pixels, scale: float) -> Rules:
    """The rules without those borders; `clean` is the page's print without its rules, `scale` pixels a point."""
    return Rules([rule for rule in rules.level if not _is_loose(rule, rules, clean, scale)], rules.upright)


def _is_loose(rule: Rule, rules: Rules, clean: Pixels, scale: float) -> bool:
    """Whether no row of the table ends at this height on the right, and next to nothing comes before the row's end on the left."""
    below = [other.at for other in rules.level if other.at > rule.at + _SAME and _covers(other, rule.start, rule.end)]
    end = min(below, default=rule.at + 2 * _LOW)
    return end - rule.at <= _LOW and _passes(rule, rules) and _is_blank(rule, end, clean, scale)


def _covers(rule: Rule, start: float, end: float) -> bool:
    return rule.start <= start + _MEET and end - _MEET <= rule.end


def _passes(rule: Rule, rules: Rules) -> bool:
    """Whether the columns on the right go on through this height."""
    if any(abs(other.at - rule.at) <= _SAME and other.end > rule.end + _MEET for other in rules.level):
        return False
    beside = (upright for upright in rules.upright if upright.at > rule.end + _MEET)
    return sum(upright.start < rule.at - _SAME and rule.at + _SAME < upright.end for upright in beside) >= _BESIDE


def _is_blank(rule: Rule, end: float, clean: Pixels, scale: float) -> bool:
    top, bottom, left, right = (round(side * scale) for side in (rule.at + _INSET, end - _INSET, rule.start + _INSET, rule.end - _INSET))
    return bottom > top and right > left and strokes_of(clean[top:bottom, left:right], scale).is_blank

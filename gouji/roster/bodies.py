"""The body that a row of a roster describes."""

import re
import unicodedata

from gouji.agencies.kinds import standing
from gouji.agencies.naming import as_printed, parse
from gouji.agency import Agency
from gouji.roster.columns import ended, no_body, second_name
from gouji.roster.values import RowValues

_BRACKETS = re.compile(r"\(([^()]*)\)")


def body_of(values: RowValues) -> Agency | None:
    """The body; None where the row names none, which is then told."""
    printed = values.text("name")
    if printed is None:
        values.problem("no-name", label=values.labels["name"])
        return None
    if no_body().fullmatch(printed):
        values.problem("no-body", printed=printed)
        return None
    name, own = _placed(as_printed(printed), values.text("superior"))
    shown, code, powers = standing(parse(name)), values.code(), values.yes_or_no("makes_regulations")
    deadline, founded, dissolved = (values.date(column) for column in ("deadline", "founded", "dissolved"))
    if dissolved is None:
        _ended(values, printed)
    return Agency(
        id=f"uscc:{code}" if code else f"name:{parse(name).key}",
        name=name,
        kind=values.kind() or shown.kind,
        makes_regulations=shown.makes_regulations if powers is None else powers,
        superior=values.text("superior"),
        aliases=tuple(dict.fromkeys([*values.aliases(), *_second_names(printed), *own])),
        deadline=deadline,
        founded=founded,
        dissolved=dissolved,
        contact=values.text("contact"),
        email=values.email(),
        website=values.text("website"),
        successor=values.text("successor"),
        registered_regulations=values.count("registered_regulations"),
        registered_on=values.date("registered_on"),
        source="roster",
        unclear=tuple(values.unclear),
    )


def _placed(name: str, superior: str | None) -> tuple[str, tuple[str, ...]]:
    """The name with the place that the body above it carries, and the name as printed where that is another.

    Lists of one county leave it out: 财政局 below 甲县人民政府 is another body than 财政局 below 乙县人民政府.
    """
    own, above = parse(name), parse(superior or "").place
    if own.place or own.national or own.of_the_state or not above:
        return name, ()
    return above + name, (name,)


def _second_names(printed: str) -> list[str]:
    """Names in brackets behind the name: 生态环境局（原环境保护局）, 发展和改革局（加挂粮食局牌子）."""
    found = [second_name().fullmatch(inside) for inside in _inside(printed)]
    return [match["name"] for match in found if match and not ended().search(match["name"])]


def _ended(values: RowValues, printed: str) -> None:
    """What is written of the body's end without a date: until somebody gives the date, nobody knows whether it must still report."""
    said = [text for text in (*_inside(printed), values.text("remark") or "") if ended().search(text)]
    if said or values.text("successor"):
        values.unclear.append(("dissolved", said[0] if said else values.text("successor") or ""))
    if said:
        values.problem("ended-undated", name=printed, said=said[0])
    elif values.text("successor"):
        values.problem("merged-undated", name=printed, successor=values.text("successor"))


def _inside(printed: str) -> list[str]:
    return _BRACKETS.findall(unicodedata.normalize("NFKC", printed))

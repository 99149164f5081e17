"""Which body and which year the document speaks of: what its places mostly say."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from gouji.document.model import Paragraph
from gouji.place import Place
from gouji.recognition.facts import spot
from gouji.recognition.normal import compact, plain
from gouji.recognition.titles import title_parts
from gouji.report import Period, Settled, Sign

# The last words of bodies' names, longest first where one ends in another.
_ENDINGS = "政府|办公室|办公厅|委员会|管委会|街道办事处|街道办|局|厅|委|部|署|院|中心|总队|支队|大队|所|办|公司|学校|处"
_BODY = rf"([\u4e00-\u9fff]{{2,30}}?(?:{_ENDINGS}))"
_MADE_BY = re.compile(rf"由{_BODY}(?:根据|按照|依据|依照|编制|汇总|组织)")
_MADE_KNOWN = re.compile(rf"(?:公布|发布|公开|现将){_BODY}(?:20\d\d年)")
_CONTACT = re.compile(rf"(?:请与|请联系|与|联系){_BODY}(?:政务公开[^,。]{{0,12}})?(?:联系|\(地址|\(联系|,地址)")
_PLACES = re.compile("(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|州|盟|地区|县|区|旗|镇|乡))*")
_YEAR = re.compile(r"(20\d\d)年")
_FILE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_OFFICE = re.compile(r"(?<=政府)(?:办公室|办公厅)$")


def settle_agency(
    title: Paragraph | None,
    preamble: Sequence[Paragraph],
    body: Sequence[Paragraph],
    signature: Paragraph | None,
    meta_title: str | None,
) -> Settled:
    """The body that most places name, under its fullest name; unsure on a tie. `body` is the whole text, preamble first."""
    signs = _agency_signs(title, preamble, body, signature, meta_title)
    groups = _groups(signs)
    if not groups:
        return Settled(None, False, tuple(signs))
    ranked = sorted(groups, key=len, reverse=True)
    tie = len(ranked) > 1 and len(ranked[0]) == len(ranked[1])
    group = _group_of_title(ranked) if tie else ranked[0]
    return Settled(_fullest(group), not tie, tuple(signs))


def _agency_signs(
    title: Paragraph | None,
    preamble: Sequence[Paragraph],
    body: Sequence[Paragraph],
    signature: Paragraph | None,
    meta_title: str | None,
) -> list[Sign]:
    signs = []
    if title and (name := title_parts(title.text)[0]):
        signs.append(Sign("title", name, title.text, title.place))
    elif meta_title and (name := title_parts(meta_title)[0]):
        signs.append(Sign("page", name, meta_title))
    signs += _named("preamble", _MADE_BY, preamble) or _named("preamble", _MADE_KNOWN, preamble)
    signs += _named("contact", _CONTACT, body)
    if signature:
        signs.append(Sign("signature", plain(signature.text), signature.text, signature.place))
    return signs


def _named(kind: str, pattern: re.Pattern[str], paragraphs: Sequence[Paragraph]) -> list[Sign]:
    for paragraph in paragraphs:
        flat = compact(paragraph.text)
        if match := pattern.search(flat.text):
            start, end = flat.span(match.start(1), match.end(1))
            return [Sign(kind, match[1], paragraph.text[start:end], spot(paragraph.place, start, end))]
    return []


def _groups(signs: Sequence[Sign]) -> list[list[Sign]]:
    """Signs that can mean one body: one name ends in the other, or is the office that signs for its government."""
    groups: list[list[Sign]] = []
    for sign in signs:
        home = next((group for group in groups if any(same_body(sign.value, other.value) for other in group)), None)
        if home is None:
            groups.append([sign])
        else:
            home.append(sign)
    return groups


def same_body(one: str, other: str) -> bool:
    """Whether two names can be one body's: with or without its place, or an office signing for its government."""
    a, b = sorted((_stem(one), _stem(other)), key=len)
    return b.endswith(a)


def _stem(name: str) -> str:
    return _OFFICE.sub("", name).replace("人民政府", "政府")


def _group_of_title(groups: Sequence[list[Sign]]) -> list[Sign]:
    return next((group for group in groups if any(sign.kind in ("title", "page") for sign in group)), groups[0])


def _fullest(group: Sequence[Sign]) -> str:
    """The longest name; where the title names a government, without the office that signs for it."""
    title = next((sign.value for sign in group if sign.kind in ("title", "page")), group[0].value)
    names = [sign.value if _OFFICE.search(title) else _OFFICE.sub("", sign.value) for sign in group]
    return max((name for name in names if _with_place(name, title)), key=len, default=title)


def _with_place(name: str, title: str) -> bool:
    """Whether a name is the title's with nothing but the places above it in front."""
    return bool(name.endswith(title) and _PLACES.fullmatch(name.removesuffix(title)))


def settle_year(
    source: str, title: Paragraph | None, period: Period | None, signed: tuple[date | None, Place | None], narrative: Sequence[Paragraph]
) -> Settled:
    """The report year that most places show; unsure on a tie, or where the text or the file name alone speaks."""
    signs = _year_signs(source, title, period, signed, narrative)
    votes = Counter(sign.value for sign in signs)
    if not votes:
        return Settled(None, False)
    (value, count), *rest = votes.most_common()
    tie = bool(rest) and rest[0][1] == count
    weak = all(sign.kind in ("text", "file") for sign in signs)
    if tie:
        value = next((s.value for s in signs if s.kind in ("title", "period") and votes[s.value] == count), value)
    return Settled(value, not tie and not weak, tuple(signs))


def _year_signs(
    source: str, title: Paragraph | None, period: Period | None, signed: tuple[date | None, Place | None], narrative: Sequence[Paragraph]
) -> list[Sign]:
    signs = []
    if title and (year := title_parts(title.text)[1]):
        signs.append(Sign("title", str(year), title.text, title.place))
    if period:
        signs.append(Sign("period", str(period.start.year), period.printed, period.place))
    if signed[0]:
        signs.append(Sign("signature", str(signed[0].year - 1), signed[0].isoformat(), signed[1]))
    if most := Counter(year for p in narrative for year in _YEAR.findall(plain(p.text))).most_common(1):
        signs.append(Sign("text", most[0][0], f"{most[0][0]}年"))
    if match := _FILE_YEAR.search(PurePath(source).stem):
        signs.append(Sign("file", match[1], PurePath(source).name))
    return signs

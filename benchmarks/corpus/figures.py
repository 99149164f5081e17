"""Figures printed otherwise than as plain numbers: blanks, strokes, great numbers, one row for three, units and notes."""

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from random import Random

from gouji.form import form
from samples import Sample
from samples.figures import in_order

Figures = dict[str, str]
_OTHERS = ("other_uncorrected", "other_unpaid", "other_misc")
_UNCLEAN = 0.08
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def figures(sample: Sample, random: Random) -> tuple[Mapping[str, str], bool]:
    """The sample's figures as this report prints them, and whether each is a number, a blank or a stroke and nothing more."""
    printed = dict(sample.figures)
    for change, chance in _CHANGES.items():
        if random.random() < chance:
            printed = change(printed, random)
    unclean = random.random() < _UNCLEAN
    if unclean:
        printed = random.choice(_NOTED)(printed, random)
    return in_order(printed, form(sample.form)), not unclean and all(map(_is_plain, printed.values()))


def _is_plain(text: str) -> bool:
    """Whether it is a number, a blank or a stroke: some samples are of a figure with a note."""
    return text in ("", "/") or bool(_NUMBER.fullmatch(text))


def _greater(printed: Figures, random: Random) -> Figures:
    """Table 3 of a whole city: every count by the same factor, so that what added up still does."""
    factor = random.choice((3, 11, 127, 1009))
    return printed | {n: str(int(t) * factor) for n, t in printed.items() if n.startswith("applications.") and t.isdecimal()}


def _many_decisions(printed: Figures, random: Random) -> Figures:
    names = [name for name in printed if fnmatchcase(name, "disclosure.*.decisions")]
    return printed | {name: str(random.randint(1, 10 ** random.randint(1, 8))) for name in names}


def _money(printed: Figures, random: Random) -> Figures:
    names = [name for name in ("disclosure.fees.amount", "disclosure.procurement.amount") if name in printed]
    return printed | {name: f"{random.uniform(0, 10 ** random.randint(0, 5)):.{random.choice((1, 2, 4))}f}" for name in names}


def _blank_columns(printed: Figures, random: Random) -> Figures:
    """The zeros of some applicants' columns left out, as four of the pages surveyed have them."""
    columns = random.sample(("natural_person", "business", "research", "public_interest", "legal_service", "other"), random.randint(1, 4))
    return _zeros(printed, [f"applications.*.{column}" for column in columns], "")


def _blank_zeros(printed: Figures, random: Random) -> Figures:
    return _zeros(printed, [random.choice(("*", "applications.*", "proceedings.*"))], "")


def _blank_totals(printed: Figures, random: Random) -> Figures:
    """No 总计 beside the outcomes: a city office gave it for the four main rows only."""
    main = ("received", "carried_in", "concluded_total", "carried_out")
    names = [n for n in printed if fnmatchcase(n, "applications.*.total") and n.split(".")[1] not in main]
    return printed | dict.fromkeys(names, "")


def _strokes(printed: Figures, random: Random) -> Figures:
    """/ for what does not apply."""
    return _zeros(printed, [random.choice(("disclosure.regulations.*", "disclosure.*", "proceedings.*", "applications.denied_*"))], "/")


def _scattered(printed: Figures, random: Random) -> Figures:
    names = random.sample(list(printed), min(len(printed), random.randint(1, 25)))
    return printed | {name: random.choice(("", "", "/")) for name in names if printed[name] == "0"}


def _one_row(printed: Figures, random: Random) -> Figures:
    """（六）其他处理 as one row instead of its three."""
    columns = [name.split(".")[2] for name in printed if name.startswith("applications.other_misc.")]
    parts = {column: [f"applications.{row}.{column}" for row in _OTHERS] for column in columns}
    if any(not printed.get(name, "").isdecimal() for names in parts.values() for name in names):
        return printed
    sums = {f"applications.other_outcomes.{column}": str(sum(int(printed[n]) for n in names)) for column, names in parts.items()}
    return {n: t for n, t in printed.items() if n.split(".")[1] not in _OTHERS} | sums


def _wrong_one(printed: Figures, random: Random) -> Figures:
    """One figure other than it should be; the reader must not know better."""
    names = [name for name, text in printed.items() if text.isdecimal()]
    return printed | ({name: str(int(printed[name]) + random.choice((1, 10, 90))) for name in [random.choice(names)]} if names else {})


def _noted(printed: Figures, random: Random) -> Figures:
    return _some(printed, random, lambda text: f"{text}（其中修订{min(int(text), 3)}件）")


def _counted(printed: Figures, random: Random) -> Figures:
    return _some(printed, random, lambda text: f"{text}件")


def _separated(printed: Figures, random: Random) -> Figures:
    return {name: f"{int(text):,}" if text.isdecimal() else text for name, text in printed.items()}


def _full_width(printed: Figures, random: Random) -> Figures:
    digits = str.maketrans("0123456789", "０１２３４５６７８９")
    return _some(printed, random, lambda text: text.translate(digits))


def _some(printed: Figures, random: Random, write: Callable[[str], str]) -> Figures:
    counts = [name for name, text in printed.items() if text.isdecimal() and not name.endswith(".amount")]
    return printed | {name: write(printed[name]) for name in random.sample(counts, min(len(counts), 4))}


def _zeros(printed: Figures, patterns: list[str], text: str) -> Figures:
    return {n: text if t == "0" and any(fnmatchcase(n, pattern) for pattern in patterns) else t for n, t in printed.items()}


_CHANGES: Mapping[Callable[[Figures, Random], Figures], float] = {
    _one_row: 0.06,
    _greater: 0.15,
    _many_decisions: 0.3,
    _money: 0.5,
    _wrong_one: 0.15,
    _blank_columns: 0.1,
    _blank_zeros: 0.06,
    _blank_totals: 0.04,
    _strokes: 0.1,
    _scattered: 0.1,
}
_NOTED = (_noted, _counted, _separated, _full_width)

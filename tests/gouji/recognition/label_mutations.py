"""Labels and headers of a table blanked, dropped, misprinted."""

from dataclasses import replace
from random import Random

from .sheets import Sheet, without_rows


def blank_a_label(sheet: Sheet, random: Random) -> list[Sheet]:
    labels = [cell for cell in sheet.cells if not cell.figure and cell.text]
    if not labels or sheet.doubled:
        return []
    gone = random.choice(labels)
    return [sheet.changed(lambda cell: replace(cell, text="") if cell is gone else cell)]


def blank_the_header(sheet: Sheet, random: Random) -> list[Sheet]:
    first = sheet.figure_rows[0] if sheet.figure_rows else 0
    return [sheet.changed(lambda cell: replace(cell, text="") if cell.row < first else cell)]


def drop_the_header(sheet: Sheet, random: Random) -> list[Sheet]:
    first = sheet.figure_rows[0] if sheet.figure_rows else 0
    return [without_rows(sheet, range(first))] if first else []


def misprint_labels(sheet: Sheet, random: Random) -> list[Sheet]:
    if sheet.doubled:
        return []
    change = random.choice((_spaced, _clipped, _one_sign_lost, _wide_signs, _without_ordinal, _one_sign_doubled, _one_sign_wrong))
    share = random.choice((0.1, 0.5, 1.0))
    return [
        sheet.changed(
            lambda c: replace(c, text=change(c.text, random)) if not c.figure and len(c.text) > 3 and random.random() < share else c
        )
    ]


def _spaced(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + random.choice((" ", "\n", "\u3000", "\u00a0")) + text[at:]


def _clipped(text: str, random: Random) -> str:
    return text[: max(4, len(text) - random.randint(1, 3))]


def _one_sign_lost(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def _one_sign_doubled(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + text[at] + text[at:]


def _one_sign_wrong(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + "某" + text[at + 1 :]


def _wide_signs(text: str, random: Random) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def _without_ordinal(text: str, random: Random) -> str:
    for mark in (".", "）", "、"):
        head, found, rest = text.partition(mark)
        if found and len(head) <= 2 and rest:
            return rest
    return text

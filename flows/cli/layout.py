"""Text in columns, where a Chinese character is two wide and nothing printed in a report commands the terminal."""

import re
import shutil
import unicodedata

# Escape sequences, and the marks that turn the direction of what follows.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NARROWEST = 40


def plain(text: str) -> str:
    """The text with a stand-in for each character that a terminal would obey instead of showing."""
    return _COMMANDS.sub("�", text)


def room(columns: int) -> int:
    """So many columns, or as many as the terminal has where these are fewer; the longest rule's name still stands in one line."""
    return max(_NARROWEST, min(columns, shutil.get_terminal_size((columns, 24)).columns))


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def pad(text: str, columns: int) -> str:
    text = plain(text)
    return text + " " * (columns - width(text))


def pad_left(text: str, columns: int) -> str:
    text = plain(text)
    return " " * (columns - width(text)) + text


def shorten(text: str, columns: int) -> str:
    """The text, cut to this width with an ellipsis."""
    text = plain(text)
    if width(text) <= columns:
        return text
    while text and width(text) > columns - 1:
        text = text[:-1]
    return text + "…"


def wrap(text: str, columns: int) -> list[str]:
    """The lines of a paragraph: broken at blanks and between Chinese characters, never before a closing mark."""
    lines = [""]
    for piece in _pieces(text):
        if width(lines[-1]) + width(piece.rstrip()) > columns and lines[-1].strip():
            lines.append("")
        lines[-1] += piece.lstrip() if not lines[-1] else piece
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for character in text:
        if pieces and not _may_break(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after in "，。、；：？！）》”’」…%％,.;:?!)]" or before in "（《“‘「([" or after == " ":
        return False
    return before == " " or width(before) == 2 or width(after) == 2


def indent(text: str, by: str, columns: int) -> list[str]:
    """The paragraph wrapped to this width, or to a narrower terminal's, each line after the same margin."""
    inner = room(columns) - width(by)
    return [(by + line).rstrip() for paragraph in plain(text).splitlines() for line in wrap(paragraph, inner)]

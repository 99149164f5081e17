"""Our marks in a ticket: whose it is, which text of ours it shows, and which comments are ours.

`<!-- gouji:LEDGER:TICKET text:HASH -->` in Markdown, the same without brackets in plain text, alone on its line. What stands above
the first is ours, what stands below is theirs.
"""

import hashlib
import re

from connectors.trackers.model import Entry, Note

_MARK = re.compile(r"^[ \t]*(?:<!-- )?(gouji:[0-9a-z]+:\d+) text:([0-9a-f]{12})(?: -->)?[ \t\r]*$", re.MULTILINE)
_NOTE = re.compile(r"(?:<!-- )?gouji-note:(\S+?)(?: -->)?\s*\Z")


def shown_by(entry: Entry) -> str:
    """A mark of title and text: the same as long as there is nothing to update."""
    said = "\x1f".join((entry.title, entry.text.markdown, entry.text.plain))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def markdown_body(entry: Entry, there: str = "") -> str:
    """Our text with its mark, over what persons wrote below the one that is there."""
    return f"{entry.text.markdown.rstrip()}\n\n<!-- {entry.key} text:{shown_by(entry)} -->\n{theirs(there)}"


def plain_body(entry: Entry, there: str = "") -> str:
    return f"{entry.text.plain.rstrip()}\n\n{entry.key} text:{shown_by(entry)}\n{theirs(there)}"


def mark_of(body: str | None) -> tuple[str, str] | None:
    """Key and text mark of a ticket of ours."""
    found = _MARK.search(body or "")
    return (found[1], found[2]) if found else None


def theirs(body: str | None) -> str:
    """What stands below our mark; nothing in a body without one."""
    found = _MARK.search(body or "")
    return (body or "")[found.end() :].replace("\r\n", "\n").lstrip("\n") if found else ""


def markdown_note(note: Note) -> str:
    return f"{note.text.markdown.rstrip()}\n\n<!-- gouji-note:{note.key} -->"


def plain_note(note: Note) -> str:
    return f"{note.text.plain.rstrip()}\n\ngouji-note:{note.key}"


def note_key(body: str | None) -> str | None:
    """The key of a comment of ours; None for a person's."""
    found = _NOTE.search(body or "")
    return found[1] if found else None

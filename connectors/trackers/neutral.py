"""Text of reports in other people's markup: it shows as it was printed and does nothing."""

import re

_SPACES = re.compile(r"\s+")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~])")
# Behind these GitHub, GitLab, Gitea, Jira and Redmine look for a person, an issue, a label, a command or a macro.
_REFERENCE = re.compile(r"([@#!~$%&^]|GH-|:(?=//)|www(?=\.)|(?<=\w)/)(?=[\w/.{\[~])")
_WIKI = re.compile("([{\\[!|*_^~`<])(?=[^\\s\u200b])")
_FIRST = re.compile(r"^([/+\-=>#:]|\d+[.)])")
_BREAK = "\u200b"  # a sign of no width: nobody sees it, and no word is made across it
_UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str, longest: int = 4000) -> str:
    """The text on one line without signs that turn or hide what follows."""
    flat = _UNSEEN.sub("�", _SPACES.sub(" ", text)).strip()
    return flat if len(flat) <= longest else f"{flat[:longest]}…"


def in_markdown(text: str) -> str:
    """The text as Markdown that shows just it: no markup, no HTML, nobody mentioned, no issue linked, no command."""
    flat = _REFERENCE.sub(rf"\1{_BREAK}", one_line(text))
    escaped = _MARKUP.sub(r"\\\1", flat.replace("&", "&amp;"))
    return _FIRST.sub(rf"{_BREAK}\1", escaped.replace("\\<", "&lt;").replace("\\>", "&gt;"))


def in_code(text: str) -> str:
    """A path or an address as Markdown that can be copied: it shows as written, and nothing in it is followed or mentioned."""
    return f"`{one_line(text).replace('`', chr(39))}`"


def in_plain(text: str) -> str:
    """The text for a tracker that may read it as a wiki's markup: the signs are broken off from what they would act on."""
    return _FIRST.sub(rf"{_BREAK}\1", _WIKI.sub(rf"\1{_BREAK}", _REFERENCE.sub(rf"\1{_BREAK}", one_line(text))))


def in_title(text: str) -> str:
    """The text as a ticket's title."""
    return _REFERENCE.sub(rf"\1{_BREAK}", one_line(text, 200))

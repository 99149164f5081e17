"""The one way by which text of a document gets into evidence."""


def as_shown(text: str) -> str:
    """The text as it may be shown: line breaks and other white space as one blank."""
    return " ".join(text.split())

"""The one way by which text of a document gets into evidence."""

from gouji.privacy.masking import masked


def as_shown(text: str) -> str:
    """The text as it may be shown: numbers of persons masked, line breaks and other white space as one blank."""
    return " ".join(masked(text).split())

"""Why a reading may be wrong, in words."""

from gouji.finding import Words
from gouji.words import words


def doubt_words(code: str) -> Words:
    """The sentence for a doubt; one that has no sentence yet is shown as it is named, not hidden."""
    try:
        return words(f"doubts.{code}")
    except KeyError:
        return Words(code, code)

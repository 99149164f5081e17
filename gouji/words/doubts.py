"""Why a reading may be wrong, in words."""

from gouji.finding import Words
from gouji.words import words


def doubt_words(code: str) -> Words:
    """The sentence for a doubt; one without is shown as it is named, not hidden. Behind a colon stands of what it speaks."""
    name, _, what = code.partition(":")
    try:
        return words(f"doubts.{name}", what=what)
    except KeyError:
        return Words(code, code)

"""Text of strangers' documents in channels that give signs a meaning."""

import unicodedata

# What begins a mention (@all, <!channel>, <@id>), a link or a format somewhere, and the wide sign that a reader takes for the same.
_WIDE = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in "@<>&[]*_`~|\\#"})
_LINKS = (("://", "：//"), ("www.", "www．"), ("mailto:", "mailto："))


def one_line(text: str) -> str:
    """The text on one line, without signs that turn or hide what stands around them, and without halves of signs."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(" " if sign.isspace() else sign for sign in whole if not _steers(sign)).split())


def neutral(text: str) -> str:
    """The text as any chat shows it: nobody is called by it, nothing in it is a link or a format."""
    flat = one_line(text).translate(_WIDE)
    for printed, harmless in _LINKS:
        flat = flat.replace(printed, harmless).replace(printed.upper(), harmless)
    return flat


def _steers(sign: str) -> bool:
    """Controls, and formats such as the marks that turn the direction of writing."""
    return unicodedata.category(sign) in ("Cc", "Cf") and not sign.isspace()

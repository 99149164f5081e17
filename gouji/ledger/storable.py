"""Text of strangers as a database can keep it."""


def storable(text: str) -> str:
    """The text, bytes of a file's name that are no UTF-8 (\\udcXX) and the sign zero written out: no database takes these."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")

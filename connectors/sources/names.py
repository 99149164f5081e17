"""Names of files that are no documents."""

from fnmatch import fnmatch

# What office programs, browsers and file systems leave beside documents, and what is still on its way.
_NO_DOCUMENTS = (".*", "~$*", "*.part", "*.partial", "*.crdownload", "*.download", "*.tmp", "*.swp", "*~", "thumbs.db", "desktop.ini")


def is_no_document(name: str) -> bool:
    """Whether a file or folder of this name is hidden, temporary or a lock."""
    return any(fnmatch(name.lower(), pattern) for pattern in _NO_DOCUMENTS)

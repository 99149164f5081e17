"""Why the machine would not read or write, in a person's words."""

import errno
import os

from gouji.finding import Words
from gouji.words import words

_REASONS = {
    errno.ENOENT: "not-there",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "read-only",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "file-too-big",
    errno.EISDIR: "is-a-folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "exists",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EIO: "input-output",
    errno.ESTALE: "share-gone",
    errno.ENOTCONN: "share-gone",
    errno.EHOSTDOWN: "share-gone",
    errno.ENOMEM: "no-memory",
    errno.EAGAIN: "too-many-processes",
    errno.EBUSY: "in-use",
    errno.ETXTBSY: "in-use",
    errno.ELOOP: "links-in-a-circle",
    errno.EMLINK: "too-many-files",
    errno.EMFILE: "too-many-open",
    errno.ENFILE: "too-many-open",
    errno.EADDRINUSE: "port-taken",
    errno.ECONNREFUSED: "connection-refused",
    errno.ECONNRESET: "connection-cut",
    errno.ECONNABORTED: "connection-cut",
    errno.EPIPE: "connection-cut",
    errno.ENETDOWN: "no-way-there",
    errno.ENETUNREACH: "no-way-there",
    errno.EHOSTUNREACH: "no-way-there",
    errno.ETIMEDOUT: "no-answer",
}


def is_known(refused: OSError) -> bool:
    """Whether it is the machine, a disk or a network that refused, and we know why: no fault of the program."""
    return refused.errno in _REASONS


def reason_of(refused: OSError) -> Words:
    """What the machine said; its own words where we have none for it."""
    code = refused.errno or 0
    if code in _REASONS:
        return words(f"refused.{_REASONS[code]}")
    said = os.strerror(code) if code else str(refused)
    return Words(said, said)


# What SQLite says in a few fixed sentences, by what they contain. PostgreSQL speaks the language of its own installation.
_OF_SQLITE = {
    "readonly database": "ledger-read-only",
    "unable to open database file": "ledger-shut",
    "database is locked": "ledger-busy",
    "disk I/O error": "ledger-io",
    "malformed": "ledger-broken",
    "file is not a database": "ledger-broken",
}


def reason_of_ledger(failed: BaseException) -> Words:
    """What the ledger's machine said, in a person's words where we have some."""
    if isinstance(failed, OSError):
        return reason_of(failed)
    said = " ".join(str(failed).split())[:300]
    known = next((name for part, name in _OF_SQLITE.items() if part in said), None)
    return words(f"refused.{known}") if known else Words(said, said)

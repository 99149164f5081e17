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
    errno.EMFILE: "too-many-open",
    errno.ENFILE: "too-many-open",
    errno.ECONNREFUSED: "connection-refused",
    errno.ECONNRESET: "connection-cut",
    errno.ECONNABORTED: "connection-cut",
    errno.EPIPE: "connection-cut",
    errno.ENETUNREACH: "no-way-there",
    errno.EHOSTUNREACH: "no-way-there",
    errno.ETIMEDOUT: "no-answer",
}


def reason_of(refused: OSError) -> Words:
    """What the machine said; its own words where we have none for it."""
    code = refused.errno or 0
    if code in _REASONS:
        return words(f"refused.{_REASONS[code]}")
    said = os.strerror(code) if code else str(refused)
    return Words(said, said)

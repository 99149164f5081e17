"""Why a connection came to nothing, in a person's words. What the libraries say of it is for the log: English, and about their insides."""

import logging
import socket
import ssl
from collections.abc import Iterator, Mapping

from gouji.finding import Words
from gouji.settings.secret import without_secrets
from gouji.words import words
from gouji.words.refusals import reason_of

_LOG = logging.getLogger(__name__)

# OpenSSL's numbers of what is wrong with a certificate (X509_V_ERR_*).
_CERTIFICATE: Mapping[int, str] = {
    9: "not-yet-valid", 10: "expired", 18: "self-made", 19: "self-made", 20: "issuer-unknown", 21: "issuer-unknown", 62: "other-name",
    64: "other-name",
}  # fmt: skip
_SLOW = ("Timeout", "TimedOut")


def why_no_connection(error: BaseException) -> Words:
    """What the machine, the certificate or the store says, as far as we have words for it; the rest by the name of the error."""
    _LOG.info("%s: %s", type(error).__name__, without_secrets(str(error)))
    causes = list(causes_of(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return words(f"refused.certificate-{_CERTIFICATE.get(cause.verify_code, 'unknown')}")
    if any(isinstance(cause, ssl.SSLError) and is_of_old_tls(cause) for cause in causes):
        return words("refused.old-encryption")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return words("refused.no-encryption")
    return _of_the_machine(causes) or words("refused.broken-off", kind=type(error).__name__)


def is_of_old_tls(error: ssl.SSLError) -> bool:
    """Whether a handshake failed for want of a common version or cipher, or for an old way to renegotiate: an old server's."""
    said = str(error).lower().replace("_", " ")
    return any(sign in said for sign in ("unsupported protocol", "handshake failure", "dh key too small", "legacy", "protocol version"))


def causes_of(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that stand behind it."""
    known: set[int] = set()
    while error is not None and id(error) not in known:
        known.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _of_the_machine(causes: list[BaseException]) -> Words | None:
    for cause in causes:
        if isinstance(cause, socket.gaierror):
            return words("refused.no-such-name")
        if isinstance(cause, TimeoutError) or any(sign in type(cause).__name__ for sign in _SLOW):
            return words("refused.no-answer")
    machine = next((cause for cause in causes if isinstance(cause, OSError) and cause.errno), None)
    return reason_of(machine) if machine is not None else None

"""What goes wrong on the way, in words."""

import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import httpcore
import httpx

from connectors.http.errors import BadCertificate, FetchFailed, TooSlow, Unreachable
from gouji.finding import Words
from gouji.words import words
from gouji.words.refusals import reason_of


@contextmanager
def weather(url: str) -> Iterator[None]:
    """Whatever the libraries say of a connection becomes a FetchFailed."""
    try:
        yield
    except (httpx.TimeoutException, httpcore.TimeoutException) as error:
        raise TooSlow(words("http.too-slow", url=url)) from error
    except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise _unreachable(url, error) from error


def _unreachable(url: str, error: Exception) -> FetchFailed:
    causes = [*_causes(error)]
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return BadCertificate(words("http.bad-certificate", url=url, reason=error))
    # A handshake that fails for want of a common version or cipher, or for an old way to renegotiate: an old server's.
    if any(isinstance(cause, ssl.SSLError) and _is_of_old_tls(cause) for cause in causes):
        return BadCertificate(words("http.old-tls", url=url, reason=error))
    return Unreachable(words("http.unreachable", url=url, reason=_reason(error, causes)))


def _reason(error: Exception, causes: Sequence[BaseException]) -> Words:
    """What the machine says of the connection, else what the libraries say."""
    refused = next((cause for cause in causes if isinstance(cause, OSError) and cause.errno), None)
    if refused is not None and not isinstance(refused, ssl.SSLError):
        return reason_of(refused)
    if any(isinstance(cause, httpcore.ProtocolError) for cause in causes):
        return words("refused.no-http", said=str(error))
    return Words(str(error), str(error))


def _is_of_old_tls(error: ssl.SSLError) -> bool:
    said = f"{error.reason} {error}".lower().replace("_", " ")
    return any(sign in said for sign in ("unsupported protocol", "handshake failure", "dh key too small", "legacy", "protocol version"))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__

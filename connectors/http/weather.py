"""What goes wrong on the way, in words."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import httpx

from connectors.http.errors import BadCertificate, FetchFailed, TooSlow, Unreachable
from gouji.words import words


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
    return Unreachable(words("http.unreachable", url=url, reason=error))


def _is_of_old_tls(error: ssl.SSLError) -> bool:
    said = f"{error.reason} {error}".lower().replace("_", " ")
    return any(sign in said for sign in ("unsupported protocol", "handshake failure", "dh key too small", "legacy", "protocol version"))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__

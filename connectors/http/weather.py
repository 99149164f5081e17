"""What goes wrong on the way, in words."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import httpx

from connectors.http.errors import BadCertificate, FetchFailed, TooSlow, Unreachable
from connectors.lines import causes_of, is_of_old_tls, why_no_connection
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
    causes, reason = [*causes_of(error)], why_no_connection(error)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return BadCertificate(words("http.bad-certificate", url=url, reason=reason))
    if any(isinstance(cause, ssl.SSLError) and is_of_old_tls(cause) for cause in causes):
        return BadCertificate(words("http.old-tls", url=url))
    if any(isinstance(cause, httpcore.ProtocolError) for cause in causes):
        reason = words("refused.no-http")
    return Unreachable(words("http.unreachable", url=url, reason=reason))

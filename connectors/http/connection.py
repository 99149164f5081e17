"""Connections to exactly the address that was checked, with a time by which all is over.

The name is resolved once, when the connection is made; the certificate is still checked against the name, and Host still says it.
A connection serves one request: at one request a second there is nothing to gain from keeping it.
"""

import ssl
import time
import typing
import warnings
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import httpcore
import httpx

from connectors.http.addresses import Resolver, checked_addresses
from connectors.http.model import Manners


@dataclass(frozen=True, slots=True)
class _Timed(httpcore.NetworkStream):
    """A stream whose every wait ends by the deadline: a server that sends a byte now and then would never run into a time-out."""

    inner: httpcore.NetworkStream
    deadline: float

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.inner.read(max_bytes, _left(self.deadline, timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, _left(self.deadline, timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(self.deadline, timeout, httpcore.ConnectTimeout)
        return _Timed(self.inner.start_tls(ssl_context, server_hostname, left), self.deadline)

    def get_extra_info(self, info: str) -> typing.Any:
        return self.inner.get_extra_info(info)


@dataclass(frozen=True, slots=True)
class _CheckedBackend(httpcore.NetworkBackend):
    allowed: Collection[str]
    resolver: Resolver
    deadline: float

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first checked address that takes one."""
        *others, last = checked_addresses(host, port, self.allowed, self.resolver)
        for address in others:
            try:
                return self._connect(address, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(last, port, timeout)

    def _connect(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        left = _left(self.deadline, timeout, httpcore.ConnectTimeout)
        return _Timed(httpcore.SyncBackend().connect_tcp(address, port, left), self.deadline)


class Transport(httpx.BaseTransport):
    """Carries one request of httpx over a connection of its own."""

    def __init__(self, manners: Manners, tls: ssl.SSLContext, resolver: Resolver) -> None:
        deadline = time.monotonic() + manners.max_seconds
        backend = _CheckedBackend(manners.allow_hosts, resolver, deadline)
        self._pool = httpcore.ConnectionPool(ssl_context=tls, max_connections=1, max_keepalive_connections=0, network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        response = self._pool.handle_request(
            httpcore.Request(
                request.method, target, headers=request.headers.raw, content=request.read() or None, extensions=request.extensions
            )
        )
        assert isinstance(response.stream, Iterable)
        return httpx.Response(response.status, headers=response.headers, stream=_Stream(response.stream))

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts

    def close(self) -> None:
        if hasattr(self._parts, "close"):
            self._parts.close()


def tls_context(manners: Manners) -> ssl.SSLContext:
    """Certificates are always checked. With the risk "weak-tls" old versions, ciphers and renegotiation are accepted as well."""
    context = httpx.create_ssl_context(trust_env=False)
    if manners.ca is not None:
        context.load_verify_locations(manners.ca)
    if "weak-tls" in manners.risks:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python warns of exactly the risk that the operator named
            context.minimum_version = ssl.TLSVersion.TLSv1
        context.set_ciphers("DEFAULT@SECLEVEL=0")
        context.options |= 0x4  # SSL_OP_LEGACY_SERVER_CONNECT, which ssl names from Python 3.12 on
    return context


def _left(deadline: float, timeout: float | None, late: type[Exception]) -> float:
    """How long may be waited now."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise late("the time for the whole request is over")
    return left if timeout is None else min(left, timeout)

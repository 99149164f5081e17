"""Which addresses may be connected to: those of the public network, and hosts that the operator named."""

import ipaddress
import socket
from collections.abc import Callable, Collection, Sequence

from connectors.http.errors import Unreachable, UnsafeTarget
from gouji.words import words

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# From a host and a port to its addresses as text, best first.
Resolver = Callable[[str, int], Sequence[str]]

# IPv6 addresses that carry an IPv4 one, which is where a packet ends up: NAT64 (RFC 6052, RFC 8215) and "IPv4-compatible" ones.
_CARRIERS = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "::/96"))


def resolve(host: str, port: int) -> Sequence[str]:
    """What the system says."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(words("http.no-such-host", host=host)) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_addresses(host: str, port: int, allowed: Collection[str], resolver: Resolver) -> Sequence[str]:
    """The addresses of the host, asked for once. One that is not public refuses the whole host: no name needs both."""
    addresses = resolver(host, port)
    if not addresses:
        raise Unreachable(words("http.no-such-host", host=host))
    if not _is_named(host, port, allowed):
        for address in addresses:
            if not is_public(address):
                raise UnsafeTarget(words("http.not-public", host=host, port=port, address=address))
    return addresses


def is_public(text: str) -> bool:
    """Whether packets to this address leave for the public network, whatever it is wrapped in."""
    address = ipaddress.ip_address(text)
    carried = _carried(address)
    if carried is not None:
        return is_public(str(carried))
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    bare = ipaddress.IPv6Address(int(address))  # without a zone, which no network knows
    if any(bare in net for net in _CARRIERS):
        return ipaddress.IPv4Address(int(bare) & 0xFFFFFFFF)
    return bare.ipv4_mapped or bare.sixtofour or (bare.teredo[1] if bare.teredo else None)


def _is_named(host: str, port: int, allowed: Collection[str]) -> bool:
    bare = host.lower().strip("[]")
    names = {bare, f"[{bare}]", f"{bare}:{port}", f"[{bare}]:{port}"}
    return any(name.lower() in names for name in allowed)

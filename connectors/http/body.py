"""The body of an answer, unpacked as it comes and counted both ways."""

import zlib
from collections.abc import Iterator

import httpx

from connectors.http.errors import NotAsPromised, TooLarge, Unreachable
from gouji.words import words

# What is asked for; nothing else need be understood.
ENCODINGS = "gzip, deflate"
_AT_ONCE = 65_536


def read_body(response: httpx.Response, url: str, limit: int) -> bytes:
    """The whole body. One over the limit, packed or unpacked, is TooLarge as soon as that is known."""
    too_large = TooLarge(words("http.too-large", url=url, limit=limit // 1_000_000 or 1))
    if int(_digits(response.headers.get("content-length"))) > limit:
        raise too_large
    kept = bytearray()
    for part in _unpacked(response, url, limit, too_large):
        kept += part
        if len(kept) > limit:
            raise too_large
    return bytes(kept)


def _digits(text: str | None) -> str:
    return text if text and text.isascii() and text.isdigit() else "0"


def _unpacked(response: httpx.Response, url: str, limit: int, too_large: TooLarge) -> Iterator[bytes]:
    packed = 0
    inflate = _inflater(response.headers.get("content-encoding", ""), url)
    for part in response.iter_raw():
        packed += len(part)
        if packed > limit:
            raise too_large
        yield from inflate.parts(part) if inflate else (part,)
    if inflate and packed and not inflate.whole:
        raise Unreachable(words("http.cut-off", url=url))


class _Inflate:
    """gzip or deflate, a little at a time: a bomb never unfolds further than the limit."""

    def __init__(self, url: str, bits: int) -> None:
        self._url, self._bits = url, bits
        self._machine = zlib.decompressobj(bits)
        self._begun = False

    @property
    def whole(self) -> bool:
        return self._machine.eof

    def parts(self, data: bytes) -> Iterator[bytes]:
        some = self._some(data)
        yield some
        # zlib may have taken all input and still owe output: a full portion means that there may be more.
        while self._machine.unconsumed_tail or len(some) == _AT_ONCE:
            some = self._some(self._machine.unconsumed_tail)
            yield some

    def _some(self, data: bytes) -> bytes:
        try:
            some = self._machine.decompress(data, _AT_ONCE)
        except zlib.error as error:
            if self._begun or self._bits != zlib.MAX_WBITS:
                raise NotAsPromised(words("http.not-unpacked", url=self._url)) from error
            # Half of all servers mean a bare deflate stream by "deflate", and the standard the one with a head.
            self._bits, self._machine = -zlib.MAX_WBITS, zlib.decompressobj(-zlib.MAX_WBITS)
            return self._some(data)
        self._begun = True
        return some


def _inflater(encoding: str, url: str) -> _Inflate | None:
    match encoding.strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return _Inflate(url, zlib.MAX_WBITS | 16)
        case "deflate":
            return _Inflate(url, zlib.MAX_WBITS)
        case _:
            raise NotAsPromised(words("http.not-unpacked", url=url))

"""An object store on this machine that speaks S3."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.request import Request, urlopen

from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem


@dataclass(frozen=True)
class Store:
    """`files` puts and removes objects as an office would."""

    endpoint: str
    files: Any

    @contextmanager
    def asking_whose_key_it_is(self) -> Iterator[None]:
        """Until the end of the block every request is judged by its key."""
        self.tell("reset-auth", b"0")
        try:
            yield
        finally:
            self.tell("reset-auth", b"Infinity")

    def tell(self, what: str, data: bytes = b"") -> None:
        with urlopen(Request(f"{self.endpoint}/moto-api/{what}", data, {"Content-Type": "text/plain"}, method="POST")):
            pass


@contextmanager
def storing(*buckets: str) -> Iterator[Store]:
    """A store with these buckets, there until the end of the block."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    try:
        files = S3FileSystem(key="k", secret="s", endpoint_url=endpoint, use_listings_cache=False, skip_instance_cache=True)
        store = Store(endpoint, files)
        store.tell("reset")  # what an earlier store of this process held
        for bucket in buckets:
            files.mkdir(bucket)
        yield store
    finally:
        server.stop()

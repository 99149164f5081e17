"""s3fs as we use it: no cache, no environment, a few short tries."""

from typing import TYPE_CHECKING, Any

from fsspec.asyn import sync
from s3fs import S3FileSystem

if TYPE_CHECKING:
    from connectors.sources.store.bucket import Bucket


class Files(S3FileSystem):  # type: ignore[misc]  # s3fs has no types
    """A file system that also reads the first bytes of an answer."""

    retries = 2

    def read_body(self, body: Any, most: int) -> bytes:
        """The body's first `most` bytes."""
        data: bytes = sync(self.loop, _read, body, most)
        return data


async def _read(body: Any, most: int) -> bytes:
    kept = bytearray()
    try:
        while len(kept) < most and (part := await body.read(min(most - len(kept), 1 << 20))):
            kept += part
        return bytes(kept)
    finally:
        body.close()


def files(bucket: "Bucket") -> Files:
    """The file system of this bucket's store."""
    return Files(
        anon=bucket.key is None,
        key=bucket.key,
        secret=bucket.secret,
        endpoint_url=bucket.endpoint,
        use_listings_cache=False,
        skip_instance_cache=True,
        client_kwargs={"region_name": bucket.region or "us-east-1", **({"verify": str(bucket.ca)} if bucket.ca else {})},
        config_kwargs={
            "connect_timeout": 10,
            "read_timeout": 60,
            "retries": {"total_max_attempts": 2, "mode": "standard"},
            "proxies": {},
            "ignore_configured_endpoint_urls": True,
            "s3": {"addressing_style": bucket.addressing},
        },
    )

"""A bucket, asked through s3fs. What it answers instead of objects becomes a SourceFailed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.lines import causes_of, why_no_connection
from connectors.sources.model import SourceFailed
from gouji.finding import Words
from gouji.words import words

if TYPE_CHECKING:
    from s3fs import S3FileSystem

# Offices keep thousands of files in a bucket; one with more than this was most likely not meant.
_MOST = 200_000

# By the code of a store's answer what it means; it goes before the English sentence that comes with it.
_CODES: Mapping[str, str] = {
    "InvalidAccessKeyId": "key-unknown", "SignatureDoesNotMatch": "secret-wrong", "AccessDenied": "not-readable", "403": "not-readable",
    "RequestTimeTooSkewed": "clock-wrong", "NoSuchBucket": "no-bucket", "404": "no-bucket", "PermanentRedirect": "region-wrong",
    "AuthorizationHeaderMalformed": "region-wrong", "301": "region-wrong", "NoSuchKey": "not-there",
}  # fmt: skip


def _reason(error: Exception) -> Words:
    """What the store answered, else why there was no answer."""
    from botocore.exceptions import ClientError

    for cause in causes_of(error):
        if isinstance(cause, ClientError):
            code = str(cause.response.get("Error", {}).get("Code", ""))
            return words(f"refused.{_CODES[code]}") if code in _CODES else words("refused.store-said", code=code)
    return why_no_connection(error)


@dataclass(frozen=True, slots=True)
class Stored:
    """An object as the listing shows it. `etag` changes with its content."""

    key: str
    size: int
    modified: datetime
    etag: str


@dataclass(frozen=True)
class Bucket:
    """The objects under `prefix`, asked for with the operator's own key; without one, anonymously.

    The endpoint is the operator's word and is asked on whatever address. Proxies, keys and profiles of the environment are not
    used: only what is configured counts.
    """

    name: str
    prefix: str = ""
    endpoint: str | None = None
    region: str | None = None
    key: str | None = None
    secret: str | None = None
    addressing: str = "path"
    ca: Path | None = None
    at_once: int = 1000
    most: int = _MOST

    def listed(self) -> Iterator[Stored]:
        """All objects under the prefix, in the order of their keys."""
        token: dict[str, str] = {}
        count = 0
        while True:
            with self._words():
                page = self._files.call_s3("list_objects_v2", Bucket=self.name, Prefix=self.prefix, MaxKeys=self.at_once, **token)
            for one in page.get("Contents", ()):
                count += 1
                yield Stored(one["Key"], one["Size"], one["LastModified"], one.get("ETag", "").strip('"'))
            if count > self.most:
                raise SourceFailed(words("store.too-many", bucket=self.where, most=self.most))
            if not page.get("IsTruncated"):
                return
            token = {"ContinuationToken": page["NextContinuationToken"]}

    def fetch(self, stored: Stored) -> bytes:
        """The object's bytes, as many as the listing said; one that was replaced since then is left for the next look."""
        with self._words():
            answer = self._files.call_s3("get_object", Bucket=self.name, Key=stored.key, IfMatch=f'"{stored.etag}"')
            data: bytes = self._files.read_body(answer["Body"], stored.size + 1)
        if len(data) != stored.size:
            raise SourceFailed(words("sources.growing", file=stored.key))
        return data

    @property
    def where(self) -> str:
        return f"s3://{self.name}/{self.prefix}"

    @cached_property
    def _files(self) -> "S3FileSystem":
        # Imported when it is used: it takes a second, and few offices have a store.
        from connectors.sources.store.files import files

        return files(self)

    @contextmanager
    def _words(self) -> Iterator[None]:
        """Whatever the libraries say of the store becomes a sentence."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except FileNotFoundError as error:
            raise self._failed("not-there", error) from error
        except PermissionError as error:
            raise self._failed("denied", error) from error
        except (OSError, BotoCoreError, ClientError, ValueError) as error:
            raise self._failed("unreachable", error) from error

    def _failed(self, what: str, error: Exception) -> SourceFailed:
        return SourceFailed(words(f"store.{what}", bucket=self.where, endpoint=self._endpoint, reason=_reason(error)))

    @property
    def _endpoint(self) -> Any:
        return self.endpoint or Words("（默认服务）", "(the default service)")

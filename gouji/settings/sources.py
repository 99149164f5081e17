"""Where reports come from: the tables [[sources]]."""

from typing import Annotated, Literal

from pydantic import Field

from gouji.publication import Stage
from gouji.settings.fields import Address, Bucket, FilePath, FolderPath, SecretKey, WebAddress
from gouji.settings.table import Name, Table


class FolderSetting(Table):
    type: Literal["folder"]
    name: Name
    path: FolderPath
    stage: Annotated[Stage, Field(strict=False)] = Stage.PUBLISHED


class WebTable(Table):
    """How web servers are asked. `risks` are what an old server needs and the operator accepts; `ca` is a file of certificates to trust."""

    type: Literal["website", "list"]
    name: Name
    allow_hosts: Annotated[tuple[Name, ...], Field(strict=False)] = ()
    requests_per_second: Annotated[float, Field(gt=0)] = 1.0
    contact: Address | None = None
    risks: Annotated[tuple[Literal["weak-tls", "gbk-headers", "wrong-content-type"], ...], Field(strict=False)] = ()
    ca: FilePath | None = None
    stage: Annotated[Stage, Field(strict=False)] = Stage.PUBLISHED


class WebsiteSetting(WebTable):
    type: Literal["website"]
    url: WebAddress
    from_year: Annotated[int, Field(ge=2008)] | None = None


class ListSetting(WebTable):
    type: Literal["list"]
    path: FilePath


class ObjectStoreSetting(Table):
    """A bucket of a store that speaks S3. Without a key it is asked anonymously; `addressing` says where the bucket's name goes."""

    type: Literal["object-store"]
    name: Name
    bucket: Bucket
    prefix: str = ""
    endpoint: WebAddress | None = None
    region: Name | None = None
    key: SecretKey | None = None
    secret: SecretKey | None = None
    addressing: Literal["path", "virtual"] = "path"
    ca: FilePath | None = None
    max_megabytes: Annotated[int, Field(gt=0)] = 100
    stage: Annotated[Stage, Field(strict=False)] = Stage.PUBLISHED


SourceSetting = Annotated[FolderSetting | WebsiteSetting | ListSetting | ObjectStoreSetting, Field(discriminator="type")]

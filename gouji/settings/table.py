"""What every table of the configuration is."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Days = Annotated[int, Field(ge=1, le=60)]


class Table(BaseModel):
    """A table of the configuration: an unknown key and a value of another type are refused, nothing changes afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True, allow_inf_nan=False)

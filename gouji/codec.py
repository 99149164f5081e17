"""Reports, judgements and what they are made of as plain JSON, and back with nothing lost."""

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from gouji.report import Report

T = TypeVar("T")


def to_json(value: object) -> dict[str, Any]:
    """The dataclass as plain JSON; decimals as text, so that 12.50 stays 12.50."""
    kind: Any = type(value)
    data: dict[str, Any] = _adapter(kind).dump_python(value, mode="json")
    return data


def from_json(data: object, kind: type[T] = Report) -> T:  # type: ignore[assignment]  # mypy knows no default of a type variable before 3.13
    """What `to_json` was given."""
    wanted: Any = kind
    value: T = _adapter(wanted).validate_python(data)
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)

"""The bodies that the samples speak of; none of them exists."""

from dataclasses import dataclass
from functools import cache

from gouji.data import data_file

KINDS = ("部委", "省", "设区的市", "县", "乡镇", "街道", "部门", "派出机构", "授权组织")


@dataclass(frozen=True, slots=True)
class Body:
    name: str
    short: str
    voice: str
    regulations: bool
    kind: str


def bodies(kind: str) -> tuple[Body, ...]:
    """The bodies of this kind."""
    return _all()[kind]


def body(name: str, kind: str) -> Body:
    """The body of this name; one that is not on the list speaks as its kind does."""
    known = bodies(kind)
    return next((b for b in known if b.name == name), Body(name, "本机关", known[0].voice, known[0].regulations, kind))


@cache
def _all() -> dict[str, tuple[Body, ...]]:
    data = data_file("samples", "bodies.yaml")
    return {kind: tuple(Body(**entry, kind=kind) for entry in entries) for kind, entries in data.items()}

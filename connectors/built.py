"""Whether everything that is configured exists in this version."""

from connectors.sources import refuse_unbuilt_source
from gouji.settings import Settings


def check_built(settings: Settings) -> None:
    """A source of a type not yet built is a UsageError that names its line; asked before a patrol begins."""
    for position, source in enumerate(settings.sources):
        refuse_unbuilt_source(source, settings.path, settings.line("sources", position, "type"))

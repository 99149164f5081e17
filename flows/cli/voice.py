"""In which language a person is spoken to."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gouji.finding import Words
from gouji.language import Language, language

if TYPE_CHECKING:
    from gouji.settings import Settings

LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Voice:
    """The language of this run: `--lang`, else the configuration's once it is read, else the locale's."""

    def __init__(self, given: Language | None, environment: Mapping[str, str]) -> None:
        self.given = given
        self.environment = environment
        self.language = language(given, None, environment)

    def prefer(self, settings: "Settings") -> None:
        """The configuration's language is spoken from now on, unless `--lang` was given."""
        self.language = language(self.given, settings, self.environment)

    def say(self, sentence: Words) -> str:
        return sentence.get(self.language)


def voice_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Voice:
    """Known before the arguments are parsed, for `--help` and usage errors are sentences too."""
    options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    joined = [option.removeprefix("--lang=") for option in options if option.startswith("--lang=")]
    apart = [after for option, after in zip(options, options[1:], strict=False) if option == "--lang"]
    given = next((known for known in LANGUAGES if known in [*joined, *apart]), None)
    return Voice(given, environment)

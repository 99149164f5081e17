"""The texts of letters, chats and tickets: templates of ours, or an office's own by the same names."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from connectors.notifiers.neutral import neutral, one_line
from connectors.trackers.neutral import in_markdown, in_plain
from gouji.errors import ConfigError
from gouji.words import words

NAMES = ("digest.html", "digest.txt", "chat.txt", "operator.txt", "ticket.md", "ticket.txt")
Clean = Callable[[str], str]
# What makes of a stranger's words plain words where they are shown; in HTML that is the escaping of Jinja itself.
_CLEAN: Mapping[str, Clean] = {"chat.txt": neutral, "ticket.md": in_markdown, "ticket.txt": in_plain}


class Texts:
    """`folder` is an office's own; a template in its subfolder `zh` or `en` goes before one beside them, and both before ours."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def render(self, name: str, language: str, fill: Mapping[str, Any]) -> str:
        """The text; a ConfigError names file and line where an office's template cannot be filled in."""
        try:
            return _environment(self._folder, language, name).get_template(name).render(**fill)
        except TemplateSyntaxError as exc:
            raise _broken(exc.filename or name, exc.lineno, exc) from exc
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as exc:
            if self._folder is None:
                raise
            raise _broken(*_where(exc, self._folder, name), exc) from exc

    def check(self, sample: Callable[[str, str], Mapping[str, Any]]) -> None:
        """Every text of an office's own can be filled in, in both languages; else a ConfigError."""
        if self._folder is None:
            return
        for path in sorted(self._folder.rglob("*")):
            if path.suffix in (".html", ".txt", ".md") and path.name not in NAMES:
                raise ConfigError(words("notices.template-unknown", path=path, known=", ".join(NAMES)))
        for language in ("zh", "en"):
            for name in NAMES:
                self.render(name, language, sample(language, name))


@cache
def _environment(folder: Path | None, language: str, name: str) -> Environment:
    # Names and sentences come from strangers' documents: whatever is in them is text, on one line. An office's template is its
    # own, but may have come from anywhere: it reaches nothing of this program.
    own = [FileSystemLoader([folder / language, folder])] if folder else []
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*own, PackageLoader("flows.steps", "templates")]),
        autoescape=name.endswith(".html"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalize(name),
    )  # fmt: skip
    return environment


def _finalize(name: str) -> Callable[[Any], Any]:
    clean = _CLEAN.get(name, one_line)

    def finalize(value: Any) -> Any:
        return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value)

    return finalize


def _where(exc: Exception, folder: Path, name: str) -> tuple[str, int]:
    """The file and line of the template in which it went wrong: the last of the traceback that is one."""
    found, step = (name, 1), exc.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if Path(file).is_relative_to(folder):
            found = (file, step.tb_lineno)
        step = step.tb_next
    return found


def _broken(file: str, line: int, exc: Exception) -> ConfigError:
    return ConfigError(words("notices.template-broken", path=file, line=line, reason=one_line(str(exc))))

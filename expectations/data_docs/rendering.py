"""Pages -> HTML that is escaped, needs no network and runs no script.

Whatever a template prints goes through `_shown`: sentences in the page's language, characters that no eye sees made
visible, everything escaped; before that, numbers of persons in whatever a page holds were masked. The
Content-Security-Policy allows our one style sheet by its hash, pictures beside the page or in it, and nothing else.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from expectations.data_docs.index import index_view
from expectations.data_docs.pages import IndexPage, ReportPage
from expectations.data_docs.viewing import report_view
from gouji.finding import Words
from gouji.privacy import shown
from gouji.words import words
from gouji.words.doubts import doubt_words


def render_report(page: ReportPage, lang: str = "zh", index: str | None = None) -> str:
    """The page of one document; `index` is the address of the front page, where there is one."""
    return _render("report.html.j2", lang, view=report_view(shown(page)), index=index)


def render_check(pages: Sequence[ReportPage], lang: str = "zh") -> str:
    """All these documents in a single file, one after the other."""
    if len(pages) == 1:
        return render_report(pages[0], lang)
    return _render("check.html.j2", lang, views=[report_view(shown(page)) for page in pages])


def render_index(page: IndexPage, lang: str = "zh") -> str:
    """The front page."""
    return _render("index.html.j2", lang, view=index_view(shown(page)))


def _render(template: str, lang: str, **values: object) -> str:
    return _environment(lang).get_template(template).render(**values)


@cache
def _environment(lang: str) -> Environment:
    """One a language, for macros see the globals of an environment and not the values of a page."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(t=_sentence, lang=lang, css=_style(), csp=_policy())
    environment.tests["web_address"] = _is_web_address
    environment.filters.update(shortened=_shortened, moment=_moment, doubt=doubt_words)
    return environment


def _template(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text("utf-8")


@cache
def _style() -> Markup:
    return Markup(_template("style.css"))  # ours, not escaped: the browser compares it with its hash


@cache
def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' data:; base-uri 'none'; form-action 'none'"


def _sentence(key: str, **values: object) -> Words:
    return words(f"pages.{key}", **values)


# Control characters, marks of direction, spaces without width, lone surrogates, tags: with them a text reads otherwise than it is.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


@pass_context
def _shown(context: Context, value: object) -> object:
    """What is written in the page for a value; nothing is written for None by accident."""
    if value is None:
        raise ValueError("a template prints None; say what its absence means")
    if isinstance(value, Markup):
        return value
    if isinstance(value, Words):
        value = value.get(context["lang"])
    if isinstance(value, datetime):
        value = _moment(value)
    elif isinstance(value, date):
        value = value.isoformat()
    return _UNSEEN.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", str(value))


# Deadlines and office hours are counted in Chinese time.
_CHINA = timezone(timedelta(hours=8))


def _moment(moment: datetime) -> str:
    local = moment.astimezone(_CHINA) if moment.tzinfo else moment
    return f"{local:%Y-%m-%d %H:%M}"


def _is_web_address(location: str) -> bool:
    """Whether a link may be made of it: http and https with a host, and nothing else (javascript:, data:, file:)."""
    try:
        parts = urlsplit(location)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _shortened(text: str, longest: int = 400) -> str:
    """The text short enough for its place, with its whole length said where it was cut."""
    return text if len(text) <= longest else f"{text[:longest]}…（{len(text)}）"

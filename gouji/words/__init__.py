"""Every sentence that a user sees, in Chinese and English: one YAML file a topic, `key: {zh: …, en: …}` with {names} to fill in."""

from functools import cache

from gouji.data import data_file
from gouji.finding import Words


def words(key: str, /, **values: object) -> Words:
    """The sentence "topic.name" in both languages, filled in. A value that is itself Words is put in by language."""
    topic, name = key.split(".", 1)
    entry = _topic(topic)[name]
    return Words(entry["zh"].format_map(_said(values, "zh")), entry["en"].format_map(_said(values, "en")))


def _said(values: dict[str, object], language: str) -> dict[str, object]:
    return {name: value.get(language) if isinstance(value, Words) else value for name, value in values.items()}


@cache
def _topic(topic: str) -> dict[str, dict[str, str]]:
    entries: dict[str, dict[str, str]] = data_file(__name__, f"{topic}.yaml")
    return entries

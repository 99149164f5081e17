"""The configuration that `gouji init` writes."""

from importlib.resources import files

from gouji.language import Language


def commented_config(language: Language = "zh") -> str:
    """A configuration with every key explained, ready to run on a folder `inbox` and a roster `bodies.csv` beside it."""
    return (files(__package__) / f"gouji.{language}.toml").read_text("utf-8")

"""The small changes that a variant makes to a report, named as samples/rules/README.md has them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from gouji.form import form
from samples.figures import in_order
from samples.sample import Part, Sample


def changed(sample: Sample, changes: Mapping[str, Any]) -> Sample:
    """The sample with all these changes; names that speak of something else are passed over."""
    for name, change in CHANGES.items():
        if name in changes:
            sample = change(sample, changes[name])
    return sample


def _print(sample: Sample, printed: Mapping[str, str]) -> Sample:
    return replace(sample, figures=in_order({**sample.figures, **printed}, form(sample.form)))


def _drop(sample: Sample, patterns: list[str]) -> Sample:
    kept = {name: text for name, text in sample.figures.items() if not any(fnmatchcase(name, pattern) for pattern in patterns)}
    return replace(sample, figures=kept)


def _label(sample: Sample, labels: Mapping[str, str]) -> Sample:
    return replace(sample, layout=replace(sample.layout, labels=labels))


def _picture(sample: Sample, tables: list[str]) -> Sample:
    return replace(sample, layout=replace(sample.layout, pictures=tuple(tables)))


def _stacked(sample: Sample, stacked: bool) -> Sample:
    return replace(sample, layout=replace(sample.layout, stacked=stacked))


def _signature(sample: Sample, signature: str | None) -> Sample:
    return replace(sample, signature=signature, signed_on=sample.signed_on if signature else None)


def _signed(sample: Sample, day: date) -> Sample:
    return replace(sample, signed_on=day)


def _heading(sample: Sample, headings: Mapping[int, str]) -> Sample:
    return _parts(sample, lambda part: replace(part, heading=headings.get(part.number, part.heading)))


def _part(sample: Sample, paragraphs: Mapping[int, str]) -> Sample:
    return _parts(
        sample, lambda part: replace(part, paragraphs=tuple(paragraphs[part.number].splitlines())) if part.number in paragraphs else part
    )


def _add(sample: Sample, paragraphs: Mapping[int, str]) -> Sample:
    """One more paragraph, or several divided by line ends, at the end of a part's text."""
    more = {number: tuple(text.splitlines()) for number, text in paragraphs.items()}
    return _parts(sample, lambda part: replace(part, paragraphs=(*part.paragraphs, *more.get(part.number, ()))))


def _order(sample: Sample, numbers: list[int]) -> Sample:
    return replace(sample, parts=tuple(sample.part(number) for number in numbers))


def _published_on(sample: Sample, day: date | None) -> Sample:
    return replace(sample, published_on=day)


def _published(sample: Sample, publication: Mapping[str, Any]) -> Sample:
    """The page shows the day of its publication, or none."""
    return replace(sample, published_on=publication.get("day"))


def _whole_preamble(sample: Sample, text: str) -> Sample:
    return replace(sample, preamble=tuple(text.splitlines()))


def _preamble(sample: Sample, text: str) -> Sample:
    return replace(sample, preamble=(*sample.preamble, text))


def _drop_part(sample: Sample, numbers: list[int]) -> Sample:
    return replace(sample, parts=tuple(part for part in sample.parts if part.number not in numbers))


def _parts(sample: Sample, change: Callable[[Part], Part]) -> Sample:
    return replace(sample, parts=tuple(change(part) for part in sample.parts))


CHANGES: Mapping[str, Callable[[Sample, Any], Sample]] = {
    "drop": _drop,
    "print": _print,
    "label": _label,
    "picture": _picture,
    "stacked": _stacked,
    "signature": _signature,
    "signed": _signed,
    "heading": _heading,
    "part": _part,
    "whole_preamble": _whole_preamble,
    "preamble": _preamble,
    "add": _add,
    "order": _order,
    "published_on": _published_on,
    "published": _published,
    "drop_part": _drop_part,
}

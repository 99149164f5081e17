"""An organisation's own rules, each tried on its sound and its faulty sample."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from expectations.judging import judge
from expectations.organisation import file_and_rulebook
from expectations.organisation.model import Local, Tried
from expectations.rulebook import Rulebook
from flows.files import read_files
from gouji.agencies import resolve
from gouji.dossier import Dossier
from gouji.errors import UsageError
from gouji.finding import Finding, Words
from gouji.reading import read_report
from gouji.report import Report
from gouji.words import words
from samples import render, sound

_YEARS = {"2021": 2024, "2019": 2020}  # a year for which a report uses this form


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule said of one of its samples. `right` tells whether that is as it should be."""

    rule: str
    sample: str
    found: tuple[Finding, ...]
    reason: Words | None

    @property
    def right(self) -> bool:
        sure = [finding for finding in self.found if not finding.doubt]
        return bool(sure) if self.sample == "faulty" else not self.found and self.reason is None


def trials(path: Path) -> tuple[Rulebook, list[Trial]]:
    """What each local rule of the file says of its samples."""
    file, book = file_and_rulebook(path)
    cases = [(rule, key, _report(rule, tried, path)) for rule in file.local for key, tried in _samples(rule)]
    judged = judge([Dossier(report, resolve(report, None)) for _, _, report in cases], rulebook=book) if cases else []
    tried = []
    for (rule, key, _), judgement in zip(cases, judged, strict=True):
        found = tuple(f for f in (*judgement.findings, *judgement.trial) if rule.name in (f.rule, *f.also))
        reason = next((entry.reason for entry in judgement.not_checked if entry.rule == rule.name), None)
        tried.append(Trial(rule.name, key, found, reason))
    return book, tried


def _samples(rule: Local) -> Iterator[tuple[str, Tried]]:
    yield from ((key, tried) for key, tried in (("sound", rule.sound), ("faulty", rule.faulty)) if tried)


def _report(rule: Local, tried: Tried, path: Path) -> Report:
    """The sample as read: the file beside the rules, or a sound report of ours with these cells and sentences."""
    if tried.file:
        return _read(path.parent / tried.file)
    sample = sound("青禾县水务局", year=_YEARS[rule.forms[0]])
    parts = tuple(replace(p, paragraphs=(*p.paragraphs, *tried.sentences)) if p.number == 1 else p for p in sample.parts)
    sample = replace(sample, parts=parts, figures={**sample.figures, **tried.figures})
    return read_report(render(sample, "html"), "sample.html")


def _read(path: Path) -> Report:
    if not path.is_file():
        raise UsageError(words("check.no-such-path", path=path))
    (file,), _ = read_files([path], lambda _: None)
    if file.report is None or not file.report.readable:
        raise UsageError(words("rules.sample-unread", path=path, reason=file.trouble or words("check.no-table")))
    return file.report

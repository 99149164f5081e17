"""What a clerk reads: the answer first, then each finding with its place, then what was not checked."""

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from expectations.compared import compared_in_words
from flows.checked import Checked
from flows.cli.formats.as_json import agency_name
from flows.cli.formats.counts import Counts, counts_of
from flows.cli.formats.doubtful import asked, first_words
from flows.cli.formats.naming import spot_words
from flows.cli.formats.reasons import reasons, strangers
from flows.cli.layout import indent, pad_left, plain, room, shorten, width
from flows.cli.voice import Voice
from gouji.finding import Finding, NotChecked, Severity, Verdict, Words
from gouji.judgement import Judgement
from gouji.report import Report
from gouji.words import words
from gouji.words.rules import changes_words, waived_words

COLUMNS = 80
MOST_DOUBTFUL = 5  # more are a table gone wrong, which five show as well
VERDICT_COLOURS = {Verdict.PASS: "green", Verdict.REVIEW: "yellow", Verdict.FAIL: "red", Verdict.UNREADABLE: "magenta"}
SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def write(reports: Sequence[Checked], voice: Voice, verbose: bool) -> str:
    blocks = ["\n".join(_block(report, voice, verbose)) for report in reports]
    if len(reports) != 1:
        blocks.append(_summary(reports, voice))
    return "\n\n".join([*blocks, *_changes(reports, voice)]) + "\n"


def _changes(reports: Sequence[Checked], voice: Voice) -> Iterator[str]:
    """What the organisation made of the rules: whoever reads the answer must know."""
    book = reports[0].rulebook if reports else None
    if book and (said := changes_words(book.changes, book.titles().values())):
        yield "\n".join(indent(voice.say(said), "", COLUMNS))


def _block(checked: Checked, voice: Voice, verbose: bool) -> Iterator[str]:
    yield _headline(checked, voice)
    yield click.style("  " + plain(" + ".join(checked.renderings or (checked.source,))), dim=True)
    if checked.trouble or checked.report is None or checked.judgement is None:
        yield from _unreadable(checked.trouble, voice)
        return
    yield f"  {_read(counts_of(checked.report), voice)}"
    for sentence in (*reasons(checked.report), *strangers(checked.report)):
        yield from indent(plain(voice.say(sentence)), "  ", COLUMNS)
    if checked.renderings and (compared := compared_in_words(checked.judgement, checked.source)):
        yield from indent(voice.say(compared), "  ", COLUMNS)
    for number, finding in enumerate(_gravest_first(checked.judgement.findings), start=1):
        yield ""
        yield from _finding(number, finding, checked.report, voice)
    yield from _doubtful(checked.report, checked.judgement, voice, verbose)
    yield ""
    yield from _trial(checked.judgement, checked.report, voice, verbose)
    yield from _not_checked(checked.judgement.not_checked, voice, verbose)


def _doubtful(report: Report, judgement: Judgement, voice: Voice, verbose: bool) -> Iterator[str]:
    """The figures in doubt that no finding names: a person sent to look must know where."""
    named = {figure for finding in judgement.findings for figure in finding.figures}
    in_doubt = [question for question in asked(report, named) if question.is_figure]
    if in_doubt:
        yield ""
        yield "  " + voice.say(words("read.doubts", count=len(in_doubt)))
    for sentence in first_words(in_doubt, None if verbose else MOST_DOUBTFUL):
        yield from indent(plain(voice.say(sentence)), "    ", COLUMNS)


def _headline(checked: Checked, voice: Voice) -> str:
    report = checked.report
    agency = agency_name(checked) or voice.say(words("check.no-agency"))
    year = report.report_year if report else None
    parts = [agency, voice.say(words("check.year", year=year) if year else words("check.no-year"))]
    if report and report.form:
        parts.append(voice.say(words("check.form", form=report.form)))
    said, whole, columns = _verdict(checked, voice), " · ".join(parts), room(COLUMNS)
    verdict = click.style(said, fg=VERDICT_COLOURS[checked.verdict], bold=True)
    if columns < COLUMNS and width(whole) + width(said) + 2 > columns:  # a narrow terminal: one under the other
        return click.style(shorten(whole, columns), bold=True) + "\n" + verdict
    left = shorten(whole, columns - width(said) - 2)
    return click.style(left, bold=True) + " " * (columns - width(left) - width(said)) + verdict


def _verdict(checked: Checked, voice: Voice) -> str:
    name = voice.say(words(f"check.verdict-{checked.verdict}"))
    return f"{name}{_tally(checked.judgement, voice)}" if checked.judgement else name


def _tally(judgement: Judgement, voice: Voice) -> str:
    counts = Counter("waived" if f.waived else "doubt" if f.doubt else str(f.severity) for f in judgement.findings)
    said = [
        voice.say(words(f"check.count-{kind}", count=counts[kind]))
        for kind in ("error", "warning", "info", "doubt", "waived")
        if counts[kind]
    ]
    return voice.say(words("check.tally", counts=voice.say(words("check.comma")).join(said))) if said else ""


def _unreadable(trouble: Words | None, voice: Voice) -> Iterator[str]:
    for sentence in (*((trouble,) if trouble else ()), words("check.unreadable-fix")):
        yield from indent(voice.say(sentence), "  ", COLUMNS)


def _read(counts: Counts, voice: Voice) -> str:
    said = [voice.say(words("check.read", read=counts.read, asked=counts.asked, doubtful=counts.doubtful))]
    said += [
        voice.say(words(f"check.read-{kind}", count=count)) for kind, count in (("blank", counts.blank), ("mark", counts.mark)) if count
    ]
    return voice.say(words("check.comma")).join(said)


def _gravest_first(findings: Sequence[Finding]) -> list[Finding]:
    order = list(Severity)
    return sorted(findings, key=lambda finding: (finding.waived is not None, order.index(finding.severity), finding.doubt))


def _finding(number: int | None, finding: Finding, report: Report, voice: Voice) -> Iterator[str]:
    margin = " " * 5
    place = voice.say(spot_words(finding, report))
    yield from _spot(pad_left(str(number or "·"), 3) + "  ", place, finding)
    # The headline has said where; the sentence need not begin with it again.
    message = voice.say(finding.message).removeprefix(place).lstrip("：: ")
    yield from indent(_label(finding, voice) + message, margin, COLUMNS)
    if finding.waived:
        yield from indent(voice.say(waived_words(finding.waived)), margin, COLUMNS)
    if finding.fix:
        yield from indent(voice.say(words("check.fix", fix=finding.fix)), margin, COLUMNS)
    yield from indent(voice.say(words("check.basis", basis=finding.basis)), margin, COLUMNS)
    if finding.also:
        yield from indent(voice.say(words("check.also", names=" ".join(finding.also))), margin, COLUMNS)


def _spot(marker: str, place: str, finding: Finding) -> Iterator[str]:
    """The place at the left and the rule at the right, under it where a line is too short for both."""
    colour = SEVERITY_COLOURS[finding.severity]
    rule = click.style(finding.rule, dim=True)
    gap = room(COLUMNS) - width(marker) - width(place) - width(finding.rule)
    if gap > 1:
        yield click.style(marker + place, fg=colour) + " " * gap + rule
        return
    for number, line in enumerate(indent(place, " " * width(marker), COLUMNS)):
        yield click.style(line if number else marker + line.lstrip(), fg=colour)
    yield " " * (room(COLUMNS) - width(finding.rule)) + rule


def _label(finding: Finding, voice: Voice) -> str:
    """Says what kind it is where it is no plain error."""
    if finding.doubt:
        return voice.say(words("check.label-doubt"))
    return "" if finding.severity is Severity.ERROR else voice.say(words(f"check.label-{finding.severity}"))


def _trial(judgement: Judgement, report: Report, voice: Voice, verbose: bool) -> Iterator[str]:
    if not judgement.trial:
        return
    key = "check.trial" if verbose else "check.trial-hidden"
    yield from indent(voice.say(words(key, count=len(judgement.trial))), "  ", COLUMNS)
    for finding in judgement.trial if verbose else ():
        yield from _finding(None, finding, report, voice)


def _not_checked(entries: Sequence[NotChecked], voice: Voice, verbose: bool) -> Iterator[str]:
    rules: dict[str, list[str]] = {}
    for entry in entries:
        rules.setdefault(voice.say(entry.reason), []).append(entry.rule)
    if not rules:
        yield voice.say(words("check.all-checked"))
        return
    total = len({entry.rule for entry in entries})
    if not verbose:
        said = [voice.say(words("check.not-checked-reason", reason=reason, count=len(names))) for reason, names in rules.items()]
        reasons = voice.say(words("check.semicolon")).join(said)
        yield from indent(voice.say(words("check.not-checked", count=total, reasons=reasons)), "  ", COLUMNS)
        return
    yield from indent(voice.say(words("check.not-checked", count=total, reasons="")), "  ", COLUMNS)
    for reason, names in rules.items():
        yield from indent(f"{reason} {' '.join(sorted(names))}", "    ", COLUMNS)


def _summary(reports: Sequence[Checked], voice: Voice) -> str:
    if not reports:
        return voice.say(words("check.summary-of-none"))
    counts = Counter(report.verdict for report in reports)
    said = [f"{voice.say(words(f'check.verdict-{verdict}'))} {counts[verdict]}" for verdict in VERDICT_COLOURS if counts[verdict]]
    return voice.say(words("check.summary", count=len(reports), verdicts=voice.say(words("check.comma")).join(said)))

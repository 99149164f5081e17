"""SARIF 2.1.0, as code review systems show findings beside the file."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from expectations.catalogue import catalogue
from expectations.rule import Rule
from flows.checked import Checked
from flows.cli.formats.dump import dump
from flows.cli.voice import Voice
from gouji.finding import Finding, Severity
from gouji.place import Place
from gouji.version import version

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write(reports: Sequence[Checked], voice: Voice) -> str:
    findings = [(report, finding) for report in reports if report.judgement for finding in report.judgement.findings]
    names = {finding.rule for _, finding in findings}
    rules = [_rule(rule, voice) for rule in catalogue().rules if rule.name in names]
    driver = {"name": "gouji", "version": version(), "rules": rules}
    unread = [_notification(report, voice) for report in reports if report.trouble]
    invocation = {"executionSuccessful": not unread, "toolExecutionNotifications": unread}
    results = [_result(report, finding, voice) for report, finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invocation], "results": results}
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, voice: Voice) -> dict[str, object]:
    return {
        "id": rule.name,
        "shortDescription": {"text": voice.say(rule.title)},
        "fullDescription": {"text": voice.say(rule.explanation)},
        "help": {"text": f"{voice.say(rule.fix)}\n{rule.basis}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(report: Checked, finding: Finding, voice: Voice) -> dict[str, object]:
    return {
        "ruleId": finding.rule,
        # A doubt asks a person; it is no failure of the document.
        "kind": "review" if finding.doubt else "fail",
        "level": "none" if finding.doubt else LEVELS[finding.severity],
        "message": {"text": voice.say(finding.message)},
        "locations": [_location(report, place) for place in finding.where] or [_location(report, Place())],
        "partialFingerprints": {"gouji/v1": finding.fingerprint},
        "properties": {"figures": list(finding.figures), "also": list(finding.also), "where": [p.as_json() for p in finding.where]},
    }


def _location(report: Checked, place: Place) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(Path(report.source).as_posix())}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
    return {"physicalLocation": physical}


def _notification(report: Checked, voice: Voice) -> dict[str, object]:
    text = voice.say(report.trouble) if report.trouble else ""
    return {"level": "error", "message": {"text": text}, "locations": [_location(report, Place())]}

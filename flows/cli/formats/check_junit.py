"""JUnit XML: a test suite a report, a test case a rule."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from flows.checked import Checked
from flows.cli.voice import Voice
from gouji.finding import Finding, Severity

# XML knows no control characters, whatever the document prints.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(reports: Sequence[Checked], voice: Voice) -> str:
    root = ElementTree.Element("testsuites", name="gouji")
    for report in reports:
        _suite(root, report, voice)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _suite(root: ElementTree.Element, report: Checked, voice: Voice) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=_clean(report.source))
    if report.trouble:
        _tell(_case(suite, report, "unreadable"), "error", voice.say(report.trouble))
    if report.judgement:
        broken = {finding.rule for finding in report.judgement.findings}
        for rule in sorted(set(report.judgement.held or {}) - broken):
            _case(suite, report, rule)
        for finding in report.judgement.findings:
            _finding(_case(suite, report, finding.rule), finding, voice)
        for entry in report.judgement.not_checked:
            _tell(_case(suite, report, entry.rule), "skipped", voice.say(entry.reason))
    for name, tag in (("tests", "testcase"), ("failures", ".//failure"), ("errors", ".//error"), ("skipped", ".//skipped")):
        suite.set(name, str(len(suite.findall(tag))))


def _case(suite: ElementTree.Element, report: Checked, rule: str) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", classname=_clean(report.source), name=rule)


def _finding(case: ElementTree.Element, finding: Finding, voice: Voice) -> None:
    """A failure only where it accuses of an error; all else is said beside a passed case."""
    message = voice.say(finding.message)
    if finding.severity is Severity.ERROR:
        _tell(case, "failure", message).set("type", "doubt" if finding.doubt else "error")
    else:
        ElementTree.SubElement(case, "system-out").text = _clean(message)


def _tell(case: ElementTree.Element, tag: str, message: str) -> ElementTree.Element:
    return ElementTree.SubElement(case, tag, message=_clean(message))


def _clean(text: str) -> str:
    return UNPRINTABLE.sub("�", text)

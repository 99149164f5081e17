"""One document read: from its bytes to a report, in this process."""

from gouji.document import read
from gouji.recognition import recognise
from gouji.recognition.bound import one_report
from gouji.recognition.parted import with_whole_numbers
from gouji.recognition.witness import witnessed
from gouji.report import Report
from gouji.second import read_twice


def read_report(data: bytes, name: str) -> Report:
    """The report in these bytes, nothing judged; where its sums fail their cells are read in a second way too."""
    document = one_report(read(data, name))
    report = witnessed(read_twice(recognise(document), data), document)
    return report if document.pictured else with_whole_numbers(report)

"""One document read: from its bytes to a report, in this process."""

from gouji.document import read
from gouji.recognition import recognise
from gouji.report import Report


def read_report(data: bytes, name: str) -> Report:
    """The report in these bytes, nothing judged."""
    return recognise(read(data, name))

"""Many documents read, each in a process of its own: what crashes, hangs or eats memory costs that document only."""

from gouji.isolation.forks import ReadersDidNotStart, kept_readers
from gouji.isolation.jobs import READER_VERSION, Job, Limits, Reading
from gouji.isolation.readers import answers, read_reports

__all__ = ["READER_VERSION", "Job", "Limits", "Reading", "ReadersDidNotStart", "answers", "kept_readers", "read_reports"]

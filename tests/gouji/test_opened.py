"""What is opened for a while is closed again, but in a process that ends with its document."""

import os
import sys
from subprocess import run

import pypdfium2
import pytest

from gouji.opened import opened
from samples import render, sound

_PDF = render(sound(year=2024, size="small", seed=1), "pdf")
_IN_A_PROCESS = """
import sys
import pypdfium2
from gouji.opened import keep_opened, opened
keep_opened()
with opened(pypdfium2.PdfDocument(sys.stdin.buffer.read())) as pdf:
    pages = len(pdf)
print(pages == len(pdf) > 0)
"""


def test_closed_at_the_end() -> None:
    with opened(pypdfium2.PdfDocument(_PDF)) as pdf:
        assert len(pdf)
    assert pdf.raw is None


def test_closed_also_after_an_error() -> None:
    pdf = pypdfium2.PdfDocument(_PDF)
    with pytest.raises(KeyError), opened(pdf):
        raise KeyError
    assert pdf.raw is None


def test_a_process_that_ends_with_its_document_closes_nothing() -> None:
    done = run([sys.executable, "-c", _IN_A_PROCESS], input=_PDF, capture_output=True, env={**os.environ, "PYTHONPATH": os.getcwd()})
    assert done.stdout.split() == [b"True"], done.stderr.decode()

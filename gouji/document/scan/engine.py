"""The recogniser of print: rapidocr's detector of text lines and reader of one line, called apart from each other.

Its models lie in its wheel and are named by path, so that nothing is ever looked for on the network.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from gouji.document.scan.pixels import Pixels

_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
_HEIGHT = 48  # what the reader was trained on
_NARROWEST = 80  # one digit is read as well in this width as in the 320 pixels of the default, in a third of the time (measured)
_WIDEST = 48 * 60
_PIXELS_AT_ONCE = 48 * 320  # of twelve times as many each takes a fifth longer, and white beside a line makes it less sure (measured)
_RINGS = "0OoΟ〇○０"  # what a 0 may be called and is none the less a ring
_IS_RING = 0.9
_DETECTED_AT = 960  # the longer side: print of 10 points is then 9 pixels high


@dataclass(frozen=True, slots=True)
class Print:
    """What was read from one line: its text and, for each sign, how sure it is, from 0 to 1."""

    text: str
    sure: tuple[float, ...]

    @property
    def confidence(self) -> float:
        """That of the least sure sign."""
        return min(self.sure, default=0.0)


def read_lines(lines: Sequence[Pixels]) -> list[Print]:
    """What stands in these pictures of one line each, dark on white."""
    reader = _models().text_rec
    alphabet = reader.postprocess_op.character
    rings = rings_of(alphabet)
    found = [Print("", ())] * len(lines)
    for batch in _batches(lines):
        ratio = max(_width(lines[index]) for index in batch) / _HEIGHT
        tensors = [reader.resize_norm_img(cv2.cvtColor(lines[index], cv2.COLOR_GRAY2BGR), ratio) for index in batch]
        for index, signs in zip(batch, reader.session(np.stack(tensors).astype(np.float32)), strict=True):
            found[index] = decoded(signs, alphabet, rings)
    return found


def find_lines(page: Pixels) -> list[tuple[float, float, float, float]]:
    """The boxes (x0, top, x1, bottom in pixels) around what looks like a line of print."""
    height, width = page.shape
    scale = min(1.0, _DETECTED_AT / max(height, width))
    small = cv2.resize(page, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    boxes = _models().text_det(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR)).boxes
    if boxes is None:
        return []
    corners = np.hstack([boxes.min(axis=1), boxes.max(axis=1)]) / scale
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in corners.tolist()]


def _width(line: Pixels) -> int:
    height, width = line.shape
    return int(min(max(_HEIGHT * width / height, _NARROWEST), _WIDEST))


def _batches(lines: Sequence[Pixels]) -> list[list[int]]:
    """The lines in batches of like widths and of a bounded number of pixels."""
    batches: list[list[int]] = []
    for index in sorted(range(len(lines)), key=lambda i: _width(lines[i])):
        if batches and _HEIGHT * _width(lines[index]) * (len(batches[-1]) + 1) <= _PIXELS_AT_ONCE:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


def decoded(signs: Any, alphabet: Sequence[str], rings: Sequence[int]) -> Print:
    """The likeliest sign of each step, repetitions and pauses (number 0) left out."""
    best, sure = signs.argmax(axis=1), _sure(signs, rings)
    text: list[str] = []
    sureness: list[float] = []
    for step, sign in enumerate(best):
        if step and sign == best[step - 1]:
            if sign:
                sureness[-1] = max(sureness[-1], float(sure[step]))
        elif sign:
            text.append(alphabet[sign])
            sureness.append(float(sure[step]))
    return Print("".join(text), tuple(sureness))


def rings_of(alphabet: Sequence[str]) -> list[int]:
    """The numbers of the signs of this alphabet that are rings, 0 first."""
    numbers = {sign: number for number, sign in enumerate(alphabet)}
    return [numbers[sign] for sign in _RINGS if sign in numbers]


def _sure(signs: Any, rings: Sequence[int]) -> Any:
    """How sure the likeliest sign of each step is. In round types a 0 may be an O as well: the shape is as sure as all of these together.

    It has to be a 0 by far, or it might be a blurred 6 or 8.
    """
    sure = signs.max(axis=1)
    is_ring = (signs.argmax(axis=1) == rings[0]) & (sure >= _IS_RING)
    return np.where(is_ring, signs[:, rings].sum(axis=1), sure)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _models() -> Any:
    """Both models, loaded once a process."""
    rapidocr = import_module("rapidocr")
    folder = Path(str(rapidocr.__file__)).parent / "models"
    threads = 2 if _cores() >= 4 else 1  # two documents are read at once; a second thread on the same core only costs
    cv2.setNumThreads(threads)
    parameters = {"Global.log_level": "critical", "EngineConfig.onnxruntime.intra_op_num_threads": threads}
    engine = rapidocr.RapidOCR(params=parameters | {f"{part}.model_path": str(folder / name) for part, name in _MODELS.items()})
    engine._load_det_model()
    engine._load_rec_model()
    return engine

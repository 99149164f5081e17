"""The optional extra that reads pictures."""

from importlib.util import find_spec

_NEEDED = ("rapidocr", "onnxruntime", "cv2")


def is_installed() -> bool:
    """Whether it is there."""
    return all(find_spec(name) for name in _NEEDED)

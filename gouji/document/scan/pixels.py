"""Pictures as arrays of one byte a pixel: grey with 255 for white, or red, green and blue."""

from typing import Any, TypeAlias

import numpy as np

Pixels: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
Colours: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
Mask: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
Matrix3: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

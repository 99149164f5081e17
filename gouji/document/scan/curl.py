"""Paper that did not lie flat: its rules are bent, those of one page all alike, and the print with them.

By how much each place of the page is moved, down and aside, is a smooth function of the place. Its slopes are told by the edges of rules,
and of print: along a rule that was level the page has sunk by as much as the rule leans. A page whose rules do not lean lay flat, and is
left as it is.
"""

from dataclasses import dataclass

import numpy as np

from gouji.document.scan.pixels import Matrix3
from gouji.document.scan.segments import Edges, Segments

_ALONG, _BESIDE, _DEGREE = 5, 3, 6  # powers along the rules, from rule to rule, and of both; more would follow noise
_POWERS = [(i, j) for i in range(1, _ALONG + 1) for j in range(_BESIDE + 1) if i + j <= _DEGREE]
_STIFF = 1e-4  # keeps what no edge tells near nothing
_ROUNDS = 8
_OFF = 0.01  # the lean by which an edge may miss the slope; twice as much at first
_AGREE = 0.7  # of the edges' length
_LONG = (0.05, 0.036)  # of half the longer side, as all lengths here, across and down: edges so long are those of rules
_LEANS = 0.004  # those of flat paper lean by less, turned as they are by hundredths of a degree
_OFTEN = 0.3
_FEWEST = 0.5  # the long edges together
_MOST = 0.09  # by which the paper may be moved


@dataclass(frozen=True, slots=True)
class Curl:
    """By how much each place of a flat page of this height and width is moved, down and aside: the factors of the powers of its place."""

    size: tuple[int, int]
    down: Matrix3
    aside: Matrix3

    def back(self, xs: Matrix3, ys: Matrix3) -> tuple[Matrix3, Matrix3]:
        """Where these places lie on the page as it is bent."""
        height, width = self.size
        half = max(height, width) / 2
        x, y = (xs - width / 2) / half, (ys - height / 2) / half
        return xs + half * _moved(self.aside, y, x), ys + half * _moved(self.down, x, y)


def curl_of(edges: Edges) -> Curl | None:
    """How the page of these edges is bent, nothing where it is flat or they do not tell."""
    down, aside = _factors(edges.across, _LONG[0]), _factors(edges.down[:, [1, 0, 3, 2]], _LONG[1])
    if down is None or aside is None or not (down.any() or aside.any()):
        return None
    return Curl(edges.shape, down, aside)


def _factors(edges: Segments, shortest: float) -> "Matrix3 | None":
    """The factors by which edges that were level lean as they do, 0 where those of rules do not; nothing where they do not agree."""
    leans, lengths = _leans(edges)
    long = lengths >= shortest
    if lengths[long].sum() < _FEWEST or lengths[long & (np.abs(leans) > _LEANS)].sum() < _OFTEN * lengths[long].sum():
        return np.zeros(len(_POWERS))
    return _fitted(edges)


def _leans(edges: Segments) -> tuple[Matrix3, Matrix3]:
    run = edges[:, 2] - edges[:, 0]
    return (edges[:, 3] - edges[:, 1]) / run, np.abs(run)


def _fitted(edges: Segments) -> "Matrix3 | None":
    (leans, lengths), along, beside = _leans(edges), (edges[:, 0] + edges[:, 2]) / 2, (edges[:, 1] + edges[:, 3]) / 2
    factors, trust, level = np.zeros(len(_POWERS)), lengths, beside
    for number in range(_ROUNDS):
        slopes = _slopes(along, level)
        trusted = slopes * trust[:, None]
        factors = np.linalg.solve(slopes.T @ trusted + _STIFF * trust.sum() * np.eye(len(_POWERS)), trusted.T @ leans)
        off = np.abs(slopes @ factors - leans)
        trust = lengths / (1 + (off / (_OFF * (1 if number else 2))) ** 2)
        level = beside - _moved(factors, along, level)  # where on the flat page the edge lay
    agree = lengths[off <= _OFF].sum() >= _AGREE * lengths.sum()
    return factors if agree and np.abs(level - beside).max() <= _MOST else None


def _moved(factors: Matrix3, along: Matrix3, beside: Matrix3) -> Matrix3:
    moved: Matrix3 = sum((factor * along**i * beside**j for factor, (i, j) in zip(factors, _POWERS, strict=True)), np.zeros(along.shape))
    return moved


def _slopes(along: Matrix3, beside: Matrix3) -> Matrix3:
    return np.column_stack([i * along ** (i - 1) * beside**j for i, j in _POWERS])

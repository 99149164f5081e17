"""From dossiers to what the suites look at: operands, never a verdict."""

from collections.abc import Mapping

from expectations.frames.claims import ClaimsFrame
from expectations.frames.facts import FactsFrame
from expectations.frames.figures import FiguresFrame
from expectations.frames.identities import IDENTITIES
from expectations.frames.kind import Frame
from expectations.frames.names import NamesFrame
from expectations.frames.presence import PresenceFrame
from expectations.frames.renderings import RenderingsFrame
from expectations.frames.sentences import SentencesFrame
from expectations.frames.years import YearsFrame

_ALL: tuple[Frame, ...] = (
    FactsFrame(), NamesFrame(), PresenceFrame(), FiguresFrame(), *IDENTITIES, SentencesFrame(), ClaimsFrame(), YearsFrame(),
    RenderingsFrame(),
)  # fmt: skip

FRAMES: Mapping[str, Frame] = {frame.name: frame for frame in _ALL}

"""From dossiers to what the suites look at: operands, never a verdict."""

from collections.abc import Mapping

from expectations.frames.bodies import BodiesFrame, ScopesFrame
from expectations.frames.changes import ChangesFrame
from expectations.frames.claims import ClaimsFrame
from expectations.frames.counts import CountsFrame
from expectations.frames.days import DaysFrame
from expectations.frames.duties import DutiesFrame
from expectations.frames.facts import FactsFrame
from expectations.frames.figures import FiguresFrame
from expectations.frames.identities import IDENTITIES
from expectations.frames.joins import JoinsFrame
from expectations.frames.kind import Frame
from expectations.frames.labels import LabelsFrame
from expectations.frames.linked import LinkedFrame
from expectations.frames.listings import ListingsFrame
from expectations.frames.mentions import MentionsFrame
from expectations.frames.names import NamesFrame
from expectations.frames.numbering import NumberingFrame
from expectations.frames.pages import PagesFrame
from expectations.frames.peers import PeersFrame
from expectations.frames.persons import PersonsFrame
from expectations.frames.presence import PresenceFrame
from expectations.frames.registered import RegisteredFrame
from expectations.frames.renderings import RenderingsFrame
from expectations.frames.repeated import RepeatedTablesFrame
from expectations.frames.repeated_texts import RepeatedTextsFrame
from expectations.frames.sections import SectionsFrame
from expectations.frames.sentences import SentencesFrame
from expectations.frames.shares import SharesFrame
from expectations.frames.shown import FileNamesFrame, PageTablesFrame
from expectations.frames.stated import StatedFrame
from expectations.frames.subjects import SubjectsFrame
from expectations.frames.twice import TwiceFrame
from expectations.frames.wholes import WholesFrame
from expectations.frames.years import YearsFrame

_ALL: tuple[Frame, ...] = (
    FactsFrame(), NamesFrame(), PresenceFrame(), FiguresFrame(), *IDENTITIES, SentencesFrame(), ClaimsFrame(), YearsFrame(),
    RenderingsFrame(), PersonsFrame(), DaysFrame(), PagesFrame(), LinkedFrame(), FileNamesFrame(), PageTablesFrame(),
    WholesFrame(), ScopesFrame(), BodiesFrame(), PeersFrame(), DutiesFrame(), RegisteredFrame(),
    SectionsFrame(), SubjectsFrame(), MentionsFrame(), LabelsFrame(), NumberingFrame(),
    CountsFrame(), JoinsFrame(), ChangesFrame(), RepeatedTablesFrame(), RepeatedTextsFrame(),
    SharesFrame(), StatedFrame(), ListingsFrame(), TwiceFrame(),
)  # fmt: skip

FRAMES: Mapping[str, Frame] = {frame.name: frame for frame in _ALL}

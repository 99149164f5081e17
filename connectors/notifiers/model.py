"""What is sent to people, and what can become of it."""

from dataclasses import dataclass

from gouji.errors import GoujiError
from gouji.finding import Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the HTML names as `cid:NAME`; `kind` is png, jpeg or gif."""

    name: str
    data: bytes
    kind: str = "png"


@dataclass(frozen=True, slots=True)
class Message:
    """`key` is the same for the same message however often it is tried. Where `to` is empty, the configured ones get it."""

    key: str
    subject: str
    text: str
    html: str | None = None
    to: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivered:
    """The message was taken over for at least one recipient; `refused` says for whom it was not, and why."""

    refused: tuple[Words, ...] = ()


class DeliveryFailed(GoujiError):
    """Nobody got the message. `permanent`: this message will never be taken, so trying again is no use."""

    def __init__(self, words: Words, permanent: bool = False) -> None:
        super().__init__(words)
        self.permanent = permanent

    def __reduce__(self) -> tuple[type["DeliveryFailed"], tuple[Words, bool]]:
        return type(self), (self.words, self.permanent)

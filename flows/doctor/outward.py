"""Where findings go: mail server, chats, trackers. They are asked as a patrol asks them, and nothing is left there."""

from collections.abc import Iterator

from connectors.notifiers import Chat, DeliveryFailed, Mail
from connectors.trackers import tracker_for
from flows.doctor.model import Look, State, looked
from gouji.finding import Words
from gouji.settings import Settings, TrackerSetting
from gouji.words import words


def mail(settings: Settings) -> Iterator[Look]:
    what, setting = words("doctor.mail"), settings.mail
    if setting is None:
        yield Look(what, State.LESS, words("doctor.mail-none"), words("doctor.mail-add"))
        return

    def connected() -> Words:
        Mail(setting).try_connection()
        return words("doctor.mail-ready", server=f"{setting.host}:{setting.port}", to="、".join(setting.to))

    yield looked(what, connected)


def notices(settings: Settings) -> Iterator[Look]:
    """Chats cannot be asked without a message that people see: only their address and its secret are looked at."""
    for notice in settings.notices:
        what, chat = words("doctor.notice", name=notice.key), Chat(notice.url, notice.key)
        try:
            chat.try_address()
        except DeliveryFailed as failed:
            yield Look(what, State.MISSING, failed.words)
        else:
            yield Look(what, State.UNASKED, words("doctor.notice-unasked"))


def trackers(settings: Settings) -> Iterator[Look]:
    for setting, name in zip(settings.trackers, settings.tracker_names, strict=True):
        yield _tracker(setting, name)


def _tracker(setting: TrackerSetting, name: str) -> Look:
    what = words("doctor.tracker", name=name)
    tracker = tracker_for(setting, name)
    if not tracker.reads_back:
        return Look(what, State.UNASKED, words("doctor.tracker-unasked"))

    def listed() -> Words:
        next(tracker.listed(), None)
        return words("doctor.tracker-ready")

    return looked(what, listed)

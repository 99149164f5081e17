"""Short texts by whatever service Apprise speaks: 企业微信, 钉钉, 飞书, Slack and a hundred others."""

from typing import TYPE_CHECKING

from connectors.notifiers.heard import Refusal, listening, refusal_of
from connectors.notifiers.model import Delivered, DeliveryFailed, Message
from connectors.notifiers.neutral import one_line
from gouji.errors import ConfigError
from gouji.settings import Secret
from gouji.settings.secret import without_secrets
from gouji.words import words

if TYPE_CHECKING:
    from apprise import NotifyBase


class Chat:
    """Sends to one address of Apprise's; `name` is what people call it, for the address itself is a secret."""

    def __init__(self, url: Secret, name: str) -> None:
        self._url = url
        self._name = name

    def send(self, message: Message) -> Delivered:
        """The service took the text; else DeliveryFailed. The text is sent as it is, so it must be neutral already."""
        with listening() as heard:
            service = self._service()
            worked = _hand_over(service, message)
        refusal = refusal_of(_schemes(service), worked, heard)
        if refusal is not None:
            raise self._failed(refusal)
        return Delivered()

    def try_address(self) -> None:
        """The address is there and Apprise knows the service, else DeliveryFailed; nobody is asked."""
        self._service()

    def _service(self) -> "NotifyBase":
        from apprise import Apprise, AppriseAsset  # takes a second, and most patrols have nobody to tell

        try:
            address = self._url.reveal()
        except ConfigError as exc:
            raise DeliveryFailed(exc.words) from exc
        # In this thread, without files of its own, and under our name.
        asset = AppriseAsset(app_id="gouji", app_desc="gouji", async_mode=False)
        service = Apprise.instantiate(address, asset=asset)
        if service is None:
            raise DeliveryFailed(words("notifiers.chat-address", name=self._name, place=self._url.place))
        return service

    def _failed(self, refusal: Refusal) -> DeliveryFailed:
        kind = "chat-unreachable" if not refusal.reached else "chat-refused" if refusal.permanent else "chat-waits"
        said = without_secrets(one_line(refusal.said))
        return DeliveryFailed(words(f"notifiers.{kind}", name=self._name, said=said), refusal.permanent)


def _hand_over(service: "NotifyBase", message: Message) -> bool:
    from apprise import Apprise, NotifyFormat

    post = Apprise(service, asset=service.asset)
    return bool(post.notify(body=message.text, title=one_line(message.subject), body_format=NotifyFormat.TEXT))


def _schemes(service: "NotifyBase") -> frozenset[str]:
    """What addresses of this service begin with."""
    named: list[str | tuple[str, ...] | None] = [service.protocol, service.secure_protocol]
    return frozenset(one for name in named if name for one in ([name] if isinstance(name, str) else name))

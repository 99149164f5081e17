"""How people hear of what was found: `Mail(setting).send(message)`, `Chat(url, name).send(message)`."""

from connectors.notifiers.chat import Chat
from connectors.notifiers.mail import Mail
from connectors.notifiers.model import Delivered, DeliveryFailed, Message, Picture
from connectors.notifiers.neutral import neutral, one_line

__all__ = ["Chat", "Delivered", "DeliveryFailed", "Mail", "Message", "Picture", "neutral", "one_line"]

"""How people hear of what was found: `Mail(setting).send(message)`."""

from connectors.notifiers.mail import Mail
from connectors.notifiers.model import Delivered, DeliveryFailed, Message

__all__ = ["Delivered", "DeliveryFailed", "Mail", "Message"]

"""The one way to a web page: polite to the server, safe for us, every request on record."""

from connectors.http.addresses import Resolver, resolve
from connectors.http.client import Client
from connectors.http.errors import (
    BadCertificate,
    Challenged,
    FetchFailed,
    LoginAsked,
    NotAsPromised,
    NotThere,
    Refused,
    RestAsked,
    RobotsForbid,
    ServerFailed,
    TooLarge,
    TooSlow,
    Unreachable,
    UnsafeTarget,
)
from connectors.http.model import Exchange, Manners, Page, Purpose, Validators
from connectors.http.pace import Pace

__all__ = [
    "BadCertificate",
    "Challenged",
    "Client",
    "Exchange",
    "FetchFailed",
    "LoginAsked",
    "Manners",
    "NotAsPromised",
    "NotThere",
    "Pace",
    "Page",
    "Purpose",
    "Refused",
    "Resolver",
    "RestAsked",
    "RobotsForbid",
    "ServerFailed",
    "TooLarge",
    "TooSlow",
    "Unreachable",
    "UnsafeTarget",
    "Validators",
    "resolve",
]

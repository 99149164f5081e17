"""Why a page could not be had, as a tree.

FetchFailed
├── NotThere        the server says that there is nothing here (404, 410, or a page that says so)
├── Refused         any other refusal (401, 403, ...), which a program can only accept
├── Challenged      a script challenge, a captcha or a notice of maintenance stands in front of the page
│   └── LoginAsked  or a login
├── RobotsForbid    the site asks programs not to come here
├── RestAsked       the site asked to be left alone for longer than we wait
├── UnsafeTarget    the address leads, or may lead, into a network that is not the public one
├── TooLarge        more bytes than we take, packed or unpacked
├── BadCertificate  the server cannot show who it is
├── NotAsPromised   something else was sent than the address or the headers say
└── Passing         may be gone at the next try
    ├── TooSlow
    ├── Unreachable
    └── ServerFailed
"""

from gouji.errors import GoujiError


class FetchFailed(GoujiError):
    """The page could not be had this time; nothing is known of whether it still exists."""


class NotThere(FetchFailed):
    """The server says that there is nothing at this address."""


class Challenged(FetchFailed):
    """Something for people stands in front of the page. It is never evaded."""


class LoginAsked(Challenged):
    """A login stands in front of the page."""


class Refused(FetchFailed):
    """The server refuses, or answers with nothing that is a page."""


class BadCertificate(FetchFailed):
    """The server's certificate, or its old TLS, is not to be trusted."""


class RobotsForbid(FetchFailed):
    """The site's robots.txt keeps programs out, or could not be read and so keeps them out."""


class RestAsked(FetchFailed):
    """The site asked for a longer rest than a patrol waits."""


class UnsafeTarget(FetchFailed):
    """The address, or what it resolves to, is not to be asked."""


class TooLarge(FetchFailed):
    """More came than we take."""


class NotAsPromised(FetchFailed):
    """What came is not what the address or the headers say."""


class Passing(FetchFailed):
    """Bad weather: worth another try."""


class TooSlow(Passing):
    """The page did not arrive within the time."""


class Unreachable(Passing):
    """No connection, or one that broke off."""


class ServerFailed(Passing):
    """The server answered with an error."""

"""Who is told of what: by [mail], by the roster's mailboxes, by [[notices]]."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.utils import formataddr, parseaddr

from flows.letters.model import Audience
from flows.office import Office
from gouji.agency import Agency
from gouji.roster import Roster
from gouji.settings import MailSetting, NoticeSetting

Below = Mapping[str, Sequence[Agency]]


def audiences(office: Office) -> tuple[Audience, ...]:
    """Everybody who is told of findings, each once a way; nobody outside the office unless the configuration says so."""
    return (*_office(office), *_by_roster(office), *_notices(office))


def without_mailbox(office: Office) -> list[Agency]:
    """The bodies that would be written to and have no mailbox in the roster."""
    mail, roster = office.settings.mail, office.roster
    if mail is None or roster is None:
        return []
    below = _below(roster)
    wanted = [agency for agency in roster.agencies if mail.bodies or (mail.superiors and agency.id in below)]
    return [agency for agency in wanted if not agency.email]


def _office(office: Office) -> Iterator[Audience]:
    mail = office.settings.mail
    if mail is None:
        yield Audience("file", "office", "patrol", office.language)
        return
    for when in mail.when:
        yield Audience("mail", "office", when, office.language, mail.days, mail.to)


def _by_roster(office: Office) -> Iterator[Audience]:
    """One for each mailbox, whatever number of bodies it serves."""
    mail, roster = office.settings.mail, office.roster
    if mail is None or roster is None or not (mail.bodies or mail.superiors):
        return
    told_all = {parseaddr(address)[1].lower() for address in mail.to}
    owners: dict[str, list[Agency]] = {}
    for agency in roster.agencies:
        if agency.email and agency.email.lower() not in told_all:
            owners.setdefault(agency.email.lower(), []).append(agency)
    below = _below(roster)
    for address, own in owners.items():
        yield from _mailbox(office, mail, below, address, own)


def _mailbox(office: Office, mail: MailSetting, below: Below, address: str, own: list[Agency]) -> Iterator[Audience]:
    bodies: frozenset[str] = _ids(own) if mail.bodies else frozenset()
    theirs: frozenset[str] = _ids(one for agency in own for one in below.get(agency.id, ())) if mail.superiors else frozenset()
    if not bodies | theirs:
        return
    first = own[0]
    to = (formataddr((_plain(first.contact or first.name), first.email or address)),)
    kind = "body" if not theirs - bodies else "superior"
    for when in mail.when:
        yield Audience(f"mailbox:{address}", kind, when, office.language, mail.days, to, scope=bodies | theirs, name=first.name)


def _plain(name: str) -> str:
    """The name without signs that mean anything in the head of a letter."""
    return " ".join("".join(sign if sign.isalnum() or sign in "（）·" else " " for sign in name).split())


def _notices(office: Office) -> Iterator[Audience]:
    for notice in office.settings.notices:
        if notice.to != "operator":
            scope = None if notice.to == "office" else _scope(office.roster, notice)
            language = notice.language or office.language
            name = notice.agency or ""
            yield Audience(f"notice:{notice.key}", notice.to, notice.when, language, notice.days, (), notice.key, scope, name)


def _scope(roster: Roster | None, notice: NoticeSetting) -> frozenset[str]:
    agency = roster.find(notice.agency or "") if roster else None
    if roster is None or agency is None:
        return frozenset()
    return _ids([agency] if notice.to == "body" else _below(roster).get(agency.id, ()))


def _below(roster: Roster) -> Below:
    """By the id of a superior the bodies that the roster places under it."""
    found: dict[str, list[Agency]] = {}
    for agency in roster.agencies:
        superior = roster.find(agency.superior) if agency.superior else None
        if superior is not None and superior != agency:
            found.setdefault(superior.id, []).append(agency)
    return found


def _ids(agencies: Iterable[Agency]) -> frozenset[str]:
    return frozenset(agency.id for agency in agencies)

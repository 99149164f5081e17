"""A LibreOffice profile in which a document can fetch and run nothing."""

from pathlib import Path

# Should the network not be shut off from outside, every request goes to a port on which nothing listens.
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Misc", "FirstRun", "false"),
    ("Writer/Content/Update", "Link", "2"),
    ("Writer/Content/Update", "Field", "false"),
    ("Writer/Content/Update", "Chart", "false"),
    ("Calc/Content/Update", "Link", "2"),
    ("Calc/Formula/Load", "OOXMLRecalcMode", "1"),
    ("Calc/Formula/Load", "ODFRecalcMode", "1"),
    ("Java/VirtualMachine", "Enable", "false"),
)
_PROXY = (("ooInetProxyType", "1"), *((f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
          *((f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")))  # fmt: skip
_ITEM = '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'


def write_profile(folder: Path) -> None:
    """The folder is such a profile."""
    items = [_ITEM.format(path=f"Office.{path}", name=name, value=value) for path, name, value in _SETTINGS]
    items += [_ITEM.format(path="Inet/Settings", name=name, value=value) for name, value in _PROXY]
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_HEAD + "\n".join(items) + "\n</oor:items>\n", "utf-8")

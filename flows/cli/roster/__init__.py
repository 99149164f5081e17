"""`gouji roster`: the bodies that must report, and what is doubtful in their list."""

from flows.cli.command import Group

command = Group("roster", modules={"list": "flows.cli.roster.list", "check": "flows.cli.roster.check"})

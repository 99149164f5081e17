"""`gouji archive`: what was fetched."""

from flows.cli.command import Group

command = Group("archive", modules={"verify": "flows.cli.archive.verify", "export": "flows.cli.archive.export"})

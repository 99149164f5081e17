"""`gouji tickets`: what has to be mended, and what waits for a person."""

from flows.cli.command import Group

command = Group(
    "tickets",
    modules={
        "list": "flows.cli.tickets.list",
        "show": "flows.cli.tickets.show",
        "confirm": "flows.cli.tickets.confirm",
        "waive": "flows.cli.tickets.waive",
        "dispute": "flows.cli.tickets.dispute",
        "assign": "flows.cli.tickets.assign",
        "close": "flows.cli.tickets.close",
        "reopen": "flows.cli.tickets.reopen",
        "retract": "flows.cli.tickets.retract",
        "export": "flows.cli.tickets.export",
        "import": "flows.cli.tickets.import_list",
    },
)

"""When a ticket was last changed, by a tracker's clock."""

import time
from datetime import datetime

_APART = 60.0  # seconds: how far its clock and ours may be from each other


def changed_at(told: object) -> str:
    """The time of the last change as told, for comparison with an earlier one.

    Redmine, GitHub and Gitea tell whole seconds. More may come within the same one, and so a look at about that time is like no later one.
    """
    text = str(told)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    young = time.time() - moment.timestamp() <= _APART
    return f"{text} {time.time_ns()}" if young and not moment.microsecond else text

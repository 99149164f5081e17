"""JSON text: Chinese as it is, the same bytes for the same data."""

import json


def dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

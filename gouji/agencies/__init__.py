"""Which body a report is of, what kind it is, and whether it can make 规章: `resolve`."""

from gouji.agencies.resolving import by_name, resolve, same_agency

__all__ = ["by_name", "resolve", "same_agency"]

"""Modules that others import at once and nobody here uses."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module that is not imported yet, which it is once anything of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def later(*names: str) -> None:
    """From here on these modules are imported when they are first used; those imported already stay."""
    # Python's own lazy loader looks at what it defers as soon as another module imports it, and so defers nothing.
    for name in names:
        sys.modules.setdefault(name, _Later(name))

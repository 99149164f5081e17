"""On which line of a TOML text each key stands, which no TOML library tells."""

import re
import tomllib

KeyPath = tuple[str | int, ...]

_BARE_OR_QUOTED = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_BLANK = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SCALAR = re.compile(r"[^,\]}#\n]*")


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every table, key and array element of a text that tomllib has accepted.

    Paths are those of the parsed document: names, and positions from 0 in arrays and arrays of tables.
    """
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    """Walks the text once. It need not refuse anything: tomllib did."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._counts: dict[KeyPath, int] = {}

    def document(self) -> None:
        table: KeyPath = ()
        self._skip(_BLANK_LINES)
        while self.at < len(self.text):
            if self._sees("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK_LINES)

    def _header(self) -> KeyPath:
        line, many = self._line(), self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        path = self._inside_last(self._key(), line, of_array=many)
        if many:
            path = self._next_of(path, line)
        self.at += 2 if many else 1
        return path

    def _inside_last(self, names: list[str], line: int, *, of_array: bool) -> KeyPath:
        """The header's path, each step of it noted; a name that is an array of tables means its last table so far."""
        path: KeyPath = ()
        for nth, name in enumerate(names, start=1):
            path = (*path, name)
            self._note(path, line)
            if path in self._counts and not (of_array and nth == len(names)):
                path = (*path, self._counts[path] - 1)
        return path

    def _next_of(self, array: KeyPath, line: int) -> KeyPath:
        position = self._counts.get(array, 0)
        self._counts[array] = position + 1
        self._note((*array, position), line)
        return (*array, position)

    def _pair(self, table: KeyPath) -> None:
        line = self._line()
        path = table
        for name in self._key():
            path = (*path, name)
            self._note(path, line)
        self._skip(_BLANK)
        self.at += 1  # the equals sign
        self._value(path)

    def _key(self) -> list[str]:
        names: list[str] = []
        while True:
            self._skip(_BLANK)
            names.append(_plain(self._take(_BARE_OR_QUOTED)))
            self._skip(_BLANK)
            if not self._sees("."):
                return names
            self.at += 1

    def _value(self, path: KeyPath) -> None:
        self._skip(_BLANK)
        if self._sees("["):
            self._array(path)
        elif self._sees("{"):
            self._inline_table(path)
        elif self._sees('"') or self._sees("'"):
            self._take(_STRING)
        else:
            self._take(_SCALAR)

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        position = 0
        self._skip(_BLANK_LINES)
        while not self._sees("]"):
            self._note((*path, position), self._line())
            self._value((*path, position))
            position += 1
            self._past_comma()
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        self._skip(_BLANK_LINES)
        while not self._sees("}"):
            self._pair(path)
            self._past_comma()
        self.at += 1

    def _past_comma(self) -> None:
        self._skip(_BLANK_LINES)
        if self._sees(","):
            self.at += 1
            self._skip(_BLANK_LINES)

    def _note(self, path: KeyPath, line: int) -> None:
        self.lines.setdefault(path, line)

    def _line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    def _sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        self._take(pattern)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(f"not TOML at character {self.at}")
        self.at = match.end()
        return match.group()


def _plain(printed: str) -> str:
    """The key without quotes; tomllib undoes the escapes."""
    return next(iter(tomllib.loads(f"{printed} = 0")))

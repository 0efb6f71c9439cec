"""The error of a JSON value that has not its declared type."""

from typing import Self

_JSON_NAMES: dict[type, str] = {
    bool: "a boolean",
    dict: "an object",
    float: "a number",
    int: "an integer",
    list: "an array",
    str: "a string",
    type(None): "null",
}


class Mismatch(ValueError):
    """A JSON value is not of the type that the description declares for it."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(expected)
        self.expected = expected
        self.found = _JSON_NAMES.get(type(value), type(value).__name__)
        self._path: list[str] = []

    def under(self, step: str) -> Self:
        """Says that the value lies below `step`: a field name or an index in brackets."""
        self._path.append(step)
        return self

    @property
    def path(self) -> str:
        """Where the value is, such as `data[3].content[0].text`; empty for the whole document."""
        return ".".join(reversed(self._path)).replace(".[", "[")

    def __str__(self) -> str:
        place = f"at '{self.path}'" if self._path else "as the whole body"
        return f"expected {self.expected} {place}, but got {self.found}"

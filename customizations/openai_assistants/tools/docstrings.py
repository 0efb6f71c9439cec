"""Descriptions from docstrings in the styles of Google, NumPy and Sphinx."""

import inspect
import re
from collections.abc import Iterator

from openai_assistants_core.record import Record

_PARAMETERS = {
    *("args", "arguments", "parameters", "params", "keyword args", "keyword arguments"),
    *("other parameters", "attributes"),
}
_OTHERS = {
    *("returns", "return", "raises", "yields", "yield", "receives", "warns", "warnings"),
    *("example", "examples", "note", "notes", "see also", "references", "todo"),
}

_GOOGLE_HEADER = re.compile(r"([A-Z][A-Za-z ]*):\s*$")
_UNDERLINE = re.compile(r"-{3,}\s*$")
_FIELD = re.compile(r":\w+[^:]*:")

# `name (type): text`, `name : type`, and `:param type name: text`.
_GOOGLE_ENTRY = re.compile(r"(?P<names>\*{0,2}\w+)(?: *\(.*?\))?:(?: +(?P<text>.*))?$")
_NUMPY_ENTRY = re.compile(r"(?P<names>\*{0,2}\w+(?:, *\*{0,2}\w+)*)(?: *:.*)?(?P<text>)$")
_SPHINX_ENTRY = re.compile(
    r":(?:param|parameter|arg|argument|key|keyword|ivar|cvar|var)\s+(?:[^:]*\s)?"
    r"(?P<names>\*{0,2}\w+)\s*:\s*(?P<text>.*)$"
)


class Docstring(Record, frozen=True):
    """What a docstring says.

    Attributes:
        text: all before the first section.
        parameters: the description of each parameter, or attribute of a class, that has one.
    """

    text: str
    parameters: dict[str, str]


def parse(docstring: str | None) -> Docstring:
    """Reads a docstring; the three styles may be mixed."""
    lines = inspect.cleandoc(docstring or "").splitlines()
    text: list[str] = []
    parameters: dict[str, str] = {}
    for entry, section in _sections(lines):
        if entry is None:
            text = text or section
        else:
            parameters |= _entries(section, entry)
    return Docstring("\n".join(text).strip(), parameters)


def _sections(lines: list[str]) -> Iterator[tuple[re.Pattern[str] | None, list[str]]]:
    """The sections with parameters, each with the form of its entries; first the text, with None.

    Sections of other kinds are left out.
    """
    entry: re.Pattern[str] | None = None
    section: list[str] = []
    wanted = True
    for place, line in enumerate(lines):
        if _UNDERLINE.match(line) and place and not section:
            continue
        header = _header(line, lines[place + 1] if place + 1 < len(lines) else "")
        if header is None:
            section.append(line)
            continue
        if wanted:
            yield entry, section
        wanted, entry = header
        section = [line] if entry is _SPHINX_ENTRY else []
    if wanted:
        yield entry, section


def _header(line: str, following: str) -> tuple[bool, re.Pattern[str]] | None:
    """Whether a line begins a section: if so, whether of parameters, and the form of entries."""
    if _FIELD.match(line):
        return _SPHINX_ENTRY.match(line) is not None, _SPHINX_ENTRY
    google = _GOOGLE_HEADER.match(line)
    if google is None and not _UNDERLINE.match(following):
        return None
    title = (google.group(1) if google else line).strip().lower()
    if title not in _PARAMETERS | _OTHERS:
        return None
    return title in _PARAMETERS, _GOOGLE_ENTRY if google else _NUMPY_ENTRY


def _entries(section: list[str], form: re.Pattern[str]) -> dict[str, str]:
    """The entries of a section; lines that are indented further belong to the one before."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in inspect.cleandoc("\n" + "\n".join(section)).splitlines():
        entry = None if line[:1].isspace() else form.match(line)
        if entry is None:
            current.append(line.strip())
            continue
        current = [entry["text"] or ""]
        for name in entry["names"].split(","):
            found[name.strip().lstrip("*")] = current
    texts = {name: " ".join(filter(None, lines)) for name, lines in found.items()}
    return {name: text for name, text in texts.items() if text}

"""Cut passages of files into the smallest pieces that say something: rows, sentences, clauses."""

import csv
import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from .records import records
from .types import Passage
from .words import stems

_HEADING = re.compile(r"^\s*(?:#{1,6}\s+(?P<marked>.+?)\s*#*|(?P<bold>\*\*[^*]+\*\*):?)\s*$")
_ASKED = re.compile(
    r"^\s*(?:\*\*)?(?:Q(?:uestion)?\s*\d*\s*[:.)-])\s*(?:\*\*)?\s*(?P<text>.+)$", re.IGNORECASE
)
_REPLIED = re.compile(
    r"^\s*(?:\*\*)?(?:A(?:nswer)?\s*\d*\s*[:.)-])\s*(?:\*\*)?\s*(?P<text>.+)$", re.IGNORECASE
)
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+(?P<text>.+)$")
_RULE = re.compile(r"^[\s|:+=-]+$")
_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"')\]]))\s+(?=[\"'(\[]*[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Nr|No|vs|ext|approx|vol|fig|tel|e\.g|i\.e|etc))\.$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*[;]\s+|,?\s+(?:while|whereas|but|and)\s+|,\s+(?=(?:the|its|his|her)\s)", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|their|them|he|his|him|she|her)\b|^(?:this|these|that|those|we)\b",
    re.IGNORECASE,
)
_HELPING = re.compile(r"^(?:is|are|was|were|has|have|had|can|will|must|may|does)$")
_VERB = re.compile(rf"{_HELPING.pattern}|^[a-z]{{2,}}(?:s|ed)$")


@frozen
class Unit:
    """A piece of a passage; `around` are the stems of what it belongs to, e.g. its heading."""

    text: str
    passage: int
    own: tuple[str, ...]
    around: tuple[str, ...] = ()


@frozen
class _Line:
    text: str
    heading: str


def units(passages: Sequence[Passage]) -> list[Unit]:
    """Return the pieces of all passages, each once."""
    headers: dict[tuple[str, int], list[str]] = {}
    found: dict[str, Unit] = {}
    for number, passage in enumerate(passages):
        name = tuple(stems(re.sub(r"\.\w+$", "", passage.filename)))
        for text, own, around in _pieces(passage, headers):
            clean = re.sub(r"\s+", " ", text).strip()
            if stems(clean) or re.search(r"\d", clean):
                around_stems = (*stems(around), *name)
                unit = Unit(clean, number, tuple(stems(own)), around_stems)
                found.setdefault(clean, unit)
                if len(found[clean].around) < len(around_stems):
                    found[clean] = evolve(found[clean], around=around_stems)
    return list(found.values())


_Piece = tuple[str, str, str]


def _pieces(passage: Passage, headers: dict[tuple[str, int], list[str]]) -> Iterator[_Piece]:
    """Yield text, own words and surrounding words of every piece."""
    if passage.text.lstrip()[:1] in ("{", "["):
        for record in records(passage.text):
            yield record, record, ""
    for block, heading in _blocks(passage.text):
        rows = _rows(block)
        if rows:
            yield from _table(rows, heading, passage.filename, headers)
        elif len(block) > 1 and (asked := _ASKED.match(block[0])):
            reply = " ".join(block[1:])
            replied = _REPLIED.match(reply)
            answer = replied["text"] if replied else reply
            yield answer, f"{asked['text']} {answer}", heading
        else:
            yield from _prose(" ".join(line.strip() for line in block), heading)


def _blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield lines that belong together, with the heading above them."""
    headings: dict[int, str] = {}
    intro = ""
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        heading = _HEADING.match(line)
        if block and (heading or _starts_new(block, line)):
            yield block, " ".join([*headings.values(), intro])
            intro = (
                block[-1]
                if block[-1].rstrip().endswith(":")
                else (intro if line.strip() and _ITEM.match(line) else "")
            )
            block = []
        if heading:
            level = len(line) - len(line.lstrip("# ")) if heading["marked"] else 9
            headings = {depth: each for depth, each in headings.items() if depth < level}
            headings[level] = heading["marked"] or heading["bold"].strip("*")
            intro = ""
        elif line.strip() and not (_RULE.match(line) and "|" not in line):
            block.append(line)


def _starts_new(block: list[str], line: str) -> bool:
    """Tell whether a line does not go on with the lines before it."""
    if not line.strip() or _ITEM.match(line) or _ASKED.match(line):
        return True
    if _ITEM.match(block[-1]):
        return not line.startswith((" ", "\t"))
    if _is_row(block[0]) or _is_row(line):
        return _is_row(block[-1]) != _is_row(line)
    return _is_field(line) or (_is_field(block[0]) and not _ASKED.match(block[0]))


def _is_field(line: str) -> bool:
    return re.match(r"^\s*(?!A:|Answer:)[A-Za-z][\w /()-]{0,40}:\s+\S", line) is not None


def _is_row(line: str) -> bool:
    return line.count("|") > 1 or "\t" in line.strip() or _fields(line) is not None


def _fields(line: str) -> list[str] | None:
    """Return the fields of a line of comma or semicolon separated values."""
    for mark in (";", ","):
        cells = next(csv.reader([line.strip()], delimiter=mark, skipinitialspace=True), list[str]())
        plain = all(len(cell.split()) <= 8 for cell in cells) and not line.rstrip().endswith(
            (".", ":", "?")
        )
        if len(cells) > 1 and plain and not _ITEM.match(line):
            return [cell.strip() for cell in cells]
    return None


def _rows(block: list[str]) -> list[list[str]]:
    """Return the cells of a block that is a table, or nothing."""
    rows: list[list[str]] = []
    for line in block:
        if line.count("|") > 1:
            cells = [cell.strip().strip("*`") for cell in line.strip().strip("|").split("|")]
            if not _RULE.match(line):
                rows.append(cells)
        elif "\t" in line.strip():
            rows.append([cell.strip() for cell in line.split("\t")])
        else:
            rows.append(_fields(line) or [])
    widths = {len(row) for row in rows}
    alike = len(widths) == 1 and widths.pop() > 1
    return rows if alike and (len(rows) > 1 or "|" in block[0]) else []


def _table(
    rows: list[list[str]], heading: str, filename: str, headers: dict[tuple[str, int], list[str]]
) -> Iterator[_Piece]:
    """Yield every row, and every cell of it together with what the row is about."""
    key = (filename, len(rows[0]))
    if not any(re.search(r"\d", cell) for cell in rows[0]) and key not in headers:
        headers[key] = rows[0]
    header = headers.get(key)
    for row in rows:
        if header is None:
            yield ", ".join(row), " ".join(row), heading
        elif row != header:
            fields = [f"{name}: {cell}" for name, cell in zip(header, row, strict=True)]
            yield ", ".join(fields), " ".join(fields), heading
            for name, cell in list(zip(header, row, strict=True))[1:]:
                yield f"{row[0]}: {name} {cell}", f"{header[0]} {row[0]} {name} {cell}", heading


def _prose(text: str, heading: str) -> Iterator[_Piece]:
    """Yield every sentence and its clauses."""
    item = _ITEM.match(text)
    before = ""
    for sentence in _sentences(item["text"] if item else text):
        plain = re.sub(r"\*\*|__|`", "", sentence).strip()
        around = f"{heading} {before}" if _PRONOUN.search(plain) else heading
        yield plain, plain, around
        for clause in _clauses(plain):
            yield clause, clause, around
        before = plain if not _PRONOUN.search(plain) else f"{before} {plain}"


def _sentences(text: str) -> list[str]:
    """Split at the ends of sentences, not after a short form."""
    found: list[str] = []
    for piece in _END.split(text):
        if found and _SHORT.search(found[-1]):
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def _clauses(sentence: str) -> list[str]:
    """Split a sentence that states several facts; each part must be able to stand alone."""
    parts = [part for part in _CLAUSE.split(sentence.rstrip(".")) if part]
    if len(parts) < 2 or any(len(part.split()) < 3 for part in parts):
        return []
    first = parts[0].split()
    verb = next(
        (at for at, word in enumerate(first) if at and _VERB.match(word) and _says(first[:at])), 0
    )
    return [parts[0], *(_with_subject(part, first[:verb]) for part in parts[1:])]


def _says(subject: list[str]) -> bool:
    return bool(stems(" ".join(subject))) or _PRONOUN.search(subject[0]) is not None


def _with_subject(clause: str, subject: list[str]) -> str:
    """Repeat the subject of the sentence before a clause that begins with its verb."""
    words = clause.split()
    return " ".join([*subject, clause]) if subject and _opens_with_verb(words) else clause


def _opens_with_verb(words: list[str]) -> bool:
    """Tell "closes at six" from "express mail costs more"."""
    if _HELPING.match(words[0]):
        return True
    return bool(_VERB.match(words[0])) and not any(_VERB.match(word) for word in words[1:3])

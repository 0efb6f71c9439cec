"""The templates of the page, and what they say things with."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...storage.database import Row
from . import markdown
from .content import render_text
from .paths import ROOT

_FOLDER = Path(__file__).with_name("templates")
_LONGEST = markdown.LONGEST
_UNITS = ("B", "kB", "MB", "GB")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "datetime": _datetime,
        "size": _size,
        "pretty": _pretty,
        "shortened": shortened,
        "words": _words,
    }
    shared: dict[str, Any] = environment.globals
    shared.update(render_text=render_text, text_of=text_of, root=ROOT, longest=_LONGEST)
    return environment


def _datetime(seconds: int) -> Markup:
    """Return a time as an element that says it to people and to programs, in UTC."""
    time = datetime.fromtimestamp(seconds, UTC)
    return Markup('<time datetime="{}">{}</time>').format(
        time.strftime("%Y-%m-%dT%H:%M:%SZ"), time.strftime("%Y-%m-%d %H:%M:%S")
    )


def _size(count: int) -> str:
    """Return a number of bytes in the largest unit of which there is one."""
    power = min((len(str(count)) - 1) // 3, len(_UNITS) - 1)
    return f"{count / 1000**power:.{1 if power else 0}f} {_UNITS[power]}"


def _pretty(value: Any) -> str:
    """Return JSON, or a text that is JSON, on several lines; another text as it is."""
    if isinstance(value, str):
        try:
            read: Any = json.loads(value) if len(value) <= _LONGEST else value
        except (ValueError, RecursionError):
            return value
        return value if isinstance(read, str) else _pretty(read)
    return json.dumps(value, indent=2, ensure_ascii=False)


def shortened(text: str, most: int = _LONGEST) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _words(value: str) -> str:
    """Return a status or a type as people write it."""
    return value.replace("_", " ")


def text_of(message: Row) -> str:
    """Return the text parts of a message."""
    parts: list[str] = [one["text"]["value"] for one in message["content"] if one["type"] == "text"]
    return "\n".join(parts)


_TEMPLATES = _environment()


def render(name: str, values: dict[str, Any]) -> str:
    """Return what a template makes of values."""
    return _TEMPLATES.get_template(name).render(values)

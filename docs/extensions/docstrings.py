"""Fits the docstrings of this project to reStructuredText, which autodoc reads them as."""

import builtins
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from sphinx import addnodes
from sphinx.application import Sphinx

from openai_assistants_core import Model
from openai_assistants_rest import models, params

WITH_NAMES_OF_MODELS = ("openai_assistants.resources.reply", "openai_assistants.tools.runner")
"""They import these for type checkers alone; autodoc evaluates the annotations of their Structs."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers what this module does."""
    for name in WITH_NAMES_OF_MODELS:
        vars(import_module(name)).update(
            Run=models.Run, Message=models.Message, ToolOutputParam=params.ToolOutputParam
        )
    # Before napoleon, which turns the sections of Google's style into fields.
    app.connect("autodoc-process-docstring", mark_programs, priority=100)
    app.connect("autodoc-process-signature", shorten)
    app.connect("doctree-read", leave_builtins)
    return {"parallel_read_safe": True}


def mark_programs(
    app: Sphinx, kind: str, name: str, value: object, options: object, lines: list[str]
) -> None:
    """Indented paragraphs behind a blank line are programs, as in Markdown."""
    lines[:] = list(with_programs(lines))


def with_programs(lines: list[str]) -> Iterator[str]:
    """The lines, with a mark before each paragraph that is a program."""
    inside = False
    for number, line in enumerate(lines):
        indented = line.startswith("    ")
        if indented and not inside and number and not lines[number - 1].strip():
            yield from ("::", "")
            inside = True
        elif line.strip() and not indented:
            inside = bool(re.fullmatch(r"\w[\w ]*:", line))  # a section, whose lines are indented
        yield line


def shorten(
    app: Sphinx,
    kind: str,
    name: str,
    value: object,
    options: object,
    signature: str | None,
    returned: str | None,
) -> tuple[str | None, str | None] | None:
    """A model is made by decoding: its fields are listed below it, not in a signature."""
    if kind == "class" and isinstance(value, type) and issubclass(value, Model):
        return "", None
    return None


def leave_builtins(app: Sphinx, page: Any) -> None:
    """`list` and `object` in a signature are Python's, though methods and fields are called so."""
    for link in list(page.findall(addnodes.pending_xref)):
        if link.get("refdomain") == "py" and hasattr(builtins, link["reftarget"]):
            last = link.children[-1]  # the name itself, or the longer of two ways to write it
            alone = not isinstance(last, addnodes.pending_xref_condition)
            link.replace_self([last] if alone else last.children)

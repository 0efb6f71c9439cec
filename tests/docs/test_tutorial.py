"""The tutorial, followed word by word in a bare clone."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest
from tests.conformance.conftest import require
from tests.support.docs.followed import Step, agrees, follow, read
from tests.support.project.distribution import INDEX_MISSING, ROOT, has_index

PAGE = "docs/tutorial.md"


def reader() -> dict[str, str]:
    """The environment of a reader: no endpoint, no key, no environment of Python."""
    told = ("OPENAI_", "AZURE_", "ASSISTANTS_", "VIRTUAL_ENV", "PYTHON")
    return {name: value for name, value in os.environ.items() if not name.startswith(told)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_tutorial_is_followed_word_by_word_in_a_bare_clone(tmp_path: Path) -> None:
    """But for the port: another program of this machine may have the one that the page names."""
    require(has_index(tmp_path), INDEX_MISSING)
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], check=True)
    page = (clone / PAGE).read_text(encoding="utf-8")
    assert page == (ROOT / PAGE).read_text(encoding="utf-8"), (
        "what is not committed is not followed"
    )
    assert page.count("8080") == 5
    environ = {**reader(), "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    assert follow(page.replace("8080", str(free_port())), clone, environ) == 9
    assert (clone / "first.db").exists()


def page_of(typed: str, shown: str | None = None) -> str:
    output = "" if shown is None else f"```text\n{shown}```\n"
    return f"Do this:\n\n```sh\n{typed}```\n\n{output}"


def test_steps_are_done_in_order_and_compared(tmp_path: Path) -> None:
    page = page_of("A=thread_12\n") + page_of("echo $A\necho b >&2\n", "thread_…\nb\n")
    page += "```python\n# say.py\nprint('a [b]')\n```\n" + page_of("cat say.py\n", "# …\nprint(…\n")
    assert follow(page, tmp_path, reader()) == 3


@pytest.mark.parametrize(
    "page",
    [
        page_of("false\n"),
        page_of("false\n", ""),
        page_of("false\necho a\n", "a\n"),
        page_of("echo a\n", "b\n"),
        page_of("echo a\n", ""),
        page_of("echo a; echo b\n", "a\n"),
        page_of("echo a; echo b\n", "…\n"),
        page_of("echo a.\n", "a…b\n"),
        page_of("true\n", "…\n"),
        page_of("echo a\n") + page_of("no-such-program\n"),
    ],
)
def test_a_step_that_fails_or_prints_something_else_is_found(page: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        follow(page, tmp_path, reader())


def test_what_is_shown_is_no_pattern() -> None:
    assert agrees("x = 1.\n", "x = 1.\r\n")
    assert not agrees("x = 1.\n", "x = 1!\r\n")


@pytest.mark.parametrize("kind", ["toml", "text", "python", ""])
def test_a_block_that_nobody_could_follow_is_refused(kind: str) -> None:
    assert read(page_of("ls\n")) == ({}, [Step("ls\n")])
    with pytest.raises(ValueError, match="cannot be followed"):
        read(f"```{kind}\na = 1\n```\n")

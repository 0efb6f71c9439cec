"""What runs inside the sandbox: it takes programs, and tells what became of them.

It is started by its path, with nothing but the standard library: `harness.py SETTINGS`, JSON. Each
line of standard input is a program, as a JSON string; the answer is a line of JSON, and after it
the contents of the files that it names. Programs can write there too: whoever reads it trusts
nothing.
"""

import ast
import contextlib
import io
import json
import os
import resource
import sys
import traceback
from typing import Any

_IMAGES = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))
_MOST_FILES = 20


def confine(settings: dict[str, Any]) -> None:
    """Become another user where this one is root, and set limits that cannot be raised."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(*[settings["uid"]] * 3)
        os.setresuid(*[settings["uid"]] * 3)
    for name, most in settings["limits"].items():
        resource.setrlimit(getattr(resource, name), (most, most))
    os.chdir(settings["data"])


class Printed(io.TextIOBase):
    """What a program prints, up to a limit; more is an error."""

    def __init__(self, most: int) -> None:
        self._parts: list[str] = []
        self._left = most

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        taken = text[: self._left]
        self._parts.append(taken)
        self._left -= len(taken)
        if len(taken) < len(text):
            raise RuntimeError("the program prints too much")
        return len(text)

    def text(self) -> str:
        return "".join(self._parts)


def execute(source: str, names: dict[str, Any], most: int) -> dict[str, Any]:
    """Run a program; return what it printed, the value of its last line, and why it failed."""
    printed = Printed(most)
    answer: dict[str, Any] = {"result": None, "error": None}
    try:
        tree = ast.parse(source, "<program>")
        last = tree.body[-1] if tree.body else None
        shown = ast.Expression(last.value) if isinstance(last, ast.Expr) else None
        if shown is not None:
            tree.body.pop()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            exec(compile(tree, "<program>", "exec"), names)  # noqa: S102 - in the sandbox
            if shown is not None:
                value = eval(compile(shown, "<program>", "eval"), names)  # noqa: S307
                answer["result"] = None if value is None else repr(value)[:most]
    except BaseException as error:
        answer["error"] = described(error)[-most:]
    return {**answer, "logs": printed.text()}


def described(error: BaseException) -> str:
    """Return the traceback without the frames of this file."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename != __file__]
    lines = traceback.format_list(frames) if frames else []
    return "".join(
        (["Traceback (most recent call last):\n"] if lines else [])
        + lines[-8:]
        + traceback.format_exception_only(error)
    ).rstrip()


def files(folder: str) -> dict[str, tuple[int, int, int]]:
    """Return the regular files of the folder, each with what changes when it is written."""
    found: dict[str, tuple[int, int, int]] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                state = entry.stat(follow_symlinks=False)
                found[entry.name] = (state.st_ino, state.st_size, state.st_mtime_ns)
    return found


def draw(folder: str) -> None:
    """Save the figures that a program left open, as a notebook would show them."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    for number in pyplot.get_fignums():
        name, count = "figure.png", 1
        while os.path.exists(os.path.join(folder, name)):
            count += 1
            name = f"figure-{count}.png"
        pyplot.figure(number).savefig(os.path.join(folder, name))
    pyplot.close("all")


def written(folder: str, before: dict[str, Any], most: int) -> tuple[list[Any], list[bytes]]:
    """Return what a program wrote: names, sizes and whether they are images; and the contents."""
    listed: list[Any] = []
    contents: list[bytes] = []
    for name, state in sorted(files(folder).items(), key=lambda one: one[1][2]):
        if before.get(name) == state or state[1] == 0:
            continue
        most -= state[1]
        if most < 0 or len(listed) == _MOST_FILES:
            raise ValueError(f"the program wrote more than {_MOST_FILES} files, or too much")
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        image = any(data.startswith(magic) for magic, _ in _IMAGES)
        listed.append([name, len(data), image])
        contents.append(data)
    return listed, contents


def answer(source: str, names: dict[str, Any], settings: dict[str, Any]) -> list[bytes]:
    """Run a program; return the line that tells of it, and the contents of its files."""
    folder = settings["data"]
    before = files(folder)
    told = execute(source, names, settings["output"])
    listed: list[Any] = []
    contents: list[bytes] = []
    try:
        draw(folder)
        listed, contents = written(folder, before, settings["files"])
    except Exception as error:
        told["error"] = told["error"] or described(error)
    return [json.dumps({**told, "files": listed}).encode() + b"\n", *contents]


def main() -> None:
    """Take programs until there are no more."""
    settings: dict[str, Any] = json.loads(sys.argv[1])
    programs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    confine(settings)
    sys.path += settings["packages"]
    sys.argv = [""]
    names: dict[str, Any] = {"__name__": "__main__"}
    answers.write(b"ready\n")
    answers.flush()
    for line in programs:
        for piece in answer(json.loads(line), names, settings):
            answers.write(piece)
        answers.flush()


if __name__ == "__main__":
    main()

"""The walkthroughs of the origin library, against a local service with a fresh database.

python examples/demo.py                          all three
python examples/demo.py --model 'http://127.0.0.1:11434#llama3.2:3b'     with a language model
python examples/demo.py maths "5x - 2 = 18"      another equation
python examples/demo.py file notes.txt "When is the meeting?"
python examples/demo.py functions "What's the weather in Seattle, WA in celsius?"
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import file_codes
import maths_tutor
import weather_functions

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--model", default="builtin", help="as of the service: a URL (%(default)s)")
    kinds = top.add_subparsers(dest="kind")
    maths = kinds.add_parser("maths", help="solve an equation with code")
    maths.add_argument("equation", nargs="?", default=maths_tutor.EQUATION)
    file = kinds.add_parser("file", help="answer a question from a text file")
    file.add_argument("path", nargs="?", type=Path)
    file.add_argument("questions", nargs="*", default=file_codes.QUESTIONS)
    functions = kinds.add_parser("functions", help="answer a question with three functions")
    functions.add_argument("question", nargs="?", default=weather_functions.QUESTION)
    return top


Talk = Callable[[AssistantsClient, argparse.Namespace], Iterator[str]]

TALKS: dict[str, tuple[str, Talk]] = {
    "maths": (
        "The maths tutor",
        lambda client, options: maths_tutor.talk(client, options.equation),
    ),
    "file": (
        "A file and its codes",
        lambda client, options: file_codes.talk(client, options.path, tuple(options.questions)),
    ),
    "functions": (
        "Functions, several at once",
        lambda client, options: weather_functions.talk(client, options.question),
    ),
}


def main() -> int:
    """Runs what was asked for, printing each conversation."""
    options = parser().parse_args()
    path = getattr(options, "path", None)
    if path is not None and not path.is_file():
        sys.stderr.write(f"there is no file {path}\n")
        return 2
    with (
        LocalService(model=options.model) as service,
        AssistantsClient(CompatibleEndpoint(service.base_url)) as client,
    ):
        print(f"A local Assistants service listens on {service.base_url}")
        for kind in [options.kind] if options.kind else TALKS:
            title, talk = TALKS[kind]
            print(f"\n== {title} ==")
            for line in talk(client, options if options.kind else parser().parse_args([kind])):
                print(line)
    if options.kind is None:
        print('\nTry another: .venv/bin/python examples/demo.py maths "5x - 2 = 18"   (or --help)')
    return 0


if __name__ == "__main__":
    sys.exit(main())

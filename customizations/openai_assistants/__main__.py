"""The command line: `openai-assistants`, or `python -m openai_assistants`."""

import sys
from collections.abc import Sequence

from openai_assistants_core.extras import needs_extra


def main(arguments: Sequence[str] | None = None) -> None:
    """Carries out a command line, by default that of the process, and exits with its code.

    Raises:
        SystemExit: always; `docs/command-line.md` lists the codes.
    """
    with needs_extra("cli", SystemExit):
        from .cli.app import run
    run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    main()

"""The arguments and options that several commands have."""

from typing import Annotated

import typer

from openai_assistants_core.operation import check_path_value


def an_id(value: str) -> str:
    """The id, if it can be one.

    Raises:
        typer.BadParameter: it cannot.
    """
    try:
        check_path_value("this", value)
        value.encode()  # refuses what was no text in the encoding of the terminal
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    return value


Ids = Annotated[list[str], typer.Argument(parser=an_id, metavar="ID...", help="Their ids.")]
Json = Annotated[bool, typer.Option("--json", help="Print the objects themselves, as JSON.")]
Limit = Annotated[int, typer.Option(min=1, help="How many at most.")]
All = Annotated[bool, typer.Option("--all", help="All there are, without a limit.")]
Oldest = Annotated[bool, typer.Option("--oldest-first", help="Oldest first, not newest.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Delete without asking.")]
Thread = Annotated[str, typer.Argument(parser=an_id, metavar="THREAD", help="Id of the thread.")]
Run = Annotated[str, typer.Argument(parser=an_id, metavar="RUN", help="Id of the run.")]
CancelOnInterrupt = Annotated[
    bool, typer.Option("--cancel-on-interrupt", help="Ctrl-C cancels the run that is waited for.")
]
Tools = Annotated[
    list[str] | None,
    typer.Option(
        "--tools",
        metavar="MODULE:NAME",
        help="A function that answers calls, or a list of them; may be given several times.",
    ),
]

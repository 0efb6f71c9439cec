"""The command `assistants create`."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from .kinds import ASSISTANTS
from .objects import print_list
from .session import Session, with_client


class Tool(StrEnum):
    """The tools of the service that need nothing but their name."""

    CODE_INTERPRETER = "code_interpreter"
    FILE_SEARCH = "file_search"


Name = Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")]
ModelName = Annotated[
    str, typer.Option("--model", help="The model that answers; on Azure, the deployment.")
]
Instructions = Annotated[str | None, typer.Option(help="What the model is told first.")]
Tools = Annotated[
    list[Tool] | None, typer.Option("--tool", help="A tool it has; may be given several times.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the object itself, as JSON.")]


@with_client
def create(
    session: Session,
    *,
    name: Name,
    model: ModelName,
    instructions: Instructions = None,
    tools: Tools = None,
    json: AsJson = False,
) -> None:
    """Create an assistant, and print its id and what `list` prints of it."""
    body: dict[str, Any] = {"name": name, "model": model}
    if instructions is not None:
        body["instructions"] = instructions
    if tools:
        body["tools"] = [{"type": tool.value} for tool in dict.fromkeys(tools)]
    made = session.client.assistants.create(**body)
    if json:
        session.output.json(made.to_dict())
    else:
        print_list(session.output, ASSISTANTS.columns, [made], None, as_json=False)

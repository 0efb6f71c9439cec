"""The commands `files upload` and `files download`."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from openai_assistants_core import AssistantsError, FileWithProgress

from . import kinds
from .arguments import Ids, Json, an_id
from .exit_codes import ExitCode, exit_code_of, said_of
from .file_names import targets
from .objects import print_list
from .output import Output
from .session import Session, with_client
from .transfers import transfer_all, waiting

if TYPE_CHECKING:
    from openai_assistants_core.file_types import Progress

AtOnce = Annotated[int, typer.Option(min=1, max=64, help="How many at the same time.")]
Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", exists=True, dir_okay=False, readable=True, help="Files."),
]
StoreId = Annotated[
    str | None, typer.Option(parser=an_id, metavar="ID", help="Vector store to add them to.")
]
To = Annotated[Path, typer.Option(metavar="FOLDER", help="Where to; - writes one to the output.")]


@with_client
def upload(
    session: Session,
    *,
    paths: Paths,
    purpose: Annotated[str, typer.Option(help="What they are for.")] = "assistants",
    vector_store: StoreId = None,
    at_once: AtOnce = 5,
    json: Json = False,
) -> None:
    """Upload files, and add them to a vector store if one is named."""
    client, output = session.client, session.output
    if vector_store is not None:
        client.vector_stores.retrieve(
            vector_store
        )  # an unknown one is told before anything is sent

    def send(path: Path, progress: "Progress") -> Any:
        return client.files.create(file=FileWithProgress(path, progress), purpose=purpose)

    names = [path.name for path in paths]
    results = transfer_all(send, paths, output, names=names, at_once=at_once)
    uploaded = [one for one in results if one is not None and not isinstance(one, Exception)]
    print_list(output, kinds.FILES.columns, uploaded, None, json)
    end_if_failed(output, names, results)
    if vector_store is not None:
        index(session, vector_store, [file.id for file in uploaded])


def index(session: Session, vector_store: str, file_ids: Sequence[str]) -> None:
    """Adds files to a vector store, and waits until they can be searched.

    Raises:
        typer.Exit: some of them cannot; the reasons were printed.
    """
    with waiting(session.output, "Reading", len(file_ids)) as tell:
        batch = session.client.vector_stores.file_batches.upload_and_poll(
            vector_store, files=(), file_ids=file_ids, on_update=tell
        )
    for file in batch.failed:
        reason = file.last_error.message if file.last_error else file.status
        session.output.note(f"error: {file.id} cannot be searched: {reason}")
    if batch.failed:
        raise typer.Exit(ExitCode.FAILED)
    session.output.note(f"{len(file_ids)} added to {vector_store}.")


@with_client
def download(
    session: Session,
    *,
    ids: Ids,
    to: To = Path(),
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    at_once: AtOnce = 5,
) -> None:
    """Download files; what broke off goes on where it stopped."""
    client, output = session.client, session.output
    if str(to) == "-":
        return write_out(session, ids)
    found = [client.files.retrieve(one) for one in ids]
    paths = targets([(file.id, file.filename) for file in found], to)
    if not force:
        refuse_to_replace(output, paths)
    to.mkdir(parents=True, exist_ok=True)

    def fetch(pair: tuple[str, Path], progress: "Progress") -> Path:
        return client.files.download(pair[0], pair[1], progress=progress)

    names = [path.name for path in paths]
    pairs = list(zip(ids, paths, strict=True))
    results = transfer_all(fetch, pairs, output, names=names, at_once=at_once)
    for path in results:
        if isinstance(path, Path):
            output.line(str(path))
    return end_if_failed(output, names, results)


def write_out(session: Session, ids: Sequence[str]) -> None:
    """Writes the contents of a file to the output, as they are.

    Raises:
        typer.BadParameter: there is more than one.
    """
    if len(ids) != 1:
        raise typer.BadParameter("one file at a time can be written to the output")
    with session.client.files.with_streaming_response.content(ids[0]) as response:
        for chunk in response.iter_bytes():
            sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def refuse_to_replace(output: Output, paths: Iterable[Path]) -> None:
    """Ends the command if a file is there already.

    Raises:
        typer.Exit: one is.
    """
    there = [path for path in paths if path.exists()]
    for path in there:
        output.note(f"error: {path} is there already: --force replaces it, --to FOLDER spares it.")
    if there:
        raise typer.Exit(ExitCode.FAILED)


def end_if_failed(output: Output, names: Sequence[str], results: Sequence[object]) -> None:
    """Prints what went wrong with which file.

    Raises:
        typer.Exit: something did, with the code of the first.
    """
    code = ExitCode.OK
    for name, result in zip(names, results, strict=True):
        if result is None:
            output.note(f"stopped: {name}")
            code = ExitCode.INTERRUPTED
        elif isinstance(result, AssistantsError | OSError | ValueError):
            output.note(f"error: {name}: {said_of(result)}")
            code = code or exit_code_of(result)
        elif isinstance(result, Exception):
            raise result
    if code:
        raise typer.Exit(code)

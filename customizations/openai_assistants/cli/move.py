"""The commands `export` and `import`."""

from pathlib import Path
from typing import Annotated

import typer

from .exit_codes import ExitCode
from .session import Session, with_client
from .transfers import counting

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", file_okay=False, help="The export.")]


@with_client
def export(
    session: Session,
    *,
    folder: Folder,
    threads: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Ids of threads, one on each line, for endpoints that do not list them.",
        ),
    ] = None,
    conversations: Annotated[
        bool,
        typer.Option("--conversations", help="Write them as items of a Conversations API, too."),
    ] = False,
) -> None:
    """Write what an endpoint has to a folder; started again, it goes on where it stopped."""
    from ..transfer import export, read_ids, write_conversations

    output = session.output
    ids = None if threads is None else list(read_ids(threads))
    with counting(output) as tell:
        manifest = export(session.client, folder, threads=ids, on_progress=tell)
    for id_, reason in manifest.missing.items():
        output.note(f"{id_} is missing: {reason}")
    for id_ in manifest.active:
        output.note(f"{id_} has a run that was still at work.")
    output.fields([(kind, str(number)) for kind, number in manifest.counts.items()])
    if conversations:
        output.fields([("conversations", str(write_conversations(folder)))])


@with_client
def import_(
    session: Session,
    *,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", exists=True, file_okay=False, help="The export.")
    ],
    new_ids: Annotated[
        bool,
        typer.Option("--new-ids", help="Create everything anew, even where ids can be kept."),
    ] = False,
    id_map: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="File for the ids that objects get."),
    ] = None,
) -> None:
    """Put an export into an endpoint; started again, it goes on and writes nothing twice."""
    from ..transfer import import_folder

    output = session.output
    keep_ids = False if new_ids else None
    with counting(output) as tell:
        report = import_folder(
            session.client, folder, keep_ids=keep_ids, id_map=id_map, on_progress=tell
        )
    for id_, left_out in report.left_out.items():
        output.note(f"{id_} is not as it was: {', '.join(left_out)}")
    for id_, reason in report.refused.items():
        output.note(f"error: {id_} was not written: {reason}")
    counts = [("created", str(report.created)), ("present", str(report.present))]
    output.fields(counts + ([("ids", report.id_map)] if report.id_map else []))
    if report.refused:
        raise typer.Exit(ExitCode.FAILED)

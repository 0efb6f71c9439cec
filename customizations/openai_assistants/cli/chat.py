"""The command `chat`: a conversation, streamed."""

import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from openai_assistants_core import APIError

from .arguments import CancelOnInterrupt, Tools, an_id
from .chat_memory import ChatMemory
from .chat_text import ChatText
from .connection import lists_assistants
from .exit_codes import ExitCode
from .interrupts import interruptible
from .output import Output
from .run import end_unless_completed
from .session import Session, with_client
from .tool_modules import load_tools

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

PROMPT = "> "

Assistant = Annotated[
    str, typer.Argument(parser=an_id, metavar="ASSISTANT", help="Id of the assistant.")
]
Messages = Annotated[
    list[str] | None,
    typer.Option(
        "--message", "-m", metavar="TEXT", help="Say this, and end; several are said one by one."
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with the latest conversation with the assistant.")
]
ThreadId = Annotated[
    str | None, typer.Option("--thread", parser=an_id, metavar="ID", help="Go on in this thread.")
]


@with_client
def chat(
    session: Session,
    *,
    assistant: Assistant,
    messages: Messages = None,
    resume: Resume = False,
    thread: ThreadId = None,
    tools: Tools = None,
    cancel_on_interrupt: CancelOnInterrupt = False,
) -> None:
    """Talk to an assistant; in a pipe, the whole input is one message."""
    if resume and thread is not None:
        raise typer.BadParameter("--resume and --thread say two different things")
    functions = load_tools(tools or ())
    check_assistant(session, assistant)
    memory = ChatMemory(session.client.endpoint.base_url, assistant)
    if resume:
        thread = remembered(session, memory)
    conversation = Conversation(session, memory, assistant, functions, cancel_on_interrupt, thread)
    if messages or not sys.stdin.isatty():
        for message in messages or [piped()]:
            end_unless_completed(session, conversation.say(message))
        return
    try:
        talk(conversation, asked(session.output))
    finally:
        if conversation.thread is not None:
            session.output.note(f"Go on with: openai-assistants chat {assistant} --resume")


class Conversation(Struct):
    """A conversation, and how its answers are got.

    Attributes:
        functions: what answers the calls of runs.
        cancel: whether Ctrl-C cancels the run.
        thread: it is in; None before the first message.
        kept: whether `chat --resume` finds it.
    """

    session: Session
    memory: ChatMemory
    assistant: str
    functions: list[Any]
    cancel: bool
    thread: str | None
    kept: bool = False

    def say(self, message: str) -> "Run":
        """Says something, prints the answer as it comes, and returns the run."""
        threads = self.session.client.threads
        thread = self.thread = self.thread or threads.create().id
        self._keep(thread)
        threads.messages.create(thread, role="user", content=message)
        options: dict[str, Any] = {"tools": self.functions} if self.functions else {}
        stream = threads.runs.stream(thread_id=thread, assistant_id=self.assistant, **options)
        text = ChatText(cache(self._file_name))
        with stream as events:
            with interruptible(self.session, lambda: events.current_run, cancel=self.cancel):
                for event in events:
                    self._print(text.of(event))
            ended: Run = events.get_final_run()
        return ended

    def _print(self, pieces: Iterable[Any]) -> None:
        for piece in pieces:
            if piece.is_note:
                self.session.output.note(f"* {piece.text}")
            else:
                self.session.output.piece(piece.text)

    def _keep(self, thread: str) -> None:
        """Remembers the thread, before anything can go wrong in it."""
        if self.kept:
            return
        self.kept = True
        try:
            self.memory.keep(thread)
        except OSError as error:
            self.session.output.note(f"The thread {thread} cannot be kept for --resume: {error}")

    def _file_name(self, file_id: str) -> str | None:
        try:
            return self.session.client.files.retrieve(file_id).filename
        except APIError:  # deleted since, or of another's: its id has to do
            return None


def talk(conversation: Conversation, said: Iterable[str]) -> None:
    """Says one thing after another; a run that fails, or that Ctrl-C cancels, does not end it."""
    for message in said:
        try:
            end_unless_completed(conversation.session, conversation.say(message))
        except typer.Exit as stop:
            interrupted = stop.exit_code == ExitCode.INTERRUPTED
            if stop.exit_code != ExitCode.RUN_NOT_COMPLETED and not (
                interrupted and conversation.cancel
            ):
                raise


def asked(output: Output) -> Iterator[str]:
    """What the user types, line by line, until Ctrl-D."""
    with suppress(ImportError):  # gives `input` its editing, where there is one
        importlib.import_module("readline")
    while True:
        if not output.in_terminal:  # the answers go elsewhere, where no prompt belongs
            output.err.write(PROMPT)
            output.err.flush()
        try:
            line = input(PROMPT if output.in_terminal else "")
        except EOFError:
            output.err.write("\n")
            return
        except UnicodeDecodeError:
            output.note("error: that was not text in the encoding of this terminal.")
            continue
        if line.strip():
            yield line


def piped() -> str:
    """All of the input.

    Raises:
        typer.BadParameter: there is none, or it is not text.
    """
    try:
        message = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise typer.BadParameter("the input is not text in UTF-8") from error
    if not message.strip():
        raise typer.BadParameter("there is nothing to say: give --message, or text as the input")
    return message


def check_assistant(session: Session, assistant: str) -> None:
    """Checks that there is such an assistant, before a thread is made for it.

    Raises:
        NotFoundError: there is none.
    """
    if lists_assistants(session.client.endpoint):
        session.client.assistants.retrieve(assistant)


def remembered(session: Session, memory: ChatMemory) -> str:
    """The thread of the latest conversation.

    Raises:
        typer.Exit: there is none.
    """
    thread = memory.thread()
    if thread is None:
        session.output.note(
            "error: there is no conversation with this assistant at this endpoint to go on with; "
            "--thread ID names one."
        )
        raise typer.Exit(ExitCode.NOT_FOUND)
    return thread

"""Which thread a conversation was last in, so that `chat --resume` finds it."""

import hashlib
import json
from pathlib import Path

import typer

from openai_assistants_core.atomic_file import replacing


class ChatMemory:
    """A small file for each endpoint and assistant, with the id of the latest thread.

    Args:
        folder: where they are; by default among the user's settings of this program.
    """

    def __init__(self, endpoint: str, assistant: str, folder: Path | None = None) -> None:
        home = folder or Path(typer.get_app_dir("openai-assistants")) / "chats"
        name = hashlib.sha256(f"{endpoint}\n{assistant}".encode()).hexdigest()[:32]
        self._path = home / f"{name}.json"
        self._key = {"endpoint": endpoint, "assistant": assistant}

    def thread(self) -> str | None:
        """The thread; None if there was none.

        Raises:
            OSError: the file cannot be read.
        """
        try:
            kept = json.loads(self._path.read_bytes())
            return str(kept["thread"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None

    def keep(self, thread: str) -> None:
        """Remembers a thread in the place of the one before.

        Raises:
            OSError: it cannot be written.
        """
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(self._path) as file:
            file.write(json.dumps({**self._key, "thread": thread}).encode())

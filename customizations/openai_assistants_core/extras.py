"""Imports of what only an extra of the distribution installs."""

from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def needs_extra(extra: str, error: type[BaseException] = ImportError) -> Generator[None]:
    """Imports within name the extra to install where a package is missing.

    Args:
        extra: its name in `openai-assistants[extra]`.
        error: SystemExit in a program, which then ends with one line instead of a traceback.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("openai_assistants"):
            raise
        raise error(
            f"The package {missing.name!r} is not installed: "
            f"pip install 'openai-assistants[{extra}]'"
        ) from missing

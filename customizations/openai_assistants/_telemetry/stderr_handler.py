"""Prints what is logged of calls, where the application does not."""

import logging
import sys
from typing import TextIO

LOGGER = logging.getLogger("openai_assistants")


class StderrHandler(logging.StreamHandler[TextIO]):
    """Prints to stderr, unless the application has handlers of its own for these records."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        """The present stderr, which an application may have replaced."""
        return sys.stderr

    def emit(self, record: logging.LogRecord) -> None:
        """Prints a record."""
        handlers = [*LOGGER.handlers, *logging.getLogger().handlers]
        if all(handler is self or isinstance(handler, logging.NullHandler) for handler in handlers):
            super().emit(record)


STDERR = StderrHandler()

"""The log as people or as machines read it.

Exceptions are told by their type and where they were raised. Their texts are left out, as they may
quote what users said: but for those of files and of the database, which name paths.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Literal

LogFormat = Literal["json", "text"]
LOG_FORMATS: tuple[LogFormat, ...] = ("text", "json")
LOG_LEVELS = ("debug", "info", "warning", "error")

_OURS = "openai_assistants_service"


def configure(form: LogFormat, level: str) -> None:
    """Write the log to standard error.

    Args:
        level: from which level on records of this service are written; those of libraries are
            from warnings on, as some of them log URLs and contents.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger(_OURS).setLevel(level.upper())


class TextFormatter(logging.Formatter):
    """A line for each record, with its fields as name=value; an exception has lines of its own."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the text of a record."""
        fields = (f" {name}={value}" for name, value in _fields(record).items())
        line = f"{record.levelname} {record.name}: {record.getMessage()}{''.join(fields)}"
        return "\n".join([line, *_exception(record)])


class JsonFormatter(logging.Formatter):
    """A line of JSON for each record: time (UTC), level, logger, message, and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the JSON of a record."""
        when = datetime.fromtimestamp(record.created, UTC)
        entry: dict[str, Any] = {
            "time": when.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_fields(record),
        }
        if exception := list(_exception(record)):
            entry["exception"] = exception
        return json.dumps(entry, default=str)


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    fields: dict[str, Any] = getattr(record, "fields", {})
    return {name: value for name, value in fields.items() if value is not None}


def _exception(record: logging.LogRecord) -> Iterator[str]:
    """Yield an exception and what it came from, the last first."""
    error = record.exc_info[1] if record.exc_info else None
    while error is not None:
        yield type(error).__qualname__ + (f": {error}" if _names_paths(error) else "")
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _names_paths(error: BaseException) -> bool:
    return isinstance(error, OSError) or type(error).__name__ == "StorageError"

"""The logger `openai_assistants`: which of its records are printed, and where to."""

import logging
import warnings
from collections.abc import Mapping

LOGGER = logging.getLogger("openai_assistants")
LOGGER.addHandler(logging.NullHandler())

VARIABLE = "AZURE_LOG_LEVEL"
LEVELS = {
    "verbose": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}
"""The levels of AZURE_LOG_LEVEL in the JavaScript library, and those of Python's logging."""


_is_configured = False


def set_log_level(level: str | None) -> None:
    """Sets what is logged of the calls of all clients, in place of AZURE_LOG_LEVEL.

    Records go to stderr; where the application has logging handlers of its own, on the logger
    `openai_assistants` or on the root logger, they go there instead.

    Args:
        level: "error" logs calls of unknown outcome; "warning" also each retry of a call;
            "info" also each request and each response, without bodies; "verbose" also bodies, of
            clients with `log_bodies`.
            None turns it off.

    Raises:
        ValueError: there is no such level.
    """
    global _is_configured  # noqa: PLW0603 - the process has one log
    number = logging.NOTSET if level is None else LEVELS.get(level.lower())
    if number is None:
        raise ValueError(f"the log level must be one of {', '.join(LEVELS)} or None, not {level!r}")
    from .stderr_handler import STDERR

    _is_configured = True
    LOGGER.setLevel(number)
    if level is None:
        LOGGER.removeHandler(STDERR)
    else:
        LOGGER.addHandler(STDERR)


def set_log_level_from_environment(environ: Mapping[str, str]) -> None:
    """Sets the level that AZURE_LOG_LEVEL has, once, unless `set_log_level` was called before."""
    global _is_configured  # noqa: PLW0603
    if _is_configured:
        return
    _is_configured = True
    level = environ.get(VARIABLE, "").strip()
    if level.lower() in LEVELS:
        set_log_level(level)
    elif level:
        warnings.warn(
            f"{VARIABLE} is {level!r}, which is none of {', '.join(LEVELS)}: nothing is logged",
            RuntimeWarning,
            stacklevel=3,
        )

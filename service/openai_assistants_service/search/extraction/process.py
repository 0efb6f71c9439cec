"""The process that reads one file: `python -m ...process KIND SECONDS MEMORY CHARACTERS`.

The contents are its standard input, and its text its standard output. If there is none, it ends
with UNREADABLE, and says why: the code in the first line, the message in the second.
"""

import contextlib
import logging
import math
import sys
import warnings

from .extract import extract
from .kinds import Kind
from .limits import ExtractionLimits
from .unreadable import Unreadable, invalid

UNREADABLE = 3
NO_KIND = "-"


def confine(limits: ExtractionLimits) -> None:
    """Have the kernel hold this process to its limits, and let it write no file."""
    if sys.platform == "win32":
        return
    import resource

    seconds = math.ceil(limits.seconds)
    for name, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):  # macOS has no limit of address space
            resource.setrlimit(name, (most, most))


def main(arguments: list[str]) -> int:
    """Read the file; return the exit code."""
    kind, seconds, memory, characters = arguments
    limits = ExtractionLimits(float(seconds), int(memory), int(characters))
    confine(limits)
    logging.disable()
    warnings.simplefilter("ignore")
    claimed = None if kind == NO_KIND else Kind[kind]
    try:
        text = extract(claimed, sys.stdin.buffer, limits.characters)
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    except Unreadable as error:
        return _refuse(error)
    except MemoryError:
        pass  # once all that was read is let go
    else:
        return 0
    return _refuse(invalid(f"Reading the file takes more than {limits.memory >> 20} MiB."))


def _refuse(error: Unreadable) -> int:
    sys.stdout.buffer.write(f"{error.code}\n{error.message}".encode("utf-8", "replace"))
    return UNREADABLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Models as msgspec makes them, of documents that are just as declared."""

import os
import threading
from collections.abc import Callable
from functools import cache
from typing import Any, cast

import msgspec


@cache
def json_decoder(kind: Any) -> Callable[[bytes], Any]:
    """What msgspec decodes a type with, made at first use.

    One thread at a time: msgspec describes a Struct to itself while it makes a decoder, and crashes
    if another thread comes upon it half described. The lock is of this process, for a fork leaves
    nobody to release that of the parent.
    """
    with _locks.setdefault(os.getpid(), threading.Lock()):
        decoder: Any = msgspec.json.Decoder(kind)
        return cast("Callable[[bytes], Any]", decoder.decode)


_locks: dict[int, threading.Lock] = {}


def convert(raw: Any, kind: Any) -> Any:
    """Makes a model from parsed JSON that is as declared.

    Raises:
        msgspec.ValidationError: it is not.
    """
    json_decoder(kind)
    return msgspec.convert(raw, kind)

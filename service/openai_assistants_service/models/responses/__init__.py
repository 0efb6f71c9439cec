"""The Responses API; of what it is asked the server keeps nothing."""

from ..dialect import Dialect
from .request import build_request
from .stream import EventReader, stream_error

RESPONSES = Dialect("/responses", build_request, EventReader, stream_error)

__all__ = ["RESPONSES"]

"""The pages, by method and path."""

from collections.abc import Awaitable, Callable

from starlette.responses import Response

from ..paths import ROOT
from ..visit import Visit
from . import assistants, files, messages, runs, search, sessions, threads, vector_stores

View = Callable[[Visit], Awaitable[Response]]

_THREAD = ROOT + "/threads/{thread_id}"
_RUN = _THREAD + "/runs/{run_id}"
_MESSAGE = _THREAD + "/messages/{message_id}"
_STORE = ROOT + "/vector-stores/{vector_store_id}"
_SESSION = ROOT + "/session"

VIEWS: list[tuple[str, str, View]] = [
    ("GET", "/", threads.index),
    ("GET", ROOT + "/threads", threads.index),
    ("POST", ROOT + "/threads", threads.create),
    ("GET", _THREAD, threads.show),
    ("GET", _THREAD + "/export", threads.export),
    ("POST", _THREAD + "/messages", threads.send),
    ("GET", _MESSAGE, messages.show),
    ("GET", _MESSAGE + "/citations/{number:int}", messages.citation),
    ("GET", _RUN, runs.show),
    ("GET", _RUN + "/live", runs.live),
    ("POST", _RUN + "/cancel", runs.cancel),
    ("POST", _RUN + "/outputs", runs.submit),
    ("GET", ROOT + "/assistants", assistants.index),
    ("GET", ROOT + "/assistants/{assistant_id}", assistants.show),
    ("GET", ROOT + "/files", files.index),
    ("GET", ROOT + "/files/{file_id}", files.show),
    ("GET", ROOT + "/files/{file_id}/content", files.content),
    ("GET", ROOT + "/vector-stores", vector_stores.index),
    ("GET", _STORE, vector_stores.show),
    ("GET", _STORE + "/state", vector_stores.state),
    ("GET", ROOT + "/search", search.show),
    ("POST", _SESSION, sessions.begin),
    ("POST", _SESSION + "/end", sessions.end),
]

PUBLIC = frozenset({_SESSION})
"""The paths that one may use before the key is known."""

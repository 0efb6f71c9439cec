"""What a handler is given, and what it may return."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from attrs import frozen
from starlette.responses import Response

from ..engine import Worker
from ..generations import Generation
from ..search.index import Indexer
from ..store.database import Database, Transactions
from ..uploads import Part, Uploads


@frozen
class Parts:
    """What every handler works with."""

    database: Database
    uploads: Uploads
    indexer: Indexer
    worker: Worker


@frozen
class Upload:
    """A file that came with a multipart request."""

    filename: str
    part: Part


@frozen
class Call:
    """One checked request: path, query and body as the description has them."""

    parts: Parts
    database: Transactions
    generation: Generation
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    upload: Upload | None
    digest: str
    """Tells this request from every other, whoever sends it: SHA-256, in hexadecimal."""


Handler = Callable[[Call], Awaitable[dict[str, Any] | Response]]

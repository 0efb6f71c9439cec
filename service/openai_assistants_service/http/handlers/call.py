"""What a handler is given, and what it may return."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from attrs import evolve, field, frozen
from starlette.responses import Response

from ...metrics import Metrics
from ...models.registry import ModelRegistry
from ...runs import Worker
from ...search.index import Indexer
from ...storage.blobs import BlobStore, IncomingBlob
from ...storage.database import Database, Transactions
from ..providers import ApiVersion

_CONTENTS = "step_details.tool_calls[*].file_search.results[*].content"


@frozen
class Services:
    """The parts of the service that handlers use."""

    database: Database
    blobs: BlobStore
    indexer: Indexer
    worker: Worker
    models: ModelRegistry
    stopping: asyncio.Event = field(factory=asyncio.Event)
    """Is set when the service begins to stop: nobody is to wait any more."""
    metrics: Metrics = field(factory=Metrics)

    def of(self, tenant: str) -> "Services":
        """Return the same parts, over the database as a tenant sees it."""
        return evolve(self, database=self.database.of(tenant))


@frozen
class Upload:
    """A file that came with a multipart request."""

    filename: str
    blob: IncomingBlob


@frozen
class Call:
    """One checked request: path, query and body as the description has them."""

    services: Services
    database: Transactions
    api_version: ApiVersion
    provider: str
    """The provider whose paths are used, by its key in `x-availability`."""
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    upload: Upload | None
    wait: float
    """How many seconds the answer may be waited for."""
    digest: str
    """Tells this request from every other, whoever sends it: SHA-256, in hexadecimal."""

    @property
    def openai(self) -> bool:
        """Whether it came in at OpenAI's door, where answers have what OpenAI's types require."""
        return self.provider == ApiVersion.V2

    @property
    def streams(self) -> bool:
        """Whether the events of a run are asked for."""
        return bool(self.body.get("stream"))

    @property
    def contents(self) -> bool:
        """Whether steps are to have the texts that file searches found."""
        return _CONTENTS in (self.query.get("include[]") or ())


Handler = Callable[[Call], Awaitable[dict[str, Any] | Response]]

"""A request with a key is carried out once: what it does and its answer are stored together."""

import hashlib
import re
from collections.abc import Awaitable, Callable

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response

from ..errors import bad_request
from ..storage import idempotency
from ..storage.database import Answer, Database, Transactions
from .polls import POLL_AFTER, POLL_WAIT

RETENTION_HEADER = {"idempotency-retention": str(idempotency.RETENTION)}
"""The header of every answer: keys are honoured here, for so many seconds."""

REPLAYED = "idempotency-replayed"
"""The header of an answer that was stored by an earlier request."""

_NAME = "idempotency-key"
_KEY = re.compile(r"[!-~]{1,255}")
_METHODS = ("POST", "DELETE")
_HEADERS = ("content-type", POLL_AFTER, POLL_WAIT)


def key_of(request: Request) -> str | None:
    """Return the key of a request that changes something, if it has one.

    Raises:
        ApiError: it has several, or one that is not 1 to 255 visible characters of ASCII.
    """
    keys = request.headers.getlist(_NAME)
    if request.method not in _METHODS or not keys:
        return None
    if len(keys) > 1 or not _KEY.fullmatch(keys[0]):
        raise bad_request(
            "Invalid 'Idempotency-Key' header: expected one key of 1 to 255 visible characters "
            "of ASCII.",
            code="invalid_idempotency_key",
        )
    return keys[0]


def digest(*parts: str) -> str:
    """Return the SHA-256 digest of the parts of a request, in hexadecimal."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@frozen
class Keyed:
    """The key of a request, and the digest of all that the request says."""

    key: str
    digest: str

    async def once(
        self, database: Database, act: Callable[[Transactions], Awaitable[Response]]
    ) -> Response:
        """Carry the request out, or give the answer that was stored when it was.

        What `act` raises undoes all, so that the key can be used again.

        Raises:
            ApiError: the key belongs to another request (422).
        """

        async def answer(transactions: Transactions) -> Answer:
            response = await act(transactions)
            headers = {
                name: response.headers[name] for name in _HEADERS if name in response.headers
            }
            return Answer(response.status_code, headers, bytes(response.body))

        answered = await database.once(self.key, self.digest, answer)
        replayed = {REPLAYED: "true"} if answered.replayed else {}
        return Response(answered.body, answered.status, {**answered.headers, **replayed})

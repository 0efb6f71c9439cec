"""A request to the page, with what views answer it from."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from openai_assistants_core import dumps
from openai_assistants_rest.operations import OPERATIONS

from ...json_types import JsonObject
from ...storage.database import Transactions
from ..handlers import HANDLERS, Call, Services
from ..idempotency import Keyed, digest
from ..providers import ApiVersion
from ..validation import Checker
from . import templates
from .access import Access

API_VERSION = ApiVersion.FOUNDRY
"""The version in whose words the page reads and writes: the one that has everything."""


TOKEN = "csrf_token"  # noqa: S105 (a name)
"""The field of a form that says whose it is."""

_ONCE = "once"
"""The field of a form that tells it from every other."""

_HIDDEN = Markup('<input type="hidden" name="{}" value="{}">')


@frozen
class Visit:
    """One request of a session that may see the page."""

    services: Services
    checker: Checker
    access: Access
    request: Request
    session: str
    form: Mapping[str, str]

    def path(self, name: str) -> str:
        """Return a part of the path."""
        value: str = self.request.path_params[name]
        return value

    def query(self, name: str) -> str | None:
        """Return a parameter of the query, if it says something."""
        return self.request.query_params.get(name) or None

    async def call(
        self,
        operation_id: str,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> JsonObject:
        """Have an operation of the API carried out, and return its answer.

        Raises:
            ApiError: the API would have answered with it.
        """
        answer = await self.respond(operation_id, path, query)
        if isinstance(answer, Response):
            raise TypeError(f"{operation_id} answers with other than JSON")
        return answer

    async def respond(
        self,
        operation_id: str,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> JsonObject | Response:
        """Have an operation of the API carried out; its answer may be a file."""
        return await HANDLERS[operation_id](self._call(operation_id, path or {}, query or {}, {}))

    async def act(
        self,
        operation_id: str,
        path: Mapping[str, str] | None = None,
        body: JsonObject | None = None,
    ) -> JsonObject:
        """Have an operation carried out that changes something: once for each form that was made.

        A form that is sent twice, as by a double click, gets the answer of the first time.
        """
        call = self._call(operation_id, path or {}, {}, body or {})

        async def carry_out(database: Transactions) -> Response:
            answer = await HANDLERS[operation_id](evolve(call, database=database))
            return answer if isinstance(answer, Response) else Response(dumps(answer))

        form = self.form.get(_ONCE) or self.access.new()
        keyed = Keyed(digest(self.session, form, call.digest), call.digest)
        answered = await keyed.once(self.services.database, carry_out)
        answer: JsonObject = json.loads(bytes(answered.body))
        return answer

    def _call(
        self,
        operation_id: str,
        path: Mapping[str, str],
        query: Mapping[str, Any],
        body: JsonObject,
    ) -> Call:
        """Return a call that was checked like a request of the API."""
        operation = OPERATIONS[operation_id]
        if operation.body is not None:
            body = self.checker.body(operation.body, body, API_VERSION)
        return Call(
            self.services,
            self.services.database,
            API_VERSION,
            API_VERSION,
            path,
            self.checker.query(operation_id, query, API_VERSION),
            body,
            None,
            0.0,
            digest(operation_id, json.dumps([path, body], sort_keys=True)),
        )

    async def render(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page; it is made in a thread, since a long one takes its time."""
        given = {**self.common(), **values}
        html = await asyncio.to_thread(templates.render, template, given)
        return HTMLResponse(html, status)

    def common(self) -> dict[str, Any]:
        """Return what every template may use."""
        return {
            "form_fields": Markup("").join(
                (
                    _HIDDEN.format(TOKEN, self.access.csrf_token(self.session)),
                    _HIDDEN.format(_ONCE, self.access.new()),
                )
            ),
            "guarded": self.access.guarded,
            "here": self.request.url.path,
            "asked": self.request.query_params.get("q", ""),
        }

    @staticmethod
    def go_to(path: str) -> Response:
        """Have the browser show another page, after something was done."""
        return RedirectResponse(path, 303)

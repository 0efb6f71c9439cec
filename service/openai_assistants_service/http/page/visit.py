"""A request to the page, with what views answer it from."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from openai_assistants_rest.operations import OPERATIONS

from ...json_types import JsonObject
from ..handlers import HANDLERS, Call, Services
from ..idempotency import digest
from ..providers import ApiVersion
from ..validation import Checker
from . import templates
from .access import Access

API_VERSION = ApiVersion.FOUNDRY
"""The version in whose words the page reads and writes: the one that has everything."""


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
        body: JsonObject | None = None,
    ) -> JsonObject:
        """Have an operation of the API carried out, and return its answer.

        Raises:
            ApiError: the API would have answered with it.
        """
        answer = await self.respond(operation_id, path, query, body)
        if isinstance(answer, Response):
            raise TypeError(f"{operation_id} answers with other than JSON")
        return answer

    async def respond(
        self,
        operation_id: str,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        body: JsonObject | None = None,
    ) -> JsonObject | Response:
        """Have an operation of the API carried out; its answer may be a file."""
        operation = OPERATIONS[operation_id]
        fields: JsonObject = body or {}
        if operation.body is not None:
            fields = self.checker.body(operation.body, fields, API_VERSION)
        call = Call(
            self.services,
            self.services.database,
            API_VERSION,
            API_VERSION,
            path or {},
            self.checker.query(operation_id, query or {}, API_VERSION),
            fields,
            None,
            digest(operation_id, json.dumps([path, query, body], sort_keys=True)),
        )
        return await HANDLERS[operation_id](call)

    async def render(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page; it is made in a thread, since a long one takes its time."""
        given = {**self.common(), **values}
        html = await asyncio.to_thread(templates.render, template, given)
        return HTMLResponse(html, status)

    def common(self) -> dict[str, Any]:
        """Return what every template may use."""
        return {
            "csrf_token": self.access.csrf_token(self.session),
            "guarded": self.access.guarded,
            "here": self.request.url.path,
            "asked": self.request.query_params.get("q", ""),
        }

    @staticmethod
    def go_to(path: str) -> Response:
        """Have the browser show another page, after something was done."""
        return RedirectResponse(path, 303)

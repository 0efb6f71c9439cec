"""A small client that speaks plain HTTP."""

from pathlib import Path
from typing import Any, Self

import httpx
from tests.support.service.commits import until
from tests.support.service.databases import execute

from openai_assistants_service import LocalService
from openai_assistants_service.http.providers import address
from openai_assistants_service.http.routing import find
from openai_assistants_service.storage.tables import metadata

_ENDS = {"completed", "failed", "incomplete", "expired", "cancelled"}


def check_decodes(response: httpx.Response) -> None:
    """Decode a successful JSON answer with the model of the operation that was asked for."""
    if not response.is_success or response.headers["content-type"] != "application/json":
        return
    response.read()
    request = response.request
    path = request.url.raw_path.partition(b"?")[0].decode()
    where = address(path, request.url.params, request.headers, request.method)
    operation, _ = find(where, request.method, path)
    operation.decode(response.json())


class Api:
    """Requests to a service under the paths of one provider; every answer is decoded."""

    def __init__(
        self,
        base_url: str,
        headers: dict[str, str] | None = None,
        query: dict[str, str] | None = None,
    ) -> None:
        self.http = httpx.Client(
            base_url=base_url,
            headers=headers,
            params=query,
            timeout=30,
            event_hooks={"response": [check_decodes]},
        )

    @classmethod
    def of(cls, service: LocalService, api_version: str = "v2") -> Self:
        return cls(service.base_url, {"OpenAI-Beta": f"assistants={api_version}"})

    @classmethod
    def bare(cls, base_url: str) -> Self:
        """Return one whose answers are not decoded, for what is no operation."""
        api = cls(base_url)
        api.http.event_hooks = {}
        return api

    @classmethod
    def at(cls, service: LocalService, provider: str, version: str | None = None) -> Self:
        return cls(service.url + provider, query={"api-version": version} if version else None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self.http.request(method, path, **options)

    def get(self, path: str, **query: Any) -> dict[str, Any]:
        return self._checked(self.send("GET", path, params=query))

    def post(self, path: str, **body: Any) -> dict[str, Any]:
        return self._checked(self.send("POST", path, json=body))

    def delete(self, path: str) -> dict[str, Any]:
        return self._checked(self.send("DELETE", path))

    def upload(self, name: str, content: bytes, purpose: str = "assistants") -> dict[str, Any]:
        files = {"file": (name, content)}
        return self._checked(self.send("POST", "/files", files=files, data={"purpose": purpose}))

    def refused(self, method: str, path: str, **options: Any) -> tuple[int, dict[str, Any]]:
        response = self.send(method, path, **options)
        assert response.status_code >= 400, response.text
        return response.status_code, response.json()["error"]

    def thread(self, *texts: str, **body: Any) -> str:
        messages = [{"role": "user", "content": text} for text in texts]
        return str(self.post("/threads", messages=messages, **body)["id"])

    def settled(self, run: dict[str, Any], *statuses: str) -> dict[str, Any]:
        """Wait until the run has ended, or has one of the statuses."""
        path = f"/threads/{run['thread_id']}/runs/{run['id']}"
        ends = _ENDS | set(statuses)
        if run["status"] in ends:
            return run
        return until(lambda: self.get(path), lambda found: found["status"] in ends)

    def steps(self, run: dict[str, Any], **query: Any) -> list[dict[str, Any]]:
        path = f"/threads/{run['thread_id']}/runs/{run['id']}/steps"
        page = self.get(path, order="asc", **query)
        return list(page["data"])

    def answer(self, run: dict[str, Any]) -> dict[str, Any]:
        """Return the newest message of a run's thread."""
        page = self.get(f"/threads/{run['thread_id']}/messages", limit=1)
        return dict(page["data"][0])

    @staticmethod
    def _checked(response: httpx.Response) -> dict[str, Any]:
        assert response.status_code == 200, response.text
        return dict(response.json())


def count_rows(database: Path) -> dict[str, int]:
    """Count the rows of every table but that of the places of what was deleted."""
    return {
        name: execute(database, f'SELECT count(*) FROM "{name}"')[0][0]
        for name in metadata.tables
        if name != "deleted_objects"
    }


def stored(service_files: Path) -> list[str]:
    """Return the names of the contents in the folder of blobs."""
    if not service_files.is_dir():
        return []
    others = {"database-id", "quarantine"}
    return sorted(path.name for path in service_files.iterdir() if path.name not in others)

"""azure-ai-agents, synchronous or asynchronous, in the shape of the openai package."""

import asyncio
import inspect
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from .peers import NOTHING_BACK, Missing, Page, Told, answer, peer_error, polled

# By name: they are not there where this is type-checked.
models: Any = import_module("azure.ai.agents.models")
core: Any = import_module("azure.core.credentials")
azure_errors: Any = import_module("azure.core.exceptions")
policies: Any = import_module("azure.core.pipeline.policies")

Do = Callable[..., Any]


class Agents:
    """A client of `AgentsClient`.

    Args:
        runner: of an asynchronous client.
    """

    def __init__(self, url: str, key: str, certificate: str, runner: asyncio.Runner | None) -> None:
        self._runner = runner
        module: Any = import_module(f"azure.ai.agents{'.aio' if runner else ''}")
        credential = core.AzureKeyCredential(key)
        # A key, not a token: the service is none of Entra ID's.
        policy = policies.AzureKeyCredentialPolicy(credential, "Authorization", prefix="Bearer")
        self._client = module.AgentsClient(
            f"{url}/api/projects/p",
            credential,
            authentication_policy=policy,
            retry_total=0,
            connection_verify=certificate,
        )
        self.beta = SimpleNamespace(assistants=self._assistants(), threads=self._threads())
        self.files = self._files()
        self.vector_stores = self._stores()

    def close(self) -> None:
        """Close it."""
        self._do(self._client.close)

    def _do(self, method: Do, *args: Any, **kwargs: Any) -> Any:
        """Call a method to its end; return what it returned, as JSON."""
        try:
            result = method(*args, **kwargs)
            if inspect.isawaitable(result):
                assert self._runner is not None
                result = self._runner.run(_awaited(result))
            if result is None:
                return answer(NOTHING_BACK)
            return answer(result.as_dict()) if hasattr(result, "as_dict") else result
        except azure_errors.HttpResponseError as error:
            body = error.response.json()["error"]
            request_id = error.response.headers.get("x-request-id")
            raise peer_error(error.status_code, body, str(error), request_id) from error

    def _call(self, method: Do, *names: str, **renamed: str) -> Do:
        """Make a method of the openai package's shape.

        Args:
            names: of the parameters that its positional arguments are.
            renamed: names of its parameters by those of the package's.
        """

        def call(*args: Any, **kwargs: Any) -> Any:
            given = dict(zip(names, args, strict=False)) | kwargs
            if "tool_resources" in given:  # it looks into them
                given["tool_resources"] = models.ToolResources(given["tool_resources"])
                given["tools"] = [models.FileSearchToolDefinition(one) for one in given["tools"]]
            given.pop("poll_interval_ms", None)  # its waiting methods are given theirs below
            return self._do(method, **{renamed.get(name, name): v for name, v in given.items()})

        return call

    def _list(self, method: Do, *names: str) -> Do:
        def listed(*args: Any, **kwargs: Any) -> Page:
            if "after" in kwargs:
                raise Missing("its lists have no `after`")
            given = dict(zip(names, args, strict=False)) | kwargs
            found = self._do(self._pages, method, given)
            return Page(lambda: found, found[0], len(found) > 1)

        return listed

    def _pages(self, method: Do, given: dict[str, Any]) -> Any:
        if self._runner is not None:
            return self._async_pages(method, given)
        return [[one.as_dict() for one in page] for page in method(**given).by_page()] or [[]]

    async def _async_pages(self, method: Do, given: dict[str, Any]) -> Any:
        pages = method(**given).by_page()
        return [[one.as_dict() async for one in page] async for page in pages] or [[]]

    def _assistants(self) -> SimpleNamespace:
        client, one = self._client, "agent_id"
        return SimpleNamespace(
            create=self._call(client.create_agent),
            retrieve=self._call(client.get_agent, one),
            update=self._call(client.update_agent, one),
            delete=self._call(client.delete_agent, one),
            list=self._list(client.list_agents),
        )

    def _threads(self) -> SimpleNamespace:
        api, one = self._client.threads, "thread_id"
        start = self._client.create_thread_and_run
        return SimpleNamespace(
            create=self._call(api.create),
            retrieve=self._call(api.get, one),
            update=self._call(api.update, one),
            delete=self._call(api.delete, one),
            list=self._list(api.list),
            create_and_run=self._call(start, assistant_id="agent_id"),
            messages=self._messages(),
            runs=self._runs(),
        )

    def _messages(self) -> SimpleNamespace:
        api, one = self._client.messages, "message_id"
        members = {
            "create": self._call(api.create, "thread_id"),
            "retrieve": self._call(api.get, one),
            "update": self._call(api.update, one),
            "list": self._list(api.list, "thread_id"),
        }
        if hasattr(api, "delete"):
            members["delete"] = self._call(api.delete, one)
        return SimpleNamespace(**members)

    def _runs(self) -> SimpleNamespace:
        api, steps = self._client.runs, self._client.run_steps
        retrieve = self._call(api.get, "run_id")

        def poll(run_id: str, thread_id: str, **_: Any) -> Any:
            return polled(lambda: retrieve(run_id, thread_id=thread_id))

        def wait(thread_id: str, assistant_id: str, **_: Any) -> Any:
            process = partial(api.create_and_process, polling_interval=0.02)
            return self._do(process, thread_id=thread_id, agent_id=assistant_id)

        def create(thread_id: str, assistant_id: str, stream: bool = False, **body: Any) -> Any:
            if stream:
                return self._events(api.stream, thread_id, agent_id=assistant_id, **body)
            return self._do(api.create, thread_id, agent_id=assistant_id, **body)

        def submit(run_id: str, thread_id: str, tool_outputs: Any, stream: bool = False) -> Any:
            if stream:
                raise Missing("it submits to a handler only")
            return self._do(api.submit_tool_outputs, thread_id, run_id, tool_outputs=tool_outputs)

        def helper(thread_id: str, assistant_id: str) -> Told:
            return told(self._events(api.stream, thread_id, agent_id=assistant_id))

        return SimpleNamespace(
            create=create,
            retrieve=retrieve,
            update=self._call(api.update, "run_id"),
            cancel=self._call(api.cancel, "run_id"),
            list=self._list(api.list, "thread_id"),
            submit_tool_outputs=submit,
            poll=poll,
            create_and_poll=wait,
            stream=helper,
            steps=SimpleNamespace(
                retrieve=self._call(steps.get, "step_id"),
                list=self._list(steps.list, "run_id"),
            ),
        )

    def _events(self, method: Do, *args: Any, **body: Any) -> list[Any]:
        def read() -> Any:
            if self._runner is not None:
                return _async_events(method(*args, **body))
            with method(*args, **body) as stream:
                return [_event(name, data) for name, data, _ in stream]

        return [event for event in self._do(read) if event.event != "done"]

    def _files(self) -> SimpleNamespace:
        api, one = self._client.files, "file_id"

        def create(file: Any, purpose: str) -> Any:
            if isinstance(file, Path):
                return self._do(api.upload_and_poll, file_path=str(file), purpose=purpose)
            return self._do(api.upload, file=file, purpose=purpose)

        def content(file_id: str) -> Any:
            pieces = self._do(partial(api.get_content, file_id))
            if self._runner is not None:
                return SimpleNamespace(read=lambda: self._do(_joined, pieces))
            return SimpleNamespace(read=lambda: b"".join(pieces))

        def listed(**query: Any) -> list[Any]:
            return list(self._do(api.list, **query).data)

        return SimpleNamespace(
            create=create,
            retrieve=self._call(api.get, one),
            delete=self._call(api.delete, one),
            content=content,
            list=listed,
        )

    def _stores(self) -> SimpleNamespace:
        api, files = self._client.vector_stores, self._client.vector_store_files
        batches, one = self._client.vector_store_file_batches, "vector_store_id"
        wait = {"polling_interval": 0.02}
        return SimpleNamespace(
            create=self._call(api.create),
            retrieve=self._call(api.get, one),
            update=self._call(api.modify, one),
            delete=self._call(api.delete, one),
            list=self._list(api.list),
            files=SimpleNamespace(
                create=self._call(files.create, one),
                create_and_poll=self._call(partial(files.create_and_poll, **wait), one),
                retrieve=self._call(files.get, "file_id"),
                delete=self._call(files.delete, "file_id"),
                list=self._list(files.list, one),
            ),
            file_batches=SimpleNamespace(
                create=self._call(batches.create, one),
                create_and_poll=self._call(partial(batches.create_and_poll, **wait), one),
                retrieve=self._call(batches.get, "batch_id"),
                cancel=self._call(batches.cancel, "batch_id"),
                list_files=self._list(batches.list_files, "batch_id"),
            ),
        )


def told(events: list[Any]) -> Told:
    """Return what a stream told, of its events."""
    texts = [
        part.text.value
        for event in events
        if event.event == "thread.message.delta"
        for part in event.data.delta.content
    ]
    messages = [one.data.to_dict() for one in events if one.event == "thread.message.completed"]
    return Told(texts, events[-1].data.to_dict(), messages)


def _event(name: Any, data: Any) -> Any:
    shown = answer(data.as_dict()) if hasattr(data, "as_dict") else data
    return SimpleNamespace(event=getattr(name, "value", name), data=shown)


async def _async_events(opening: Any) -> list[Any]:
    async with await opening as stream:
        return [_event(name, data) async for name, data, _ in stream]


async def _awaited(awaitable: Any) -> Any:
    return await awaitable


async def _joined(pieces: Any) -> bytes:
    return b"".join([piece async for piece in pieces])

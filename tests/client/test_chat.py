"""Conversations, and answers that are objects, against the local service."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pytest
from tests.support.client.stage import both
from tests.support.service.scripted import ScriptedModel, Turn, answer, call

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    CompatibleEndpoint,
    ResponseDecodeError,
    RunFailed,
    ToolDefinitionError,
    ToolNotFound,
)
from openai_assistants_service import LocalService
from openai_assistants_service.models.base import ModelError
from openai_assistants_service.models.conversation import Conversation


@dataclass
class Meeting:
    """A meeting."""

    place: str
    people: list[str]


Item = TypeVar("Item")


@dataclass
class Boxed(Generic[Item]):
    item: Item


def plan(conversation: Conversation) -> Turn:
    """Echoes the question, uses a tool, fails or answers with JSON, as the question asks for."""
    question = conversation.messages[-1].text
    if question == "tool" and not conversation.turns:
        return call("weather", city="Paris")
    if question == "fail":
        raise ModelError("server_error", "Out of order.")
    if question == "meeting":
        return answer('{"place": "Room B12", "people": ["Ada", "Grace"]}')
    if question == "tool":
        return answer(f"It is {conversation.turns[0].tool_calls[0].output}.")
    return answer(f"{len(conversation.messages)}: {question}")


def weather(city: str) -> str:
    return f"sunny in {city}"


@pytest.fixture(scope="module")
def model() -> ScriptedModel:
    return ScriptedModel(plan)


@pytest.fixture(scope="module")
def base_url(model: ScriptedModel) -> Iterator[str]:
    with LocalService(model=model) as service:
        yield service.base_url


def with_client(base_url: str, asynchronous: bool, act: Callable[[Any], Any]) -> Any:
    """What an act on a client gives, written for the asynchronous one."""
    if not asynchronous:
        with AssistantsClient(CompatibleEndpoint(base_url)) as client:
            return asyncio.run(act(Awaiting(client)))

    async def main() -> Any:
        async with AsyncAssistantsClient(CompatibleEndpoint(base_url)) as client:
            return await act(client)

    return asyncio.run(main())


class Awaiting:
    """A synchronous object whose methods can be awaited."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if name == "chat":
            return lambda *args, **options: Awaiting(value(*args, **options))
        if not callable(value):
            return Awaiting(value) if hasattr(value, "_transport") else value

        async def method(*args: Any, **options: Any) -> Any:
            return value(*args, **options)

        return method


@both
def test_a_conversation_goes_on(base_url: str, asynchronous: bool) -> None:
    """The thread is made with the first message, and can be taken up by another."""

    async def act(client: Any) -> None:
        assistant = await client.assistants.create(model="m")
        chat = client.chat(assistant.id)
        assert chat.thread_id is None
        first = await chat.send("one")
        second = await chat.send("two")
        assert [first.text, second.text] == ["1: one", "3: two"]
        assert (first.run.status, len(first.messages)) == ("completed", 1)
        assert first.files == first.citations == ()
        later = client.chat(assistant.id, thread_id=chat.thread_id)
        assert (await later.send("three")).text == "5: three"
        assert later.last_run.thread_id == chat.thread_id

    with_client(base_url, asynchronous, act)


@both
def test_tools_of_a_conversation(base_url: str, asynchronous: bool) -> None:
    async def act(client: Any) -> None:
        assistant = await client.assistants.create(model="m")
        chat = client.chat(assistant.id, tools=[weather])
        assert (await chat.send("tool")).text == "It is sunny in Paris."
        refused = await chat.send("tool", approve=lambda _: "no", instructions="Be brief.")
        assert refused.text == "It is Error: the call of `weather` was not approved: no."
        assert refused.run.instructions == "Be brief."
        with pytest.raises(ToolNotFound):
            await chat.send("tool", tools=[{"type": "function", "function": {"name": "weather"}}])
        assert chat.last_run.status == "requires_action"

    with_client(base_url, asynchronous, act)


@both
def test_a_run_that_fails_raises(base_url: str, asynchronous: bool) -> None:
    async def act(client: Any) -> None:
        assistant = await client.assistants.create(model="m")
        chat = client.chat(assistant.id)
        with pytest.raises(RunFailed, match=r"Out of order\."):
            await chat.send("fail")
        assert chat.last_run.status == "failed"
        reply = await chat.send("fail", raise_on_failure=False)
        assert (reply.run.status, reply.text) == ("failed", "")

    with_client(base_url, asynchronous, act)


@both
def test_answers_of_a_type(base_url: str, asynchronous: bool, model: ScriptedModel) -> None:
    """The type gives the schema to the run, and the object from the message."""

    async def act(client: Any) -> None:
        assistant = await client.assistants.create(model="m")
        reply = await client.chat(assistant.id, response_format=Meeting).send("meeting")
        assert reply.parse(Meeting) == Meeting("Room B12", ["Ada", "Grace"])
        assert reply.messages[0].parse(Meeting).place == "Room B12"
        form = reply.run.response_format
        assert form.json_schema.name == "Meeting"
        assert form.json_schema.strict is True
        with pytest.raises(ResponseDecodeError):
            (await client.chat(assistant.id).send("hello")).parse(Meeting)

    with_client(base_url, asynchronous, act)


@both
@pytest.mark.parametrize("how", ["create", "create_and_poll", "create_and_process", "assistant"])
def test_every_way_takes_a_type(base_url: str, asynchronous: bool, how: str) -> None:
    async def act(client: Any) -> None:
        typed = {"response_format": Meeting}
        assistant = await client.assistants.create(
            model="m", **(typed if how == "assistant" else {})
        )
        if how == "assistant":
            assert assistant.response_format.json_schema.name == "Meeting"
            assistant = await client.assistants.update(assistant.id, **typed)
            assert assistant.response_format.json_schema.name == "Meeting"
            return
        thread = await client.threads.create(messages=[{"role": "user", "content": "meeting"}])
        ids = {"thread_id": thread.id, "assistant_id": assistant.id}
        run = await getattr(client.threads.runs, how)(**ids, **typed)
        assert run.response_format.json_schema.name == "Meeting"

    with_client(base_url, asynchronous, act)


def test_types_with_parameters_are_types(base_url: str) -> None:
    """What is no object is refused as such, before anything is sent."""

    async def act(client: Any) -> None:
        made = await client.assistants.create(model="m", response_format=Boxed[int])
        assert made.response_format.json_schema.schema["properties"]["item"] == {"type": "integer"}
        for kind in (list[int], Meeting | None, dict[str, int]):
            with pytest.raises(ToolDefinitionError, match="no object with named properties"):
                await client.assistants.create(model="m", response_format=kind)

    with_client(base_url, True, act)


@both
def test_names_of_cited_files_come_from_the_service(base_url: str, asynchronous: bool) -> None:
    async def act(client: Any) -> None:
        from openai_assistants_rest.models import Message

        file = await client.files.create(file=("notes.txt", b"x"), purpose="assistants")
        marker = "【4:0†source】"

        def cited(file_id: str, start: int) -> dict[str, Any]:
            place = {"start_index": start, "end_index": start + len(marker), "text": marker}
            return {"type": "file_citation", "file_citation": {"file_id": file_id}, **place}

        annotations = [cited(file.id, 1), cited("file-gone", 1 + len(marker))]
        part = {"type": "text", "text": {"value": f"x{marker}{marker}", "annotations": annotations}}
        message = Message.decode({"id": "msg_1", "content": [part]})
        shown = await client.threads.messages.cited_text(message)
        assert shown == "x[1][2]\n\n[1] notes.txt\n[2] file-gone"
        bare = await client.threads.messages.cited_text(message, references=False)
        assert bare == "x[1][2]"

    with_client(base_url, asynchronous, act)

"""The streams of `streamed` with an asynchronous client: the same scenes, awaited."""

from importlib import import_module
from typing import Any

from . import scenes, streamed
from .scenes import Generation, cited_files, tool_outputs
from .streamed import heard, names


def _noting(name: str) -> Any:
    async def note(self: Any, *arguments: Any) -> None:
        self.heard[name] += 1
        if name == "on_event":
            self.events.append(arguments[0])
        if name == "on_text_delta":
            self.text += arguments[0].value or ""

    return note


def new_handler() -> Any:
    """Make an AsyncAssistantEventHandler that counts what it hears."""
    return streamed.new_handler("AsyncAssistantEventHandler", _noting)


async def maths(client: Any, generation: Generation) -> Any:
    """A program in a stream with a handler, and the final objects, which are those stored."""
    assistant = await client.beta.assistants.create(
        model=scenes.MODEL, instructions=scenes.TUTOR, tools=[{"type": "code_interpreter"}]
    )
    message: Any = {"role": "user", "content": scenes.EQUATION}
    thread = await client.beta.threads.create(messages=[message])
    handler = new_handler()
    async with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id, event_handler=handler
    ) as stream:
        await stream.until_done()
    run = await handler.get_final_run()
    assert run == await client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
    (message,) = await handler.get_final_messages()
    stored = (await client.beta.threads.messages.list(thread.id)).data[0]
    assert message.content == stored.content
    assert handler.text == stored.content[0].text.value
    assert "x = 1." in handler.text
    return sorted(heard(handler))


async def codes(client: Any, generation: Generation) -> Any:
    """A search, of which the text is read piece by piece, with what it cites."""
    file = await client.files.create(file=("codes.txt", scenes.CODES), purpose="assistants")
    assistant = await client.beta.assistants.create(
        model=scenes.MODEL,
        instructions=scenes.LIBRARIAN,
        tools=[generation.search],
        **generation.assistant(file.id),
    )
    message: Any = {"role": "user", "content": scenes.BANANA}
    thread = await client.beta.threads.create(messages=[message])
    async with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id
    ) as stream:
        text = "".join([piece async for piece in stream.text_deltas])
        (message,) = await stream.get_final_messages()
    assert message.content[0].text.value == text
    assert cited_files(message) == {file.id}
    assert "673457" in text
    return text


async def rounds(client: Any, generation: Generation) -> Any:
    """Functions: a stream for each round, until the run has ended; what each handler heard."""
    assistant = await client.beta.assistants.create(
        model=scenes.MODEL, instructions=scenes.WEATHER_BOT, tools=scenes.FUNCTION_TOOLS
    )
    handler = new_handler()
    async with client.beta.threads.create_and_run_stream(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": scenes.WEATHER}]},
        event_handler=handler,
    ) as stream:
        await stream.until_done()
    handlers = [handler]
    while handler.current_run.status == "requires_action":
        run, handler = handler.current_run, new_handler()
        async with client.beta.threads.runs.submit_tool_outputs_stream(
            run_id=run.id,
            thread_id=run.thread_id,
            tool_outputs=tool_outputs(run),
            event_handler=handler,
        ) as stream:
            await stream.until_done()
        handlers.append(handler)
    assert handler.current_run.status == "completed", handler.current_run
    return [[sorted(heard(one)), names(one.events), one.text] for one in handlers]


async def weather(client: Any, generation: Generation) -> Any:
    """The rounds of the built-in model, which asks for two things at once where it can."""
    played = await rounds(client, generation)
    assert len(played) == 3
    text = played[-1][2]
    assert "The ATL" in text
    assert "84f" in text
    return sorted(set().union(*(told for told, _, _ in played)))


async def plain(client: Any, generation: Generation) -> Any:
    """`stream=True` of all three operations."""
    assistant = await client.beta.assistants.create(
        model=scenes.MODEL, tools=scenes.FUNCTION_TOOLS[:1]
    )
    message: Any = {"role": "user", "content": "What is the user's favorite city?"}
    thread = await client.beta.threads.create(messages=[message])
    runs = client.beta.threads.runs
    created = await runs.create(thread.id, assistant_id=assistant.id, stream=True)
    first = [event async for event in created]
    run = first[-1].data
    submitted = await runs.submit_tool_outputs(
        run.id, thread_id=thread.id, tool_outputs=tool_outputs(run), stream=True
    )
    second = [event async for event in submitted]
    both = await client.beta.threads.create_and_run(
        assistant_id=assistant.id, thread={"messages": [message]}, stream=True
    )
    third = [event async for event in both]
    assert second[-1].data.status == "completed"
    assert third[0].data.object == "thread"
    return [names(first), names(second), names(third)]


async def refused(client: Any, generation: Generation) -> Any:
    """What cannot be streamed is an exception of its status, before any event."""
    openai: Any = import_module("openai")
    thread = await client.beta.threads.create()
    said: list[str] = []
    for options in ({"assistant_id": "asst_none"}, {"assistant_id": "asst_none", "model": 5}):
        try:
            await client.beta.threads.runs.create(thread.id, stream=True, **options)
        except openai.APIStatusError as error:
            said.append(type(error).__name__)
    return said


SCENES = (maths, codes, weather, plain, refused)

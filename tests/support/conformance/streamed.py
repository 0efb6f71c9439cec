"""Streams as code written for the openai package: its helpers, its handlers, plain iterators.

Each scene returns what its handler heard, the names of events, or what was said.
"""

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from typing import Any

from . import scenes
from .scenes import Generation, cited_files, said, tool_outputs

CALLBACKS = (
    "on_event",
    "on_end",
    "on_run_step_created",
    "on_run_step_delta",
    "on_run_step_done",
    "on_tool_call_created",
    "on_tool_call_delta",
    "on_tool_call_done",
    "on_message_created",
    "on_message_delta",
    "on_message_done",
    "on_text_created",
    "on_text_delta",
    "on_text_done",
)


def _noting(name: str) -> Any:
    def note(self: Any, *arguments: Any) -> None:
        self.heard[name] += 1
        if name == "on_event":
            self.events.append(arguments[0])
        if name == "on_text_delta":
            self.text += arguments[0].value or ""

    return note


def new_handler(base: str = "AssistantEventHandler", noting: Callable[[str], Any] = _noting) -> Any:
    """Make a handler that counts what it hears.

    Args:
        base: the class of the openai package.
        noting: makes the callback of a name.
    """
    members = {name: noting(name) for name in CALLBACKS}
    handler: Any = type("Handler", (getattr(import_module("openai"), base),), members)()
    handler.heard, handler.text, handler.events = Counter(), "", []
    return handler


def heard(handler: Any) -> set[str]:
    """Return which callbacks were called."""
    return set(handler.heard)


def names(events: Any) -> list[str]:
    """Return the names of events, with one in the place of several of a kind in a row."""
    told: list[str] = []
    for event in events:
        if event.event not in told[-1:]:
            told.append(event.event)
    return told


def maths(client: Any, generation: Generation) -> Any:
    """A program in a stream with a handler, and the final objects, which are those stored."""
    assistant = client.beta.assistants.create(
        model=scenes.MODEL, instructions=scenes.TUTOR, tools=[{"type": "code_interpreter"}]
    )
    thread = client.beta.threads.create(messages=[{"role": "user", "content": scenes.EQUATION}])
    handler = new_handler()
    with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id, event_handler=handler
    ) as stream:
        stream.until_done()
    runs = client.beta.threads.runs
    run = handler.get_final_run()
    assert run == runs.retrieve(run.id, thread_id=thread.id)
    (message,) = handler.get_final_messages()
    (stored, _) = client.beta.threads.messages.list(thread.id).data
    assert message.content == stored.content
    assert handler.text == stored.content[0].text.value
    steps = handler.get_final_run_steps()  # as the package gathers them of deltas
    listed = list(runs.steps.list(run.id, thread_id=thread.id, order="asc"))
    assert [one.id for one in steps] == [one.id for one in listed]
    made, stored_ = (one[0].step_details.tool_calls[0].code_interpreter for one in (steps, listed))
    assert made.input == stored_.input
    assert [one.logs for one in made.outputs] == [one.logs for one in stored_.outputs] == ["x = 1"]
    assert "x = 1." in said(message)
    return sorted(heard(handler))


def codes(client: Any, generation: Generation) -> Any:
    """A search, of which the text is read piece by piece, with what it cites."""
    file = client.files.create(file=("codes.txt", scenes.CODES), purpose="assistants")
    assistant = client.beta.assistants.create(
        model=scenes.MODEL,
        instructions=scenes.LIBRARIAN,
        tools=[generation.search],
        **generation.assistant(file.id),
    )
    thread = client.beta.threads.create(messages=[{"role": "user", "content": scenes.BANANA}])
    with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
        text = "".join(stream.text_deltas)
        (message,) = stream.get_final_messages()
    assert message.content[0].text.value == text
    assert cited_files(message) == {file.id}
    assert "673457" in text
    return text


def rounds(client: Any, generation: Generation) -> Any:
    """Functions: a stream for each round, until the run has ended; what each handler heard."""
    assistant = client.beta.assistants.create(
        model=scenes.MODEL, instructions=scenes.WEATHER_BOT, tools=scenes.FUNCTION_TOOLS
    )
    handler = new_handler()
    with client.beta.threads.create_and_run_stream(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": scenes.WEATHER}]},
        event_handler=handler,
    ) as stream:
        stream.until_done()
    handlers = [handler]
    while handler.current_run.status == "requires_action":
        run, handler = handler.current_run, new_handler()
        with client.beta.threads.runs.submit_tool_outputs_stream(
            run_id=run.id,
            thread_id=run.thread_id,
            tool_outputs=tool_outputs(run),
            event_handler=handler,
        ) as stream:
            stream.until_done()
        handlers.append(handler)
    assert handler.current_run.status == "completed", handler.current_run
    return [[sorted(heard(one)), names(one.events), one.text] for one in handlers]


def weather(client: Any, generation: Generation) -> Any:
    """The rounds of the built-in model, which asks for two things at once where it can."""
    played = rounds(client, generation)
    assert len(played) == 3
    text = played[-1][2]
    assert "The ATL" in text
    assert "84f" in text
    return sorted(set().union(*(told for told, _, _ in played)))


def plain(client: Any, generation: Generation) -> Any:
    """`stream=True` of all three operations."""
    assistant = client.beta.assistants.create(model=scenes.MODEL, tools=scenes.FUNCTION_TOOLS[:1])
    city = "What is the user's favorite city?"
    message: Any = {"role": "user", "content": city}
    thread = client.beta.threads.create(messages=[message])
    with client.beta.threads.runs.create(
        thread.id, assistant_id=assistant.id, stream=True
    ) as events:
        first = list(events)
    run = first[-1].data
    second = list(
        client.beta.threads.runs.submit_tool_outputs(
            run.id, thread_id=thread.id, tool_outputs=tool_outputs(run), stream=True
        )
    )
    third = list(
        client.beta.threads.create_and_run(
            assistant_id=assistant.id, thread={"messages": [message]}, stream=True
        )
    )
    assert second[-1].data.status == "completed"
    assert third[0].data.object == "thread"
    return [names(first), names(second), names(third)]


def refused(client: Any, generation: Generation) -> Any:
    """What cannot be streamed is an exception of its status, before any event."""
    openai: Any = import_module("openai")
    thread = client.beta.threads.create()
    said_: list[str] = []
    for options in ({"assistant_id": "asst_none"}, {"assistant_id": "asst_none", "model": 5}):
        try:
            client.beta.threads.runs.create(thread.id, stream=True, **options)
        except openai.APIStatusError as error:
            said_.append(type(error).__name__)
    return said_


SCENES = (maths, codes, weather, plain, refused)

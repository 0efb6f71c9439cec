"""The three walkthroughs, as code written for the openai package."""

from typing import TYPE_CHECKING, Any

from . import scenes
from .scenes import Generation, cited_files, said, tool_outputs, tool_types

if TYPE_CHECKING:
    from openai_assistants import AssistantsClient


def maths_tutor(client: "AssistantsClient", generation: Generation) -> list[str]:
    """An equation, solved by code that the assistant writes and runs."""
    assistant = client.beta.assistants.create(
        model=scenes.MODEL,
        name="Math Tutor",
        instructions=scenes.TUTOR,
        tools=[{"type": "code_interpreter"}],
    )
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread.id, role="user", content=scenes.EQUATION)
    run = client.beta.threads.runs.create(
        thread.id, assistant_id=assistant.id, additional_instructions=scenes.JANE
    )
    run = client.beta.threads.runs.poll(run.id, thread_id=thread.id, poll_interval_ms=20)
    assert run.status == "completed", run
    steps = list(client.beta.threads.runs.steps.list(run.id, thread_id=thread.id, order="asc"))
    assert [step.type for step in steps] == ["tool_calls", "message_creation"]
    assert tool_types(steps[0]) == ["code_interpreter"]
    talk = [said(each) for each in client.beta.threads.messages.list(thread.id, order="asc")]
    assert talk[0] == f"user: {scenes.EQUATION}"
    assert talk[1].startswith("assistant: ")
    assert "Jane Doe" in talk[1]
    assert "x = 1." in talk[1]
    client.beta.assistants.delete(assistant.id)
    return talk


def codes_in_a_file(client: "AssistantsClient", generation: Generation) -> list[str]:
    """A file of the assistant, then the same file with a message instead."""
    file = client.files.create(file=("codes.txt", scenes.CODES), purpose="assistants")
    of_assistant: dict[str, Any] = generation.assistant(file.id)
    of_message: dict[str, Any] = generation.message(file.id)
    talk: list[str] = []
    for on_assistant, on_message in ((of_assistant, {}), ({}, of_message)):
        assistant = client.beta.assistants.create(
            model=scenes.MODEL,
            instructions=scenes.LIBRARIAN,
            tools=[generation.search],
            **on_assistant,
        )
        thread = client.beta.threads.create()
        for question, codes in ((scenes.BANANA, ["673457"]), (scenes.BOTH, ["673457", "442345"])):
            client.beta.threads.messages.create(
                thread.id, role="user", content=question, **on_message
            )
            run = client.beta.threads.runs.create(thread.id, assistant_id=assistant.id)
            run = client.beta.threads.runs.poll(run.id, thread_id=thread.id, poll_interval_ms=20)
            assert run.status == "completed", run
            steps = client.beta.threads.runs.steps.list(run.id, thread_id=thread.id, order="asc")
            assert tool_types(steps.data[0]) == [generation.search["type"]]
            (message,) = client.beta.threads.messages.list(thread.id, limit=1).data
            assert all(code in said(message) for code in codes), said(message)
            assert cited_files(message) == {file.id}
            talk += [question, said(message)]
        client.beta.assistants.delete(assistant.id)
    client.files.delete(file.id)
    return talk


def weather_in_the_favorite_city(client: "AssistantsClient", generation: Generation) -> list[str]:
    """Three functions of the caller, of which a later one needs what an earlier one brings."""
    assistant = client.beta.assistants.create(
        model=scenes.MODEL, instructions=scenes.WEATHER_BOT, tools=scenes.FUNCTION_TOOLS
    )
    run = client.beta.threads.create_and_run(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": scenes.WEATHER}]},
    )
    runs = client.beta.threads.runs
    for _ in range(4):
        run = runs.poll(run.id, thread_id=run.thread_id, poll_interval_ms=20)
        if run.status != "requires_action":
            break
        run = runs.submit_tool_outputs(
            run.id, thread_id=run.thread_id, tool_outputs=tool_outputs(run)
        )
    assert run.status == "completed", run
    talk = [said(each) for each in client.beta.threads.messages.list(run.thread_id, order="asc")]
    assert "The ATL" in talk[1]
    assert "84f" in talk[1]
    client.beta.assistants.delete(assistant.id)
    return talk


WALKTHROUGHS = (maths_tutor, codes_in_a_file, weather_in_the_favorite_city)

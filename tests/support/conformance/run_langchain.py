"""Plays LangChain's assistants: `run_langchain CLIENT RUNNABLE URL KEY FAILING`.

CLIENT is `openai` or `ours`, RUNNABLE is `v1` or `v2`; at the URL FAILING every run fails.
"""

import asyncio
import json
import sys
import warnings
from importlib import import_module
from typing import Any

from .frameworks import CITY, MATHS, MEETING, NOTES, clients, get_weather, text_of

TUTOR = "You are a personal math tutor. Write and run code to answer math questions."
RUNNABLES = {
    "v1": "langchain_classic.agents.openai_assistant:OpenAIAssistantRunnable",
    "v2": "langchain_community.agents.openai_assistant:OpenAIAssistantV2Runnable",
}


class Play:
    """The scenes, with one kind of runnable and one kind of client."""

    def __init__(self, kind: str, runnable: str, url: str, key: str) -> None:
        module, _, name = RUNNABLES[runnable].partition(":")
        self.runnable: Any = getattr(import_module(module), name)
        self.client, self.async_client = clients(kind, url, key)

    def make(self, *tools: Any, as_agent: bool = False, **options: Any) -> Any:
        """A runnable of a new assistant."""
        return self.runnable.create_assistant(
            name="an assistant",
            instructions=TUTOR,
            tools=list(tools),
            model="gpt-4o",
            client=self.client,
            as_agent=as_agent,
            async_client=self.async_client,
            check_every_ms=20,
            **options,
        )

    def invoke(self) -> str:
        """A run of a new thread."""
        return text_of(self.make({"type": "code_interpreter"}).invoke({"content": MATHS}))

    def goes_on(self) -> str:
        """A second run of the same thread, with metadata of its message."""
        tutor = self.make({"type": "code_interpreter"})
        thread_id = tutor.invoke({"content": "What is 2 + 3?"})[0].thread_id
        metadata = {"step": "2"}
        asked = {"content": MATHS, "thread_id": thread_id, "message_metadata": metadata}
        said = text_of(tutor.invoke(asked))
        sent = self.client.beta.threads.messages.list(thread_id, order="asc").data[-2]
        assert sent.metadata == metadata, sent.metadata
        return said

    def agent_executor(self) -> str:
        """Functions that an AgentExecutor calls."""
        return text_of(self.executor().invoke({"content": CITY})["output"])

    async def async_agent_executor(self) -> str:
        """The same, asynchronously."""
        return text_of((await self.executor().ainvoke({"content": CITY}))["output"])

    def executor(self) -> Any:
        """An AgentExecutor with one function."""
        tool = import_module("langchain_core.tools").tool(get_weather)
        agents: Any = import_module("langchain_classic.agents")
        return agents.AgentExecutor(agent=self.make(tool, as_agent=True), tools=[tool])

    def custom_execution(self) -> str:
        """Functions that the caller calls: tool calls of a run, and their outputs handed in."""
        tool = import_module("langchain_core.tools").tool(get_weather)
        agent = self.make(tool)
        calls = agent.invoke({"content": CITY})
        runs = self.client.beta.threads.runs
        outputs = [
            {"output": get_weather(**json.loads(c.function.arguments)), "tool_call_id": c.id}
            for c in calls
        ]
        thread = self.client.beta.threads.create(messages=[{"role": "user", "content": CITY}])
        run = runs.create_and_poll(thread_id=thread.id, assistant_id=agent.assistant_id)
        outputs[0]["tool_call_id"] = run.required_action.submit_tool_outputs.tool_calls[0].id
        return text_of(
            agent.invoke({"tool_outputs": outputs, "run_id": run.id, "thread_id": thread.id})
        )

    async def async_calls(self) -> str:
        """A run up to its calls of functions, asynchronously."""
        tool = import_module("langchain_core.tools").tool(get_weather)
        calls = await self.make(tool).ainvoke({"content": CITY})
        return str(calls[0].function.arguments)

    async def ainvoke(self) -> str:
        """A run of a new thread, asynchronously."""
        return text_of(await self.make({"type": "code_interpreter"}).ainvoke({"content": MATHS}))

    async def acreate(self) -> str:
        """An assistant that is made asynchronously."""
        tutor = await self.runnable.acreate_assistant(
            name="an assistant",
            instructions=TUTOR,
            tools=[{"type": "code_interpreter"}],
            model="gpt-4o",
            async_client=self.async_client,
            client=self.client,
        )
        return text_of(await tutor.ainvoke({"content": MATHS}))

    def attachments(self) -> str:
        """A file of a message: `file_ids` of the second kind, `attachments` of both."""
        file = self.client.files.create(file=("notes.txt", NOTES), purpose="assistants")
        reader = self.make({"type": "file_search"}, {"type": "code_interpreter"})
        if "V2" in self.runnable.__name__:
            return text_of(reader.invoke({"content": MEETING}, file_ids=[file.id]))
        attached = [{"file_id": file.id, "tools": [{"type": "file_search"}]}]
        return text_of(reader.invoke({"content": MEETING, "attachments": attached}))

    def run_metadata(self) -> str:
        """No parameter of the openai package has this name: the error says so."""
        tutor = self.make({"type": "code_interpreter"})
        try:
            tutor.invoke({"content": MATHS, "run_metadata": {"a": "b"}})
        except TypeError as error:
            return str(error)
        return "taken"

    def tool_resources(self) -> str:
        """Vector stores of the assistant, and of the thread of a run."""
        file = self.client.files.create(file=("notes.txt", NOTES), purpose="assistants")
        store = self.client.vector_stores.create(name="notes")
        self.client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id)
        resources = {"file_search": {"vector_store_ids": [store.id]}}
        by_assistant = self.make({"type": "file_search"}, tool_resources=resources)
        by_thread = self.make({"type": "file_search"})
        return "\n".join(
            text_of(said)
            for said in (
                by_assistant.invoke({"content": MEETING}),
                by_thread.invoke({"content": MEETING, "tool_resources": resources}),
            )
        )

    def failed(self) -> str:
        """A run that fails: the error has all of it."""
        try:
            self.make().invoke({"content": MATHS})
        except ValueError as error:
            return str(error)
        return "completed"


def main(kind: str, runnable: str, url: str, key: str, failing: str) -> None:
    """Play all scenes."""
    warnings.simplefilter("ignore")
    import_module("openai.types.beta.threads")  # LangChain takes it for imported by the client
    play = Play(kind, runnable, url, key)
    scenes = [play.invoke, play.goes_on, play.agent_executor, play.custom_execution]
    scenes += [play.attachments, play.run_metadata]
    scenes += [play.tool_resources] if runnable == "v2" else []
    scenes += [Play(kind, runnable, failing, key).failed]
    said = {scene.__name__: scene() for scene in scenes}

    async def asynchronously() -> None:
        for scene in async_scenes:
            said[scene.__name__] = await scene()

    # The first kind reads an awaited page with `for`, which gives the fields of openai's pages:
    # no run that completes has a result there.
    async_scenes = [play.async_calls]
    async_scenes += [play.ainvoke, play.acreate, play.async_agent_executor] * (runnable == "v2")
    asyncio.run(asynchronously())
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Streams through azure-ai-agents: `... -m tests.support.conformance.run_agents_streams URL KEY`.

Its own parser takes every empty line for the end of an event. It prints what was heard, as JSON.
"""

import json
import sys
from collections import Counter
from importlib import import_module
from typing import Any

from . import scenes

agents: Any = import_module("azure.ai.agents")  # by name: not there where this is type-checked
models: Any = import_module("azure.ai.agents.models")
core: Any = import_module("azure.core.credentials")
policies: Any = import_module("azure.core.pipeline.policies")

CALLBACKS = ("message_delta", "thread_message", "thread_run", "run_step", "run_step_delta", "done")


def get_weather(location: str) -> str:
    """
    Gets the weather at a location.

    :param location: The city and state, e.g. San Francisco, CA
    :return: The weather.
    """
    return scenes.weather(location)


def _noting(name: str) -> Any:
    def note(self: Any, *arguments: Any) -> None:
        self.heard[name] += 1
        if name == "message_delta":
            self.text += arguments[0].text

    return note


def _unexpected(self: Any, *arguments: Any) -> None:
    self.odd.append(repr(arguments))


def new_handler() -> Any:
    """Make an AgentEventHandler that counts what it hears, and keeps what it should not hear."""
    members = {f"on_{name}": _noting(name) for name in CALLBACKS}
    members |= {"on_error": _unexpected, "on_unhandled_event": _unexpected}
    handler: Any = type("Handler", (agents.models.AgentEventHandler,), members)()
    handler.heard, handler.text, handler.odd = Counter(), "", []
    return handler


def new_client(url: str, key: str) -> Any:
    """Make a client that may send its key over plain http."""
    credential = core.AzureKeyCredential(key)
    policy = policies.AzureKeyCredentialPolicy(credential, "Authorization", prefix="Bearer")
    return agents.AgentsClient(
        f"{url}/api/projects/p", credential, authentication_policy=policy, retry_total=0
    )


def talk(client: Any, question: str, **options: Any) -> dict[str, Any]:
    """Ask an agent a question, and read the stream of its run to the end."""
    agent = client.create_agent(model=scenes.MODEL, name="a", **options)
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content=question)
    handler = new_handler()
    with client.runs.stream(
        thread_id=thread.id, agent_id=agent.id, event_handler=handler
    ) as stream:
        stream.until_done()
    stored = client.messages.get_last_message_text_by_role(
        thread_id=thread.id, role=models.MessageRole.AGENT
    )
    (run,) = client.runs.list(thread_id=thread.id)
    return {
        "heard": handler.heard,
        "odd": handler.odd,
        "streamed": handler.text,
        "stored": stored.text.value,
        "status": run.status,
    }


def main(url: str, key: str) -> None:
    """A program of the agent's, and a function of ours that the package itself calls."""
    with new_client(url, key) as client:
        interpreter = models.CodeInterpreterTool()
        maths = talk(client, scenes.EQUATION, tools=interpreter.definitions)
        functions = models.ToolSet()
        functions.add(models.FunctionTool({get_weather}))
        client.enable_auto_function_calls(functions)
        weather = talk(client, "What is the weather in Seattle, WA?", toolset=functions)
    json.dump({"maths": maths, "weather": weather}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])

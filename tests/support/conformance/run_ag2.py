"""Plays AG2's GPTAssistantAgent: `run_ag2 CLIENT URL KEY FAILING`.

CLIENT is `openai` or `ours`; at the URL FAILING every run fails.
"""

import json
import logging
import sys
import warnings
from importlib import import_module
from typing import Any

from .frameworks import CITY, MATHS, MEETING, NOTES, clients, get_weather

TUTOR = "You are a personal math tutor. Write and run code to answer math questions."
BOT = "Use the functions to answer questions about the weather."
WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Gets the weather at a location.",
        "parameters": {
            "type": "object",
            "properties": {
                "location": {
                    "type": "string",
                    "description": "The city and state, e.g. San Francisco, CA",
                }
            },
            "required": ["location"],
        },
    },
}


class Play:
    """The scenes, with one kind of client."""

    def __init__(self, kind: str, url: str, key: str) -> None:
        self.client, _ = clients(kind, url, key)
        self._config = {"model": "gpt-4o", "api_key": key, "base_url": f"{url}/v1"}
        if kind == "ours":  # the place where AG2 makes its client, the only thing that differs
            making: Any = import_module("autogen.oai.client")
            making.OpenAI = lambda **_: self.client
        self._agents: Any = import_module("autogen.agentchat.contrib.gpt_assistant_agent")
        self._user: Any = import_module("autogen").UserProxyAgent(
            "user", human_input_mode="NEVER", code_execution_config=False
        )

    def agent(self, name: str, instructions: str | None, **options: Any) -> Any:
        """An agent, with an assistant that is found or made."""
        agent = self._agents.GPTAssistantAgent(
            name=name,
            instructions=instructions,
            llm_config={"config_list": [self._config]},
            **options,
        )
        agent.llm_config["check_every_ms"] = 20  # AG2 drops it when it is given, and divides None
        return agent

    def ask(self, agent: Any, question: str) -> str:
        """The answer of an agent to one question."""
        chat = self._user.initiate_chat(agent, message=question, max_turns=1, silent=True)
        return str(chat.chat_history[-1]["content"])

    def maths(self) -> str:
        """An assistant with an interpreter of code."""
        tools = [{"type": "code_interpreter"}]
        agent = self.agent("tutor", TUTOR, assistant_config={"tools": tools})
        said = self.ask(agent, MATHS)
        agent.reset()
        agent.delete_assistant()
        return said

    def function(self) -> str:
        """A function that the agent calls itself."""
        agent = self.agent("bot", BOT, assistant_config={"tools": [WEATHER]})
        agent.register_function(function_map={"get_weather": get_weather})
        return self.ask(agent, CITY)

    def file_search(self) -> str:
        """A file of the assistant, for which AG2 makes a vector store; the citation is a note."""
        file = self.client.files.create(file=("notes.txt", NOTES), purpose="assistants")
        config = {"tools": [{"type": "retrieval"}], "file_ids": [file.id]}
        return self.ask(self.agent("reader", TUTOR, assistant_config=config), MEETING)

    def found_by_name(self) -> str:
        """An agent of the same name, instructions and tools has the same assistant."""
        config = {"tools": [WEATHER, {"type": "code_interpreter"}]}
        made = self.agent("twin", BOT, assistant_config=config)
        found = self.agent("twin", BOT, assistant_config=config)
        other = self.agent("twin", TUTOR, assistant_config=config)
        same = found.assistant_id == made.assistant_id, other.assistant_id == made.assistant_id
        return "the same, not the other" if same == (True, False) else str(same)

    def overwritten(self) -> str:
        """Instructions and tools of an assistant that are written anew, and those that are not."""
        made = self.agent("old", TUTOR, assistant_config={"tools": [WEATHER]})
        config = {"assistant_id": made.assistant_id}
        kept = self.agent("old", "Be brief.", assistant_config=config)
        assert kept.get_assistant_instructions() == TUTOR
        assert self.agent("old", None, assistant_config=config).system_message == TUTOR
        new = self.agent(
            "old",
            BOT,
            assistant_config={**config, "tools": [{"type": "code_interpreter"}]},
            overwrite_instructions=True,
            overwrite_tools=True,
        )
        assistant = self.client.beta.assistants.retrieve(new.assistant_id)
        return f"{assistant.instructions} {[tool.type for tool in assistant.tools]}"

    def failed(self) -> str:
        """A run that fails: the error has all of it."""
        try:
            self.ask(self.agent("failing", TUTOR), MATHS)
        except ValueError as error:
            return str(error)
        return "completed"


def main(kind: str, url: str, key: str, failing: str) -> None:
    """Play all scenes."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    play = Play(kind, url, key)
    scenes = [play.maths, play.function, play.file_search, play.found_by_name, play.overwritten]
    said = {scene.__name__: scene() for scene in scenes}
    said["failed"] = Play(kind, failing, key).failed()
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])

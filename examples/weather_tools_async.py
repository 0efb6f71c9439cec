"""weather_tools.py with the asynchronous client: the tools are the same."""

from __future__ import annotations

from weather_tools import TOOLS

from openai_assistants import AsyncAssistantsClient


async def ask(client: AsyncAssistantsClient, assistant_id: str, question: str) -> str:
    """The answer of a weather bot."""
    threads = client.threads
    thread = await threads.create(messages=[{"role": "user", "content": question}])
    run = await threads.runs.create_and_process(thread.id, assistant_id=assistant_id, tools=TOOLS)
    run.raise_for_status()
    return (await threads.messages.list(thread.id)).data[0].text

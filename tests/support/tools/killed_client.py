"""A program that runs a tool loop and kills itself on the way; started again, it finishes the run.

Arguments: the base URL, the thread, the run, the file of the calls that were made, and the moment
at which to die: `called`, after the tools were called; `submitted`, when the service has the
outputs and the answer is still on its way; or `never`.
"""

import os
import signal
import sys
from pathlib import Path

import httpx

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants.tools import ToolContext

BASE_URL, THREAD, RUN, CALLS, MOMENT = sys.argv[1:]


def die_at(moment: str) -> None:
    if moment == MOMENT:
        os.kill(os.getpid(), signal.SIGKILL)


class Deadly(httpx.HTTPTransport):
    """Dies before or after outputs are submitted."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        submits = request.url.path.endswith("/submit_tool_outputs")
        if submits:
            die_at("called")
        response = super().handle_request(request)
        if submits:
            response.read()
            die_at("submitted")
        return response


def weather(city: str, call: ToolContext) -> str:
    """The weather in a city."""
    with Path(CALLS).open("a", encoding="utf-8") as calls:
        calls.write(f"{call.call_id} {city}\n")
    return f"sunny in {city}"


with (
    httpx.Client(transport=Deadly()) as http,
    AssistantsClient(CompatibleEndpoint(BASE_URL), http_client=http) as client,
):
    run = client.threads.runs.retrieve(RUN, thread_id=THREAD)
    run = client.threads.runs.process(run, tools=[weather], poll_interval_ms=20)
    print(run.status)

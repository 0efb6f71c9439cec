"""Clients that nobody closes: dropped, left by a fork, or by an event loop.

In processes of their own, where every warning counts.
"""

import os
import subprocess
import sys

import pytest
from tests.support.client.counting import Loopback

BEGIN = """
import asyncio, gc, os, sys, threading
from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
url = sys.argv[1]
def new(): return AssistantsClient(CompatibleEndpoint(url))
def new_async(): return AsyncAssistantsClient(CompatibleEndpoint(url))
async def read(client, name):
    assert (await client.threads.retrieve(name)).id == name
"""

PROGRAMS = {
    "dropped": """
def use():
    new().threads.retrieve("a")
use()
""",
    "kept to the end": """
client = new()
client.threads.retrieve("a")
""",
    "dropped with an open answer": """
def use():
    client = new()
    client.threads.retrieve("a")
    return client.files.with_streaming_response.content("f")
with use() as response:
    gc.collect()
    assert len(response.read()) > 10
del response
""",
    "dropped in a cycle, found in another thread": """
def use():
    client = new()
    client.threads.retrieve("a")
    client.itself = client
use()
thread = threading.Thread(target=gc.collect)
thread.start()
thread.join(10)
assert not thread.is_alive()
""",
    "asynchronous, dropped at the end": """
async def main():
    client = new_async()
    await asyncio.gather(*(read(client, f"t{n}") for n in range(20)))
asyncio.run(main())
""",
    "asynchronous, dropped before the end": """
async def main():
    await read(new_async(), "a")
    for _ in range(9):
        await asyncio.sleep(0)
asyncio.run(main())
""",
    "asynchronous, dropped in another thread": """
async def main():
    clients = [new_async()]
    await read(clients[0], "a")
    await asyncio.to_thread(clients.clear)
asyncio.run(main())
""",
    "asynchronous, dropped after its event loop": """
client = new_async()
asyncio.run(read(client, "a"))
asyncio.run(read(client, "b"))
del client
""",
    "asynchronous, kept to the end": """
client = new_async()
asyncio.run(read(client, "a"))
""",
    "trio, dropped": """
import trio
async def main():
    await read(new_async(), "a")
    for _ in range(9):
        await trio.lowlevel.checkpoint()
trio.run(main)
""",
    "trio, kept to the end": """
import trio
client = new_async()
trio.run(read, client, "a")
trio.run(read, client, "b")
""",
    "forked": """
client = new()
client.threads.retrieve("a")
child = os.fork()
assert client.threads.retrieve(f"of{child}").id == f"of{child}"
if child:
    assert os.waitpid(child, 0)[1] == 0
    assert client.threads.retrieve("b").id == "b"
""",
    "forked and not used": """
client = new()
client.threads.retrieve("a")
child = os.fork()
if child:
    assert os.waitpid(child, 0)[1] == 0
    assert client.threads.retrieve("b").id == "b"
""",
    "forked and dropped": """
clients = [new()]
clients[0].threads.retrieve("a")
child = os.fork()
if child:
    assert os.waitpid(child, 0)[1] == 0
    assert clients[0].threads.retrieve("b").id == "b"
else:
    clients.clear()
""",
    "asynchronous and forked": """
client = new_async()
asyncio.run(read(client, "a"))
child = os.fork()
asyncio.run(read(client, f"of{child}"))
if child:
    assert os.waitpid(child, 0)[1] == 0
    asyncio.run(read(client, "b"))
""",
    "forked by threads under way": """
client = new()
client.threads.retrieve("first")  # a fork while a module is being imported can hang in any program
stop = threading.Event()
wrong = []
def work(name):
    while not stop.is_set():
        if client.threads.retrieve(name).id != name:
            wrong.append(name)
threads = [threading.Thread(target=work, args=(f"parent{n}",)) for n in range(6)]
for thread in threads:
    thread.start()
for turn in range(12):
    child = os.fork()
    if not child:
        names = [f"child{turn}_{n}" for n in range(5)]
        os._exit([client.threads.retrieve(name).id for name in names] != names)
    assert os.waitpid(child, 0)[1] == 0
stop.set()
for thread in threads:
    thread.join()
assert not wrong
""",
}


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_it_neither_warns_nor_hangs(program: str) -> None:
    """And no connection stays open."""
    if "fork" in program and not hasattr(os, "fork"):
        pytest.skip("no fork here")
    # Newer versions of Python warn of any fork of a process with threads.
    warnings = ["-Werror", "-Wignore:This process:DeprecationWarning"]
    with Loopback() as server:
        result = subprocess.run(
            [sys.executable, *warnings, "-c", BEGIN + program, server.url],
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert (result.stderr, result.returncode) == ("", 0)
        assert server.asked
        assert server.until_open(0) == 0


FIRST_CALLS = """
calls = [
    lambda: client.threads.retrieve("t"),
    lambda: client.threads.messages.list("t"),
    lambda: client.threads.runs.list("t"),
    lambda: client.threads.runs.steps.list("r", thread_id="t"),
    lambda: client.assistants.list(),
    lambda: client.files.list(),
    lambda: client.vector_stores.list(),
    lambda: client.vector_stores.files.list("v"),
]
client = new()
together = threading.Barrier(64)
failed = []
def work(call):
    together.wait()
    try:
        call()
    except BaseException as error:
        failed.append(error)
sys.setswitchinterval(1e-5)
threads = [threading.Thread(target=work, args=(calls[n % 8],)) for n in range(64)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(30)
assert not failed, failed
client.close()
"""


def test_the_first_calls_of_many_threads() -> None:
    """What a call needs is loaded by it, and by others at the same time."""
    with Loopback() as server:
        for _ in range(3):
            result = subprocess.run(
                [sys.executable, "-Werror", "-c", BEGIN + FIRST_CALLS, server.url],
                capture_output=True,
                text=True,
                timeout=60,
            )
            assert (result.stderr, result.returncode) == ("", 0)
        assert len(server.asked) == 3 * 64

"""A call of every operation through a client's methods, and what it has to send."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from openai_assistants import AssistantsClient

PAGE: dict[str, Any] = {"after": "a", "before": "b", "limit": 2, "order": "asc"}
PAGED = "after=a&before=b&limit=2&order=asc"
CONTENT = "step_details.tool_calls[*].file_search.results[*].content"
CONTENT_QUERY = (
    "include%5B%5D=step_details.tool_calls%5B%2A%5D.file_search.results%5B%2A%5D.content"
)
OUTPUT: Any = {"tool_call_id": "call_1", "output": "42"}
TEXT: Any = {"role": "user", "content": "Hi"}
CHUNKS: Any = {"type": "static", "static": {"max_chunk_size_tokens": 9, "chunk_overlap_tokens": 4}}
ATTRIBUTES: dict[str, Any] = {"a": 1, "b": True, "c": "x"}
IS_ONE: Any = {"type": "eq", "key": "a", "value": 1}


@attrs.frozen
class Call:
    """A call.

    Attributes:
        act: makes it.
        sent: method, path and query.
        body: the JSON; None where no body is sent.
        form: the parts of a multipart body, by name: file name, if any, and content.
    """

    act: Callable[[AssistantsClient], Any]
    sent: str
    body: Mapping[str, Any] | None = None
    form: Mapping[str, tuple[str | None, bytes]] | None = None


ASSISTANTS = {
    "list_assistants": Call(lambda c: c.assistants.list(**PAGE), f"GET /assistants?{PAGED}"),
    "create_assistant": Call(
        lambda c: c.assistants.create(model="deployment", name=None, metadata={"k": "v"}),
        "POST /assistants",
        {"model": "deployment", "name": None, "metadata": {"k": "v"}},
    ),
    "get_assistant": Call(lambda c: c.assistants.retrieve("asst_1"), "GET /assistants/asst_1"),
    "update_assistant": Call(
        lambda c: c.assistants.update("asst_1", instructions="Be brief.", tools=[]),
        "POST /assistants/asst_1",
        {"instructions": "Be brief.", "tools": []},
    ),
    "delete_assistant": Call(lambda c: c.assistants.delete("asst_1"), "DELETE /assistants/asst_1"),
    "list_assistant_files": Call(
        lambda c: c.assistants.files.list("asst_1", **PAGE),
        f"GET /assistants/asst_1/files?{PAGED}",
    ),
    "create_assistant_file": Call(
        lambda c: c.assistants.files.create("asst_1", file_id="file-1"),
        "POST /assistants/asst_1/files",
        {"file_id": "file-1"},
    ),
    "get_assistant_file": Call(
        lambda c: c.assistants.files.retrieve("file-1", assistant_id="asst_1"),
        "GET /assistants/asst_1/files/file-1",
    ),
    "delete_assistant_file": Call(
        lambda c: c.assistants.files.delete("file-1", assistant_id="asst_1"),
        "DELETE /assistants/asst_1/files/file-1",
    ),
}

THREADS = {
    "list_threads": Call(lambda c: c.threads.list(**PAGE), f"GET /threads?{PAGED}"),
    "create_thread": Call(
        lambda c: c.threads.create(messages=[TEXT], metadata={}),
        "POST /threads",
        {"messages": [TEXT], "metadata": {}},
    ),
    "create_thread_and_run": Call(
        lambda c: c.threads.create_and_run(assistant_id="asst_1", thread={"messages": [TEXT]}),
        "POST /threads/runs",
        {"assistant_id": "asst_1", "thread": {"messages": [TEXT]}},
    ),
    "get_thread": Call(lambda c: c.threads.retrieve("thread_1"), "GET /threads/thread_1"),
    "update_thread": Call(
        lambda c: c.threads.update("thread_1", metadata=None),
        "POST /threads/thread_1",
        {"metadata": None},
    ),
    "delete_thread": Call(lambda c: c.threads.delete("thread_1"), "DELETE /threads/thread_1"),
    "list_messages": Call(
        lambda c: c.threads.messages.list("thread_1", **PAGE),
        f"GET /threads/thread_1/messages?{PAGED}",
    ),
    "create_message": Call(
        lambda c: c.threads.messages.create("thread_1", **TEXT),
        "POST /threads/thread_1/messages",
        TEXT,
    ),
    "get_message": Call(
        lambda c: c.threads.messages.retrieve("msg_1", thread_id="thread_1"),
        "GET /threads/thread_1/messages/msg_1",
    ),
    "update_message": Call(
        lambda c: c.threads.messages.update("msg_1", thread_id="thread_1", metadata={"k": "v"}),
        "POST /threads/thread_1/messages/msg_1",
        {"metadata": {"k": "v"}},
    ),
    "delete_message": Call(
        lambda c: c.threads.messages.delete("msg_1", thread_id="thread_1"),
        "DELETE /threads/thread_1/messages/msg_1",
    ),
    "list_message_files": Call(
        lambda c: c.threads.messages.files.list("msg_1", thread_id="thread_1", **PAGE),
        f"GET /threads/thread_1/messages/msg_1/files?{PAGED}",
    ),
    "get_message_file": Call(
        lambda c: c.threads.messages.files.retrieve(
            "file-1", thread_id="thread_1", message_id="msg_1"
        ),
        "GET /threads/thread_1/messages/msg_1/files/file-1",
    ),
}

RUNS = {
    "list_runs": Call(
        lambda c: c.threads.runs.list("thread_1", **PAGE), f"GET /threads/thread_1/runs?{PAGED}"
    ),
    "create_run": Call(
        lambda c: c.threads.runs.create("thread_1", assistant_id="asst_1", include=[CONTENT]),
        f"POST /threads/thread_1/runs?{CONTENT_QUERY}",
        {"assistant_id": "asst_1"},
    ),
    "get_run": Call(
        lambda c: c.threads.runs.retrieve("run_1", thread_id="thread_1"),
        "GET /threads/thread_1/runs/run_1",
    ),
    "update_run": Call(
        lambda c: c.threads.runs.update("run_1", thread_id="thread_1", metadata={"k": "v"}),
        "POST /threads/thread_1/runs/run_1",
        {"metadata": {"k": "v"}},
    ),
    "cancel_run": Call(
        lambda c: c.threads.runs.cancel("run_1", thread_id="thread_1"),
        "POST /threads/thread_1/runs/run_1/cancel",
    ),
    "submit_tool_outputs": Call(
        lambda c: c.threads.runs.submit_tool_outputs(
            "run_1", thread_id="thread_1", tool_outputs=[OUTPUT]
        ),
        "POST /threads/thread_1/runs/run_1/submit_tool_outputs",
        {"tool_outputs": [OUTPUT]},
    ),
    "list_run_steps": Call(
        lambda c: c.threads.runs.steps.list(
            "run_1", thread_id="thread_1", include=[CONTENT], **PAGE
        ),
        f"GET /threads/thread_1/runs/run_1/steps?{PAGED}&{CONTENT_QUERY}",
    ),
    "get_run_step": Call(
        lambda c: c.threads.runs.steps.retrieve(
            "step_1", thread_id="thread_1", run_id="run_1", include=[CONTENT]
        ),
        f"GET /threads/thread_1/runs/run_1/steps/step_1?{CONTENT_QUERY}",
    ),
}

FILES = {
    "list_files": Call(
        lambda c: c.files.list(purpose="assistants", after="a", limit=2, order="asc"),
        "GET /files?purpose=assistants&after=a&limit=2&order=asc",
    ),
    "create_file": Call(
        lambda c: c.files.create(
            file=("a.txt", b"text"),
            purpose="assistants",
            expires_after={"anchor": "created_at", "seconds": 3600},
        ),
        "POST /files",
        form={
            "purpose": (None, b"assistants"),
            "expires_after[anchor]": (None, b"created_at"),
            "expires_after[seconds]": (None, b"3600"),
            "file": ("a.txt", b"text"),
        },
    ),
    "import_file": Call(
        lambda c: c.files.import_file(
            content_url="https://x.example/a", filename="a.txt", purpose="assistants"
        ),
        "POST /files/import",
        {"content_url": "https://x.example/a", "filename": "a.txt", "purpose": "assistants"},
    ),
    "get_file": Call(lambda c: c.files.retrieve("file-1"), "GET /files/file-1"),
    "delete_file": Call(lambda c: c.files.delete("file-1"), "DELETE /files/file-1"),
    "get_file_content": Call(lambda c: c.files.content("file-1"), "GET /files/file-1/content"),
}

VECTOR_STORES = {
    "list_vector_stores": Call(
        lambda c: c.vector_stores.list(**PAGE), f"GET /vector_stores?{PAGED}"
    ),
    "create_vector_store": Call(
        lambda c: c.vector_stores.create(
            name="Docs", file_ids=["file-1"], expires_after={"anchor": "last_active_at", "days": 7}
        ),
        "POST /vector_stores",
        {
            "file_ids": ["file-1"],
            "name": "Docs",
            "expires_after": {"anchor": "last_active_at", "days": 7},
        },
    ),
    "get_vector_store": Call(lambda c: c.vector_stores.retrieve("vs_1"), "GET /vector_stores/vs_1"),
    "update_vector_store": Call(
        lambda c: c.vector_stores.update("vs_1", name=None, expires_after=None),
        "POST /vector_stores/vs_1",
        {"name": None, "expires_after": None},
    ),
    "delete_vector_store": Call(
        lambda c: c.vector_stores.delete("vs_1"), "DELETE /vector_stores/vs_1"
    ),
    "search_vector_store": Call(
        lambda c: c.vector_stores.search(
            "vs_1", query=["one", "two"], filters=IS_ONE, max_num_results=5, rewrite_query=False
        ),
        "POST /vector_stores/vs_1/search",
        {"query": ["one", "two"], "filters": IS_ONE, "max_num_results": 5, "rewrite_query": False},
    ),
    "list_vector_store_files": Call(
        lambda c: c.vector_stores.files.list("vs_1", filter="failed", **PAGE),
        f"GET /vector_stores/vs_1/files?{PAGED}&filter=failed",
    ),
    "create_vector_store_file": Call(
        lambda c: c.vector_stores.files.create(
            "vs_1", file_id="file-1", chunking_strategy=CHUNKS, attributes=ATTRIBUTES
        ),
        "POST /vector_stores/vs_1/files",
        {"file_id": "file-1", "chunking_strategy": CHUNKS, "attributes": ATTRIBUTES},
    ),
    "get_vector_store_file": Call(
        lambda c: c.vector_stores.files.retrieve("file-1", vector_store_id="vs_1"),
        "GET /vector_stores/vs_1/files/file-1",
    ),
    "update_vector_store_file": Call(
        lambda c: c.vector_stores.files.update(
            "file-1", vector_store_id="vs_1", attributes=ATTRIBUTES
        ),
        "POST /vector_stores/vs_1/files/file-1",
        {"attributes": ATTRIBUTES},
    ),
    "delete_vector_store_file": Call(
        lambda c: c.vector_stores.files.delete("file-1", vector_store_id="vs_1"),
        "DELETE /vector_stores/vs_1/files/file-1",
    ),
    "get_vector_store_file_content": Call(
        lambda c: c.vector_stores.files.content("file-1", vector_store_id="vs_1"),
        "GET /vector_stores/vs_1/files/file-1/content",
    ),
    "create_vector_store_file_batch": Call(
        lambda c: c.vector_stores.file_batches.create("vs_1", file_ids=["file-1", "file-2"]),
        "POST /vector_stores/vs_1/file_batches",
        {"file_ids": ["file-1", "file-2"]},
    ),
    "get_vector_store_file_batch": Call(
        lambda c: c.vector_stores.file_batches.retrieve("vsfb_1", vector_store_id="vs_1"),
        "GET /vector_stores/vs_1/file_batches/vsfb_1",
    ),
    "cancel_vector_store_file_batch": Call(
        lambda c: c.vector_stores.file_batches.cancel("vsfb_1", vector_store_id="vs_1"),
        "POST /vector_stores/vs_1/file_batches/vsfb_1/cancel",
    ),
    "list_vector_store_file_batch_files": Call(
        lambda c: c.vector_stores.file_batches.list_files(
            "vsfb_1", vector_store_id="vs_1", filter="completed", **PAGE
        ),
        f"GET /vector_stores/vs_1/file_batches/vsfb_1/files?{PAGED}&filter=completed",
    ),
}

CALLS: dict[str, Call] = {**ASSISTANTS, **THREADS, **RUNS, **FILES, **VECTOR_STORES}
"""By operation id."""

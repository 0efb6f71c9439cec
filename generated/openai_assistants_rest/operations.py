# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Every operation as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openai_assistants_core import Availability, Operation

if TYPE_CHECKING:
    from openai_assistants_core import BinaryContent, Page

    from .models import (
        Assistant,
        AssistantDeleted,
        AssistantFile,
        AssistantFileDeleted,
        FileContentResponse,
        FileDeleted,
        FileObject,
        Message,
        MessageDeleted,
        MessageFile,
        Run,
        RunStep,
        Thread,
        ThreadDeleted,
        VectorStore,
        VectorStoreDeleted,
        VectorStoreFile,
        VectorStoreFileBatch,
        VectorStoreFileDeleted,
        VectorStoreSearchResponse,
    )

_ASSISTANTS_PATH = Availability.from_mapping(
    {
        "openai-v1": "yes",
        "openai-v2": "yes",
        "azure": "yes",
        "azure-v1": "undeclared",
        "foundry": "yes",
    }
)
_DELETE_MESSAGE = Availability.from_mapping(
    {
        "openai-v1": "no: split",
        "openai-v2": "yes",
        "azure": {"from": "2024-05-01-preview", "otherwise": "undeclared"},
        "azure-v1": "yes",
    }
)
_EVERYBODY = Availability.from_mapping(
    {"openai-v1": "yes", "openai-v2": "yes", "azure": "yes", "azure-v1": "yes", "foundry": "yes"}
)
_FILE_IMPORT = Availability.from_mapping(
    {"openai-v1": "no: docs", "openai-v2": "no: docs", "azure": "yes"}
)
_FOUNDRY_ONLY = Availability.from_mapping(
    {"openai-v1": "no: docs", "openai-v2": "no: docs", "azure": "no: docs", "foundry": "yes"}
)
_LIST_THREADS = Availability.from_mapping(
    {"openai-v1": "no: docs", "openai-v2": "no: docs", "foundry": "yes"}
)
_STREAMING_ERA = Availability.from_mapping(
    {
        "openai-v1": "yes",
        "openai-v2": "yes",
        "azure": {"from": "2024-05-01-preview", "otherwise": "no: docs"},
        "azure-v1": "yes",
        "foundry": "yes",
    }
)
_V1_ONLY = Availability.from_mapping(
    {
        "openai-v1": "yes",
        "openai-v2": "no: split",
        "azure": {"until": "2024-04-01-preview", "otherwise": "no: split"},
        "azure-v1": "no: split",
        "foundry": "no: split",
    }
)
_V2_ONLY = Availability.from_mapping(
    {
        "openai-v1": "no: split",
        "openai-v2": "yes",
        "azure": {"from": "2024-05-01-preview", "otherwise": "no: split"},
        "azure-v1": "yes",
        "foundry": "yes",
    }
)
_VECTOR_STORE_SEARCH = Availability.from_mapping(
    {
        "openai-v1": "no: split",
        "openai-v2": "yes",
        "azure": {"from": "2025-03-01-preview", "otherwise": "undeclared"},
        "azure-v1": "yes",
    }
)

LIST_ASSISTANTS: Operation[Page[Assistant]] = Operation(
    id="list_assistants",
    method="GET",
    path="/assistants",
    resource="assistants",
    name="list",
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
    },
    kind="page",
    response="openai_assistants_rest.models.assistants:Assistant",
    repeatable=True,
    availability=_ASSISTANTS_PATH,
)
CREATE_ASSISTANT: Operation[Assistant] = Operation(
    id="create_assistant",
    method="POST",
    path="/assistants",
    resource="assistants",
    name="create",
    media="application/json",
    body="AssistantCreateRequest",
    response="openai_assistants_rest.models.assistants:Assistant",
    listed_by="list_assistants",
    availability=_ASSISTANTS_PATH,
    limits={
        "file_ids": _V1_ONLY,
        "response_format": _STREAMING_ERA,
        "temperature": _STREAMING_ERA,
        "tool_resources": _V2_ONLY,
        "tool_resources.azure_ai_search": _FOUNDRY_ONLY,
        "tool_resources.code_interpreter.data_sources": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores[].configuration": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores[].name": _FOUNDRY_ONLY,
        "top_p": _STREAMING_ERA,
    },
)
GET_ASSISTANT: Operation[Assistant] = Operation(
    id="get_assistant",
    method="GET",
    path="/assistants/{assistant_id}",
    resource="assistants",
    name="retrieve",
    path_params=("assistant_id",),
    response="openai_assistants_rest.models.assistants:Assistant",
    repeatable=True,
    availability=_ASSISTANTS_PATH,
)
UPDATE_ASSISTANT: Operation[Assistant] = Operation(
    id="update_assistant",
    method="POST",
    path="/assistants/{assistant_id}",
    resource="assistants",
    name="update",
    path_params=("assistant_id",),
    media="application/json",
    body="AssistantUpdateRequest",
    response="openai_assistants_rest.models.assistants:Assistant",
    repeatable=True,
    availability=_ASSISTANTS_PATH,
    limits={
        "file_ids": _V1_ONLY,
        "response_format": _STREAMING_ERA,
        "temperature": _STREAMING_ERA,
        "tool_resources": _V2_ONLY,
        "tool_resources.azure_ai_search": _FOUNDRY_ONLY,
        "tool_resources.code_interpreter.data_sources": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores": _FOUNDRY_ONLY,
        "top_p": _STREAMING_ERA,
    },
)
DELETE_ASSISTANT: Operation[AssistantDeleted] = Operation(
    id="delete_assistant",
    method="DELETE",
    path="/assistants/{assistant_id}",
    resource="assistants",
    name="delete",
    path_params=("assistant_id",),
    response="openai_assistants_rest.models.assistants:AssistantDeleted",
    repeatable=True,
    availability=_ASSISTANTS_PATH,
)
LIST_ASSISTANT_FILES: Operation[Page[AssistantFile]] = Operation(
    id="list_assistant_files",
    method="GET",
    path="/assistants/{assistant_id}/files",
    resource="assistants.files",
    name="list",
    path_params=("assistant_id",),
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
    },
    kind="page",
    response="openai_assistants_rest.models.assistants:AssistantFile",
    repeatable=True,
    availability=_V1_ONLY,
)
CREATE_ASSISTANT_FILE: Operation[AssistantFile] = Operation(
    id="create_assistant_file",
    method="POST",
    path="/assistants/{assistant_id}/files",
    resource="assistants.files",
    name="create",
    path_params=("assistant_id",),
    media="application/json",
    body="AssistantFileCreateRequest",
    response="openai_assistants_rest.models.assistants:AssistantFile",
    availability=_V1_ONLY,
)
GET_ASSISTANT_FILE: Operation[AssistantFile] = Operation(
    id="get_assistant_file",
    method="GET",
    path="/assistants/{assistant_id}/files/{file_id}",
    resource="assistants.files",
    name="retrieve",
    path_params=("assistant_id", "file_id"),
    response="openai_assistants_rest.models.assistants:AssistantFile",
    repeatable=True,
    availability=_V1_ONLY,
)
DELETE_ASSISTANT_FILE: Operation[AssistantFileDeleted] = Operation(
    id="delete_assistant_file",
    method="DELETE",
    path="/assistants/{assistant_id}/files/{file_id}",
    resource="assistants.files",
    name="delete",
    path_params=("assistant_id", "file_id"),
    response="openai_assistants_rest.models.assistants:AssistantFileDeleted",
    repeatable=True,
    availability=_V1_ONLY,
)
LIST_THREADS: Operation[Page[Thread]] = Operation(
    id="list_threads",
    method="GET",
    path="/threads",
    resource="threads",
    name="list",
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
    },
    kind="page",
    response="openai_assistants_rest.models.threads:Thread",
    repeatable=True,
    availability=_LIST_THREADS,
)
CREATE_THREAD: Operation[Thread] = Operation(
    id="create_thread",
    method="POST",
    path="/threads",
    resource="threads",
    name="create",
    media="application/json",
    body="ThreadCreateRequest",
    response="openai_assistants_rest.models.threads:Thread",
    listed_by="list_threads",
    availability=_EVERYBODY,
    limits={
        "messages[].attachments": _V2_ONLY,
        "messages[].attachments[].data_source": _FOUNDRY_ONLY,
        "messages[].file_ids": _V1_ONLY,
        "tool_resources": _V2_ONLY,
        "tool_resources.azure_ai_search": _FOUNDRY_ONLY,
        "tool_resources.code_interpreter.data_sources": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores[].configuration": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores[].name": _FOUNDRY_ONLY,
    },
)
CREATE_THREAD_AND_RUN: Operation[Run] = Operation(
    id="create_thread_and_run",
    method="POST",
    path="/threads/runs",
    resource="threads",
    name="create_and_run",
    media="application/json",
    body="ThreadCreateAndRunRequest",
    response="openai_assistants_rest.models.runs:Run",
    events="openai_assistants_rest.events:decode_event",
    availability=_EVERYBODY,
    limits={
        "max_completion_tokens": _STREAMING_ERA,
        "max_prompt_tokens": _STREAMING_ERA,
        "response_format": _STREAMING_ERA,
        "temperature": _STREAMING_ERA,
        "thread.messages[].attachments": _V2_ONLY,
        "thread.messages[].attachments[].data_source": _FOUNDRY_ONLY,
        "thread.messages[].file_ids": _V1_ONLY,
        "thread.tool_resources": _V2_ONLY,
        "thread.tool_resources.azure_ai_search": _FOUNDRY_ONLY,
        "thread.tool_resources.code_interpreter.data_sources": _FOUNDRY_ONLY,
        "thread.tool_resources.file_search.vector_stores[].configuration": _FOUNDRY_ONLY,
        "thread.tool_resources.file_search.vector_stores[].name": _FOUNDRY_ONLY,
        "tool_choice": _STREAMING_ERA,
        "tool_resources": _V2_ONLY,
        "tool_resources.azure_ai_search": _FOUNDRY_ONLY,
        "tool_resources.code_interpreter.data_sources": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores": _FOUNDRY_ONLY,
        "top_p": _STREAMING_ERA,
        "truncation_strategy": _STREAMING_ERA,
    },
)
GET_THREAD: Operation[Thread] = Operation(
    id="get_thread",
    method="GET",
    path="/threads/{thread_id}",
    resource="threads",
    name="retrieve",
    path_params=("thread_id",),
    response="openai_assistants_rest.models.threads:Thread",
    repeatable=True,
    availability=_EVERYBODY,
)
UPDATE_THREAD: Operation[Thread] = Operation(
    id="update_thread",
    method="POST",
    path="/threads/{thread_id}",
    resource="threads",
    name="update",
    path_params=("thread_id",),
    media="application/json",
    body="ThreadUpdateRequest",
    response="openai_assistants_rest.models.threads:Thread",
    repeatable=True,
    availability=_EVERYBODY,
    limits={
        "tool_resources": _V2_ONLY,
        "tool_resources.azure_ai_search": _FOUNDRY_ONLY,
        "tool_resources.code_interpreter.data_sources": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores": _FOUNDRY_ONLY,
    },
)
DELETE_THREAD: Operation[ThreadDeleted] = Operation(
    id="delete_thread",
    method="DELETE",
    path="/threads/{thread_id}",
    resource="threads",
    name="delete",
    path_params=("thread_id",),
    response="openai_assistants_rest.models.threads:ThreadDeleted",
    repeatable=True,
    availability=_EVERYBODY,
)
LIST_MESSAGES: Operation[Page[Message]] = Operation(
    id="list_messages",
    method="GET",
    path="/threads/{thread_id}/messages",
    resource="threads.messages",
    name="list",
    path_params=("thread_id",),
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
        "run_id": "run_id",
    },
    kind="page",
    response="openai_assistants_rest.models.messages:Message",
    repeatable=True,
    availability=_EVERYBODY,
    limits={
        "run_id": _STREAMING_ERA,
    },
)
CREATE_MESSAGE: Operation[Message] = Operation(
    id="create_message",
    method="POST",
    path="/threads/{thread_id}/messages",
    resource="threads.messages",
    name="create",
    path_params=("thread_id",),
    media="application/json",
    body="MessageCreateRequest",
    response="openai_assistants_rest.models.messages:Message",
    listed_by="list_messages",
    availability=_EVERYBODY,
    limits={
        "attachments": _V2_ONLY,
        "attachments[].data_source": _FOUNDRY_ONLY,
        "file_ids": _V1_ONLY,
    },
)
GET_MESSAGE: Operation[Message] = Operation(
    id="get_message",
    method="GET",
    path="/threads/{thread_id}/messages/{message_id}",
    resource="threads.messages",
    name="retrieve",
    path_params=("thread_id", "message_id"),
    response="openai_assistants_rest.models.messages:Message",
    repeatable=True,
    availability=_EVERYBODY,
)
UPDATE_MESSAGE: Operation[Message] = Operation(
    id="update_message",
    method="POST",
    path="/threads/{thread_id}/messages/{message_id}",
    resource="threads.messages",
    name="update",
    path_params=("thread_id", "message_id"),
    media="application/json",
    body="MessageUpdateRequest",
    response="openai_assistants_rest.models.messages:Message",
    repeatable=True,
    availability=_EVERYBODY,
)
DELETE_MESSAGE: Operation[MessageDeleted] = Operation(
    id="delete_message",
    method="DELETE",
    path="/threads/{thread_id}/messages/{message_id}",
    resource="threads.messages",
    name="delete",
    path_params=("thread_id", "message_id"),
    response="openai_assistants_rest.models.messages:MessageDeleted",
    repeatable=True,
    availability=_DELETE_MESSAGE,
)
LIST_MESSAGE_FILES: Operation[Page[MessageFile]] = Operation(
    id="list_message_files",
    method="GET",
    path="/threads/{thread_id}/messages/{message_id}/files",
    resource="threads.messages.files",
    name="list",
    path_params=("thread_id", "message_id"),
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
    },
    kind="page",
    response="openai_assistants_rest.models.messages:MessageFile",
    repeatable=True,
    availability=_V1_ONLY,
)
GET_MESSAGE_FILE: Operation[MessageFile] = Operation(
    id="get_message_file",
    method="GET",
    path="/threads/{thread_id}/messages/{message_id}/files/{file_id}",
    resource="threads.messages.files",
    name="retrieve",
    path_params=("thread_id", "message_id", "file_id"),
    response="openai_assistants_rest.models.messages:MessageFile",
    repeatable=True,
    availability=_V1_ONLY,
)
LIST_RUNS: Operation[Page[Run]] = Operation(
    id="list_runs",
    method="GET",
    path="/threads/{thread_id}/runs",
    resource="threads.runs",
    name="list",
    path_params=("thread_id",),
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
    },
    kind="page",
    response="openai_assistants_rest.models.runs:Run",
    repeatable=True,
    availability=_EVERYBODY,
)
CREATE_RUN: Operation[Run] = Operation(
    id="create_run",
    method="POST",
    path="/threads/{thread_id}/runs",
    resource="threads.runs",
    name="create",
    path_params=("thread_id",),
    query={
        "include": "include[]",
    },
    media="application/json",
    body="RunCreateRequest",
    response="openai_assistants_rest.models.runs:Run",
    listed_by="list_runs",
    events="openai_assistants_rest.events:decode_event",
    availability=_EVERYBODY,
    limits={
        "additional_messages": _STREAMING_ERA,
        "additional_messages[].attachments": _V2_ONLY,
        "additional_messages[].attachments[].data_source": _FOUNDRY_ONLY,
        "additional_messages[].file_ids": _V1_ONLY,
        "max_completion_tokens": _STREAMING_ERA,
        "max_prompt_tokens": _STREAMING_ERA,
        "response_format": _STREAMING_ERA,
        "temperature": _STREAMING_ERA,
        "tool_choice": _STREAMING_ERA,
        "tool_resources": _FOUNDRY_ONLY,
        "tool_resources.azure_ai_search": _FOUNDRY_ONLY,
        "tool_resources.code_interpreter.data_sources": _FOUNDRY_ONLY,
        "tool_resources.file_search.vector_stores": _FOUNDRY_ONLY,
        "top_p": _STREAMING_ERA,
        "truncation_strategy": _STREAMING_ERA,
    },
)
GET_RUN: Operation[Run] = Operation(
    id="get_run",
    method="GET",
    path="/threads/{thread_id}/runs/{run_id}",
    resource="threads.runs",
    name="retrieve",
    path_params=("thread_id", "run_id"),
    response="openai_assistants_rest.models.runs:Run",
    repeatable=True,
    availability=_EVERYBODY,
)
UPDATE_RUN: Operation[Run] = Operation(
    id="update_run",
    method="POST",
    path="/threads/{thread_id}/runs/{run_id}",
    resource="threads.runs",
    name="update",
    path_params=("thread_id", "run_id"),
    media="application/json",
    body="RunUpdateRequest",
    response="openai_assistants_rest.models.runs:Run",
    repeatable=True,
    availability=_EVERYBODY,
)
CANCEL_RUN: Operation[Run] = Operation(
    id="cancel_run",
    method="POST",
    path="/threads/{thread_id}/runs/{run_id}/cancel",
    resource="threads.runs",
    name="cancel",
    path_params=("thread_id", "run_id"),
    response="openai_assistants_rest.models.runs:Run",
    availability=_EVERYBODY,
)
SUBMIT_TOOL_OUTPUTS: Operation[Run] = Operation(
    id="submit_tool_outputs",
    method="POST",
    path="/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
    resource="threads.runs",
    name="submit_tool_outputs",
    path_params=("thread_id", "run_id"),
    media="application/json",
    body="SubmitToolOutputsRequest",
    response="openai_assistants_rest.models.runs:Run",
    events="openai_assistants_rest.events:decode_event",
    availability=_EVERYBODY,
    limits={
        "tool_outputs[].type": _FOUNDRY_ONLY,
    },
)
LIST_RUN_STEPS: Operation[Page[RunStep]] = Operation(
    id="list_run_steps",
    method="GET",
    path="/threads/{thread_id}/runs/{run_id}/steps",
    resource="threads.runs.steps",
    name="list",
    path_params=("thread_id", "run_id"),
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
        "include": "include[]",
    },
    kind="page",
    response="openai_assistants_rest.models.steps:RunStep",
    repeatable=True,
    availability=_EVERYBODY,
)
GET_RUN_STEP: Operation[RunStep] = Operation(
    id="get_run_step",
    method="GET",
    path="/threads/{thread_id}/runs/{run_id}/steps/{step_id}",
    resource="threads.runs.steps",
    name="retrieve",
    path_params=("thread_id", "run_id", "step_id"),
    query={
        "include": "include[]",
    },
    response="openai_assistants_rest.models.steps:RunStep",
    repeatable=True,
    availability=_EVERYBODY,
)
LIST_FILES: Operation[Page[FileObject]] = Operation(
    id="list_files",
    method="GET",
    path="/files",
    resource="files",
    name="list",
    query={
        "purpose": "purpose",
        "after": "after",
        "limit": "limit",
        "order": "order",
    },
    kind="page",
    response="openai_assistants_rest.models.files:FileObject",
    repeatable=True,
    availability=_EVERYBODY,
)
CREATE_FILE: Operation[FileObject] = Operation(
    id="create_file",
    method="POST",
    path="/files",
    resource="files",
    name="create",
    media="multipart/form-data",
    body="FileCreateRequest",
    response="openai_assistants_rest.models.files:FileObject",
    statuses=(200, 201),
    availability=_EVERYBODY,
)
IMPORT_FILE: Operation[FileObject] = Operation(
    id="import_file",
    method="POST",
    path="/files/import",
    resource="files",
    name="import_file",
    media="application/json",
    body="FileImportRequest",
    response="openai_assistants_rest.models.files:FileObject",
    statuses=(200, 201),
    availability=_FILE_IMPORT,
)
GET_FILE: Operation[FileObject] = Operation(
    id="get_file",
    method="GET",
    path="/files/{file_id}",
    resource="files",
    name="retrieve",
    path_params=("file_id",),
    response="openai_assistants_rest.models.files:FileObject",
    repeatable=True,
    availability=_EVERYBODY,
)
DELETE_FILE: Operation[FileDeleted] = Operation(
    id="delete_file",
    method="DELETE",
    path="/files/{file_id}",
    resource="files",
    name="delete",
    path_params=("file_id",),
    response="openai_assistants_rest.models.files:FileDeleted",
    statuses=(200, 204),
    repeatable=True,
    availability=_EVERYBODY,
)
GET_FILE_CONTENT: Operation[BinaryContent] = Operation(
    id="get_file_content",
    method="GET",
    path="/files/{file_id}/content",
    resource="files",
    name="content",
    path_params=("file_id",),
    kind="binary",
    repeatable=True,
    availability=_EVERYBODY,
)
LIST_VECTOR_STORES: Operation[Page[VectorStore]] = Operation(
    id="list_vector_stores",
    method="GET",
    path="/vector_stores",
    resource="vector_stores",
    name="list",
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
    },
    kind="page",
    response="openai_assistants_rest.models.vector_stores:VectorStore",
    repeatable=True,
    availability=_V2_ONLY,
)
CREATE_VECTOR_STORE: Operation[VectorStore] = Operation(
    id="create_vector_store",
    method="POST",
    path="/vector_stores",
    resource="vector_stores",
    name="create",
    media="application/json",
    body="VectorStoreCreateRequest",
    response="openai_assistants_rest.models.vector_stores:VectorStore",
    listed_by="list_vector_stores",
    availability=_V2_ONLY,
    limits={
        "configuration": _FOUNDRY_ONLY,
    },
)
GET_VECTOR_STORE: Operation[VectorStore] = Operation(
    id="get_vector_store",
    method="GET",
    path="/vector_stores/{vector_store_id}",
    resource="vector_stores",
    name="retrieve",
    path_params=("vector_store_id",),
    response="openai_assistants_rest.models.vector_stores:VectorStore",
    repeatable=True,
    availability=_V2_ONLY,
)
UPDATE_VECTOR_STORE: Operation[VectorStore] = Operation(
    id="update_vector_store",
    method="POST",
    path="/vector_stores/{vector_store_id}",
    resource="vector_stores",
    name="update",
    path_params=("vector_store_id",),
    media="application/json",
    body="VectorStoreUpdateRequest",
    response="openai_assistants_rest.models.vector_stores:VectorStore",
    repeatable=True,
    availability=_V2_ONLY,
)
DELETE_VECTOR_STORE: Operation[VectorStoreDeleted] = Operation(
    id="delete_vector_store",
    method="DELETE",
    path="/vector_stores/{vector_store_id}",
    resource="vector_stores",
    name="delete",
    path_params=("vector_store_id",),
    response="openai_assistants_rest.models.vector_stores:VectorStoreDeleted",
    repeatable=True,
    availability=_V2_ONLY,
)
SEARCH_VECTOR_STORE: Operation[Page[VectorStoreSearchResponse]] = Operation(
    id="search_vector_store",
    method="POST",
    path="/vector_stores/{vector_store_id}/search",
    resource="vector_stores",
    name="search",
    path_params=("vector_store_id",),
    media="application/json",
    body="VectorStoreSearchRequest",
    kind="page",
    response="openai_assistants_rest.models.vector_stores:VectorStoreSearchResponse",
    repeatable=True,
    availability=_VECTOR_STORE_SEARCH,
)
LIST_VECTOR_STORE_FILES: Operation[Page[VectorStoreFile]] = Operation(
    id="list_vector_store_files",
    method="GET",
    path="/vector_stores/{vector_store_id}/files",
    resource="vector_stores.files",
    name="list",
    path_params=("vector_store_id",),
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
        "filter": "filter",
    },
    kind="page",
    response="openai_assistants_rest.models.vector_stores:VectorStoreFile",
    repeatable=True,
    availability=_V2_ONLY,
)
CREATE_VECTOR_STORE_FILE: Operation[VectorStoreFile] = Operation(
    id="create_vector_store_file",
    method="POST",
    path="/vector_stores/{vector_store_id}/files",
    resource="vector_stores.files",
    name="create",
    path_params=("vector_store_id",),
    media="application/json",
    body="VectorStoreFileCreateRequest",
    response="openai_assistants_rest.models.vector_stores:VectorStoreFile",
    availability=_V2_ONLY,
    limits={
        "data_source": _FOUNDRY_ONLY,
    },
)
GET_VECTOR_STORE_FILE: Operation[VectorStoreFile] = Operation(
    id="get_vector_store_file",
    method="GET",
    path="/vector_stores/{vector_store_id}/files/{file_id}",
    resource="vector_stores.files",
    name="retrieve",
    path_params=("vector_store_id", "file_id"),
    response="openai_assistants_rest.models.vector_stores:VectorStoreFile",
    repeatable=True,
    availability=_V2_ONLY,
)
UPDATE_VECTOR_STORE_FILE: Operation[VectorStoreFile] = Operation(
    id="update_vector_store_file",
    method="POST",
    path="/vector_stores/{vector_store_id}/files/{file_id}",
    resource="vector_stores.files",
    name="update",
    path_params=("vector_store_id", "file_id"),
    media="application/json",
    body="VectorStoreFileUpdateRequest",
    response="openai_assistants_rest.models.vector_stores:VectorStoreFile",
    repeatable=True,
    availability=_VECTOR_STORE_SEARCH,
)
DELETE_VECTOR_STORE_FILE: Operation[VectorStoreFileDeleted] = Operation(
    id="delete_vector_store_file",
    method="DELETE",
    path="/vector_stores/{vector_store_id}/files/{file_id}",
    resource="vector_stores.files",
    name="delete",
    path_params=("vector_store_id", "file_id"),
    response="openai_assistants_rest.models.vector_stores:VectorStoreFileDeleted",
    repeatable=True,
    availability=_V2_ONLY,
)
GET_VECTOR_STORE_FILE_CONTENT: Operation[Page[FileContentResponse]] = Operation(
    id="get_vector_store_file_content",
    method="GET",
    path="/vector_stores/{vector_store_id}/files/{file_id}/content",
    resource="vector_stores.files",
    name="content",
    path_params=("vector_store_id", "file_id"),
    kind="page",
    response="openai_assistants_rest.models.vector_stores:FileContentResponse",
    repeatable=True,
    availability=_VECTOR_STORE_SEARCH,
)
CREATE_VECTOR_STORE_FILE_BATCH: Operation[VectorStoreFileBatch] = Operation(
    id="create_vector_store_file_batch",
    method="POST",
    path="/vector_stores/{vector_store_id}/file_batches",
    resource="vector_stores.file_batches",
    name="create",
    path_params=("vector_store_id",),
    media="application/json",
    body="VectorStoreFileBatchCreateRequest",
    response="openai_assistants_rest.models.vector_stores:VectorStoreFileBatch",
    availability=_V2_ONLY,
    limits={
        "data_sources": _FOUNDRY_ONLY,
    },
)
GET_VECTOR_STORE_FILE_BATCH: Operation[VectorStoreFileBatch] = Operation(
    id="get_vector_store_file_batch",
    method="GET",
    path="/vector_stores/{vector_store_id}/file_batches/{batch_id}",
    resource="vector_stores.file_batches",
    name="retrieve",
    path_params=("vector_store_id", "batch_id"),
    response="openai_assistants_rest.models.vector_stores:VectorStoreFileBatch",
    repeatable=True,
    availability=_V2_ONLY,
)
CANCEL_VECTOR_STORE_FILE_BATCH: Operation[VectorStoreFileBatch] = Operation(
    id="cancel_vector_store_file_batch",
    method="POST",
    path="/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel",
    resource="vector_stores.file_batches",
    name="cancel",
    path_params=("vector_store_id", "batch_id"),
    response="openai_assistants_rest.models.vector_stores:VectorStoreFileBatch",
    availability=_V2_ONLY,
)
LIST_VECTOR_STORE_FILE_BATCH_FILES: Operation[Page[VectorStoreFile]] = Operation(
    id="list_vector_store_file_batch_files",
    method="GET",
    path="/vector_stores/{vector_store_id}/file_batches/{batch_id}/files",
    resource="vector_stores.file_batches",
    name="list_files",
    path_params=("vector_store_id", "batch_id"),
    query={
        "after": "after",
        "before": "before",
        "limit": "limit",
        "order": "order",
        "filter": "filter",
    },
    kind="page",
    response="openai_assistants_rest.models.vector_stores:VectorStoreFile",
    repeatable=True,
    availability=_V2_ONLY,
)

OPERATIONS: dict[str, Operation[Any]] = {
    operation.id: operation
    for operation in (
        LIST_ASSISTANTS,
        CREATE_ASSISTANT,
        GET_ASSISTANT,
        UPDATE_ASSISTANT,
        DELETE_ASSISTANT,
        LIST_ASSISTANT_FILES,
        CREATE_ASSISTANT_FILE,
        GET_ASSISTANT_FILE,
        DELETE_ASSISTANT_FILE,
        LIST_THREADS,
        CREATE_THREAD,
        CREATE_THREAD_AND_RUN,
        GET_THREAD,
        UPDATE_THREAD,
        DELETE_THREAD,
        LIST_MESSAGES,
        CREATE_MESSAGE,
        GET_MESSAGE,
        UPDATE_MESSAGE,
        DELETE_MESSAGE,
        LIST_MESSAGE_FILES,
        GET_MESSAGE_FILE,
        LIST_RUNS,
        CREATE_RUN,
        GET_RUN,
        UPDATE_RUN,
        CANCEL_RUN,
        SUBMIT_TOOL_OUTPUTS,
        LIST_RUN_STEPS,
        GET_RUN_STEP,
        LIST_FILES,
        CREATE_FILE,
        IMPORT_FILE,
        GET_FILE,
        DELETE_FILE,
        GET_FILE_CONTENT,
        LIST_VECTOR_STORES,
        CREATE_VECTOR_STORE,
        GET_VECTOR_STORE,
        UPDATE_VECTOR_STORE,
        DELETE_VECTOR_STORE,
        SEARCH_VECTOR_STORE,
        LIST_VECTOR_STORE_FILES,
        CREATE_VECTOR_STORE_FILE,
        GET_VECTOR_STORE_FILE,
        UPDATE_VECTOR_STORE_FILE,
        DELETE_VECTOR_STORE_FILE,
        GET_VECTOR_STORE_FILE_CONTENT,
        CREATE_VECTOR_STORE_FILE_BATCH,
        GET_VECTOR_STORE_FILE_BATCH,
        CANCEL_VECTOR_STORE_FILE_BATCH,
        LIST_VECTOR_STORE_FILE_BATCH_FILES,
    )
}

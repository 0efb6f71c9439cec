# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""What requests are made of, as TypedDicts: plain dicts of these shapes, or the models, are taken.

The classes named ...Params hold everything that one operation's method takes besides the ids in its
path, for `Unpack`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Required, TypeAlias, TypedDict

from openai_assistants_core import FileTypes, NotGiven

if TYPE_CHECKING:
    from .models import (
        AssistantToolChoice,
        AssistantToolChoiceFunction,
        Attachment,
        AttachmentToolFileSearch,
        CodeInterpreterTool,
        FileSearch,
        FileSearchRankingOptions,
        FileSearchTool,
        FunctionDefinition,
        FunctionTool,
        ImageFile,
        ImageFileContentBlock,
        ImageURL,
        ImageURLContentBlock,
        JSONSchema,
        ResponseFormatJSONObject,
        ResponseFormatJSONSchema,
        ResponseFormatText,
        RetrievalTool,
        TruncationStrategy,
    )

AssistantResponseFormatOptionParam: TypeAlias = (
    "Literal['auto', 'none'] | str | ResponseFormatParam"
)
"""Form of the answer; auto leaves it to the model."""

AssistantToolParam: TypeAlias = "CodeInterpreterToolParam | CodeInterpreterTool | FileSearchToolParam | FileSearchTool | RetrievalToolParam | RetrievalTool | FunctionToolParam | FunctionTool"
"""Something an assistant can use."""

AssistantToolChoiceOptionParam: TypeAlias = (
    "Literal['none', 'auto', 'required'] | str | AssistantToolChoiceParam | AssistantToolChoice"
)
"""Which tool the model uses; none, auto, required, or one named tool."""

AttachmentToolParam: TypeAlias = "CodeInterpreterToolParam | CodeInterpreterTool | AttachmentToolFileSearchParam | AttachmentToolFileSearch"
"""A tool that may read an attachment."""

FileChunkingStrategyParam: TypeAlias = (
    "AutoFileChunkingStrategyParam | StaticFileChunkingStrategyObjectParam"
)
"""How files are cut into pieces."""

FileObjectPurposeParam: TypeAlias = "Literal['assistants', 'assistants_output', 'batch', 'batch_output', 'evals', 'fine-tune', 'fine-tune-results', 'user_data', 'vision'] | str"
"""What a file is for."""

FilePurposeParam: TypeAlias = "Literal['assistants', 'assistants_output', 'batch', 'evals', 'fine-tune', 'fine-tune-results', 'user_data', 'vision'] | str"
"""What a file is uploaded for; assistants_output and fine-tune-results only on Azure."""

FileSearchRankerParam: TypeAlias = "Literal['auto', 'default_2024_08_21'] | str"
"""Ranking model of a file search."""

FunctionParametersParam: TypeAlias = "Mapping[str, object]"
"""JSON Schema of the arguments of a function."""

HybridSearchParam: TypeAlias = "Mapping[str, object]"
"""Weights of a search by meaning and by words together."""

ImageDetailParam: TypeAlias = "Literal['auto', 'low', 'high'] | str"
"""How closely a model looks at an image; low costs fewer tokens."""

JSONSchemaDefinitionParam: TypeAlias = "Mapping[str, object]"
"""A JSON Schema."""

MessageContentParam: TypeAlias = "str | Sequence[MessageContentPartParam]"
"""What a message says, as text or in parts."""

MessageContentPartParam: TypeAlias = "TextContentBlockParam | ImageFileContentBlockParam | ImageFileContentBlock | ImageURLContentBlockParam | ImageURLContentBlock"
"""One part of a message to add."""

MessageRoleParam: TypeAlias = "Literal['user', 'assistant'] | str"
"""Who wrote a message; the first Azure versions take only user."""

MetadataParam: TypeAlias = "Mapping[str, MetadataValueParam]"
"""Notes to keep with an object, at most 16; keys up to 64 and values up to 512 characters."""

MetadataValueParam: TypeAlias = "str | object"
"""A metadata value; the first generation turns numbers and booleans into text."""

ReasoningEffortParam: TypeAlias = (
    "Literal['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] | str"
)
"""How much a reasoning model thinks before it answers."""

ResponseFormatParam: TypeAlias = "ResponseFormatTextParam | ResponseFormatText | ResponseFormatJSONObjectParam | ResponseFormatJSONObject | ResponseFormatJSONSchemaParam | ResponseFormatJSONSchema"
"""Form of the answer, by type."""

RunStepIncludeParam: TypeAlias = (
    "Literal['step_details.tool_calls[*].file_search.results[*].content'] | str"
)
"""Fields of a step that are sent only when asked for."""

SortOrderParam: TypeAlias = "Literal['asc', 'desc'] | str"
"""Direction of a list by time of creation."""


class AssistantCreateRequest(TypedDict, total=False):
    """An assistant to create."""

    model: Required[str]
    """Name of the model, on Azure of the deployment."""
    name: str | None
    """Its name, up to 256 characters."""
    description: str | None
    """What it is for, up to 512 characters."""
    instructions: str | None
    """What the model is told first; up to 256,000 characters, 32,768 on Azure's v1."""
    tools: Sequence[AssistantToolParam]
    """What it can use, at most 128."""
    file_ids: Sequence[str]
    """First generation; ids of files to link, at most 20."""
    tool_resources: ToolResourcesCreateParam | None
    """What its tools may work with."""
    metadata: MetadataParam | None
    """Notes to keep with it."""
    temperature: float | None
    """Randomness of the sampling, from 0 to 2."""
    top_p: float | None
    """Share of the likeliest tokens that are sampled, from 0 to 1."""
    response_format: AssistantResponseFormatOptionParam | None
    """Form of its answers."""
    reasoning_effort: ReasoningEffortParam | None
    """How much a reasoning model thinks."""


class AssistantFileCreateRequest(TypedDict, total=False):
    """First generation; a file to link to an assistant."""

    file_id: Required[str]
    """Id of an uploaded file with the purpose assistants."""


class AssistantToolChoiceParam(TypedDict, total=False):
    """A tool the model has to use."""

    type: Required[Literal["function", "code_interpreter", "file_search", "retrieval"] | str]
    """Type of the tool."""
    function: AssistantToolChoiceFunctionParam | AssistantToolChoiceFunction
    """The function, when the type is function."""


class AssistantToolChoiceFunctionParam(TypedDict, total=False):
    """A function the model has to call."""

    name: Required[str]
    """Name of the function."""


class AssistantUpdateRequest(TypedDict, total=False):
    """Fields of an assistant to change; the others stay."""

    model: str
    """Name of the model, on Azure of the deployment."""
    name: str | None
    """Its name, up to 256 characters."""
    description: str | None
    """What it is for, up to 512 characters."""
    instructions: str | None
    """What the model is told first; up to 256,000 characters, 32,768 on dated Azure."""
    tools: Sequence[AssistantToolParam]
    """What it can use, at most 128; replaces the list."""
    file_ids: Sequence[str]
    """First generation; ids of the linked files, at most 20; replaces the list."""
    tool_resources: ToolResourcesUpdateParam | None
    """What its tools may work with."""
    metadata: MetadataParam | None
    """Notes to keep with it."""
    temperature: float | None
    """Randomness of the sampling, from 0 to 2."""
    top_p: float | None
    """Share of the likeliest tokens that are sampled, from 0 to 1."""
    response_format: AssistantResponseFormatOptionParam | None
    """Form of its answers."""
    reasoning_effort: ReasoningEffortParam | None
    """How much a reasoning model thinks."""


class AttachmentParam(TypedDict, total=False):
    """A file that comes with a message."""

    file_id: str
    """Id of an uploaded file."""
    tools: Sequence[AttachmentToolParam]
    """The tools that may read it."""


class AttachmentToolFileSearchParam(TypedDict, total=False):
    """The file search, without settings."""

    type: Required[Literal["file_search"]]
    """Always file_search."""


class AutoFileChunkingStrategyParam(TypedDict, total=False):
    """Pieces of 800 tokens that overlap by 400."""

    type: Required[Literal["auto"]]
    """Always auto."""


class CodeInterpreterToolParam(TypedDict, total=False):
    """Writes Python and runs it in a sandbox."""

    type: Required[Literal["code_interpreter"]]
    """Always code_interpreter."""


class FileCreateRequest(TypedDict, total=False):
    """A file to upload."""

    file: Required[FileTypes]
    """The content, with a name."""
    purpose: Required[FilePurposeParam]
    """What the file is for."""
    expires_after: FileExpirationAfterParam
    """When the file is to be removed; left out, it stays."""


class FileExpirationAfterParam(TypedDict, total=False):
    """Lifetime of a file."""

    anchor: Required[Literal["created_at"]]
    """The lifetime starts with the upload; always created_at."""
    seconds: Required[int]
    """Seconds to keep it, from an hour to 30 days."""


class FileSearchParam(TypedDict, total=False):
    """Settings of a file search."""

    max_num_results: int
    """Most results to give the model, from 1 to 50."""
    ranking_options: FileSearchRankingOptionsParam | FileSearchRankingOptions
    """How results are ranked and cut off."""


class FileSearchRankingOptionsParam(TypedDict, total=False):
    """How search results are ranked and cut off."""

    score_threshold: Required[float]
    """Lowest score a result may have, from 0 to 1."""
    ranker: FileSearchRankerParam
    """The ranking model."""
    hybrid_search: HybridSearchParam | None
    """Weights of a mixed search; services send null."""


class FileSearchToolParam(TypedDict, total=False):
    """Second generation; searches vector stores."""

    type: Required[Literal["file_search"]]
    """Always file_search."""
    file_search: FileSearchParam | FileSearch
    """Settings of the search."""


class FunctionDefinitionParam(TypedDict, total=False):
    """What the model is told about a function."""

    name: Required[str]
    """Name of the function; letters, digits, underscores and dashes, up to 64."""
    description: str | None
    """What the function does; the model chooses by it."""
    parameters: FunctionParametersParam
    """JSON Schema of the arguments; without it the function takes none."""
    strict: bool | None
    """Whether the arguments must follow the schema to the letter."""


class FunctionToolParam(TypedDict, total=False):
    """A function of the caller, which the caller runs when the run asks for it."""

    type: Required[Literal["function"]]
    """Always function."""
    function: Required[FunctionDefinitionParam | FunctionDefinition]
    """What the model is told about the function."""


class ImageFileParam(TypedDict, total=False):
    """An image that is stored as a file."""

    file_id: Required[str]
    """Id of the file; upload it with the purpose vision."""
    detail: ImageDetailParam
    """How closely the model looks."""


class ImageFileContentBlockParam(TypedDict, total=False):
    """An image that is stored as a file."""

    type: Required[Literal["image_file"]]
    """Always image_file."""
    image_file: Required[ImageFileParam | ImageFile]
    """The image."""


class ImageURLParam(TypedDict, total=False):
    """An image on the web."""

    url: Required[str]
    """Address of a jpeg, png, gif or webp image."""
    detail: ImageDetailParam
    """How closely the model looks."""


class ImageURLContentBlockParam(TypedDict, total=False):
    """An image on the web."""

    type: Required[Literal["image_url"]]
    """Always image_url."""
    image_url: Required[ImageURLParam | ImageURL]
    """The image."""


class JSONSchemaParam(TypedDict, total=False):
    """A named JSON Schema for answers."""

    name: Required[str]
    """Name of the format; letters, digits, underscores and dashes, up to 64."""
    description: str | None
    """What the format is for; the model reads it."""
    schema: JSONSchemaDefinitionParam
    """The JSON Schema itself."""
    strict: bool | None
    """Whether the answer must follow the schema to the letter."""


class MessageCreateRequest(TypedDict, total=False):
    """A message to add to a thread."""

    role: Required[MessageRoleParam]
    """Who speaks."""
    content: Required[MessageContentParam]
    """What is said, as text or in parts."""
    file_ids: Sequence[str]
    """First generation; ids of files to link, at most 10."""
    attachments: Sequence[AttachmentParam | Attachment] | None
    """Files that come with it, and the tools that may read them."""
    metadata: MetadataParam | None
    """Notes to keep with it."""


class MessageUpdateRequest(TypedDict, total=False):
    """Fields of a message to change."""

    metadata: MetadataParam | None
    """Notes to keep with it."""


class ResponseFormatJSONObjectParam(TypedDict, total=False):
    """Any JSON object; the instructions must ask for JSON too."""

    type: Required[Literal["json_object"]]
    """Always json_object."""


class ResponseFormatJSONSchemaParam(TypedDict, total=False):
    """JSON that follows a schema."""

    type: Required[Literal["json_schema"]]
    """Always json_schema."""
    json_schema: Required[JSONSchemaParam | JSONSchema]
    """The schema and its name."""


class ResponseFormatTextParam(TypedDict, total=False):
    """Plain text."""

    type: Required[Literal["text"]]
    """Always text."""


class RetrievalToolParam(TypedDict, total=False):
    """First generation; searches the linked files."""

    type: Required[Literal["retrieval"]]
    """Always retrieval."""


class RunCreateRequest(TypedDict, total=False):
    """A run to start."""

    assistant_id: Required[str]
    """Id of the assistant to put to work."""
    model: str | None
    """Another model than the assistant's."""
    instructions: str | None
    """Other instructions than the assistant's."""
    additional_instructions: str | None
    """Text to add to the instructions."""
    additional_messages: Sequence[MessageCreateRequest] | None
    """Messages to add to the thread first."""
    tools: Sequence[AssistantToolParam] | None
    """Other tools than the assistant's, at most 20."""
    metadata: MetadataParam | None
    """Notes to keep with it."""
    temperature: float | None
    """Randomness of the sampling, from 0 to 2."""
    top_p: float | None
    """Share of the likeliest tokens that are sampled, from 0 to 1."""
    stream: bool | None
    """Whether to answer with a stream of events."""
    max_prompt_tokens: int | None
    """Most tokens it may read, at least 256; beyond that it ends incomplete."""
    max_completion_tokens: int | None
    """Most tokens it may write; beyond that it ends incomplete."""
    truncation_strategy: TruncationStrategyParam | TruncationStrategy | None
    """How much of the thread it reads."""
    tool_choice: AssistantToolChoiceOptionParam | None
    """Which tool it has to use."""
    parallel_tool_calls: bool
    """Whether it may call several functions at once; true when left out."""
    response_format: AssistantResponseFormatOptionParam | None
    """Form of its answers."""
    reasoning_effort: ReasoningEffortParam | None
    """How much a reasoning model thinks."""


class RunUpdateRequest(TypedDict, total=False):
    """Fields of a run to change."""

    metadata: MetadataParam | None
    """Notes to keep with it."""


class StaticFileChunkingStrategyParam(TypedDict, total=False):
    """Size and overlap of the pieces of a file."""

    max_chunk_size_tokens: Required[int]
    """Most tokens in a piece, from 100 to 4096."""
    chunk_overlap_tokens: Required[int]
    """Tokens shared by neighbours; at most half a piece."""


class StaticFileChunkingStrategyObjectParam(TypedDict, total=False):
    """Pieces of a chosen size."""

    type: Required[Literal["static"]]
    """Always static."""
    static: Required[StaticFileChunkingStrategyParam]
    """The sizes."""


class StreamOptionsParam(TypedDict, total=False):
    """Azure; settings of a stream."""

    include_usage: bool | None
    """Whether to report the tokens spent in the stream."""


class SubmitToolOutputsRequest(TypedDict, total=False):
    """Answers to function calls."""

    tool_outputs: Required[Sequence[ToolOutputParam]]
    """One answer for every call the run is waiting for."""
    stream: bool | None
    """Whether to answer with a stream of events."""


class TextContentBlockParam(TypedDict, total=False):
    """Text of a message to add."""

    type: Required[Literal["text"]]
    """Always text."""
    text: Required[str]
    """The text itself."""


class ThreadCreateAndRunRequest(TypedDict, total=False):
    """A thread to create and a run to start on it."""

    assistant_id: Required[str]
    """Id of the assistant to put to work."""
    thread: ThreadCreateRequest
    """The thread; left out, it starts empty."""
    model: str | None
    """Another model than the assistant's."""
    instructions: str | None
    """Other instructions than the assistant's."""
    tools: Sequence[AssistantToolParam] | None
    """Other tools than the assistant's, at most 20."""
    tool_resources: ToolResourcesUpdateParam | None
    """What its tools may work with."""
    metadata: MetadataParam | None
    """Notes to keep with the run."""
    temperature: float | None
    """Randomness of the sampling, from 0 to 2."""
    top_p: float | None
    """Share of the likeliest tokens that are sampled, from 0 to 1."""
    stream: bool | None
    """Whether to answer with a stream of events."""
    stream_options: StreamOptionsParam | None
    """Azure; settings of the stream."""
    max_prompt_tokens: int | None
    """Most tokens it may read, at least 256; beyond that it ends incomplete."""
    max_completion_tokens: int | None
    """Most tokens it may write; beyond that it ends incomplete."""
    truncation_strategy: TruncationStrategyParam | TruncationStrategy | None
    """How much of the thread it reads."""
    tool_choice: AssistantToolChoiceOptionParam | None
    """Which tool it has to use."""
    parallel_tool_calls: bool
    """Whether it may call several functions at once; true when left out."""
    response_format: AssistantResponseFormatOptionParam | None
    """Form of its answers."""


class ThreadCreateRequest(TypedDict, total=False):
    """A thread to create."""

    messages: Sequence[MessageCreateRequest]
    """Messages to start with."""
    tool_resources: ToolResourcesCreateParam | None
    """What the tools may work with in this thread."""
    metadata: MetadataParam | None
    """Notes to keep with it."""


class ThreadUpdateRequest(TypedDict, total=False):
    """Fields of a thread to change; the others stay."""

    tool_resources: ToolResourcesUpdateParam | None
    """What the tools may work with in this thread."""
    metadata: MetadataParam | None
    """Notes to keep with it."""


class ToolOutputParam(TypedDict, total=False):
    """The answer to one function call."""

    tool_call_id: str
    """Id of the call."""
    output: str
    """What the function returned, as text."""


class ToolResourcesCodeInterpreterParam(TypedDict, total=False):
    """Files for the code interpreter."""

    file_ids: Sequence[str]
    """Ids of uploaded files, at most 20."""


class ToolResourcesCreateParam(TypedDict, total=False):
    """What the tools may work with; can make a vector store on the way."""

    code_interpreter: ToolResourcesCodeInterpreterParam
    """Files for the code interpreter."""
    file_search: ToolResourcesFileSearchCreateParam
    """A vector store for the file search, by id or made from files."""


class ToolResourcesFileSearchCreateParam(TypedDict, total=False):
    """A vector store for the file search; give an id or the files for a new one, not both."""

    vector_store_ids: Sequence[str]
    """Id of a vector store, at most one."""
    vector_stores: Sequence[ToolResourcesFileSearchVectorStoreParam]
    """A vector store to make, at most one."""


class ToolResourcesFileSearchUpdateParam(TypedDict, total=False):
    """A vector store for the file search."""

    vector_store_ids: Sequence[str]
    """Id of a vector store, at most one."""


class ToolResourcesFileSearchVectorStoreParam(TypedDict, total=False):
    """A vector store to make from files."""

    file_ids: Sequence[str]
    """Ids of uploaded files; older stores hold 10,000, newer ones 100,000,000."""
    chunking_strategy: FileChunkingStrategyParam
    """How the files are cut into pieces."""
    metadata: MetadataParam | None
    """Notes to keep with the vector store."""


class ToolResourcesUpdateParam(TypedDict, total=False):
    """What the tools may work with; only vector stores that exist."""

    code_interpreter: ToolResourcesCodeInterpreterParam
    """Files for the code interpreter."""
    file_search: ToolResourcesFileSearchUpdateParam
    """A vector store for the file search, by id."""


class TruncationStrategyParam(TypedDict, total=False):
    """How much of a thread a run reads."""

    type: Required[Literal["auto", "last_messages"] | str]
    """Drop messages from the middle as needed (auto), or read only the last ones."""
    last_messages: int | None
    """How many, when the type is last_messages."""


class CallParams(TypedDict, total=False):
    """What every method takes besides its own arguments."""

    extra_headers: Mapping[str, str] | None
    """Headers to send besides, or instead of, the client's."""
    extra_query: Mapping[str, object] | None
    """Query parameters to add."""
    extra_body: Mapping[str, object] | None
    """Fields to add to the JSON body, unchecked."""
    timeout: Any | NotGiven
    """Seconds to wait for this call, instead of the client's."""


class CreateAssistantParams(AssistantCreateRequest, CallParams, total=False):
    """What `assistants.create` takes besides the ids in its path."""


class UpdateAssistantParams(AssistantUpdateRequest, CallParams, total=False):
    """What `assistants.update` takes besides the ids in its path."""


class CreateAssistantFileParams(AssistantFileCreateRequest, CallParams, total=False):
    """What `assistants.files.create` takes besides the ids in its path."""


class CreateThreadParams(ThreadCreateRequest, CallParams, total=False):
    """What `threads.create` takes besides the ids in its path."""


class CreateThreadAndRunParams(ThreadCreateAndRunRequest, CallParams, total=False):
    """What `threads.create_and_run` takes besides the ids in its path."""


class UpdateThreadParams(ThreadUpdateRequest, CallParams, total=False):
    """What `threads.update` takes besides the ids in its path."""


class CreateMessageParams(MessageCreateRequest, CallParams, total=False):
    """What `threads.messages.create` takes besides the ids in its path."""


class UpdateMessageParams(MessageUpdateRequest, CallParams, total=False):
    """What `threads.messages.update` takes besides the ids in its path."""


class CreateRunParams(RunCreateRequest, CallParams, total=False):
    """What `threads.runs.create` takes besides the ids in its path."""

    include: Sequence[RunStepIncludeParam]
    """Extra fields to put into the steps."""


class UpdateRunParams(RunUpdateRequest, CallParams, total=False):
    """What `threads.runs.update` takes besides the ids in its path."""


class SubmitToolOutputsParams(SubmitToolOutputsRequest, CallParams, total=False):
    """What `threads.runs.submit_tool_outputs` takes besides the ids in its path."""

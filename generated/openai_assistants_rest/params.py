# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""What requests are made of, as TypedDicts: plain dicts of these shapes, or the models, are taken.

The classes named ...Params hold everything that one operation's method takes besides the ids in its
path, for `Unpack`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Required, TypeAlias, TypedDict

from openai_assistants_core import FileTypes, NotGiven

if TYPE_CHECKING:
    from .models import (
        AISearchIndexResource,
        AssistantToolChoice,
        AssistantToolChoiceFunction,
        Attachment,
        AttachmentToolFileSearch,
        AzureAISearchTool,
        AzureAISearchToolResource,
        AzureFunctionBinding,
        AzureFunctionDefinition,
        AzureFunctionStorageQueue,
        AzureFunctionTool,
        BingGroundingSearchConfiguration,
        BingGroundingSearchParameters,
        BingGroundingTool,
        CodeInterpreterTool,
        ConnectedAgentDetails,
        ConnectedAgentTool,
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
        OpenAPIAnonymousAuth,
        OpenAPIConnectionAuth,
        OpenAPIConnectionSecurityScheme,
        OpenAPIFunctionDefinition,
        OpenAPIManagedAuth,
        OpenAPIManagedSecurityScheme,
        OpenAPITool,
        ResponseFormatJSONObject,
        ResponseFormatJSONSchema,
        ResponseFormatText,
        RetrievalTool,
        StaticFileChunkingStrategy,
        TruncationStrategy,
        VectorStoreConfiguration,
        VectorStoreConfigurations,
        VectorStoreDataSource,
        VectorStoreExpirationAfter,
    )

AssistantModelParam: TypeAlias = "WellKnownModelParam | str"
"""Name of a model, on Azure of the deployment; any text will do."""

AssistantResponseFormatOptionParam: TypeAlias = (
    "Literal['auto', 'none'] | str | ResponseFormatParam | type[Any]"
)
"""Form of the answer; auto leaves it to the model."""

AssistantToolParam: TypeAlias = "CodeInterpreterToolParam | CodeInterpreterTool | FileSearchToolParam | FileSearchTool | RetrievalToolParam | RetrievalTool | FunctionToolParam | FunctionTool | AzureAISearchToolParam | AzureAISearchTool | BingGroundingToolParam | BingGroundingTool | ConnectedAgentToolParam | ConnectedAgentTool | OpenAPIToolParam | OpenAPITool | AzureFunctionToolParam | AzureFunctionTool | Callable[..., Any]"
"""Something an assistant can use."""

AssistantToolChoiceOptionParam: TypeAlias = (
    "Literal['none', 'auto', 'required'] | str | AssistantToolChoiceParam | AssistantToolChoice"
)
"""Which tool the model uses; none, auto, required, or one named tool."""

AttachmentToolParam: TypeAlias = "CodeInterpreterToolParam | CodeInterpreterTool | AttachmentToolFileSearchParam | AttachmentToolFileSearch | FunctionToolParam | FunctionTool | AzureAISearchToolParam | AzureAISearchTool | BingGroundingToolParam | BingGroundingTool | ConnectedAgentToolParam | ConnectedAgentTool | OpenAPIToolParam | OpenAPITool | AzureFunctionToolParam | AzureFunctionTool"
"""A tool that may read an attachment."""

AzureAISearchQueryTypeParam: TypeAlias = "Literal['simple', 'semantic', 'vector', 'vector_simple_hybrid', 'vector_semantic_hybrid'] | str"
"""How an index of Azure AI Search is searched."""

ComparisonFilterTypeParam: TypeAlias = (
    "Literal['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin'] | str"
)
"""Equal, unequal, greater, less, or one of a list; in and nin came in 2026."""

ComparisonFilterValueParam: TypeAlias = (
    "str | float | bool | Sequence[ComparisonFilterValueItemParam]"
)
"""What an attribute is compared with."""

ComparisonFilterValueItemParam: TypeAlias = "str | float"
"""One of the values an attribute may have."""

CompoundFilterItemParam: TypeAlias = "ComparisonFilterParam | CompoundFilterParam"
"""A condition within another one."""

CompoundFilterTypeParam: TypeAlias = "Literal['and', 'or'] | str"
"""Whether all conditions must hold, or any."""

FileChunkingStrategyParam: TypeAlias = (
    "AutoFileChunkingStrategyParam | StaticFileChunkingStrategyObjectParam"
)
"""How files are cut into pieces."""

FileImportPurposeParam: TypeAlias = "Literal['assistants', 'assistants_output', 'batch', 'batch_output', 'fine-tune', 'fine-tune-results'] | str"
"""What a file is imported for."""

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

MetadataValueParam: TypeAlias = "str | bool | float"
"""A metadata value; the first generation turns numbers and booleans into text."""

OpenAPIAuthParam: TypeAlias = "OpenAPIAnonymousAuthParam | OpenAPIAnonymousAuth | OpenAPIConnectionAuthParam | OpenAPIConnectionAuth | OpenAPIManagedAuthParam | OpenAPIManagedAuth"
"""How the service signs in to a web API."""

OpenAPISpecificationParam: TypeAlias = "Mapping[str, object]"
"""An OpenAPI document."""

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

VectorStoreDataSourceTypeParam: TypeAlias = "Literal['uri_asset', 'id_asset'] | str"
"""Whether a data source is named by its address or by its id."""

VectorStoreFileAttributeParam: TypeAlias = "str | float | bool"
"""Value of an attribute."""

VectorStoreFileAttributesParam: TypeAlias = "Mapping[str, VectorStoreFileAttributeParam]"
"""Attributes of a file, at most 16; keys up to 64 characters and text up to 512."""

VectorStoreFileStatusParam: TypeAlias = (
    "Literal['in_progress', 'completed', 'failed', 'cancelled'] | str"
)
"""How far a file or a batch of files is."""

VectorStoreSearchFilterParam: TypeAlias = "ComparisonFilterParam | CompoundFilterParam"
"""A condition on the attributes of a file."""

VectorStoreSearchQueryParam: TypeAlias = "str | Sequence[str]"
"""One query, or several."""

VectorStoreSearchRankerParam: TypeAlias = "Literal['none', 'auto', 'default-2024-11-15'] | str"
"""Ranking model of a search in a vector store; none came in 2026."""

WellKnownModelParam: TypeAlias = "Literal['gpt-5', 'gpt-5-2025-08-07', 'gpt-5-mini', 'gpt-5-mini-2025-08-07', 'gpt-5-nano', 'gpt-5-nano-2025-08-07', 'gpt-4.1', 'gpt-4.1-2025-04-14', 'gpt-4.1-mini', 'gpt-4.1-mini-2025-04-14', 'gpt-4.1-nano', 'gpt-4.1-nano-2025-04-14', 'gpt-4.5-preview', 'gpt-4.5-preview-2025-02-27', 'gpt-4o', 'gpt-4o-2024-05-13', 'gpt-4o-2024-08-06', 'gpt-4o-2024-11-20', 'gpt-4o-mini', 'gpt-4o-mini-2024-07-18', 'gpt-4-turbo', 'gpt-4-turbo-2024-04-09', 'gpt-4-turbo-preview', 'gpt-4-vision-preview', 'gpt-4', 'gpt-4-0125-preview', 'gpt-4-0314', 'gpt-4-0613', 'gpt-4-1106-preview', 'gpt-4-32k', 'gpt-4-32k-0314', 'gpt-4-32k-0613', 'gpt-3.5-turbo', 'gpt-3.5-turbo-0125', 'gpt-3.5-turbo-0613', 'gpt-3.5-turbo-1106', 'gpt-3.5-turbo-16k', 'gpt-3.5-turbo-16k-0613', 'o1', 'o1-2024-12-17', 'o3-mini', 'o3-mini-2025-01-31'] | str"
"""A model that OpenAI named in its descriptions."""


class AISearchIndexResourceParam(TypedDict, total=False):
    """Foundry; an index of Azure AI Search, and how to search it."""

    index_connection_id: str
    """Id of a connection of the project."""
    index_name: str
    """Name of the index."""
    query_type: AzureAISearchQueryTypeParam
    """How the index is searched."""
    top_k: int
    """How many documents to give the model."""
    filter: str
    """Filter of the documents, in the language of Azure AI Search."""
    index_asset_id: str
    """Id of the index in the project."""


class AssistantCreateRequest(TypedDict, total=False):
    """An assistant to create."""

    model: Required[AssistantModelParam]
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

    type: Required[
        Literal[
            "function",
            "code_interpreter",
            "file_search",
            "retrieval",
            "azure_ai_search",
            "bing_grounding",
            "connected_agent",
        ]
        | str
    ]
    """Type of the tool; the last three on Foundry."""
    function: AssistantToolChoiceFunctionParam | AssistantToolChoiceFunction
    """The function, when the type is function."""


class AssistantToolChoiceFunctionParam(TypedDict, total=False):
    """A function the model has to call."""

    name: Required[str]
    """Name of the function."""


class AssistantUpdateRequest(TypedDict, total=False):
    """Fields of an assistant to change; the others stay."""

    model: AssistantModelParam
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
    data_source: VectorStoreDataSourceParam | VectorStoreDataSource
    """Foundry; data that are kept elsewhere, in place of a file."""


class AttachmentToolFileSearchParam(TypedDict, total=False):
    """The file search; only Foundry takes settings here."""

    type: Required[Literal["file_search"]]
    """Always file_search."""
    file_search: FileSearchParam | FileSearch
    """Settings of the search."""


class AutoFileChunkingStrategyParam(TypedDict, total=False):
    """Pieces of 800 tokens that overlap by 400."""

    type: Required[Literal["auto"]]
    """Always auto."""


class AzureAISearchToolParam(TypedDict, total=False):
    """Foundry; searches indexes of Azure AI Search, which are given as tool resources."""

    type: Required[Literal["azure_ai_search"]]
    """Always azure_ai_search."""


class AzureAISearchToolResourceParam(TypedDict, total=False):
    """Foundry; indexes of Azure AI Search."""

    indexes: Sequence[AISearchIndexResourceParam | AISearchIndexResource]
    """The indexes, at most one."""


class AzureFunctionBindingParam(TypedDict, total=False):
    """Foundry; one end of a function."""

    type: Required[Literal["storage_queue"]]
    """Always storage_queue."""
    storage_queue: Required[AzureFunctionStorageQueueParam | AzureFunctionStorageQueue]
    """The queue."""


class AzureFunctionDefinitionParam(TypedDict, total=False):
    """Foundry; a function, and the queues to reach it by."""

    function: Required[FunctionDefinitionParam | FunctionDefinition]
    """What the model is told about the function."""
    input_binding: Required[AzureFunctionBindingParam | AzureFunctionBinding]
    """Where calls go."""
    output_binding: Required[AzureFunctionBindingParam | AzureFunctionBinding]
    """Where results come from."""


class AzureFunctionStorageQueueParam(TypedDict, total=False):
    """Foundry; a storage queue."""

    queue_service_endpoint: Required[str]
    """Address of the queue service."""
    queue_name: Required[str]
    """Name of the queue."""


class AzureFunctionToolParam(TypedDict, total=False):
    """Foundry; calls an Azure function through queues."""

    type: Required[Literal["azure_function"]]
    """Always azure_function."""
    azure_function: Required[AzureFunctionDefinitionParam | AzureFunctionDefinition]
    """The function and its queues."""


class BingGroundingSearchConfigurationParam(TypedDict, total=False):
    """Foundry; where and how to search the web."""

    connection_id: Required[str]
    """Id of a connection of the project."""
    market: str
    """Market the results come from."""
    set_lang: str
    """Language of the user interface."""
    count: int
    """How many results to give the model."""
    freshness: str
    """How old the results may be."""


class BingGroundingSearchParametersParam(TypedDict, total=False):
    """Foundry; settings of a web search."""

    search_configurations: Required[
        Sequence[BingGroundingSearchConfigurationParam | BingGroundingSearchConfiguration]
    ]
    """Where and how to search, at most one."""


class BingGroundingToolParam(TypedDict, total=False):
    """Foundry; searches the web."""

    type: Required[Literal["bing_grounding"]]
    """Always bing_grounding."""
    bing_grounding: Required[BingGroundingSearchParametersParam | BingGroundingSearchParameters]
    """Settings of the search."""


class CodeInterpreterToolParam(TypedDict, total=False):
    """Writes Python and runs it in a sandbox."""

    type: Required[Literal["code_interpreter"]]
    """Always code_interpreter."""


class ComparisonFilterParam(TypedDict, total=False):
    """Compares one attribute with a value."""

    type: Required[ComparisonFilterTypeParam]
    """The comparison."""
    key: Required[str]
    """The attribute."""
    value: Required[ComparisonFilterValueParam]
    """The value; a list for in and nin."""


class CompoundFilterParam(TypedDict, total=False):
    """Joins several conditions."""

    type: Required[CompoundFilterTypeParam]
    """Whether all of them (and) or any of them (or) must hold."""
    filters: Required[Sequence[CompoundFilterItemParam]]
    """The conditions."""


class ConnectedAgentDetailsParam(TypedDict, total=False):
    """Foundry; an agent that can be given work."""

    id: Required[str]
    """Id of the agent."""
    name: Required[str]
    """Name the model calls it by."""
    description: Required[str]
    """What it is for; the model chooses by it."""


class ConnectedAgentToolParam(TypedDict, total=False):
    """Foundry; hands work to another agent."""

    type: Required[Literal["connected_agent"]]
    """Always connected_agent."""
    connected_agent: Required[ConnectedAgentDetailsParam | ConnectedAgentDetails]
    """The other agent."""


class FileCreateRequest(TypedDict, total=False):
    """A file to upload."""

    file: Required[FileTypes]
    """The content, with a name."""
    purpose: Required[FilePurposeParam]
    """What the file is for."""
    expires_after: FileExpirationAfterParam
    """When the file is to be removed; left out, it stays."""
    filename: str
    """Name of the file, where it differs from the one sent with the content."""


class FileExpirationAfterParam(TypedDict, total=False):
    """Lifetime of a file."""

    anchor: Required[Literal["created_at"]]
    """The lifetime starts with the upload; always created_at."""
    seconds: Required[int]
    """Seconds to keep it, from an hour to 30 days."""


class FileImportRequest(TypedDict, total=False):
    """Azure; a file to fetch from the web."""

    content_url: Required[str]
    """Address to fetch it from."""
    filename: Required[str]
    """Name to give it."""
    purpose: Required[FileImportPurposeParam]
    """What the file is for."""


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


class OpenAPIAnonymousAuthParam(TypedDict, total=False):
    """Without signing in."""

    type: Required[Literal["anonymous"]]
    """Always anonymous."""


class OpenAPIConnectionAuthParam(TypedDict, total=False):
    """With the secret of a connection of the project."""

    type: Required[Literal["connection"]]
    """Always connection."""
    security_scheme: Required[
        OpenAPIConnectionSecuritySchemeParam | OpenAPIConnectionSecurityScheme
    ]
    """The connection."""


class OpenAPIConnectionSecuritySchemeParam(TypedDict, total=False):
    """A connection that holds a secret."""

    connection_id: Required[str]
    """Id of the connection."""


class OpenAPIFunctionDefinitionParam(TypedDict, total=False):
    """Foundry; a web API the service may call."""

    name: Required[str]
    """Name of the API."""
    description: str | None
    """What the API is for; the model chooses by it."""
    spec: Required[OpenAPISpecificationParam]
    """Its OpenAPI document."""
    auth: Required[OpenAPIAuthParam]
    """How the service signs in."""
    default_params: Sequence[str]
    """Parameters that keep the values given by the caller."""
    functions: Sequence[FunctionDefinitionParam | FunctionDefinition]
    """The operations found in the document; only in answers."""


class OpenAPIManagedAuthParam(TypedDict, total=False):
    """With the managed identity of the project."""

    type: Required[Literal["managed_identity"]]
    """Always managed_identity."""
    security_scheme: Required[OpenAPIManagedSecuritySchemeParam | OpenAPIManagedSecurityScheme]
    """Whom the token is for."""


class OpenAPIManagedSecuritySchemeParam(TypedDict, total=False):
    """Whom a token is for."""

    audience: Required[str]
    """Audience of the token."""


class OpenAPIToolParam(TypedDict, total=False):
    """Foundry; calls a web API that an OpenAPI document describes."""

    type: Required[Literal["openapi"]]
    """Always openapi."""
    openapi: Required[OpenAPIFunctionDefinitionParam | OpenAPIFunctionDefinition]
    """The API."""


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
    model: AssistantModelParam | None
    """Another model than the assistant's."""
    instructions: str | None
    """Other instructions than the assistant's."""
    additional_instructions: str | None
    """Text to add to the instructions."""
    additional_messages: Sequence[MessageCreateRequest] | None
    """Messages to add to the thread first."""
    tools: Sequence[AssistantToolParam] | None
    """Other tools than the assistant's, at most 20."""
    tool_resources: ToolResourcesUpdateParam | None
    """Foundry; what its tools may work with."""
    metadata: MetadataParam | None
    """Notes to keep with it."""
    temperature: float | None
    """Randomness of the sampling, from 0 to 2."""
    top_p: float | None
    """Share of the likeliest tokens that are sampled, from 0 to 1."""
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
    static: Required[StaticFileChunkingStrategyParam | StaticFileChunkingStrategy]
    """The sizes."""


class StreamOptionsParam(TypedDict, total=False):
    """Azure; settings of a stream."""

    include_usage: bool | None
    """Whether to report the tokens spent in the stream."""


class SubmitToolOutputsRequest(TypedDict, total=False):
    """Answers to function calls."""

    tool_outputs: Required[Sequence[ToolOutputParam]]
    """One answer for every call the run is waiting for."""


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
    model: AssistantModelParam | None
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
    type: Literal["function_call_output"] | str
    """Foundry, from 2025-05-15-preview; what is answered."""


class ToolResourcesCodeInterpreterParam(TypedDict, total=False):
    """Files for the code interpreter."""

    file_ids: Sequence[str]
    """Ids of uploaded files, at most 20."""
    data_sources: Sequence[VectorStoreDataSourceParam | VectorStoreDataSource]
    """Foundry; files that are kept elsewhere."""


class ToolResourcesCreateParam(TypedDict, total=False):
    """What the tools may work with; can make a vector store on the way."""

    code_interpreter: ToolResourcesCodeInterpreterParam
    """Files for the code interpreter."""
    file_search: ToolResourcesFileSearchCreateParam
    """A vector store for the file search, by id or made from files."""
    azure_ai_search: AzureAISearchToolResourceParam | AzureAISearchToolResource
    """Foundry; indexes of Azure AI Search."""


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
    vector_stores: Sequence[VectorStoreConfigurationsParam | VectorStoreConfigurations]
    """Foundry; a vector store over data that are kept elsewhere, at most one."""


class ToolResourcesFileSearchVectorStoreParam(TypedDict, total=False):
    """A vector store to make from files."""

    file_ids: Sequence[str]
    """Ids of uploaded files; older stores hold 10,000, newer ones 100,000,000."""
    chunking_strategy: FileChunkingStrategyParam
    """How the files are cut into pieces."""
    metadata: MetadataParam | None
    """Notes to keep with the vector store."""
    name: str
    """Foundry; name of the vector store."""
    configuration: VectorStoreConfigurationParam | VectorStoreConfiguration
    """Foundry; data that are kept elsewhere."""


class ToolResourcesUpdateParam(TypedDict, total=False):
    """What the tools may work with; only vector stores that exist."""

    code_interpreter: ToolResourcesCodeInterpreterParam
    """Files for the code interpreter."""
    file_search: ToolResourcesFileSearchUpdateParam
    """A vector store for the file search, by id."""
    azure_ai_search: AzureAISearchToolResourceParam | AzureAISearchToolResource
    """Foundry; indexes of Azure AI Search."""


class TruncationStrategyParam(TypedDict, total=False):
    """How much of a thread a run reads."""

    type: Required[Literal["auto", "last_messages"] | str]
    """Drop messages from the middle as needed (auto), or read only the last ones."""
    last_messages: int | None
    """How many, when the type is last_messages."""


class VectorStoreConfigurationParam(TypedDict, total=False):
    """Foundry; data for a vector store."""

    data_sources: Required[Sequence[VectorStoreDataSourceParam | VectorStoreDataSource]]
    """Where the data are."""


class VectorStoreConfigurationsParam(TypedDict, total=False):
    """Foundry; a vector store over data that are kept elsewhere."""

    name: Required[str]
    """Its name."""
    configuration: Required[VectorStoreConfigurationParam | VectorStoreConfiguration]
    """The data."""


class VectorStoreCreateRequest(TypedDict, total=False):
    """A vector store to create."""

    file_ids: Sequence[str]
    """Ids of uploaded files to add, at most 500."""
    name: str
    """Its name."""
    description: str
    """What it is for."""
    expires_after: VectorStoreExpirationAfterParam | VectorStoreExpirationAfter
    """When it is to be removed; left out, it stays."""
    chunking_strategy: FileChunkingStrategyParam
    """How the files are cut into pieces; automatic when left out."""
    metadata: MetadataParam | None
    """Notes to keep with it."""
    configuration: VectorStoreConfigurationParam | VectorStoreConfiguration
    """Foundry; data that are kept elsewhere."""


class VectorStoreDataSourceParam(TypedDict, total=False):
    """Foundry; data that are kept elsewhere."""

    uri: Required[str]
    """Where they are."""
    type: Required[VectorStoreDataSourceTypeParam]
    """What the address is."""


class VectorStoreExpirationAfterParam(TypedDict, total=False):
    """Lifetime of a vector store."""

    anchor: Required[Literal["last_active_at"]]
    """The lifetime starts with the last use; always last_active_at."""
    days: Required[int]
    """Days to keep it unused, from 1 to 365."""


class VectorStoreFileBatchCreateRequest(TypedDict, total=False):
    """Files to add to a vector store; give their ids, or the files with settings of their own."""

    file_ids: Sequence[str]
    """Ids of uploaded files, at most 2,000; 500 in older versions."""
    files: Sequence[VectorStoreFileBatchFileParam]
    """Files with settings of their own, at most 2,000."""
    chunking_strategy: FileChunkingStrategyParam
    """How the files are cut into pieces; automatic when left out."""
    attributes: VectorStoreFileAttributesParam | None
    """Attributes for every file given by its id."""
    data_sources: Sequence[VectorStoreDataSourceParam | VectorStoreDataSource]
    """Foundry; data that are kept elsewhere."""


class VectorStoreFileBatchFileParam(TypedDict, total=False):
    """A file to add, with settings of its own."""

    file_id: Required[str]
    """Id of an uploaded file."""
    chunking_strategy: FileChunkingStrategyParam
    """How the file is cut into pieces; automatic when left out."""
    attributes: VectorStoreFileAttributesParam | None
    """Attributes that searches can filter by."""


class VectorStoreFileCreateRequest(TypedDict, total=False):
    """A file to add to a vector store."""

    file_id: Required[str]
    """Id of an uploaded file."""
    chunking_strategy: FileChunkingStrategyParam
    """How the file is cut into pieces; automatic when left out."""
    attributes: VectorStoreFileAttributesParam | None
    """Attributes that searches can filter by."""
    data_source: VectorStoreDataSourceParam | VectorStoreDataSource
    """Foundry; data that are kept elsewhere."""


class VectorStoreFileUpdateRequest(TypedDict, total=False):
    """New attributes of a file in a vector store."""

    attributes: Required[VectorStoreFileAttributesParam | None]
    """Attributes that searches can filter by; they replace the old ones."""


class VectorStoreSearchRankingOptionsParam(TypedDict, total=False):
    """How results of a search are ranked and cut off."""

    ranker: VectorStoreSearchRankerParam
    """The ranking model; auto when left out."""
    score_threshold: float
    """Lowest score a result may have, from 0 to 1; 0 when left out."""


class VectorStoreSearchRequest(TypedDict, total=False):
    """What to look for in a vector store."""

    query: Required[VectorStoreSearchQueryParam]
    """What to look for."""
    rewrite_query: bool
    """Whether the service may put the query into better words; not when left out."""
    max_num_results: int
    """Most results, from 1 to 50; 10 when left out."""
    filters: VectorStoreSearchFilterParam
    """Conditions on the attributes of the files."""
    ranking_options: VectorStoreSearchRankingOptionsParam
    """How results are ranked and cut off."""


class VectorStoreUpdateRequest(TypedDict, total=False):
    """Fields of a vector store to change; the others stay."""

    name: str | None
    """Its name."""
    expires_after: VectorStoreExpirationAfterParam | VectorStoreExpirationAfter | None
    """When it is to be removed."""
    metadata: MetadataParam | None
    """Notes to keep with it."""


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


class ImportFileParams(FileImportRequest, CallParams, total=False):
    """What `files.import_file` takes besides the ids in its path."""


class CreateVectorStoreParams(VectorStoreCreateRequest, CallParams, total=False):
    """What `vector_stores.create` takes besides the ids in its path."""


class UpdateVectorStoreParams(VectorStoreUpdateRequest, CallParams, total=False):
    """What `vector_stores.update` takes besides the ids in its path."""


class SearchVectorStoreParams(VectorStoreSearchRequest, CallParams, total=False):
    """What `vector_stores.search` takes besides the ids in its path."""


class CreateVectorStoreFileParams(VectorStoreFileCreateRequest, CallParams, total=False):
    """What `vector_stores.files.create` takes besides the ids in its path."""


class UpdateVectorStoreFileParams(VectorStoreFileUpdateRequest, CallParams, total=False):
    """What `vector_stores.files.update` takes besides the ids in its path."""


class CreateVectorStoreFileBatchParams(VectorStoreFileBatchCreateRequest, CallParams, total=False):
    """What `vector_stores.file_batches.create` takes besides the ids in its path."""

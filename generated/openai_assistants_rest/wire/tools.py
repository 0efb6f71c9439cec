# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: tools. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.tools import (
    AISearchIndexResource,
    AssistantToolChoice,
    AssistantToolChoiceFunction,
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
    OpenAPIAnonymousAuth,
    OpenAPIConnectionAuth,
    OpenAPIConnectionSecurityScheme,
    OpenAPIFunctionDefinition,
    OpenAPIManagedAuth,
    OpenAPIManagedSecurityScheme,
    OpenAPITool,
    RetrievalTool,
    StaticFileChunkingStrategy,
    ToolResources,
    ToolResourcesCodeInterpreter,
    ToolResourcesFileSearch,
    VectorStoreConfiguration,
    VectorStoreConfigurations,
    VectorStoreDataSource,
)


class AISearchIndexResourceWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AISearchIndexResource is made of."""

    index_connection_id: str | None | UnsetType = UNSET
    index_name: str | None | UnsetType = UNSET
    query_type: str | None | UnsetType = UNSET
    top_k: int | None | UnsetType = UNSET
    filter: str | None | UnsetType = UNSET
    index_asset_id: str | None | UnsetType = UNSET

    def to_model(self) -> AISearchIndexResource:
        """The model."""
        this: Any = self
        made = new(AISearchIndexResource)
        absent = 0
        v = this.index_connection_id
        if v is UNSET:
            absent |= 1
            v = None
        made.index_connection_id = v
        v = this.index_name
        if v is UNSET:
            absent |= 2
            v = None
        made.index_name = v
        v = this.query_type
        if v is UNSET:
            absent |= 4
            v = None
        made.query_type = v
        v = this.top_k
        if v is UNSET:
            absent |= 8
            v = None
        made.top_k = v
        v = this.filter
        if v is UNSET:
            absent |= 16
            v = None
        made.filter = v
        v = this.index_asset_id
        if v is UNSET:
            absent |= 32
            v = None
        made.index_asset_id = v
        made._absent = absent
        made._extra = None
        result: AISearchIndexResource = made
        return result


class AssistantToolChoiceWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AssistantToolChoice is made of."""

    type: str | None
    function: AssistantToolChoiceFunctionWire | None | UnsetType = UNSET

    def to_model(self) -> AssistantToolChoice:
        """The model."""
        this: Any = self
        made = new(AssistantToolChoice)
        absent = 0
        made.type = this.type
        v = this.function
        if v is UNSET:
            absent |= 2
            v = None
        made.function = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: AssistantToolChoice = made
        return result


class AssistantToolChoiceFunctionWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AssistantToolChoiceFunction is made of."""

    name: str | None

    def to_model(self) -> AssistantToolChoiceFunction:
        """The model."""
        this: Any = self
        made = new(AssistantToolChoiceFunction)
        made.name = this.name
        made._absent = 0
        made._extra = None
        result: AssistantToolChoiceFunction = made
        return result


class AzureAISearchToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="azure_ai_search", tag_field="type"
):
    """What a AzureAISearchTool is made of."""

    def to_model(self) -> AzureAISearchTool:
        """The model."""
        made = new(AzureAISearchTool)
        made.type = "azure_ai_search"
        made._absent = 0
        made._extra = None
        result: AzureAISearchTool = made
        return result


class AzureAISearchToolResourceWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AzureAISearchToolResource is made of."""

    indexes: list[AISearchIndexResourceWire] | None | UnsetType = UNSET

    def to_model(self) -> AzureAISearchToolResource:
        """The model."""
        this: Any = self
        made = new(AzureAISearchToolResource)
        absent = 0
        v = this.indexes
        if v is UNSET:
            absent |= 1
            v = None
        made.indexes = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: AzureAISearchToolResource = made
        return result


class AzureFunctionBindingWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AzureFunctionBinding is made of."""

    type: str | None
    storage_queue: AzureFunctionStorageQueueWire | None

    def to_model(self) -> AzureFunctionBinding:
        """The model."""
        this: Any = self
        made = new(AzureFunctionBinding)
        made.type = this.type
        v = this.storage_queue
        made.storage_queue = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: AzureFunctionBinding = made
        return result


class AzureFunctionDefinitionWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AzureFunctionDefinition is made of."""

    function: FunctionDefinitionWire | None
    input_binding: AzureFunctionBindingWire | None
    output_binding: AzureFunctionBindingWire | None

    def to_model(self) -> AzureFunctionDefinition:
        """The model."""
        this: Any = self
        made = new(AzureFunctionDefinition)
        v = this.function
        made.function = v if v is None else v.to_model()
        v = this.input_binding
        made.input_binding = v if v is None else v.to_model()
        v = this.output_binding
        made.output_binding = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: AzureFunctionDefinition = made
        return result


class AzureFunctionStorageQueueWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AzureFunctionStorageQueue is made of."""

    queue_service_endpoint: str | None
    queue_name: str | None

    def to_model(self) -> AzureFunctionStorageQueue:
        """The model."""
        this: Any = self
        made = new(AzureFunctionStorageQueue)
        made.queue_service_endpoint = this.queue_service_endpoint
        made.queue_name = this.queue_name
        made._absent = 0
        made._extra = None
        result: AzureFunctionStorageQueue = made
        return result


class AzureFunctionToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="azure_function", tag_field="type"
):
    """What a AzureFunctionTool is made of."""

    azure_function: AzureFunctionDefinitionWire | None

    def to_model(self) -> AzureFunctionTool:
        """The model."""
        this: Any = self
        made = new(AzureFunctionTool)
        made.type = "azure_function"
        v = this.azure_function
        made.azure_function = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: AzureFunctionTool = made
        return result


class BingGroundingSearchConfigurationWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a BingGroundingSearchConfiguration is made of."""

    connection_id: str | None
    market: str | None | UnsetType = UNSET
    set_lang: str | None | UnsetType = UNSET
    count: int | None | UnsetType = UNSET
    freshness: str | None | UnsetType = UNSET

    def to_model(self) -> BingGroundingSearchConfiguration:
        """The model."""
        this: Any = self
        made = new(BingGroundingSearchConfiguration)
        absent = 0
        made.connection_id = this.connection_id
        v = this.market
        if v is UNSET:
            absent |= 2
            v = None
        made.market = v
        v = this.set_lang
        if v is UNSET:
            absent |= 4
            v = None
        made.set_lang = v
        v = this.count
        if v is UNSET:
            absent |= 8
            v = None
        made.count = v
        v = this.freshness
        if v is UNSET:
            absent |= 16
            v = None
        made.freshness = v
        made._absent = absent
        made._extra = None
        result: BingGroundingSearchConfiguration = made
        return result


class BingGroundingSearchParametersWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a BingGroundingSearchParameters is made of."""

    search_configurations: list[BingGroundingSearchConfigurationWire] | None

    def to_model(self) -> BingGroundingSearchParameters:
        """The model."""
        this: Any = self
        made = new(BingGroundingSearchParameters)
        v = this.search_configurations
        made.search_configurations = [one.to_model() for one in v] if v else v
        made._absent = 0
        made._extra = None
        result: BingGroundingSearchParameters = made
        return result


class BingGroundingToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="bing_grounding", tag_field="type"
):
    """What a BingGroundingTool is made of."""

    bing_grounding: BingGroundingSearchParametersWire | None

    def to_model(self) -> BingGroundingTool:
        """The model."""
        this: Any = self
        made = new(BingGroundingTool)
        made.type = "bing_grounding"
        v = this.bing_grounding
        made.bing_grounding = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: BingGroundingTool = made
        return result


class CodeInterpreterToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="code_interpreter", tag_field="type"
):
    """What a CodeInterpreterTool is made of."""

    def to_model(self) -> CodeInterpreterTool:
        """The model."""
        made = new(CodeInterpreterTool)
        made.type = "code_interpreter"
        made._absent = 0
        made._extra = None
        result: CodeInterpreterTool = made
        return result


class ConnectedAgentDetailsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ConnectedAgentDetails is made of."""

    id: str | None
    name: str | None
    description: str | None

    def to_model(self) -> ConnectedAgentDetails:
        """The model."""
        this: Any = self
        made = new(ConnectedAgentDetails)
        made.id = this.id
        made.name = this.name
        made.description = this.description
        made._absent = 0
        made._extra = None
        result: ConnectedAgentDetails = made
        return result


class ConnectedAgentToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="connected_agent", tag_field="type"
):
    """What a ConnectedAgentTool is made of."""

    connected_agent: ConnectedAgentDetailsWire | None

    def to_model(self) -> ConnectedAgentTool:
        """The model."""
        this: Any = self
        made = new(ConnectedAgentTool)
        made.type = "connected_agent"
        v = this.connected_agent
        made.connected_agent = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: ConnectedAgentTool = made
        return result


class FileSearchWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileSearch is made of."""

    max_num_results: int | None | UnsetType = UNSET
    ranking_options: FileSearchRankingOptionsWire | None | UnsetType = UNSET

    def to_model(self) -> FileSearch:
        """The model."""
        this: Any = self
        made = new(FileSearch)
        absent = 0
        v = this.max_num_results
        if v is UNSET:
            absent |= 1
            v = None
        made.max_num_results = v
        v = this.ranking_options
        if v is UNSET:
            absent |= 2
            v = None
        made.ranking_options = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: FileSearch = made
        return result


class FileSearchRankingOptionsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileSearchRankingOptions is made of."""

    score_threshold: int | float | None
    ranker: str | None | UnsetType = UNSET
    hybrid_search: dict[str, Any] | None | UnsetType = UNSET

    def to_model(self) -> FileSearchRankingOptions:
        """The model."""
        this: Any = self
        made = new(FileSearchRankingOptions)
        absent = 0
        made.score_threshold = this.score_threshold
        v = this.ranker
        if v is UNSET:
            absent |= 2
            v = None
        made.ranker = v
        v = this.hybrid_search
        if v is UNSET:
            absent |= 4
            v = None
        made.hybrid_search = v
        made._absent = absent
        made._extra = None
        result: FileSearchRankingOptions = made
        return result


class FileSearchToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_search", tag_field="type"
):
    """What a FileSearchTool is made of."""

    file_search: FileSearchWire | None | UnsetType = UNSET

    def to_model(self) -> FileSearchTool:
        """The model."""
        this: Any = self
        made = new(FileSearchTool)
        absent = 0
        made.type = "file_search"
        v = this.file_search
        if v is UNSET:
            absent |= 2
            v = None
        made.file_search = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: FileSearchTool = made
        return result


class FunctionDefinitionWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FunctionDefinition is made of."""

    name: str | None
    description: str | None | UnsetType = UNSET
    parameters: dict[str, Any] | None | UnsetType = UNSET
    strict: bool | None | UnsetType = UNSET

    def to_model(self) -> FunctionDefinition:
        """The model."""
        this: Any = self
        made = new(FunctionDefinition)
        absent = 0
        made.name = this.name
        v = this.description
        if v is UNSET:
            absent |= 2
            v = None
        made.description = v
        v = this.parameters
        if v is UNSET:
            absent |= 4
            v = None
        made.parameters = v
        v = this.strict
        if v is UNSET:
            absent |= 8
            v = None
        made.strict = v
        made._absent = absent
        made._extra = None
        result: FunctionDefinition = made
        return result


class FunctionToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="function", tag_field="type"
):
    """What a FunctionTool is made of."""

    function: FunctionDefinitionWire | None

    def to_model(self) -> FunctionTool:
        """The model."""
        this: Any = self
        made = new(FunctionTool)
        made.type = "function"
        v = this.function
        made.function = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: FunctionTool = made
        return result


class OpenAPIAnonymousAuthWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="anonymous", tag_field="type"
):
    """What a OpenAPIAnonymousAuth is made of."""

    def to_model(self) -> OpenAPIAnonymousAuth:
        """The model."""
        made = new(OpenAPIAnonymousAuth)
        made.type = "anonymous"
        made._absent = 0
        made._extra = None
        result: OpenAPIAnonymousAuth = made
        return result


class OpenAPIConnectionAuthWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="connection", tag_field="type"
):
    """What a OpenAPIConnectionAuth is made of."""

    security_scheme: OpenAPIConnectionSecuritySchemeWire | None

    def to_model(self) -> OpenAPIConnectionAuth:
        """The model."""
        this: Any = self
        made = new(OpenAPIConnectionAuth)
        made.type = "connection"
        v = this.security_scheme
        made.security_scheme = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: OpenAPIConnectionAuth = made
        return result


class OpenAPIConnectionSecuritySchemeWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a OpenAPIConnectionSecurityScheme is made of."""

    connection_id: str | None

    def to_model(self) -> OpenAPIConnectionSecurityScheme:
        """The model."""
        this: Any = self
        made = new(OpenAPIConnectionSecurityScheme)
        made.connection_id = this.connection_id
        made._absent = 0
        made._extra = None
        result: OpenAPIConnectionSecurityScheme = made
        return result


class OpenAPIFunctionDefinitionWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a OpenAPIFunctionDefinition is made of."""

    name: str | None
    description: str | None | UnsetType = UNSET
    spec: dict[str, Any] | None
    auth: OpenAPIAnonymousAuthWire | OpenAPIConnectionAuthWire | OpenAPIManagedAuthWire | None
    default_params: list[str] | None | UnsetType = UNSET
    functions: list[FunctionDefinitionWire] | None | UnsetType = UNSET

    def to_model(self) -> OpenAPIFunctionDefinition:
        """The model."""
        this: Any = self
        made = new(OpenAPIFunctionDefinition)
        absent = 0
        made.name = this.name
        v = this.description
        if v is UNSET:
            absent |= 2
            v = None
        made.description = v
        made.spec = this.spec
        v = this.auth
        made.auth = v if v is None else v.to_model()
        v = this.default_params
        if v is UNSET:
            absent |= 16
            v = None
        made.default_params = v
        v = this.functions
        if v is UNSET:
            absent |= 32
            v = None
        made.functions = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: OpenAPIFunctionDefinition = made
        return result


class OpenAPIManagedAuthWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="managed_identity", tag_field="type"
):
    """What a OpenAPIManagedAuth is made of."""

    security_scheme: OpenAPIManagedSecuritySchemeWire | None

    def to_model(self) -> OpenAPIManagedAuth:
        """The model."""
        this: Any = self
        made = new(OpenAPIManagedAuth)
        made.type = "managed_identity"
        v = this.security_scheme
        made.security_scheme = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: OpenAPIManagedAuth = made
        return result


class OpenAPIManagedSecuritySchemeWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a OpenAPIManagedSecurityScheme is made of."""

    audience: str | None

    def to_model(self) -> OpenAPIManagedSecurityScheme:
        """The model."""
        this: Any = self
        made = new(OpenAPIManagedSecurityScheme)
        made.audience = this.audience
        made._absent = 0
        made._extra = None
        result: OpenAPIManagedSecurityScheme = made
        return result


class OpenAPIToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="openapi", tag_field="type"
):
    """What a OpenAPITool is made of."""

    openapi: OpenAPIFunctionDefinitionWire | None

    def to_model(self) -> OpenAPITool:
        """The model."""
        this: Any = self
        made = new(OpenAPITool)
        made.type = "openapi"
        v = this.openapi
        made.openapi = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: OpenAPITool = made
        return result


class RetrievalToolWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="retrieval", tag_field="type"
):
    """What a RetrievalTool is made of."""

    def to_model(self) -> RetrievalTool:
        """The model."""
        made = new(RetrievalTool)
        made.type = "retrieval"
        made._absent = 0
        made._extra = None
        result: RetrievalTool = made
        return result


class StaticFileChunkingStrategyWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a StaticFileChunkingStrategy is made of."""

    max_chunk_size_tokens: int | None
    chunk_overlap_tokens: int | None

    def to_model(self) -> StaticFileChunkingStrategy:
        """The model."""
        this: Any = self
        made = new(StaticFileChunkingStrategy)
        made.max_chunk_size_tokens = this.max_chunk_size_tokens
        made.chunk_overlap_tokens = this.chunk_overlap_tokens
        made._absent = 0
        made._extra = None
        result: StaticFileChunkingStrategy = made
        return result


class ToolResourcesWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ToolResources is made of."""

    code_interpreter: ToolResourcesCodeInterpreterWire | None | UnsetType = UNSET
    file_search: ToolResourcesFileSearchWire | None | UnsetType = UNSET
    azure_ai_search: AzureAISearchToolResourceWire | None | UnsetType = UNSET

    def to_model(self) -> ToolResources:
        """The model."""
        this: Any = self
        made = new(ToolResources)
        absent = 0
        v = this.code_interpreter
        if v is UNSET:
            absent |= 1
            v = None
        made.code_interpreter = v if v is None else v.to_model()
        v = this.file_search
        if v is UNSET:
            absent |= 2
            v = None
        made.file_search = v if v is None else v.to_model()
        v = this.azure_ai_search
        if v is UNSET:
            absent |= 4
            v = None
        made.azure_ai_search = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: ToolResources = made
        return result


class ToolResourcesCodeInterpreterWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ToolResourcesCodeInterpreter is made of."""

    file_ids: list[str] | None | UnsetType = UNSET
    data_sources: list[VectorStoreDataSourceWire] | None | UnsetType = UNSET

    def to_model(self) -> ToolResourcesCodeInterpreter:
        """The model."""
        this: Any = self
        made = new(ToolResourcesCodeInterpreter)
        absent = 0
        v = this.file_ids
        if v is UNSET:
            absent |= 1
            v = None
        made.file_ids = v
        v = this.data_sources
        if v is UNSET:
            absent |= 2
            v = None
        made.data_sources = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: ToolResourcesCodeInterpreter = made
        return result


class ToolResourcesFileSearchWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ToolResourcesFileSearch is made of."""

    vector_store_ids: list[str] | None | UnsetType = UNSET
    vector_stores: list[VectorStoreConfigurationsWire] | None | UnsetType = UNSET

    def to_model(self) -> ToolResourcesFileSearch:
        """The model."""
        this: Any = self
        made = new(ToolResourcesFileSearch)
        absent = 0
        v = this.vector_store_ids
        if v is UNSET:
            absent |= 1
            v = None
        made.vector_store_ids = v
        v = this.vector_stores
        if v is UNSET:
            absent |= 2
            v = None
        made.vector_stores = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: ToolResourcesFileSearch = made
        return result


class VectorStoreConfigurationWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreConfiguration is made of."""

    data_sources: list[VectorStoreDataSourceWire] | None

    def to_model(self) -> VectorStoreConfiguration:
        """The model."""
        this: Any = self
        made = new(VectorStoreConfiguration)
        v = this.data_sources
        made.data_sources = [one.to_model() for one in v] if v else v
        made._absent = 0
        made._extra = None
        result: VectorStoreConfiguration = made
        return result


class VectorStoreConfigurationsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreConfigurations is made of."""

    name: str | None
    configuration: VectorStoreConfigurationWire | None

    def to_model(self) -> VectorStoreConfigurations:
        """The model."""
        this: Any = self
        made = new(VectorStoreConfigurations)
        made.name = this.name
        v = this.configuration
        made.configuration = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: VectorStoreConfigurations = made
        return result


class VectorStoreDataSourceWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreDataSource is made of."""

    uri: str | None
    type: str | None

    def to_model(self) -> VectorStoreDataSource:
        """The model."""
        this: Any = self
        made = new(VectorStoreDataSource)
        made.uri = this.uri
        made.type = this.type
        made._absent = 0
        made._extra = None
        result: VectorStoreDataSource = made
        return result

# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: tools."""

from typing import Any, Literal, TypeAlias

from openai_assistants_core import Model, UnknownVariant
from openai_assistants_core.model_fields import (
    ABSENT,
    Discriminator,
    OpenEnum,
    constant,
    discriminator,
)

__all__ = [
    "AISearchIndexResource",
    "AssistantTool",
    "AzureAISearchQueryType",
    "AzureAISearchTool",
    "AzureAISearchToolResource",
    "AzureFunctionBinding",
    "AzureFunctionDefinition",
    "AzureFunctionStorageQueue",
    "AzureFunctionTool",
    "BingGroundingSearchConfiguration",
    "BingGroundingSearchParameters",
    "BingGroundingTool",
    "CodeInterpreterTool",
    "ConnectedAgentDetails",
    "ConnectedAgentTool",
    "FileSearch",
    "FileSearchRanker",
    "FileSearchRankingOptions",
    "FileSearchTool",
    "FunctionDefinition",
    "FunctionParameters",
    "FunctionTool",
    "HybridSearch",
    "OpenAPIAnonymousAuth",
    "OpenAPIAuth",
    "OpenAPIConnectionAuth",
    "OpenAPIConnectionSecurityScheme",
    "OpenAPIFunctionDefinition",
    "OpenAPIManagedAuth",
    "OpenAPIManagedSecurityScheme",
    "OpenAPISpecification",
    "OpenAPITool",
    "RetrievalTool",
    "StaticFileChunkingStrategy",
    "ToolResources",
    "ToolResourcesCodeInterpreter",
    "ToolResourcesFileSearch",
    "VectorStoreConfiguration",
    "VectorStoreConfigurations",
    "VectorStoreDataSource",
    "VectorStoreDataSourceType",
]


AzureAISearchQueryType: TypeAlias = OpenEnum[
    Literal["simple", "semantic", "vector", "vector_simple_hybrid", "vector_semantic_hybrid"]
]
"""How an index of Azure AI Search is searched."""


class AzureAISearchTool(Model, tag_field="type", tag="azure_ai_search"):
    """Foundry; searches indexes of Azure AI Search, which are given as tool resources.

    Attributes:
        type: Always azure_ai_search.
    """

    type: Discriminator[Literal["azure_ai_search"]] = discriminator("azure_ai_search")


class CodeInterpreterTool(Model, tag_field="type", tag="code_interpreter"):
    """Writes Python and runs it in a sandbox.

    Attributes:
        type: Always code_interpreter.
    """

    type: Discriminator[Literal["code_interpreter"]] = discriminator("code_interpreter")


class RetrievalTool(Model, tag_field="type", tag="retrieval"):
    """First generation; searches the linked files.

    Attributes:
        type: Always retrieval.
    """

    type: Discriminator[Literal["retrieval"]] = discriminator("retrieval")


class AzureFunctionStorageQueue(Model):
    """Foundry; a storage queue.

    Attributes:
        queue_service_endpoint: Address of the queue service.
        queue_name: Name of the queue.
    """

    queue_service_endpoint: str
    queue_name: str


class BingGroundingSearchConfiguration(Model):
    """Foundry; where and how to search the web.

    Attributes:
        connection_id: Id of a connection of the project.
        market: Market the results come from.
        set_lang: Language of the user interface.
        count: How many results to give the model.
        freshness: How old the results may be.
    """

    connection_id: str
    market: str | None = ABSENT
    set_lang: str | None = ABSENT
    count: int | None = ABSENT
    freshness: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.market is ABSENT:
            self.market = None
            absent += ("market",)
        if self.set_lang is ABSENT:
            self.set_lang = None
            absent += ("set_lang",)
        if self.count is ABSENT:
            self.count = None
            absent += ("count",)
        if self.freshness is ABSENT:
            self.freshness = None
            absent += ("freshness",)
        if absent:
            self._absent = absent


class ConnectedAgentDetails(Model):
    """Foundry; an agent that can be given work.

    Attributes:
        id: Id of the agent.
        name: Name the model calls it by.
        description: What it is for; the model chooses by it.
    """

    id: str
    name: str
    description: str


FileSearchRanker: TypeAlias = OpenEnum[Literal["auto", "default_2024_08_21"]]
"""Ranking model of a file search."""


HybridSearch: TypeAlias = dict[str, Any]
"""Weights of a search by meaning and by words together."""


FunctionParameters: TypeAlias = dict[str, Any]
"""JSON Schema of the arguments of a function."""


class OpenAPIAnonymousAuth(Model, tag_field="type", tag="anonymous"):
    """Without signing in.

    Attributes:
        type: Always anonymous.
    """

    type: Discriminator[Literal["anonymous"]] = discriminator("anonymous")


class OpenAPIConnectionSecurityScheme(Model):
    """A connection that holds a secret.

    Attributes:
        connection_id: Id of the connection.
    """

    connection_id: str


OpenAPISpecification: TypeAlias = dict[str, Any]
"""An OpenAPI document."""


class OpenAPIManagedSecurityScheme(Model):
    """Whom a token is for.

    Attributes:
        audience: Audience of the token.
    """

    audience: str


class StaticFileChunkingStrategy(Model):
    """Size and overlap of the pieces of a file.

    Attributes:
        max_chunk_size_tokens: Most tokens in a piece, from 100 to 4096.
        chunk_overlap_tokens: Tokens shared by neighbours; at most half a piece.
    """

    max_chunk_size_tokens: int
    chunk_overlap_tokens: int


VectorStoreDataSourceType: TypeAlias = OpenEnum[Literal["uri_asset", "id_asset"]]
"""Whether a data source is named by its address or by its id."""


class AISearchIndexResource(Model):
    """Foundry; an index of Azure AI Search, and how to search it.

    Attributes:
        index_connection_id: Id of a connection of the project.
        index_name: Name of the index.
        query_type: How the index is searched.
        top_k: How many documents to give the model.
        filter: Filter of the documents, in the language of Azure AI Search.
        index_asset_id: Id of the index in the project.
    """

    index_connection_id: str | None = ABSENT
    index_name: str | None = ABSENT
    query_type: AzureAISearchQueryType | None = ABSENT
    top_k: int | None = ABSENT
    filter: str | None = ABSENT
    index_asset_id: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.index_connection_id is ABSENT:
            self.index_connection_id = None
            absent += ("index_connection_id",)
        if self.index_name is ABSENT:
            self.index_name = None
            absent += ("index_name",)
        if self.query_type is ABSENT:
            self.query_type = None
            absent += ("query_type",)
        if self.top_k is ABSENT:
            self.top_k = None
            absent += ("top_k",)
        if self.filter is ABSENT:
            self.filter = None
            absent += ("filter",)
        if self.index_asset_id is ABSENT:
            self.index_asset_id = None
            absent += ("index_asset_id",)
        if absent:
            self._absent = absent


class AzureFunctionBinding(Model):
    """Foundry; one end of a function.

    Attributes:
        type: Always storage_queue.
        storage_queue: The queue.
    """

    type: Literal["storage_queue"] = constant("storage_queue")
    storage_queue: AzureFunctionStorageQueue


class BingGroundingSearchParameters(Model):
    """Foundry; settings of a web search.

    Attributes:
        search_configurations: Where and how to search, at most one.
    """

    search_configurations: list[BingGroundingSearchConfiguration]


class ConnectedAgentTool(Model, tag_field="type", tag="connected_agent"):
    """Foundry; hands work to another agent.

    Attributes:
        type: Always connected_agent.
        connected_agent: The other agent.
    """

    type: Discriminator[Literal["connected_agent"]] = discriminator("connected_agent")
    connected_agent: ConnectedAgentDetails


class FileSearchRankingOptions(Model):
    """How search results are ranked and cut off.

    Attributes:
        score_threshold: Lowest score a result may have, from 0 to 1.
        ranker: The ranking model.
        hybrid_search: Weights of a mixed search; services send null.
    """

    score_threshold: int | float
    ranker: FileSearchRanker | None = ABSENT
    hybrid_search: HybridSearch | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.ranker is ABSENT:
            self.ranker = None
            absent += ("ranker",)
        if self.hybrid_search is ABSENT:
            self.hybrid_search = None
            absent += ("hybrid_search",)
        if absent:
            self._absent = absent


class FunctionDefinition(Model):
    """What the model is told about a function.

    Attributes:
        name: Name of the function; letters, digits, underscores and dashes, up to 64.
        description: What the function does; the model chooses by it.
        parameters: JSON Schema of the arguments; without it the function takes none.
        strict: Whether the arguments must follow the schema to the letter.
    """

    name: str
    description: str | None = ABSENT
    parameters: FunctionParameters | None = ABSENT
    strict: bool | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.description is ABSENT:
            self.description = None
            absent += ("description",)
        if self.parameters is ABSENT:
            self.parameters = None
            absent += ("parameters",)
        if self.strict is ABSENT:
            self.strict = None
            absent += ("strict",)
        if absent:
            self._absent = absent


class OpenAPIConnectionAuth(Model, tag_field="type", tag="connection"):
    """With the secret of a connection of the project.

    Attributes:
        type: Always connection.
        security_scheme: The connection.
    """

    type: Discriminator[Literal["connection"]] = discriminator("connection")
    security_scheme: OpenAPIConnectionSecurityScheme


class OpenAPIManagedAuth(Model, tag_field="type", tag="managed_identity"):
    """With the managed identity of the project.

    Attributes:
        type: Always managed_identity.
        security_scheme: Whom the token is for.
    """

    type: Discriminator[Literal["managed_identity"]] = discriminator("managed_identity")
    security_scheme: OpenAPIManagedSecurityScheme


class VectorStoreDataSource(Model):
    """Foundry; data that are kept elsewhere.

    Attributes:
        uri: Where they are.
        type: What the address is.
    """

    uri: str
    type: VectorStoreDataSourceType


class AzureAISearchToolResource(Model):
    """Foundry; indexes of Azure AI Search.

    Attributes:
        indexes: The indexes, at most one.
    """

    indexes: list[AISearchIndexResource] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.indexes is ABSENT:
            self.indexes = None
            absent += ("indexes",)
        if absent:
            self._absent = absent


class BingGroundingTool(Model, tag_field="type", tag="bing_grounding"):
    """Foundry; searches the web.

    Attributes:
        type: Always bing_grounding.
        bing_grounding: Settings of the search.
    """

    type: Discriminator[Literal["bing_grounding"]] = discriminator("bing_grounding")
    bing_grounding: BingGroundingSearchParameters


class FileSearch(Model):
    """Settings of a file search.

    Attributes:
        max_num_results: Most results to give the model, from 1 to 50.
        ranking_options: How results are ranked and cut off.
    """

    max_num_results: int | None = ABSENT
    ranking_options: FileSearchRankingOptions | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.max_num_results is ABSENT:
            self.max_num_results = None
            absent += ("max_num_results",)
        if self.ranking_options is ABSENT:
            self.ranking_options = None
            absent += ("ranking_options",)
        if absent:
            self._absent = absent


class AzureFunctionDefinition(Model):
    """Foundry; a function, and the queues to reach it by.

    Attributes:
        function: What the model is told about the function.
        input_binding: Where calls go.
        output_binding: Where results come from.
    """

    function: FunctionDefinition
    input_binding: AzureFunctionBinding
    output_binding: AzureFunctionBinding


class FunctionTool(Model, tag_field="type", tag="function"):
    """A function of the caller, which the caller runs when the run asks for it.

    Attributes:
        type: Always function.
        function: What the model is told about the function.
    """

    type: Discriminator[Literal["function"]] = discriminator("function")
    function: FunctionDefinition


OpenAPIAuth: TypeAlias = (
    OpenAPIAnonymousAuth | OpenAPIConnectionAuth | OpenAPIManagedAuth | UnknownVariant
)
"""How the service signs in to a web API."""


class ToolResourcesCodeInterpreter(Model):
    """Files of the code interpreter.

    Attributes:
        file_ids: Ids of the files.
        data_sources: Foundry; files that are kept elsewhere.
    """

    file_ids: list[str] | None = ABSENT
    data_sources: list[VectorStoreDataSource] | None = ABSENT

    _provider_fields = ("data_sources",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_ids is ABSENT:
            self.file_ids = None
            absent += ("file_ids",)
        if self.data_sources is ABSENT:
            self.data_sources = None
            absent += ("data_sources",)
        if absent:
            self._absent = absent


class VectorStoreConfiguration(Model):
    """Foundry; data for a vector store.

    Attributes:
        data_sources: Where the data are.
    """

    data_sources: list[VectorStoreDataSource]


class FileSearchTool(Model, tag_field="type", tag="file_search"):
    """Second generation; searches vector stores.

    Attributes:
        type: Always file_search.
        file_search: Settings of the search.
    """

    type: Discriminator[Literal["file_search"]] = discriminator("file_search")
    file_search: FileSearch | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_search is ABSENT:
            self.file_search = None
            absent += ("file_search",)
        if absent:
            self._absent = absent


class AzureFunctionTool(Model, tag_field="type", tag="azure_function"):
    """Foundry; calls an Azure function through queues.

    Attributes:
        type: Always azure_function.
        azure_function: The function and its queues.
    """

    type: Discriminator[Literal["azure_function"]] = discriminator("azure_function")
    azure_function: AzureFunctionDefinition


class OpenAPIFunctionDefinition(Model):
    """Foundry; a web API the service may call.

    Attributes:
        name: Name of the API.
        description: What the API is for; the model chooses by it.
        spec: Its OpenAPI document.
        auth: How the service signs in.
        default_params: Parameters that keep the values given by the caller.
        functions: The operations found in the document; only in answers.
    """

    name: str
    description: str | None = ABSENT
    spec: OpenAPISpecification
    auth: OpenAPIAuth
    default_params: list[str] | None = ABSENT
    functions: list[FunctionDefinition] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.description is ABSENT:
            self.description = None
            absent += ("description",)
        if self.default_params is ABSENT:
            self.default_params = None
            absent += ("default_params",)
        if self.functions is ABSENT:
            self.functions = None
            absent += ("functions",)
        if absent:
            self._absent = absent


class VectorStoreConfigurations(Model):
    """Foundry; a vector store over data that are kept elsewhere.

    Attributes:
        name: Its name.
        configuration: The data.
    """

    name: str
    configuration: VectorStoreConfiguration


class OpenAPITool(Model, tag_field="type", tag="openapi"):
    """Foundry; calls a web API that an OpenAPI document describes.

    Attributes:
        type: Always openapi.
        openapi: The API.
    """

    type: Discriminator[Literal["openapi"]] = discriminator("openapi")
    openapi: OpenAPIFunctionDefinition


class ToolResourcesFileSearch(Model):
    """Vector stores of the file search.

    Attributes:
        vector_store_ids: Ids of the vector stores.
        vector_stores: Foundry; vector stores over data that are kept elsewhere.
    """

    vector_store_ids: list[str] | None = ABSENT
    vector_stores: list[VectorStoreConfigurations] | None = ABSENT

    _provider_fields = ("vector_stores",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.vector_store_ids is ABSENT:
            self.vector_store_ids = None
            absent += ("vector_store_ids",)
        if self.vector_stores is ABSENT:
            self.vector_stores = None
            absent += ("vector_stores",)
        if absent:
            self._absent = absent


AssistantTool: TypeAlias = (
    CodeInterpreterTool
    | FileSearchTool
    | RetrievalTool
    | FunctionTool
    | AzureAISearchTool
    | BingGroundingTool
    | ConnectedAgentTool
    | OpenAPITool
    | AzureFunctionTool
    | UnknownVariant
)
"""Something an assistant can use."""


class ToolResources(Model):
    """What the tools may work with.

    Attributes:
        code_interpreter: Files of the code interpreter.
        file_search: Vector stores of the file search.
        azure_ai_search: Foundry; indexes of Azure AI Search.
    """

    code_interpreter: ToolResourcesCodeInterpreter | None = ABSENT
    file_search: ToolResourcesFileSearch | None = ABSENT
    azure_ai_search: AzureAISearchToolResource | None = ABSENT

    _provider_fields = ("azure_ai_search",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.code_interpreter is ABSENT:
            self.code_interpreter = None
            absent += ("code_interpreter",)
        if self.file_search is ABSENT:
            self.file_search = None
            absent += ("file_search",)
        if self.azure_ai_search is ABSENT:
            self.azure_ai_search = None
            absent += ("azure_ai_search",)
        if absent:
            self._absent = absent

# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: tools."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    by_json_type,
    checked_items,
    items,
    mapping,
    string,
)
from openai_assistants_core.model import (
    ABSENT,
    by_discriminator,
    lacking,
    new,
    unknown_fields,
)

__all__ = [
    "AISearchIndexResource",
    "AssistantTool",
    "AssistantToolChoice",
    "AssistantToolChoiceFunction",
    "AssistantToolChoiceOption",
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

AzureAISearchQueryType: TypeAlias = (
    Literal["simple", "semantic", "vector", "vector_simple_hybrid", "vector_semantic_hybrid"] | str
)
"""How an index of Azure AI Search is searched."""

FileSearchRanker: TypeAlias = Literal["auto", "default_2024_08_21"] | str
"""Ranking model of a file search."""

FunctionParameters: TypeAlias = dict[str, Any]
"""JSON Schema of the arguments of a function."""

HybridSearch: TypeAlias = dict[str, Any]
"""Weights of a search by meaning and by words together."""

OpenAPISpecification: TypeAlias = dict[str, Any]
"""An OpenAPI document."""

VectorStoreDataSourceType: TypeAlias = Literal["uri_asset", "id_asset"] | str
"""Whether a data source is named by its address or by its id."""


def decode_ai_search_index_resource(raw: dict[str, Any]) -> AISearchIndexResource:
    """Makes a AISearchIndexResource from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AISearchIndexResource)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("index_connection_id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "index_connection_id"
                raise Mismatch("a string", v)
        self.index_connection_id = v
        v = get("index_name", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "index_name"
                raise Mismatch("a string", v)
        self.index_name = v
        v = get("query_type", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "query_type"
                raise Mismatch("a string", v)
        self.query_type = v
        v = get("top_k", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 8
                v = None
            else:
                at = "top_k"
                raise Mismatch("an integer", v)
        self.top_k = v
        v = get("filter", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "filter"
                raise Mismatch("a string", v)
        self.filter = v
        v = get("index_asset_id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 32
                v = None
            else:
                at = "index_asset_id"
                raise Mismatch("a string", v)
        self.index_asset_id = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_ai_search_index_resource, raw, AISearchIndexResource)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 6:
        self._extra = unknown_fields(raw, AISearchIndexResource)
    made: AISearchIndexResource = self
    return made


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

    _fields = (
        "index_connection_id",
        "index_name",
        "query_type",
        "top_k",
        "filter",
        "index_asset_id",
    )

    index_connection_id: str | None = ABSENT
    index_name: str | None = ABSENT
    query_type: AzureAISearchQueryType | None = ABSENT
    top_k: int | None = ABSENT
    filter: str | None = ABSENT
    index_asset_id: str | None = ABSENT

    decode = staticmethod(decode_ai_search_index_resource)


def decode_assistant_tool_choice(raw: dict[str, Any]) -> AssistantToolChoice:
    """Makes a AssistantToolChoice from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AssistantToolChoice)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "function"
        v = get("function", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.function = v if v is None else decode_assistant_tool_choice_function(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_assistant_tool_choice, raw, AssistantToolChoice)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, AssistantToolChoice)
    made: AssistantToolChoice = self
    return made


class AssistantToolChoice(Model):
    """A tool the model has to use.

    Attributes:
        type: Type of the tool; the last three on Foundry.
        function: The function, when the type is function.
    """

    _fields = ("type", "function")

    type: (
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
    )
    function: AssistantToolChoiceFunction | None = ABSENT

    decode = staticmethod(decode_assistant_tool_choice)


def decode_assistant_tool_choice_function(raw: dict[str, Any]) -> AssistantToolChoiceFunction:
    """Makes a AssistantToolChoiceFunction from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AssistantToolChoiceFunction)
    at = ""
    try:
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_assistant_tool_choice_function, raw, AssistantToolChoiceFunction)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, AssistantToolChoiceFunction)
    made: AssistantToolChoiceFunction = self
    return made


class AssistantToolChoiceFunction(Model):
    """A function the model has to call.

    Attributes:
        name: Name of the function.
    """

    _fields = ("name",)

    name: str

    decode = staticmethod(decode_assistant_tool_choice_function)


def decode_azure_ai_search_tool(raw: dict[str, Any]) -> AzureAISearchTool:
    """Makes a AzureAISearchTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AzureAISearchTool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_azure_ai_search_tool, raw, AzureAISearchTool)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, AzureAISearchTool)
    made: AzureAISearchTool = self
    return made


class AzureAISearchTool(Model):
    """Foundry; searches indexes of Azure AI Search, which are given as tool resources.

    Attributes:
        type: Always azure_ai_search.
    """

    _fields = ("type",)

    type: Literal["azure_ai_search"] = "azure_ai_search"

    decode = staticmethod(decode_azure_ai_search_tool)


def decode_azure_ai_search_tool_resource(raw: dict[str, Any]) -> AzureAISearchToolResource:
    """Makes a AzureAISearchToolResource from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AzureAISearchToolResource)
    get = raw.get
    absent = 0
    at = ""
    try:
        at = "indexes"
        v = get("indexes", ABSENT)
        if v is ABSENT:
            absent |= 1
            v = None
        self.indexes = v if v is None else items(v, decode_ai_search_index_resource)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_azure_ai_search_tool_resource, raw, AzureAISearchToolResource)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, AzureAISearchToolResource)
    made: AzureAISearchToolResource = self
    return made


class AzureAISearchToolResource(Model):
    """Foundry; indexes of Azure AI Search.

    Attributes:
        indexes: The indexes, at most one.
    """

    _fields = ("indexes",)

    indexes: list[AISearchIndexResource] | None = ABSENT

    decode = staticmethod(decode_azure_ai_search_tool_resource)


def decode_azure_function_binding(raw: dict[str, Any]) -> AzureFunctionBinding:
    """Makes a AzureFunctionBinding from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AzureFunctionBinding)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "storage_queue"
        v = raw["storage_queue"]
        self.storage_queue = v if v is None else decode_azure_function_storage_queue(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_azure_function_binding, raw, AzureFunctionBinding)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, AzureFunctionBinding)
    made: AzureFunctionBinding = self
    return made


class AzureFunctionBinding(Model):
    """Foundry; one end of a function.

    Attributes:
        type: Always storage_queue.
        storage_queue: The queue.
    """

    _fields = ("type", "storage_queue")

    type: Literal["storage_queue"] = "storage_queue"
    storage_queue: AzureFunctionStorageQueue

    decode = staticmethod(decode_azure_function_binding)


def decode_azure_function_definition(raw: dict[str, Any]) -> AzureFunctionDefinition:
    """Makes a AzureFunctionDefinition from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AzureFunctionDefinition)
    at = ""
    try:
        at = "function"
        v = raw["function"]
        self.function = v if v is None else decode_function_definition(v)
        at = "input_binding"
        v = raw["input_binding"]
        self.input_binding = v if v is None else decode_azure_function_binding(v)
        at = "output_binding"
        v = raw["output_binding"]
        self.output_binding = v if v is None else decode_azure_function_binding(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_azure_function_definition, raw, AzureFunctionDefinition)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, AzureFunctionDefinition)
    made: AzureFunctionDefinition = self
    return made


class AzureFunctionDefinition(Model):
    """Foundry; a function, and the queues to reach it by.

    Attributes:
        function: What the model is told about the function.
        input_binding: Where calls go.
        output_binding: Where results come from.
    """

    _fields = ("function", "input_binding", "output_binding")

    function: FunctionDefinition
    input_binding: AzureFunctionBinding
    output_binding: AzureFunctionBinding

    decode = staticmethod(decode_azure_function_definition)


def decode_azure_function_storage_queue(raw: dict[str, Any]) -> AzureFunctionStorageQueue:
    """Makes a AzureFunctionStorageQueue from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AzureFunctionStorageQueue)
    at = ""
    try:
        v = raw["queue_service_endpoint"]
        if type(v) is not str and v is not None:
            at = "queue_service_endpoint"
            raise Mismatch("a string", v)
        self.queue_service_endpoint = v
        v = raw["queue_name"]
        if type(v) is not str and v is not None:
            at = "queue_name"
            raise Mismatch("a string", v)
        self.queue_name = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_azure_function_storage_queue, raw, AzureFunctionStorageQueue)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, AzureFunctionStorageQueue)
    made: AzureFunctionStorageQueue = self
    return made


class AzureFunctionStorageQueue(Model):
    """Foundry; a storage queue.

    Attributes:
        queue_service_endpoint: Address of the queue service.
        queue_name: Name of the queue.
    """

    _fields = ("queue_service_endpoint", "queue_name")

    queue_service_endpoint: str
    queue_name: str

    decode = staticmethod(decode_azure_function_storage_queue)


def decode_azure_function_tool(raw: dict[str, Any]) -> AzureFunctionTool:
    """Makes a AzureFunctionTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AzureFunctionTool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "azure_function"
        v = raw["azure_function"]
        self.azure_function = v if v is None else decode_azure_function_definition(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_azure_function_tool, raw, AzureFunctionTool)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, AzureFunctionTool)
    made: AzureFunctionTool = self
    return made


class AzureFunctionTool(Model):
    """Foundry; calls an Azure function through queues.

    Attributes:
        type: Always azure_function.
        azure_function: The function and its queues.
    """

    _fields = ("type", "azure_function")

    type: Literal["azure_function"] = "azure_function"
    azure_function: AzureFunctionDefinition

    decode = staticmethod(decode_azure_function_tool)


def decode_bing_grounding_search_configuration(
    raw: dict[str, Any],
) -> BingGroundingSearchConfiguration:
    """Makes a BingGroundingSearchConfiguration from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(BingGroundingSearchConfiguration)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["connection_id"]
        if type(v) is not str and v is not None:
            at = "connection_id"
            raise Mismatch("a string", v)
        self.connection_id = v
        v = get("market", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "market"
                raise Mismatch("a string", v)
        self.market = v
        v = get("set_lang", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "set_lang"
                raise Mismatch("a string", v)
        self.set_lang = v
        v = get("count", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 8
                v = None
            else:
                at = "count"
                raise Mismatch("an integer", v)
        self.count = v
        v = get("freshness", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "freshness"
                raise Mismatch("a string", v)
        self.freshness = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_bing_grounding_search_configuration, raw, BingGroundingSearchConfiguration
        )
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 5:
        self._extra = unknown_fields(raw, BingGroundingSearchConfiguration)
    made: BingGroundingSearchConfiguration = self
    return made


class BingGroundingSearchConfiguration(Model):
    """Foundry; where and how to search the web.

    Attributes:
        connection_id: Id of a connection of the project.
        market: Market the results come from.
        set_lang: Language of the user interface.
        count: How many results to give the model.
        freshness: How old the results may be.
    """

    _fields = ("connection_id", "market", "set_lang", "count", "freshness")

    connection_id: str
    market: str | None = ABSENT
    set_lang: str | None = ABSENT
    count: int | None = ABSENT
    freshness: str | None = ABSENT

    decode = staticmethod(decode_bing_grounding_search_configuration)


def decode_bing_grounding_search_parameters(raw: dict[str, Any]) -> BingGroundingSearchParameters:
    """Makes a BingGroundingSearchParameters from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(BingGroundingSearchParameters)
    at = ""
    try:
        at = "search_configurations"
        v = raw["search_configurations"]
        self.search_configurations = (
            v if v is None else items(v, decode_bing_grounding_search_configuration)
        )
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_bing_grounding_search_parameters, raw, BingGroundingSearchParameters)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, BingGroundingSearchParameters)
    made: BingGroundingSearchParameters = self
    return made


class BingGroundingSearchParameters(Model):
    """Foundry; settings of a web search.

    Attributes:
        search_configurations: Where and how to search, at most one.
    """

    _fields = ("search_configurations",)

    search_configurations: list[BingGroundingSearchConfiguration]

    decode = staticmethod(decode_bing_grounding_search_parameters)


def decode_bing_grounding_tool(raw: dict[str, Any]) -> BingGroundingTool:
    """Makes a BingGroundingTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(BingGroundingTool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "bing_grounding"
        v = raw["bing_grounding"]
        self.bing_grounding = v if v is None else decode_bing_grounding_search_parameters(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_bing_grounding_tool, raw, BingGroundingTool)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, BingGroundingTool)
    made: BingGroundingTool = self
    return made


class BingGroundingTool(Model):
    """Foundry; searches the web.

    Attributes:
        type: Always bing_grounding.
        bing_grounding: Settings of the search.
    """

    _fields = ("type", "bing_grounding")

    type: Literal["bing_grounding"] = "bing_grounding"
    bing_grounding: BingGroundingSearchParameters

    decode = staticmethod(decode_bing_grounding_tool)


def decode_code_interpreter_tool(raw: dict[str, Any]) -> CodeInterpreterTool:
    """Makes a CodeInterpreterTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterTool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_tool, raw, CodeInterpreterTool)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, CodeInterpreterTool)
    made: CodeInterpreterTool = self
    return made


class CodeInterpreterTool(Model):
    """Writes Python and runs it in a sandbox.

    Attributes:
        type: Always code_interpreter.
    """

    _fields = ("type",)

    type: Literal["code_interpreter"] = "code_interpreter"

    decode = staticmethod(decode_code_interpreter_tool)


def decode_connected_agent_details(raw: dict[str, Any]) -> ConnectedAgentDetails:
    """Makes a ConnectedAgentDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ConnectedAgentDetails)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        v = raw["description"]
        if type(v) is not str and v is not None:
            at = "description"
            raise Mismatch("a string", v)
        self.description = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_connected_agent_details, raw, ConnectedAgentDetails)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, ConnectedAgentDetails)
    made: ConnectedAgentDetails = self
    return made


class ConnectedAgentDetails(Model):
    """Foundry; an agent that can be given work.

    Attributes:
        id: Id of the agent.
        name: Name the model calls it by.
        description: What it is for; the model chooses by it.
    """

    _fields = ("id", "name", "description")

    id: str
    name: str
    description: str

    decode = staticmethod(decode_connected_agent_details)


def decode_connected_agent_tool(raw: dict[str, Any]) -> ConnectedAgentTool:
    """Makes a ConnectedAgentTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ConnectedAgentTool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "connected_agent"
        v = raw["connected_agent"]
        self.connected_agent = v if v is None else decode_connected_agent_details(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_connected_agent_tool, raw, ConnectedAgentTool)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, ConnectedAgentTool)
    made: ConnectedAgentTool = self
    return made


class ConnectedAgentTool(Model):
    """Foundry; hands work to another agent.

    Attributes:
        type: Always connected_agent.
        connected_agent: The other agent.
    """

    _fields = ("type", "connected_agent")

    type: Literal["connected_agent"] = "connected_agent"
    connected_agent: ConnectedAgentDetails

    decode = staticmethod(decode_connected_agent_tool)


def decode_file_search(raw: dict[str, Any]) -> FileSearch:
    """Makes a FileSearch from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearch)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("max_num_results", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "max_num_results"
                raise Mismatch("an integer", v)
        self.max_num_results = v
        at = "ranking_options"
        v = get("ranking_options", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.ranking_options = v if v is None else decode_file_search_ranking_options(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_search, raw, FileSearch)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, FileSearch)
    made: FileSearch = self
    return made


class FileSearch(Model):
    """Settings of a file search.

    Attributes:
        max_num_results: Most results to give the model, from 1 to 50.
        ranking_options: How results are ranked and cut off.
    """

    _fields = ("max_num_results", "ranking_options")

    max_num_results: int | None = ABSENT
    ranking_options: FileSearchRankingOptions | None = ABSENT

    decode = staticmethod(decode_file_search)


def decode_file_search_ranking_options(raw: dict[str, Any]) -> FileSearchRankingOptions:
    """Makes a FileSearchRankingOptions from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearchRankingOptions)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["score_threshold"]
        if type(v) is not float and type(v) is not int and v is not None:
            at = "score_threshold"
            raise Mismatch("a number", v)
        self.score_threshold = v
        v = get("ranker", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "ranker"
                raise Mismatch("a string", v)
        self.ranker = v
        at = "hybrid_search"
        v = get("hybrid_search", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.hybrid_search = v if v is None else mapping(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_search_ranking_options, raw, FileSearchRankingOptions)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, FileSearchRankingOptions)
    made: FileSearchRankingOptions = self
    return made


class FileSearchRankingOptions(Model):
    """How search results are ranked and cut off.

    Attributes:
        score_threshold: Lowest score a result may have, from 0 to 1.
        ranker: The ranking model.
        hybrid_search: Weights of a mixed search; services send null.
    """

    _fields = ("score_threshold", "ranker", "hybrid_search")

    score_threshold: float
    ranker: FileSearchRanker | None = ABSENT
    hybrid_search: HybridSearch | None = ABSENT

    decode = staticmethod(decode_file_search_ranking_options)


def decode_file_search_tool(raw: dict[str, Any]) -> FileSearchTool:
    """Makes a FileSearchTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearchTool)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "file_search"
        v = get("file_search", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.file_search = v if v is None else decode_file_search(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_search_tool, raw, FileSearchTool)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, FileSearchTool)
    made: FileSearchTool = self
    return made


class FileSearchTool(Model):
    """Second generation; searches vector stores.

    Attributes:
        type: Always file_search.
        file_search: Settings of the search.
    """

    _fields = ("type", "file_search")

    type: Literal["file_search"] = "file_search"
    file_search: FileSearch | None = ABSENT

    decode = staticmethod(decode_file_search_tool)


def decode_function_definition(raw: dict[str, Any]) -> FunctionDefinition:
    """Makes a FunctionDefinition from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FunctionDefinition)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        v = get("description", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "description"
                raise Mismatch("a string", v)
        self.description = v
        at = "parameters"
        v = get("parameters", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.parameters = v if v is None else mapping(v)
        v = get("strict", ABSENT)
        if type(v) is not bool and v is not None:
            if v is ABSENT:
                absent |= 8
                v = None
            else:
                at = "strict"
                raise Mismatch("a boolean", v)
        self.strict = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_function_definition, raw, FunctionDefinition)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 4:
        self._extra = unknown_fields(raw, FunctionDefinition)
    made: FunctionDefinition = self
    return made


class FunctionDefinition(Model):
    """What the model is told about a function.

    Attributes:
        name: Name of the function; letters, digits, underscores and dashes, up to 64.
        description: What the function does; the model chooses by it.
        parameters: JSON Schema of the arguments; without it the function takes none.
        strict: Whether the arguments must follow the schema to the letter.
    """

    _fields = ("name", "description", "parameters", "strict")

    name: str
    description: str | None = ABSENT
    parameters: FunctionParameters | None = ABSENT
    strict: bool | None = ABSENT

    decode = staticmethod(decode_function_definition)


def decode_function_tool(raw: dict[str, Any]) -> FunctionTool:
    """Makes a FunctionTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FunctionTool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "function"
        v = raw["function"]
        self.function = v if v is None else decode_function_definition(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_function_tool, raw, FunctionTool)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, FunctionTool)
    made: FunctionTool = self
    return made


class FunctionTool(Model):
    """A function of the caller, which the caller runs when the run asks for it.

    Attributes:
        type: Always function.
        function: What the model is told about the function.
    """

    _fields = ("type", "function")

    type: Literal["function"] = "function"
    function: FunctionDefinition

    decode = staticmethod(decode_function_tool)


def decode_open_api_anonymous_auth(raw: dict[str, Any]) -> OpenAPIAnonymousAuth:
    """Makes a OpenAPIAnonymousAuth from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPIAnonymousAuth)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_open_api_anonymous_auth, raw, OpenAPIAnonymousAuth)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, OpenAPIAnonymousAuth)
    made: OpenAPIAnonymousAuth = self
    return made


class OpenAPIAnonymousAuth(Model):
    """Without signing in.

    Attributes:
        type: Always anonymous.
    """

    _fields = ("type",)

    type: Literal["anonymous"] = "anonymous"

    decode = staticmethod(decode_open_api_anonymous_auth)


def decode_open_api_connection_auth(raw: dict[str, Any]) -> OpenAPIConnectionAuth:
    """Makes a OpenAPIConnectionAuth from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPIConnectionAuth)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "security_scheme"
        v = raw["security_scheme"]
        self.security_scheme = v if v is None else decode_open_api_connection_security_scheme(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_open_api_connection_auth, raw, OpenAPIConnectionAuth)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, OpenAPIConnectionAuth)
    made: OpenAPIConnectionAuth = self
    return made


class OpenAPIConnectionAuth(Model):
    """With the secret of a connection of the project.

    Attributes:
        type: Always connection.
        security_scheme: The connection.
    """

    _fields = ("type", "security_scheme")

    type: Literal["connection"] = "connection"
    security_scheme: OpenAPIConnectionSecurityScheme

    decode = staticmethod(decode_open_api_connection_auth)


def decode_open_api_connection_security_scheme(
    raw: dict[str, Any],
) -> OpenAPIConnectionSecurityScheme:
    """Makes a OpenAPIConnectionSecurityScheme from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPIConnectionSecurityScheme)
    at = ""
    try:
        v = raw["connection_id"]
        if type(v) is not str and v is not None:
            at = "connection_id"
            raise Mismatch("a string", v)
        self.connection_id = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_open_api_connection_security_scheme, raw, OpenAPIConnectionSecurityScheme
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, OpenAPIConnectionSecurityScheme)
    made: OpenAPIConnectionSecurityScheme = self
    return made


class OpenAPIConnectionSecurityScheme(Model):
    """A connection that holds a secret.

    Attributes:
        connection_id: Id of the connection.
    """

    _fields = ("connection_id",)

    connection_id: str

    decode = staticmethod(decode_open_api_connection_security_scheme)


def decode_open_api_function_definition(raw: dict[str, Any]) -> OpenAPIFunctionDefinition:
    """Makes a OpenAPIFunctionDefinition from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPIFunctionDefinition)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        v = get("description", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "description"
                raise Mismatch("a string", v)
        self.description = v
        at = "spec"
        v = raw["spec"]
        self.spec = v if v is None else mapping(v)
        at = "auth"
        v = raw["auth"]
        self.auth = v if v is None else decode_open_api_auth(v)
        at = "default_params"
        v = get("default_params", ABSENT)
        if v is ABSENT:
            absent |= 16
            v = None
        self.default_params = v if v is None else checked_items(v, string)
        at = "functions"
        v = get("functions", ABSENT)
        if v is ABSENT:
            absent |= 32
            v = None
        self.functions = v if v is None else items(v, decode_function_definition)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_open_api_function_definition, raw, OpenAPIFunctionDefinition)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 6:
        self._extra = unknown_fields(raw, OpenAPIFunctionDefinition)
    made: OpenAPIFunctionDefinition = self
    return made


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

    _fields = ("name", "description", "spec", "auth", "default_params", "functions")

    name: str
    description: str | None = ABSENT
    spec: OpenAPISpecification
    auth: OpenAPIAuth
    default_params: list[str] | None = ABSENT
    functions: list[FunctionDefinition] | None = ABSENT

    decode = staticmethod(decode_open_api_function_definition)


def decode_open_api_managed_auth(raw: dict[str, Any]) -> OpenAPIManagedAuth:
    """Makes a OpenAPIManagedAuth from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPIManagedAuth)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "security_scheme"
        v = raw["security_scheme"]
        self.security_scheme = v if v is None else decode_open_api_managed_security_scheme(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_open_api_managed_auth, raw, OpenAPIManagedAuth)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, OpenAPIManagedAuth)
    made: OpenAPIManagedAuth = self
    return made


class OpenAPIManagedAuth(Model):
    """With the managed identity of the project.

    Attributes:
        type: Always managed_identity.
        security_scheme: Whom the token is for.
    """

    _fields = ("type", "security_scheme")

    type: Literal["managed_identity"] = "managed_identity"
    security_scheme: OpenAPIManagedSecurityScheme

    decode = staticmethod(decode_open_api_managed_auth)


def decode_open_api_managed_security_scheme(raw: dict[str, Any]) -> OpenAPIManagedSecurityScheme:
    """Makes a OpenAPIManagedSecurityScheme from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPIManagedSecurityScheme)
    at = ""
    try:
        v = raw["audience"]
        if type(v) is not str and v is not None:
            at = "audience"
            raise Mismatch("a string", v)
        self.audience = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_open_api_managed_security_scheme, raw, OpenAPIManagedSecurityScheme)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, OpenAPIManagedSecurityScheme)
    made: OpenAPIManagedSecurityScheme = self
    return made


class OpenAPIManagedSecurityScheme(Model):
    """Whom a token is for.

    Attributes:
        audience: Audience of the token.
    """

    _fields = ("audience",)

    audience: str

    decode = staticmethod(decode_open_api_managed_security_scheme)


def decode_open_api_tool(raw: dict[str, Any]) -> OpenAPITool:
    """Makes a OpenAPITool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPITool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "openapi"
        v = raw["openapi"]
        self.openapi = v if v is None else decode_open_api_function_definition(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_open_api_tool, raw, OpenAPITool)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, OpenAPITool)
    made: OpenAPITool = self
    return made


class OpenAPITool(Model):
    """Foundry; calls a web API that an OpenAPI document describes.

    Attributes:
        type: Always openapi.
        openapi: The API.
    """

    _fields = ("type", "openapi")

    type: Literal["openapi"] = "openapi"
    openapi: OpenAPIFunctionDefinition

    decode = staticmethod(decode_open_api_tool)


def decode_retrieval_tool(raw: dict[str, Any]) -> RetrievalTool:
    """Makes a RetrievalTool from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RetrievalTool)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_retrieval_tool, raw, RetrievalTool)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, RetrievalTool)
    made: RetrievalTool = self
    return made


class RetrievalTool(Model):
    """First generation; searches the linked files.

    Attributes:
        type: Always retrieval.
    """

    _fields = ("type",)

    type: Literal["retrieval"] = "retrieval"

    decode = staticmethod(decode_retrieval_tool)


def decode_static_file_chunking_strategy(raw: dict[str, Any]) -> StaticFileChunkingStrategy:
    """Makes a StaticFileChunkingStrategy from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(StaticFileChunkingStrategy)
    at = ""
    try:
        v = raw["max_chunk_size_tokens"]
        if type(v) is not int and v is not None:
            at = "max_chunk_size_tokens"
            raise Mismatch("an integer", v)
        self.max_chunk_size_tokens = v
        v = raw["chunk_overlap_tokens"]
        if type(v) is not int and v is not None:
            at = "chunk_overlap_tokens"
            raise Mismatch("an integer", v)
        self.chunk_overlap_tokens = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_static_file_chunking_strategy, raw, StaticFileChunkingStrategy)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, StaticFileChunkingStrategy)
    made: StaticFileChunkingStrategy = self
    return made


class StaticFileChunkingStrategy(Model):
    """Size and overlap of the pieces of a file.

    Attributes:
        max_chunk_size_tokens: Most tokens in a piece, from 100 to 4096.
        chunk_overlap_tokens: Tokens shared by neighbours; at most half a piece.
    """

    _fields = ("max_chunk_size_tokens", "chunk_overlap_tokens")

    max_chunk_size_tokens: int
    chunk_overlap_tokens: int

    decode = staticmethod(decode_static_file_chunking_strategy)


def decode_tool_resources(raw: dict[str, Any]) -> ToolResources:
    """Makes a ToolResources from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ToolResources)
    get = raw.get
    absent = 0
    at = ""
    try:
        at = "code_interpreter"
        v = get("code_interpreter", ABSENT)
        if v is ABSENT:
            absent |= 1
            v = None
        self.code_interpreter = v if v is None else decode_tool_resources_code_interpreter(v)
        at = "file_search"
        v = get("file_search", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.file_search = v if v is None else decode_tool_resources_file_search(v)
        at = "azure_ai_search"
        v = get("azure_ai_search", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.azure_ai_search = v if v is None else decode_azure_ai_search_tool_resource(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_resources, raw, ToolResources)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, ToolResources)
    made: ToolResources = self
    return made


class ToolResources(Model):
    """What the tools may work with.

    Attributes:
        code_interpreter: Files of the code interpreter.
        file_search: Vector stores of the file search.
        azure_ai_search: Foundry; indexes of Azure AI Search.
    """

    _fields = ("code_interpreter", "file_search", "azure_ai_search")

    code_interpreter: ToolResourcesCodeInterpreter | None = ABSENT
    file_search: ToolResourcesFileSearch | None = ABSENT
    azure_ai_search: AzureAISearchToolResource | None = ABSENT

    decode = staticmethod(decode_tool_resources)


def decode_tool_resources_code_interpreter(raw: dict[str, Any]) -> ToolResourcesCodeInterpreter:
    """Makes a ToolResourcesCodeInterpreter from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ToolResourcesCodeInterpreter)
    get = raw.get
    absent = 0
    at = ""
    try:
        at = "file_ids"
        v = get("file_ids", ABSENT)
        if v is ABSENT:
            absent |= 1
            v = None
        self.file_ids = v if v is None else checked_items(v, string)
        at = "data_sources"
        v = get("data_sources", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.data_sources = v if v is None else items(v, decode_vector_store_data_source)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_resources_code_interpreter, raw, ToolResourcesCodeInterpreter)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ToolResourcesCodeInterpreter)
    made: ToolResourcesCodeInterpreter = self
    return made


class ToolResourcesCodeInterpreter(Model):
    """Files of the code interpreter.

    Attributes:
        file_ids: Ids of the files.
        data_sources: Foundry; files that are kept elsewhere.
    """

    _fields = ("file_ids", "data_sources")

    file_ids: list[str] | None = ABSENT
    data_sources: list[VectorStoreDataSource] | None = ABSENT

    decode = staticmethod(decode_tool_resources_code_interpreter)


def decode_tool_resources_file_search(raw: dict[str, Any]) -> ToolResourcesFileSearch:
    """Makes a ToolResourcesFileSearch from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ToolResourcesFileSearch)
    get = raw.get
    absent = 0
    at = ""
    try:
        at = "vector_store_ids"
        v = get("vector_store_ids", ABSENT)
        if v is ABSENT:
            absent |= 1
            v = None
        self.vector_store_ids = v if v is None else checked_items(v, string)
        at = "vector_stores"
        v = get("vector_stores", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.vector_stores = v if v is None else items(v, decode_vector_store_configurations)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_resources_file_search, raw, ToolResourcesFileSearch)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ToolResourcesFileSearch)
    made: ToolResourcesFileSearch = self
    return made


class ToolResourcesFileSearch(Model):
    """Vector stores of the file search.

    Attributes:
        vector_store_ids: Ids of the vector stores.
        vector_stores: Foundry; vector stores over data that are kept elsewhere.
    """

    _fields = ("vector_store_ids", "vector_stores")

    vector_store_ids: list[str] | None = ABSENT
    vector_stores: list[VectorStoreConfigurations] | None = ABSENT

    decode = staticmethod(decode_tool_resources_file_search)


def decode_vector_store_configuration(raw: dict[str, Any]) -> VectorStoreConfiguration:
    """Makes a VectorStoreConfiguration from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreConfiguration)
    at = ""
    try:
        at = "data_sources"
        v = raw["data_sources"]
        self.data_sources = v if v is None else items(v, decode_vector_store_data_source)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store_configuration, raw, VectorStoreConfiguration)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, VectorStoreConfiguration)
    made: VectorStoreConfiguration = self
    return made


class VectorStoreConfiguration(Model):
    """Foundry; data for a vector store.

    Attributes:
        data_sources: Where the data are.
    """

    _fields = ("data_sources",)

    data_sources: list[VectorStoreDataSource]

    decode = staticmethod(decode_vector_store_configuration)


def decode_vector_store_configurations(raw: dict[str, Any]) -> VectorStoreConfigurations:
    """Makes a VectorStoreConfigurations from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreConfigurations)
    at = ""
    try:
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        at = "configuration"
        v = raw["configuration"]
        self.configuration = v if v is None else decode_vector_store_configuration(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store_configurations, raw, VectorStoreConfigurations)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, VectorStoreConfigurations)
    made: VectorStoreConfigurations = self
    return made


class VectorStoreConfigurations(Model):
    """Foundry; a vector store over data that are kept elsewhere.

    Attributes:
        name: Its name.
        configuration: The data.
    """

    _fields = ("name", "configuration")

    name: str
    configuration: VectorStoreConfiguration

    decode = staticmethod(decode_vector_store_configurations)


def decode_vector_store_data_source(raw: dict[str, Any]) -> VectorStoreDataSource:
    """Makes a VectorStoreDataSource from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreDataSource)
    at = ""
    try:
        v = raw["uri"]
        if type(v) is not str and v is not None:
            at = "uri"
            raise Mismatch("a string", v)
        self.uri = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store_data_source, raw, VectorStoreDataSource)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, VectorStoreDataSource)
    made: VectorStoreDataSource = self
    return made


class VectorStoreDataSource(Model):
    """Foundry; data that are kept elsewhere.

    Attributes:
        uri: Where they are.
        type: What the address is.
    """

    _fields = ("uri", "type")

    uri: str
    type: VectorStoreDataSourceType

    decode = staticmethod(decode_vector_store_data_source)


AssistantTool: TypeAlias = (
    AzureAISearchTool
    | AzureFunctionTool
    | BingGroundingTool
    | CodeInterpreterTool
    | ConnectedAgentTool
    | FileSearchTool
    | FunctionTool
    | OpenAPITool
    | RetrievalTool
    | UnknownVariant
)
"""Something an assistant can use."""

decode_assistant_tool = by_discriminator(
    "type",
    {
        "azure_ai_search": decode_azure_ai_search_tool,
        "azure_function": decode_azure_function_tool,
        "bing_grounding": decode_bing_grounding_tool,
        "code_interpreter": decode_code_interpreter_tool,
        "connected_agent": decode_connected_agent_tool,
        "file_search": decode_file_search_tool,
        "function": decode_function_tool,
        "openapi": decode_open_api_tool,
        "retrieval": decode_retrieval_tool,
    },
)

OpenAPIAuth: TypeAlias = (
    OpenAPIAnonymousAuth | OpenAPIConnectionAuth | OpenAPIManagedAuth | UnknownVariant
)
"""How the service signs in to a web API."""

decode_open_api_auth = by_discriminator(
    "type",
    {
        "anonymous": decode_open_api_anonymous_auth,
        "connection": decode_open_api_connection_auth,
        "managed_identity": decode_open_api_managed_auth,
    },
)

AssistantToolChoiceOption: TypeAlias = (
    Literal["none", "auto", "required"] | str | AssistantToolChoice
)
"""Which tool the model uses; none, auto, required, or one named tool."""

decode_assistant_tool_choice_option = by_json_type(
    "a string or an object",
    {
        str: string,
        dict: decode_assistant_tool_choice,
    },
)

# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: tools."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    by_json_type,
    checked_items,
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
    "AssistantTool",
    "AssistantToolChoice",
    "AssistantToolChoiceFunction",
    "AssistantToolChoiceOption",
    "CodeInterpreterTool",
    "FileSearch",
    "FileSearchRanker",
    "FileSearchRankingOptions",
    "FileSearchTool",
    "FunctionDefinition",
    "FunctionParameters",
    "FunctionTool",
    "HybridSearch",
    "RetrievalTool",
    "ToolResources",
    "ToolResourcesCodeInterpreter",
    "ToolResourcesFileSearch",
]

FileSearchRanker: TypeAlias = Literal["auto", "default_2024_08_21"] | str
"""Ranking model of a file search."""

FunctionParameters: TypeAlias = dict[str, Any]
"""JSON Schema of the arguments of a function."""

HybridSearch: TypeAlias = dict[str, Any]
"""Weights of a search by meaning and by words together."""


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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AssistantToolChoice(Model):
    """A tool the model has to use.

    Attributes:
        type: Type of the tool.
        function: The function, when the type is function.
    """

    _fields = ("type", "function")

    type: Literal["function", "code_interpreter", "file_search", "retrieval"] | str
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AssistantToolChoiceFunction(Model):
    """A function the model has to call.

    Attributes:
        name: Name of the function.
    """

    _fields = ("name",)

    name: str

    decode = staticmethod(decode_assistant_tool_choice_function)


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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class CodeInterpreterTool(Model):
    """Writes Python and runs it in a sandbox.

    Attributes:
        type: Always code_interpreter.
    """

    _fields = ("type",)

    type: Literal["code_interpreter"] = "code_interpreter"

    decode = staticmethod(decode_code_interpreter_tool)


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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class RetrievalTool(Model):
    """First generation; searches the linked files.

    Attributes:
        type: Always retrieval.
    """

    _fields = ("type",)

    type: Literal["retrieval"] = "retrieval"

    decode = staticmethod(decode_retrieval_tool)


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
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_resources, raw, ToolResources)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ToolResources)
    made: ToolResources = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ToolResources(Model):
    """What the tools may work with.

    Attributes:
        code_interpreter: Files of the code interpreter.
        file_search: Vector stores of the file search.
    """

    _fields = ("code_interpreter", "file_search")

    code_interpreter: ToolResourcesCodeInterpreter | None = ABSENT
    file_search: ToolResourcesFileSearch | None = ABSENT

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
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_resources_code_interpreter, raw, ToolResourcesCodeInterpreter)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, ToolResourcesCodeInterpreter)
    made: ToolResourcesCodeInterpreter = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ToolResourcesCodeInterpreter(Model):
    """Files of the code interpreter.

    Attributes:
        file_ids: Ids of the files.
    """

    _fields = ("file_ids",)

    file_ids: list[str] | None = ABSENT

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
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_resources_file_search, raw, ToolResourcesFileSearch)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, ToolResourcesFileSearch)
    made: ToolResourcesFileSearch = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ToolResourcesFileSearch(Model):
    """Vector stores of the file search.

    Attributes:
        vector_store_ids: Ids of the vector stores.
    """

    _fields = ("vector_store_ids",)

    vector_store_ids: list[str] | None = ABSENT

    decode = staticmethod(decode_tool_resources_file_search)


AssistantTool: TypeAlias = (
    CodeInterpreterTool | FileSearchTool | FunctionTool | RetrievalTool | UnknownVariant
)
"""Something an assistant can use."""

decode_assistant_tool = by_discriminator(
    "type",
    {
        "code_interpreter": decode_code_interpreter_tool,
        "file_search": decode_file_search_tool,
        "function": decode_function_tool,
        "retrieval": decode_retrieval_tool,
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

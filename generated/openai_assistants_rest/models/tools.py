# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: tools."""

from __future__ import annotations

from typing import Any, Literal, Self, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    by_json_type,
    items,
    mapping,
    string,
)
from openai_assistants_core.model import ABSENT, by_discriminator, new

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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "function"
            v = get(at)
            self.function = v if v is None else AssistantToolChoiceFunction.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AssistantToolChoiceFunction(Model):
    """A function the model has to call.

    Attributes:
        name: Name of the function.
    """

    _fields = ("name",)

    name: str

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "name"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.name = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class CodeInterpreterTool(Model):
    """Writes Python and runs it in a sandbox.

    Attributes:
        type: Always code_interpreter.
    """

    _fields = ("type",)

    type: Literal["code_interpreter"] = "code_interpreter"

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "max_num_results"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.max_num_results = v
            at = "ranking_options"
            v = get(at)
            self.ranking_options = v if v is None else FileSearchRankingOptions.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "score_threshold"
            v = get(at)
            if v.__class__ is not float and v.__class__ is not int and v is not None:
                raise Mismatch("a number", v)
            self.score_threshold = v
            at = "ranker"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.ranker = v
            at = "hybrid_search"
            v = get(at)
            self.hybrid_search = v if v is None else mapping(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "file_search"
            v = get(at)
            self.file_search = v if v is None else FileSearch.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "name"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.name = v
            at = "description"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.description = v
            at = "parameters"
            v = get(at)
            self.parameters = v if v is None else mapping(v)
            at = "strict"
            v = get(at)
            if v.__class__ is not bool and v is not None:
                raise Mismatch("a boolean", v)
            self.strict = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "function"
            v = get(at)
            self.function = v if v is None else FunctionDefinition.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class RetrievalTool(Model):
    """First generation; searches the linked files.

    Attributes:
        type: Always retrieval.
    """

    _fields = ("type",)

    type: Literal["retrieval"] = "retrieval"

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "code_interpreter"
            v = get(at)
            self.code_interpreter = v if v is None else ToolResourcesCodeInterpreter.decode(v)
            at = "file_search"
            v = get(at)
            self.file_search = v if v is None else ToolResourcesFileSearch.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ToolResourcesCodeInterpreter(Model):
    """Files of the code interpreter.

    Attributes:
        file_ids: Ids of the files.
    """

    _fields = ("file_ids",)

    file_ids: list[str] | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "file_ids"
            v = get(at)
            self.file_ids = v if v is None else items(v, string)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ToolResourcesFileSearch(Model):
    """Vector stores of the file search.

    Attributes:
        vector_store_ids: Ids of the vector stores.
    """

    _fields = ("vector_store_ids",)

    vector_store_ids: list[str] | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "vector_store_ids"
            v = get(at)
            self.vector_store_ids = v if v is None else items(v, string)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


AssistantTool: TypeAlias = (
    CodeInterpreterTool | FileSearchTool | FunctionTool | RetrievalTool | UnknownVariant
)
"""Something an assistant can use."""

decode_assistant_tool = by_discriminator(
    "type",
    {
        "code_interpreter": CodeInterpreterTool,
        "file_search": FileSearchTool,
        "function": FunctionTool,
        "retrieval": RetrievalTool,
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
        dict: AssistantToolChoice.decode,
    },
)

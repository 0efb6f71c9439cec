# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: errors."""

from typing import Any, Literal, TypeAlias

from openai_assistants_core import Model
from openai_assistants_core.model_fields import (
    ABSENT,
    OpenEnum,
)

__all__ = ["ContentFilterResults", "ErrorObject", "InnerError", "LastError"]


ContentFilterResults: TypeAlias = dict[str, Any]
"""Verdict of Azure's content filter, by category."""


class LastError(Model):
    """Why a run or a step failed.

    Attributes:
        code: Code for programs; steps never report invalid_prompt.
        message: Explanation for people.
    """

    code: OpenEnum[Literal["server_error", "rate_limit_exceeded", "invalid_prompt"]]
    message: str


class InnerError(Model):
    """Azure's closer account of an error.

    Attributes:
        code: More precise code, such as ResponsibleAIPolicyViolation.
        content_filter_results: Verdict of the content filter, by category.
        innererror: A still more precise code.
    """

    code: str | None = ABSENT
    content_filter_results: ContentFilterResults | None = ABSENT
    innererror: "InnerError | None" = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.code is ABSENT:
            self.code = None
            absent += ("code",)
        if self.content_filter_results is ABSENT:
            self.content_filter_results = None
            absent += ("content_filter_results",)
        if self.innererror is ABSENT:
            self.innererror = None
            absent += ("innererror",)
        if absent:
            self._absent = absent


class ErrorObject(Model):
    """What went wrong. Services differ in what they fill in, and gateways add their own.

    Attributes:
        message: Explanation for people.
        type: Kind of error, such as invalid_request_error.
        param: Field or parameter at fault.
        code: Code for programs, such as invalid_type.
        target: Azure, on files; the place at fault.
        details: Azure, on files; further errors.
        inner_error: Azure; results of the content filter.
        innererror: Azure, on files; a more precise code.
    """

    message: str | None = ABSENT
    type: str | None = ABSENT
    param: str | None = ABSENT
    code: str | None = ABSENT
    target: str | None = ABSENT
    details: "list[ErrorObject] | None" = ABSENT
    inner_error: InnerError | None = ABSENT
    innererror: InnerError | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.message is ABSENT:
            self.message = None
            absent += ("message",)
        if self.type is ABSENT:
            self.type = None
            absent += ("type",)
        if self.param is ABSENT:
            self.param = None
            absent += ("param",)
        if self.code is ABSENT:
            self.code = None
            absent += ("code",)
        if self.target is ABSENT:
            self.target = None
            absent += ("target",)
        if self.details is ABSENT:
            self.details = None
            absent += ("details",)
        if self.inner_error is ABSENT:
            self.inner_error = None
            absent += ("inner_error",)
        if self.innererror is ABSENT:
            self.innererror = None
            absent += ("innererror",)
        if absent:
            self._absent = absent

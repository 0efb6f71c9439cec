# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: usage."""

from openai_assistants_core import Model
from openai_assistants_core.model_fields import ABSENT

__all__ = ["CompletionTokensDetails", "PromptTokenDetails", "Usage"]


class CompletionTokensDetails(Model):
    """Breakdown of the tokens written.

    Attributes:
        reasoning_tokens: Tokens spent on reasoning.
    """

    reasoning_tokens: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.reasoning_tokens is ABSENT:
            self.reasoning_tokens = None
            absent += ("reasoning_tokens",)
        if absent:
            self._absent = absent


class PromptTokenDetails(Model):
    """Breakdown of the tokens read.

    Attributes:
        cached_tokens: Tokens that came from a cache.
    """

    cached_tokens: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.cached_tokens is ABSENT:
            self.cached_tokens = None
            absent += ("cached_tokens",)
        if absent:
            self._absent = absent


class Usage(Model):
    """Tokens spent.

    Attributes:
        prompt_tokens: Tokens read.
        completion_tokens: Tokens written.
        total_tokens: Sum of both.
        prompt_token_details: Breakdown of the tokens read.
        completion_tokens_details: Breakdown of the tokens written.
    """

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    prompt_token_details: PromptTokenDetails | None = ABSENT
    completion_tokens_details: CompletionTokensDetails | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.prompt_token_details is ABSENT:
            self.prompt_token_details = None
            absent += ("prompt_token_details",)
        if self.completion_tokens_details is ABSENT:
            self.completion_tokens_details = None
            absent += ("completion_tokens_details",)
        if absent:
            self._absent = absent

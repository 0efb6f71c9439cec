"""The doors of the service, and which generation of the API is meant by a request.

One port serves the paths of OpenAI, of an Azure OpenAI resource (dated versions and /openai/v1) and
of an Azure AI Foundry project. Behind each door the paths are the same.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import frozen

from openai_assistants_core import Availability

from .errors import ApiError, bad_request

_UNDECLARED = "undeclared"
_LAST_V1 = "2024-04-01"
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(-preview)?")
_UNDATED = {"v1", "preview", "latest"}
_OPENAI = re.compile(r"/v1(?=/)")
_AZURE_V1 = re.compile(r"/openai/v1(?=/)")
_AZURE = re.compile(r"/openai(?=/)")
_FOUNDRY = re.compile(r"/api/projects/[^/]+(?=/)")


class Generation(StrEnum):
    """What a request is read by and an answer written for, by its key in `x-availability`.

    Foundry speaks the second generation, with things of its own: where nobody knows whether it has
    something, that decides.
    """

    V1 = "openai-v1"
    V2 = "openai-v2"
    FOUNDRY = "foundry"

    def lacks(self, verdicts: Mapping[str, Any]) -> bool:
        """Whether something with these verdicts of `x-availability` is certainly not there."""
        verdict = verdicts.get(self, _UNDECLARED)
        if verdict == _UNDECLARED and self is Generation.FOUNDRY:
            verdict = verdicts.get(Generation.V2, _UNDECLARED)
        return str(verdict).startswith("no")


@frozen
class Address:
    """Where a request goes: the operation's path, the generation, and who is spoken to.

    `provider` is the key in `x-availability` of the one whose door it is.
    """

    path: str
    generation: Generation
    provider: str

    @property
    def azure(self) -> bool:
        """Whether to show Azure's manners."""
        return self.provider not in (Generation.V1, Generation.V2)

    def serves(self, availability: Availability) -> bool:
        """Whether something is there: in the generation, or else only at this door."""
        verdicts = availability.verdicts
        return not self.generation.lacks(verdicts) or verdicts.get(self.provider) == "yes"


def address(
    path: str, query: Mapping[str, str], headers: Mapping[str, str], method: str
) -> Address:
    """Find the door of a raw URL path.

    Raises:
        ApiError: there is no such door, or it is asked for a version that does not exist.
    """
    if match := _OPENAI.match(path):
        generation = _by_header(headers.get("openai-beta", ""))
        return Address(path[match.end() :], generation, generation)
    if match := _AZURE_V1.match(path):
        return Address(path[match.end() :], Generation.V2, "azure-v1")
    if match := _AZURE.match(path):
        generation = _by_version(query.get("api-version"))
        return Address(path[match.end() :], generation, "azure")
    if match := _FOUNDRY.match(path):
        _by_version(query.get("api-version"))
        return Address(path[match.end() :], Generation.FOUNDRY, Generation.FOUNDRY)
    raise unknown_url(method, path, azure=False)


def unknown_url(method: str, path: str, *, azure: bool) -> ApiError:
    """Make the 404 of a URL that is not served."""
    if azure:
        return ApiError(404, "Resource not found", code="404")
    return ApiError(404, f"Invalid URL ({method} {path})")


def _by_header(beta: str) -> Generation:
    asked = [part.strip() for part in beta.split(",") if part.strip().startswith("assistants=")]
    if not asked or asked[-1] == "assistants=v2":
        return Generation.V2
    if asked[-1] == "assistants=v1":
        return Generation.V1
    raise bad_request(
        f"Unknown beta requested: '{asked[-1]}'. Use 'assistants=v1' or 'assistants=v2'.",
        code="invalid_beta",
    )


def _by_version(version: str | None) -> Generation:
    if version is None:
        raise bad_request(
            "Missing required parameter: 'api-version'.",
            "api-version",
            "missing_required_parameter",
        )
    if version in _UNDATED:
        return Generation.V2
    if not _DATED.fullmatch(version):
        raise bad_request(
            f"Invalid value: '{version}'. An api-version is a date such as 2024-05-01-preview.",
            "api-version",
            "invalid_value",
        )
    return Generation.V1 if version[:10] <= _LAST_V1 else Generation.V2

"""The providers whose paths are served, and which version of the API a request means.

One port serves the paths of OpenAI, of an Azure OpenAI resource (dated versions and /openai/v1) and
of an Azure AI Foundry project. Below the prefix of each the paths are the same.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import frozen

from openai_assistants_core import Availability

from ..errors import ApiError, bad_request

_UNDECLARED = "undeclared"
_LAST_V1 = "2024-04-01"
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(-preview)?")
_UNDATED = {"v1", "preview", "latest"}
_OPENAI = re.compile(r"/v1(?=/)")
_AZURE_V1 = re.compile(r"/openai/v1(?=/)")
_AZURE = re.compile(r"/openai(?=/)")
_FOUNDRY = re.compile(r"/api/projects/[^/]+(?=/)")


class ApiVersion(StrEnum):
    """A version of the API, by its key in `x-availability`.

    Foundry speaks v2, with additions of its own: what is undeclared for Foundry is as in v2.
    """

    V1 = "openai-v1"
    V2 = "openai-v2"
    FOUNDRY = "foundry"

    def lacks(self, verdicts: Mapping[str, Any]) -> bool:
        """Whether something with these verdicts of `x-availability` is certainly not there."""
        verdict = verdicts.get(self, _UNDECLARED)
        if verdict == _UNDECLARED and self is ApiVersion.FOUNDRY:
            verdict = verdicts.get(ApiVersion.V2, _UNDECLARED)
        return str(verdict).startswith("no")


@frozen
class Address:
    """What a URL says: the operation's path, the API version and the provider.

    `provider` is the provider's key in `x-availability`.
    """

    path: str
    api_version: ApiVersion
    provider: str

    @property
    def azure(self) -> bool:
        """Whether errors and headers are those of Azure."""
        return self.provider not in (ApiVersion.V1, ApiVersion.V2)

    def serves(self, availability: Availability) -> bool:
        """Whether something is there: in the API version, or only with this provider."""
        verdicts = availability.verdicts
        return not self.api_version.lacks(verdicts) or verdicts.get(self.provider) == "yes"


def address(
    path: str, query: Mapping[str, str], headers: Mapping[str, str], method: str
) -> Address:
    """Tell provider, API version and operation path from a raw URL path.

    Raises:
        ApiError: no provider has such a path, or the version does not exist.
    """
    if match := _OPENAI.match(path):
        api_version = _by_header(headers.get("openai-beta", ""))
        return Address(path[match.end() :], api_version, api_version)
    if match := _AZURE_V1.match(path):
        return Address(path[match.end() :], ApiVersion.V2, "azure-v1")
    if match := _AZURE.match(path):
        api_version = _by_version(query.get("api-version"))
        return Address(path[match.end() :], api_version, "azure")
    if match := _FOUNDRY.match(path):
        _by_version(query.get("api-version"))
        return Address(path[match.end() :], ApiVersion.FOUNDRY, ApiVersion.FOUNDRY)
    raise unknown_url(method, path, azure=False)


def unknown_url(method: str, path: str, *, azure: bool) -> ApiError:
    """Make the 404 of a URL that is not served."""
    if azure:
        return ApiError(404, "Resource not found", code="404")
    return ApiError(404, f"Invalid URL ({method} {path})")


def _by_header(beta: str) -> ApiVersion:
    asked = [part.strip() for part in beta.split(",") if part.strip().startswith("assistants=")]
    if not asked or asked[-1] == "assistants=v2":
        return ApiVersion.V2
    if asked[-1] == "assistants=v1":
        return ApiVersion.V1
    raise bad_request(
        f"Unknown beta requested: '{asked[-1]}'. Use 'assistants=v1' or 'assistants=v2'.",
        code="invalid_beta",
    )


def _by_version(version: str | None) -> ApiVersion:
    if version is None:
        raise bad_request(
            "Missing required parameter: 'api-version'.",
            "api-version",
            "missing_required_parameter",
        )
    if version in _UNDATED:
        return ApiVersion.V2
    if not _DATED.fullmatch(version):
        raise bad_request(
            f"Invalid value: '{version}'. An api-version is a date such as 2024-05-01-preview.",
            "api-version",
            "invalid_value",
        )
    return ApiVersion.V1 if version[:10] <= _LAST_V1 else ApiVersion.V2

"""Who has an operation, a field or a parameter: the `x-availability` of the description.

A verdict is "yes", "undeclared" (no description mentions it, so it is sent and the server decides)
or "no: " with the kind of evidence: wire, docs or split (the break between v1 and v2).
"""

from collections.abc import Mapping
from typing import Any, Self

import msgspec

UNDECLARED = "undeclared"

PROVIDERS = {
    "openai-v1": "OpenAI with assistants=v1",
    "openai-v2": "OpenAI with assistants=v2",
    "azure": "Azure OpenAI",
    "azure-v1": "Azure OpenAI at /openai/v1",
    "foundry": "Azure AI Foundry",
}


class Profile(msgspec.Struct, frozen=True):
    """One way of serving the API.

    `provider` is a key of PROVIDERS; `version` is the api-version of an Azure resource.
    """

    provider: str
    version: str | None = None


class Availability(msgspec.Struct, frozen=True):
    """Verdicts by provider; dated Azure versions may have a range (both ends included)."""

    verdicts: Mapping[str, str]
    azure_from: str = ""
    azure_until: str = ""
    azure_otherwise: str = UNDECLARED

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Self:
        """Reads the mapping form of the description (spec/README.md)."""
        azure = mapping.get("azure", UNDECLARED)
        if isinstance(azure, str):
            return cls(dict(mapping))
        return cls(
            {**mapping, "azure": "yes"},
            azure_from=azure.get("from", ""),
            azure_until=azure.get("until", ""),
            azure_otherwise=azure.get("otherwise", UNDECLARED),
        )

    def verdict(self, profile: Profile) -> str:
        """What is known for one provider and version."""
        verdict = self.verdicts.get(profile.provider, UNDECLARED)
        if profile.provider == "azure" and profile.version is not None:
            day = profile.version[:10]
            outside = (self.azure_from and day < self.azure_from[:10]) or (
                self.azure_until and day > self.azure_until[:10]
            )
            return self.azure_otherwise if outside else verdict
        return verdict

    def refused(self, profile: Profile) -> bool:
        """Whether it is certain that this provider and version do not have it."""
        return self.verdict(profile).startswith("no")

    def supporters(self) -> list[str]:
        """Who has it, in words: "OpenAI with assistants=v1", "Azure OpenAI from ..."."""
        return [
            f"{PROVIDERS[provider]}{self._range() if provider == 'azure' else ''}"
            for provider, verdict in self.verdicts.items()
            if verdict == "yes"
        ]

    def _range(self) -> str:
        words = [("from", self.azure_from), ("until", self.azure_until)]
        return "".join(f" {word} api-version {version}" for word, version in words if version)


EVERYWHERE = Availability(dict.fromkeys(PROVIDERS, "yes"))
"""What every provider and version has."""

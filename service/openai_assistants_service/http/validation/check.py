"""Check a request against a schema of the description."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ..providers import ApiVersion
from .schemas import queries_of, schemas_of
from .validator import Validator


class Checker:
    """Checks bodies and queries; each returns what it was given without meaningless nulls."""

    def body(self, name: str, body: Any, api_version: ApiVersion) -> dict[str, Any]:
        """Check a request body.

        A null member is left out where it may be absent and may not be null: client libraries send
        null for what an object they read did not have. One that may be null stays, since in a
        change it resets something.

        Raises:
            ApiError: the body is not what the schema says.
        """
        checked: dict[str, Any] = _validator(api_version).check({"$ref": name}, body)
        return checked

    def query(
        self, operation: str, query: Mapping[str, Any], api_version: ApiVersion
    ) -> dict[str, Any]:
        """Check query parameters, after their types were read; others are let through."""
        schema = queries_of(api_version).get(operation, {})
        checked: dict[str, Any] = _validator(api_version).check(schema, dict(query))
        return checked


@cache
def _validator(api_version: ApiVersion) -> Validator:
    return Validator(schemas_of(api_version))

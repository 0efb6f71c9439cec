"""Check a request against a schema of the description."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jsonschema_rs import Draft202012Validator

from ..providers import ApiVersion
from .explain import explain
from .schemas import queries_of, schemas_of


class Checker:
    """Checks bodies and queries; each schema is compiled once, on first use."""

    def body(self, name: str, body: object, api_version: ApiVersion) -> None:
        """Check a request body.

        Raises:
            ApiError: the body is not what the schema says; the most telling error of all.
        """
        _check(_body_validator(name, api_version), body)

    def query(self, operation: str, query: Mapping[str, Any], api_version: ApiVersion) -> None:
        """Check query parameters, after their types were read; others are let through."""
        _check(_query_validator(operation, api_version), dict(query))


def _check(validator: Draft202012Validator, value: Any) -> None:
    if not validator.is_valid(value):
        raise explain(list(validator.iter_errors(value)))


@cache
def _body_validator(name: str, api_version: ApiVersion) -> Draft202012Validator:
    root = {"$ref": f"#/schemas/{name}", "schemas": schemas_of(api_version)}
    return Draft202012Validator(root)


@cache
def _query_validator(operation: str, api_version: ApiVersion) -> Draft202012Validator:
    query = queries_of(api_version).get(operation, {})
    open_query = {**query, "additionalProperties": True}
    return Draft202012Validator({**open_query, "schemas": schemas_of(api_version)})

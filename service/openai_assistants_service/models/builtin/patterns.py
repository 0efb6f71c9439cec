"""Test texts against the patterns of schemas, in time that grows with the text only."""

from functools import lru_cache

from jsonschema_rs import Draft202012Validator, RegexOptions, ValidationError


def obeys(pattern: str, text: str) -> bool:
    """Tell whether the text matches; a pattern that cannot be used allows everything."""
    validator = _validator(pattern)
    return validator is None or validator.is_valid(text)


@lru_cache(maxsize=256)
def _validator(pattern: str) -> Draft202012Validator | None:
    try:
        return Draft202012Validator({"pattern": pattern}, pattern_options=RegexOptions())
    except ValidationError:
        return None

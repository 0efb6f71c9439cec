"""Models as dicts: which fields, at any depth, and whether those that were absent are null."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypedDict, cast

from msgspec import Struct

from .model_fields import ModelStruct
from .sentinel import NOT_GIVEN

IncEx = set[int] | set[str] | Mapping[int, Any] | Mapping[str, Any]
"""Fields, or positions in a list, to include or exclude; a mapping has what is inside of each, or
True for all. `"__all__"` stands for every position."""


class DumpArguments(TypedDict, total=False):
    """How to dump a model; the arguments are those of pydantic.

    Attributes:
        include: the fields to dump; None, all.
        exclude: the fields not to dump.
        exclude_unset: leaves absent fields out, which else are None.
        exclude_defaults, exclude_none: leave fields out that are None.
        mode, by_alias, use_api_names, context, exclude_computed_fields, round_trip, warnings,
            fallback, serialize_as_any, polymorphic_serialization: without effect, for all is JSON,
            by the names that the API has for it.
    """

    include: IncEx | None
    exclude: IncEx | None
    exclude_unset: bool
    exclude_defaults: bool
    exclude_none: bool
    mode: str
    by_alias: bool | None
    use_api_names: bool
    context: Any
    exclude_computed_fields: bool
    round_trip: bool
    warnings: Any
    fallback: Any
    serialize_as_any: bool
    polymorphic_serialization: bool | None


class DumpOptions(Struct, frozen=True, kw_only=True):
    """The arguments of a dump; see `DumpArguments`."""

    include: Any = None
    exclude: Any = None
    exclude_unset: bool = False
    exclude_defaults: bool = False
    exclude_none: bool = False
    mode: Any = None
    by_alias: Any = None
    use_api_names: Any = None
    context: Any = None
    exclude_computed_fields: Any = None
    round_trip: Any = None
    warnings: Any = None
    fallback: Any = None
    serialize_as_any: Any = None
    polymorphic_serialization: Any = None


AS_RECEIVED = DumpOptions(exclude_unset=True)
"""Turns only models into JSON, and leaves objects of other libraries to whoever writes it."""


def dump(value: Any, options: DumpOptions, include: Any = None, exclude: Any = None) -> Any:
    """Turns models, at any depth, into parsed JSON, and leaves out what was not given.

    Args:
        value: a model, or anything with models inside.
        options: how; but for what they include and exclude.
        include: what of this value.
        exclude: what of this value.
    """
    kind = value.__class__
    if kind is str or kind is int or value is None or kind is bool or kind is float:
        return value
    if isinstance(value, ModelStruct):
        fields = shown_fields(value, options, include)
        return dict(_selected(fields, options, include, exclude))
    if isinstance(value, Mapping):
        entries = cast("Mapping[str, Any]", value).items()
        given = ((key, item) for key, item in entries if item is not NOT_GIVEN)
        return dict(_selected(given, options, include, exclude))
    if isinstance(value, (list, tuple)):
        members = cast("Sequence[Any]", value)
        selected = _selected(enumerate(members), options, include, exclude, len(members))
        return [item for _, item in selected]
    if options is not AS_RECEIVED and can_dump(value):
        dumped = dump_foreign(value, options.exclude_unset, options.exclude_none)
        return dumped if can_dump(dumped) else dump(dumped, options, include, exclude)
    return value


def can_dump(value: object) -> bool:
    """Whether an object says itself what it is as JSON; a class does not."""
    methods = (getattr(value, name, None) for name in ("model_dump", "to_dict"))
    return not isinstance(value, type) and any(callable(method) for method in methods)


def dump_foreign(value: Any, exclude_unset: bool = True, exclude_none: bool = False) -> Any:
    """What an object of another library says it is, such as a parameter of the openai package.

    Args:
        value: one that `can_dump`.
        exclude_unset, exclude_none: as pydantic has them; others are not asked.
    """
    if not callable(getattr(value, "model_dump", None)):
        return value.to_dict()
    if hasattr(value, "__pydantic_serializer__"):
        return value.model_dump(
            mode="json", by_alias=True, exclude_unset=exclude_unset, exclude_none=exclude_none
        )
    return value.model_dump()


def shown_fields(
    model: Any, options: DumpOptions, include: Any = None
) -> Iterator[tuple[str, Any]]:
    """The fields that a dump has, with their values: those it knows, and behind them the others.

    An absent field is None, but not if only providers other than OpenAI have it (no service takes
    the fields of all), unless it is included by its name.
    """
    for name in model._fields():
        value = getattr(model, name)
        if value is None:
            if options.exclude_none or options.exclude_defaults:
                continue
            if name in model._absent and (
                options.exclude_unset
                or (name in model._provider_fields and not _rule(include, name))
            ):
                continue
        yield name, value
    unknown: dict[str, Any] = model._extra or {}
    for name, value in unknown.items():
        if value is not None or not options.exclude_none:
            yield name, value


def _selected(
    items: Iterable[tuple[Any, Any]],
    options: DumpOptions,
    include: Any,
    exclude: Any,
    count: int = 0,
) -> Iterator[tuple[Any, Any]]:
    """The items that are included and not excluded, dumped; a list has a `count` of them."""
    if include is None and exclude is None:
        for key, value in items:
            yield key, dump(value, options)
        return
    for key, value in items:
        included = True if include is None else _rule(include, key, count)
        excluded = _rule(exclude, key, count)
        if included is not False and excluded is not True:
            inner = None if included is True else included
            yield key, dump(value, options, inner, excluded or None)


def _rule(rules: Any, key: Any, count: int = 0) -> Any:
    """What rules say of a key: True for all of it, False for nothing, or rules for its inside."""
    keys = [key, *([key - count] if count else []), "__all__"]
    if isinstance(rules, Mapping):
        named = cast("Mapping[object, Any]", rules)
        rule = next((named[one] for one in keys if one in named), False)
        return True if rule is ... else rule
    return rules is not None and any(one in rules for one in keys)

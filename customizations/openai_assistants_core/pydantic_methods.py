"""The methods that people know from the models of pydantic, which those of the openai package are.

pydantic itself is not needed; it is loaded only by a model of pydantic that has one of ours as the
type of a field.
"""

import copy
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, cast, get_type_hints

from msgspec import Struct

from .mismatch import Mismatch
from .model_dump import DumpArguments, DumpOptions, dump, shown_fields
from .model_fields import ABSENT, STATE, ModelStruct, Undecodable, with_unknown_fields

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

Fields = dict[str, Any]


class ModelField(Struct, frozen=True):
    """What a model says of one field.

    Attributes:
        annotation: its type.
        default: what the constructor takes if it is not given; `...`, it has to be.
    """

    annotation: Any
    default: Any

    def is_required(self) -> bool:
        """Whether the constructor has to be given it."""
        return self.default is ...


class _ModelFields:
    """The attribute `model_fields` of models and their classes."""

    def __get__(self, model: object, kind: Any) -> dict[str, ModelField]:
        from inspect import signature

        hints = get_type_hints(kind)
        parameters = signature(kind).parameters
        found: dict[str, ModelField] = {}
        for name in kind._fields():
            default = parameters[name].default
            if default is ABSENT:
                default = None
            annotation = hints[name]
            if annotation is Undecodable:  # a Discriminator
                annotation = Literal[default]
            required = default is parameters[name].empty
            found[name] = ModelField(annotation, ... if required else default)
        return found


class PydanticModel(ModelStruct):
    """A model with the methods of pydantic's, which work as there unless they say otherwise."""

    model_fields = _ModelFields()

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes a model from parsed JSON."""
        raise NotImplementedError

    def model_dump(self, **options: Unpack[DumpArguments]) -> Fields:
        """The object as parsed JSON, with absent fields as None; see `DumpArguments`.

        Absent fields that only providers other than OpenAI have are left out, unless `include`
        names them.
        """
        given = DumpOptions(**options)
        return cast("Fields", dump(self, given, given.include, given.exclude))

    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        ensure_ascii: bool = False,
        **options: Unpack[DumpArguments],
    ) -> str:
        """As `model_dump`, as a JSON text."""
        separators = (",", ":") if indent is None else None
        dumped = self.model_dump(**options)
        return json.dumps(dumped, indent=indent, separators=separators, ensure_ascii=ensure_ascii)

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Makes a model from parsed JSON; one of this class stays as it is.

        Args:
            obj: parsed JSON, or a model.
            options: of pydantic; without effect.

        Raises:
            Mismatch: a field has not the JSON type it is declared with. It is a ValueError, as
                pydantic's ValidationError is.
        """
        return obj if isinstance(obj, cls) else cls.decode(obj)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """As `model_validate`, from a JSON text."""
        return cls.model_validate(json.loads(json_data), **options)

    @classmethod
    def parse_obj(cls, obj: Any) -> Self:
        """As `model_validate`."""
        return cls.model_validate(obj)

    @classmethod
    def construct(cls, _fields_set: set[str] | None = None, /, **values: Any) -> Self:
        """Makes a model without validation: what is not as declared stays as it was given.

        Args:
            _fields_set: of pydantic; without effect, for the fields set are those given.
            values: of its fields; those it does not know are kept.
        """
        try:
            return cls.decode(dump(values, DumpOptions(exclude_unset=True)))
        except Mismatch:
            names = cls._fields()
            missing = tuple(name for name in names if name not in values)
            extra = {name: value for name, value in values.items() if name not in names}
            known = {name: values.get(name) for name in names}
            return cls._assembled(known, missing, extra)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, /, **values: Any) -> Self:
        """As `construct`."""
        return cls.construct(_fields_set, **values)

    @classmethod
    def _assembled(
        cls,
        fields: Fields,
        absent: tuple[str, ...],
        extra: Fields | None,
        request_id: str | None = None,
    ) -> Self:
        """Makes a model from the values of all its fields, and what else there is."""
        made = (with_unknown_fields(cls) if extra else cls)(**fields)
        made._absent = absent
        made._extra = extra or None
        made._request_id = request_id
        return cast("Self", made)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with other values for some fields; what is inside is shared unless `deep`."""
        given = dict(update or {})
        fields = {name: getattr(self, name) for name in self.__struct_fields__[len(STATE) :]}
        extra = dict(self._extra or {})
        if deep:
            fields, extra = copy.deepcopy((fields, extra))
        extra.update({name: value for name, value in given.items() if name not in fields})
        fields.update({name: value for name, value in given.items() if name in fields})
        absent = tuple(name for name in self._absent if name not in given)
        return self._model._assembled(fields, absent, extra, self._request_id)

    def __copy__(self) -> Self:
        return self.model_copy()

    def copy(
        self,
        *,
        include: Any = None,
        exclude: Any = None,
        update: Mapping[str, Any] | None = None,
        deep: bool = False,
    ) -> Self:
        """As `model_copy`, of some fields only: the others are absent."""
        kept = {*self._fields(), *(self._extra or {})}
        kept &= kept if include is None else set(include)
        kept -= set(exclude or ())
        made = self.model_copy(deep=deep)
        fields = {name: getattr(made, name) if name in kept else None for name in made._fields()}
        absent = {*made._absent, *(name for name in fields if name not in kept)}
        extra = {name: value for name, value in (made._extra or {}).items() if name in kept}
        return self._model._assembled(fields, tuple(absent), extra).model_copy(update=update)

    @property
    def model_extra(self) -> Fields:
        """The fields that this version of the library does not know, as they came."""
        return {**(self._extra or {})}

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the fields that were not absent, or were set since."""
        absent = {name for name in self._absent if getattr(self, name) is None}
        return {*self._fields()} - absent

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """The names and values of its fields, so that `dict(model)` has them."""
        return shown_fields(self, DumpOptions())

    @property
    def __dict__(self) -> Fields:  # type: ignore[override]
        """Its fields and their values, for `vars(model)`; a copy, so it is no way to set them."""
        extra = self._extra or {}
        return {name: value for name, value in self if name not in extra}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        """Lets models of pydantic have fields of this type."""
        from pydantic_core import core_schema

        def serialize(model: PydanticModel, info: Any) -> Fields:
            return model.model_dump(
                include=info.include,
                exclude=info.exclude,
                exclude_unset=info.exclude_unset,
                exclude_defaults=info.exclude_defaults,
                exclude_none=info.exclude_none,
            )

        return core_schema.no_info_plain_validator_function(
            cls.model_validate,
            json_schema_input_schema=core_schema.dict_schema(core_schema.str_schema()),
            serialization=core_schema.plain_serializer_function_ser_schema(
                serialize, info_arg=True, return_schema=core_schema.dict_schema()
            ),
        )

    def json(self, *, include: Any = None, exclude: Any = None, **options: Any) -> str:
        """As `model_dump_json`; takes the arguments of `json.dumps` besides."""
        names = DumpOptions.__struct_fields__
        dumps: Any = {name: value for name, value in options.items() if name not in names}
        given: Any = {name: value for name, value in options.items() if name in names}
        dumped = self.model_dump(include=include, exclude=exclude, **given)
        dumps.setdefault("ensure_ascii", False)
        return json.dumps(dumped, **dumps)

    def dict(self, **options: Unpack[DumpArguments]) -> Fields:
        """As `model_dump`."""
        return self.model_dump(**options)

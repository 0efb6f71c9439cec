"""Decodes what msgspec refuses: documents with unknown fields, variants or values, and wrong ones.

msgspec fills the models exactly as they are declared, and refuses anything else. This goes through
the same declarations, once for each model, and makes a decoder for it that is more tolerant.
"""

from functools import cache
from typing import Any

from .decoders import (
    SCALARS,
    AnythingDecoder,
    ByJsonTypeDecoder,
    Decoder,
    ListDecoder,
    MapDecoder,
    ObjectDecoder,
    VariantsDecoder,
)


def decode_tolerantly(kind: Any, raw: Any) -> Any:
    """Makes a model, or a page of models, from parsed JSON.

    Raises:
        Mismatch: a value has not the JSON type it is declared with.
    """
    return _decoder_of(kind)(raw)


@cache
def _decoder_of(kind: Any) -> ObjectDecoder:
    from msgspec import inspect

    return _DecoderFactory(inspect).object(inspect.type_info(kind))


class _DecoderFactory:
    """Makes a decoder of each type, as `msgspec.inspect` describes it."""

    def __init__(self, inspect: Any) -> None:
        self.inspect = inspect
        self.objects: dict[Any, ObjectDecoder] = {}

    def of(self, kind: Any) -> Decoder:
        """The decoder of a type; null is dealt with where the value stands."""
        inspect = self.inspect
        if isinstance(kind, inspect.StructType):
            return self.object(kind)
        if isinstance(kind, inspect.ListType):
            return ListDecoder(self.of(kind.item_type))
        if isinstance(kind, inspect.DictType):
            return MapDecoder(self.of(kind.value_type))
        if isinstance(kind, inspect.UnionType):
            return self.union(kind)
        return SCALARS.get(type(kind).__name__) or AnythingDecoder()

    def object(self, kind: Any) -> ObjectDecoder:
        """The decoder of a model."""
        decoder = self.objects.get(kind.cls)
        if decoder is None:
            decoder = self.objects[kind.cls] = ObjectDecoder(kind.cls)
            fields = [field for field in kind.fields if not field.name.startswith("_")]
            decoder.fields = {field.name: self.of(field.type) for field in fields}
            decoder.required = {field.name for field in fields if field.required}
            if kind.tag_field is not None:
                decoder.required.add(kind.tag_field)
        return decoder

    def union(self, kind: Any) -> Decoder:
        """The decoder of a union: of models told apart by their tags, and of other JSON types."""
        inspect = self.inspect
        members = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        structs = [one for one in members if isinstance(one, inspect.StructType)]
        decoders = [self.of(one) for one in members if one not in structs]
        models = [self.object(one) for one in structs]
        if len(models) > 1:
            tags = (one.tag for one in structs)
            decoders.append(VariantsDecoder(dict(zip(tags, models, strict=True))))
        else:
            decoders += models
        return decoders[0] if len(decoders) == 1 else ByJsonTypeDecoder(decoders)

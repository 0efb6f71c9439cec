"""What events.py is rendered from: the events of a stream."""

from collections import defaultdict

from attrs import frozen
from openapi_python_client.strings import pascal_case

from .document import Document


@frozen
class Event:
    """An event of a stream: its class, its name on the wire, and the model it brings."""

    name: str
    event: str
    model: str


def events_of(document: Document) -> list[Event]:
    """The events that bring a model, in the order of the description."""
    return [Event(_class_name(event), event, model) for event, model in document.events.items()]


def event_imports(document: Document) -> dict[str, list[str]]:
    """What the module of events needs of the modules of models."""
    needed: dict[str, list[str]] = defaultdict(list)
    for model in sorted(set(document.events.values())):
        needed[document.group(model)].append(model)
    return dict(sorted(needed.items()))


def _class_name(event: str) -> str:
    """`thread.run.in_progress` to ThreadRunInProgress; an only word gets Event behind it."""
    name = pascal_case(event)
    return name if "." in event else f"{name}Event"

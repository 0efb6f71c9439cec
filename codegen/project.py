"""openapi-python-client's Project with our builders and templates."""

import json
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType

from .arguments import Arguments
from .description import Description
from .document import Document
from .events import event_imports, events_of
from .models import Models
from .names import literal, wrap
from .operations import Operations
from .params import Params
from .parsed import Parsed
from .request_types import RequestTypes
from .resources import resources_of
from .schemas import for_validation
from .usage import requests, responses

REST = "openai_assistants_rest"

HEADER = """\
# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template."""


class AssistantsProject(Project):
    """Writes the package generated/openai_assistants_rest.

    Attributes:
        document: the description, for what the parse drops.
        operations: every operation.
    """

    def __init__(self, description: Description, templates: Path, output: Path) -> None:
        config = _config(output)
        parsed = Parsed(description.document, config)
        super().__init__(openapi=parsed.data, config=config, custom_template_path=templates)
        self.document = Document(description)
        self._parsed = parsed
        self._models = Models(parsed, self.document)
        both = requests(parsed) & responses(parsed, self.document)
        models = parsed.components.objects(both)
        self._types = RequestTypes(parsed.components, self.document, models)
        self._arguments = Arguments(parsed.components, self.document, self._types)
        self.operations = Operations(parsed, self.document, self._arguments)
        # Without StrictUndefined, a slip in a template is rendered as nothing.
        self.env.undefined = StrictUndefined
        names: dict[str, Any] = {"header": HEADER, "rest": REST}
        filters: dict[str, Any] = {
            "wrap": wrap,
            "literal": literal,
        }
        self.env.globals.update(names)
        self.env.filters.update(filters)

    def _create_package(self) -> None:
        self._write("__init__.py", modules={"operations": ["OPERATIONS"]})
        self._write_text("py.typed", "")

    def _build_models(self) -> None:
        modules = self._models.modules()
        for module in modules:
            self._write(f"models/{module.group}.py", "models/module.py.jinja", module=module)
        exports = {module.group: module.names for module in modules}
        self._write("models/__init__.py", modules=exports)

    def _build_api(self) -> None:
        operations = self.operations
        params = Params(self._parsed, self._types, self._arguments, operations.all)
        self._write("params.py", params=params)
        self._write("operations.py", operations=operations)
        if events := events_of(self.document):
            self._write("events.py", events=events, imports=event_imports(self.document))
        self._build_resources()
        schemas = for_validation(self.document, requests(self._parsed))
        self._write_text("schemas.json", json.dumps(schemas, indent=1) + "\n")

    def _build_resources(self) -> None:
        resources = resources_of(self._parsed, self.operations.all, self._arguments)
        for one in resources:
            self._write(f"resources/{one.module}.py", "resources/resource.py.jinja", resource=one)
        exports = {one.module: [one.name, f"Async{one.name}"] for one in resources}
        self._write("resources/__init__.py", modules=exports)
        self._write("raw.py", resources=resources)

    def _write(self, name: str, template: str = "", **context: object) -> None:
        """Renders a template, that of the same name without another, to a file of the package."""
        found = self.env.get_template(template or f"{name}.jinja")
        self._write_text(name, found.render(**context))

    def _write_text(self, name: str, text: str) -> None:
        path = self.package_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _config(output: Path) -> Config:
    return Config.from_sources(
        ConfigFile(post_hooks=[], literal_enums=True),
        MetaType.NONE,
        document_source=Path("spec/assistants.yaml"),
        file_encoding="utf-8",
        overwrite=True,
        output_path=output,
    )

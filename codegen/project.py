"""openapi-python-client with our templates: it parses and warns; we decide what is written."""

import json
import textwrap
from pathlib import Path
from typing import Any, cast

from jinja2 import StrictUndefined
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from .description import Description, DescriptionError
from .python_types import decoder_name
from .schemas import for_validation
from .views import REST, Field, Views

HEADER = """\
# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template."""


class AssistantsProject(Project):
    """Writes the package generated/openai_assistants_rest."""

    def __init__(self, description: Description, templates: Path, output: Path) -> None:
        config = _config(output)
        parsed = GeneratorData.from_dict(description.document, config=config)
        if isinstance(parsed, GeneratorError):
            raise DescriptionError(f"{parsed.header}: {parsed.detail}")
        super().__init__(openapi=parsed, config=config, custom_template_path=templates)
        self._refuse_warnings()
        self.views = Views(description, self._endpoints())
        self._refuse_losses()
        self.env.undefined = StrictUndefined
        names: dict[str, Any] = {"header": HEADER, "rest": REST, "views": self.views}
        filters: dict[str, Any] = {
            "wrap": wrap,
            "literal": literal,
            "decoder": decoder_name,
            "fetch": fetch,
        }
        self.env.globals.update(names)
        self.env.filters.update(filters)

    def _endpoints(self) -> dict[str, Any]:
        collections = self.openapi.endpoint_collections_by_tag.values()
        return {str(one.name): one for group in collections for one in group.endpoints}

    def _refuse_warnings(self) -> None:
        errors = self._get_errors()
        if errors:
            lines = [f"{error.header} {error.detail or ''}".strip() for error in errors]
            raise DescriptionError("the generator warns:\n  " + "\n  ".join(lines))

    def _refuse_losses(self) -> None:
        classes = {str(model.class_info.name) for model in self.openapi.models}
        models = {n for n in self.views.types.models if self.views.types.kind(n) == "model"}
        if missing := sorted(models - classes):
            raise DescriptionError(f"the generator lost or renamed these schemas: {missing}")

    def _create_package(self) -> None:
        self._write("__init__.py", "package_init.py.jinja", modules=self._exports())
        self._write_text("py.typed", "")

    def _build_models(self) -> None:
        modules = self.views.modules()
        for module in modules:
            self._write(f"models/{module.group}.py", "model.py.jinja", module=module)
            if module.models:
                structs, decoders = self.views.wire_imports(module)
                self._write(
                    f"wire/{module.group}.py",
                    "wire.py.jinja",
                    module=module,
                    structs=structs,
                    decoders=decoders,
                )
        self._write_text(
            "wire/__init__.py", f'{HEADER}\n"""Structs that large answers are read by."""\n'
        )
        exports = {module.group: module.names for module in modules}
        self._write("models/__init__.py", "models_init.py.jinja", modules=exports)
        aliases, dicts = self.views.params()
        self._write("params.py", "params.py.jinja", aliases=aliases, dicts=dicts)
        schemas = for_validation(self.views.description, self.views.types.params)
        self._write_text("schemas.json", json.dumps(schemas, indent=1) + "\n")

    def _build_api(self) -> None:
        self._write("operations.py", "operations.py.jinja")
        if self.views.events():
            self._write("events.py", "events.py.jinja")
        for resource in self.views.resources:
            self._write(
                f"resources/{resource.module}.py", "endpoint_module.py.jinja", resource=resource
            )
            self._write(f"raw/{resource.module}.py", "raw.py.jinja", resource=resource)
        self._write("raw/client.py", "raw_client.py.jinja")
        self._write_text(
            "raw/__init__.py", f'{HEADER}\n"""Resources whose methods give answers undecoded."""\n'
        )
        exports = {
            resource.module: [resource.name, f"Async{resource.name}"]
            for resource in self.views.resources
        }
        self._write("resources/__init__.py", "api_init.py.jinja", modules=exports)

    def _exports(self) -> dict[str, list[str]]:
        return {"operations": ["OPERATIONS"]}

    def _write(self, name: str, template: str, **context: object) -> None:
        self._write_text(name, self.env.get_template(template).render(**context))

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


def wrap(text: str, indent: int, hanging: int = 0) -> str:
    """Breaks a paragraph into lines of at most 100 columns; its first line is indented already."""
    lines = textwrap.wrap(
        text,
        100 - indent,
        subsequent_indent=" " * hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return ("\n" + " " * indent).join(lines)


def fetch(field: Field) -> str:
    """An expression for a field of the dict `raw`: KeyError or ABSENT where it is not there."""
    return f"raw[{field.name!r}]" if field.required else f"get({field.name!r}, ABSENT)"


def literal(value: object) -> str:
    """A Python literal; tuples for lists."""
    return repr(tuple(cast("list[object]", value)) if isinstance(value, list) else value)

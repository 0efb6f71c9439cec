"""The container file and the compose file say what the command line takes; nothing is built."""

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml  # type: ignore[import-untyped]

from openai_assistants_service.options import API_KEY, parse

ROOT = Path(__file__).resolve().parents[2]
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
COMPOSE_TEXT = (ROOT / "deploy" / "compose.yaml").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(COMPOSE_TEXT)
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def instruction(name: str) -> str:
    (found,) = re.findall(rf"^{name} ((?:.*\\\n)*.*)", CONTAINER, re.M)
    return str(found).replace("\\\n", "")


def test_the_container_serves_with_options_that_there_are() -> None:
    (entry,) = json.loads(instruction("ENTRYPOINT"))
    assert PROJECT["scripts"][entry] == "openai_assistants_service.__main__:main"
    options = parse(json.loads(instruction("CMD")))
    assert (options.host, str(options.port)) == ("0.0.0.0", instruction("EXPOSE"))
    assert options.database.is_relative_to(instruction("VOLUME"))
    assert instruction("STOPSIGNAL") == "SIGTERM"
    assert f"http://127.0.0.1:{options.port}/readyz" in instruction("HEALTHCHECK")
    assert instruction("USER") != "root"


def test_the_container_has_extras_and_files_that_there_are() -> None:
    (extras,) = re.findall(r"\.whl\)\[([\w,]+)\]", CONTAINER)
    assert set(extras.split(",")) <= set(PROJECT["optional-dependencies"])
    *sources, _ = shlex.split(instruction("COPY"))
    assert [one for one in sources if "*" not in one and not (ROOT / one).exists()] == []


def test_the_services_of_the_compose_file_fit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    service, database = COMPOSE["services"]["assistants"], COMPOSE["services"]["database"]
    environment = service["environment"]
    monkeypatch.setenv(API_KEY, "from the environment")
    assert API_KEY in environment
    options = parse(service["command"])
    assert options.api_key == "from the environment"

    url = urlsplit(options.database.url)
    assert (url.scheme, url.hostname) == ("postgresql", "database")
    assert url.hostname in service["depends_on"]
    assert url.username == database["environment"]["POSTGRES_USER"]
    assert url.path == f"/{database['environment']['POSTGRES_DB']}"
    assert url.password is None
    assert environment["PGPASSWORD"] == database["environment"]["POSTGRES_PASSWORD"]

    (port,) = service["ports"]
    assert port == f"127.0.0.1:{options.port}:{options.port}"
    assert (ROOT / "deploy" / service["build"]["context"]).resolve() == ROOT
    assert (ROOT / service["build"]["dockerfile"]).is_file()
    mounts = dict(volume.split(":") for volume in service["volumes"] + database["volumes"])
    assert set(mounts) == set(COMPOSE["volumes"])
    assert Path(options.files).is_relative_to(mounts["files"])


def test_images_have_short_names_and_no_password_stands_in_the_files() -> None:
    images = [COMPOSE["services"]["database"]["image"], instruction("FROM")]
    assert all(re.fullmatch(r"[a-z]+:[\w.-]+", image) for image in images)
    passwords = re.findall(r"PASSWORD: (.*)|API_KEY: (.*)", COMPOSE_TEXT)
    assert passwords
    assert all("".join(one).startswith("${") for one in passwords)

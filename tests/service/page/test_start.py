"""The page costs nothing until it is looked at."""

import subprocess
import sys

PROGRAM = """
import sys, urllib.request
from openai_assistants_service import LocalService

LIBRARIES = {"jinja2", "markdown_it", "openai_assistants_service.http.page.site"}
with LocalService() as service:
    urllib.request.urlopen(service.base_url + "/assistants").read()
    assert not LIBRARIES & set(sys.modules), LIBRARIES & set(sys.modules)
    request = urllib.request.Request(service.url, headers={"Accept": "text/html"})
    assert b"Threads" in urllib.request.urlopen(request).read()
    assert LIBRARIES <= set(sys.modules)
"""


def test_its_libraries_are_loaded_when_it_is_asked_for() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr

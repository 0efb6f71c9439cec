"""The pictures of README and docs can be taken anew, and are small."""

import subprocess
import sys
from pathlib import Path

from tests.conformance.conftest import require
from tests.support.page.chromium import CHROMIUM, MISSING

ROOT = Path(__file__).resolve().parents[3]
PICTURES = ROOT / "docs" / "images"
LARGEST = 150_000
PNG = b"\x89PNG\r\n\x1a\n"


def test_the_pictures_are_taken(tmp_path: Path) -> None:
    require(CHROMIUM, MISSING)
    command = [sys.executable, "-m", "tests.support.page.screenshots", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    taken = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(taken) == {path.name for path in PICTURES.glob("*.png")}
    for picture in taken.values():
        assert picture.startswith(PNG)


def test_the_pictures_are_small_and_shown() -> None:
    pages = "".join(
        path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *ROOT.glob("docs/*.md")]
    )
    for path in PICTURES.iterdir():
        assert path.stat().st_size < LARGEST
        assert f"images/{path.name})" in pages

"""`python -m codegen` writes what is generated; `--check` says whether it is up to date."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from . import exports, formatting, manifest, sync_twins, upstream, versions
from .description import Description, DescriptionError
from .matrix import PAGE, availability_page
from .project import AssistantsProject

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "openai_assistants_rest"


def generate(root: Path, output: Path) -> None:
    """Writes the package made from the description below `root` to the folder `output`.

    The page about availability goes beside it.
    """
    description, templates = root / "spec" / "assistants.yaml", root / "templates"
    upstream.check_lock(root)
    project = AssistantsProject(Description.load(description), templates, output)
    errors = project.build()
    if errors:
        raise DescriptionError("; ".join(f"{one.header} {one.detail}" for one in errors))
    formatting.format_tree(output)
    page = availability_page(project.document, project.operations.all)
    (output.parent / PAGE).write_text(page, encoding="utf-8")
    manifest.write(
        output,
        {
            "generator": f"{upstream.GENERATOR} {versions.pinned(upstream.GENERATOR)}",
            "formatter": f"ruff {versions.pinned('ruff')}",
            "description": manifest.digest(description),
            "templates": manifest.digests(templates, manifest.files_in(templates)),
            "codegen": manifest.digests(root / "codegen", (root / "codegen").glob("*.py")),
        },
    )


def check(root: Path, fresh: Path) -> list[str]:
    """The differences between what is checked in and what its sources give now."""
    generate(root, fresh)
    lines = manifest.differences(fresh, root / "generated" / PACKAGE)
    sync_twins.write(root, fresh.parent)
    twins = sync_twins.differences(fresh.parent, root)
    exports.write(root, fresh.parent / "exports")
    lists = exports.differences(fresh.parent / "exports", root)
    return [*lines, *_page_difference(root, fresh), *twins, *lists]


def _page_difference(root: Path, fresh: Path) -> list[str]:
    page = root / "docs" / PAGE
    made = (fresh.parent / PAGE).read_text(encoding="utf-8")
    same = page.is_file() and page.read_text(encoding="utf-8") == made
    return [] if same else [f"differs: docs/{PAGE}"]


def main() -> int:
    """The command line; 0 if all is well, 1 if not."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--check", action="store_true", help="only compare; write nothing")
    parser.add_argument("--lock", action="store_true", help="accept the upstream files")
    options = parser.parse_args()
    if options.lock:
        upstream.write_lock(options.root)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / PACKAGE
        try:
            lines = check(options.root, fresh)
            if not options.check:
                _replace(fresh, options.root)
        except (DescriptionError, RuntimeError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if options.check and lines:
        sys.stderr.write("what is generated is not what its sources give: run `make generate`\n")
        return 1
    return 0


def _replace(fresh: Path, root: Path) -> None:
    """Puts what was made in place of what was there."""
    target = root / "generated" / PACKAGE
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(fresh, target)
    (root / "docs").mkdir(exist_ok=True)
    shutil.copyfile(fresh.parent / PAGE, root / "docs" / PAGE)
    sync_twins.replace(fresh.parent, root)
    shutil.copytree(fresh.parent / "exports", root, dirs_exist_ok=True)


if __name__ == "__main__":
    sys.exit(main())

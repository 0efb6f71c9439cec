"""docs/tools.md says what becomes of each annotation."""

from tests.support.tools.annotation_table import PAGE, ROWS, table, with_table


def test_the_page_is_up_to_date() -> None:
    """If not: python -m tests.support.tools.annotation_table."""
    page = PAGE.read_text(encoding="utf-8")
    assert table() in page
    assert with_table(page) == page


def test_no_annotation_stands_there_twice() -> None:
    """Nor does one lack its schema without a reason."""
    annotations = [annotation for annotation, _ in ROWS]
    assert len(set(annotations)) == len(annotations)
    refused = [line for line in table().splitlines() if "| refused |" in line]
    assert len(refused) == 3

"""Where what is stored is: the database, and the folder of files."""

from pathlib import Path
from urllib.parse import urlsplit

from attrs import field, frozen

_SCHEMES = ("postgresql", "postgres")


@frozen
class Postgres:
    """A database of a PostgreSQL server, and the files that all its services share.

    Attributes:
        url: names the server, the database and the user, maybe with a password.
        files: the folder that has them; with a bucket, the folder for this machine's copies.
        bucket: the URL of the bucket that has them, if there is one.
    """

    url: str = field(repr=False)
    files: Path
    bucket: str | None = None

    def __str__(self) -> str:
        """Name the server and the database, and nothing that is secret."""
        parts = urlsplit(self.url)
        return f"postgresql://{parts.netloc.rpartition('@')[2]}{parts.path}"


Location = Path | Postgres
"""The path of an SQLite file, or a database of a server."""


def locate(database: str | Path, files: str | Path | None = None) -> Location:
    """Return what a name of a database says: a URL `postgresql://...`, or the path of a file.

    Args:
        files: the folder of files of a database on a server, or the URL of a bucket; without a
            folder it is `NAME.files` in the working directory, after the name of the database.

    Raises:
        ValueError: the URL names no database, or a folder is named for SQLite.
    """
    scheme, is_url, _ = str(database).partition("://")
    if isinstance(database, Path) or not is_url:
        if files is not None:
            raise ValueError("the files of an SQLite database are beside it")
        return Path(database)
    if scheme not in _SCHEMES:
        raise ValueError("the URL of a database begins with postgresql://")
    name = urlsplit(database).path.strip("/")
    if not name or "/" in name:
        raise ValueError("the URL names no database: postgresql://USER@HOST/NAME")
    folder = Path(f"{name}.files")
    if "://" in str(files):
        return Postgres(database, folder, str(files))
    return Postgres(database, Path(files) if files else folder)


def folder_of(location: Location) -> Path:
    """Return the folder of files."""
    if isinstance(location, Postgres):
        return location.files
    return location.with_name(location.name + ".files")


def beside(location: Location) -> Path:
    """Return the path beside which to keep what belongs to a database."""
    return location.files if isinstance(location, Postgres) else location

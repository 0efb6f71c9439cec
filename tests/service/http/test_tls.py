"""TLS with a certificate of the service's own."""

import datetime
import os
import signal
import ssl
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from tests.support.service.processes import COMMAND

from openai_assistants import AssistantsClient, AzureKeyCredential, FoundryEndpoint
from openai_assistants_service import LocalService
from openai_assistants_service.http.self_signed import self_signed

NOW = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def context(certificate: Path | None) -> ssl.SSLContext:
    """As strict as Python is from 3.13 on."""
    made = ssl.create_default_context(cafile=certificate)
    made.verify_flags |= ssl.VERIFY_X509_STRICT
    return made


def test_who_trusts_the_certificate_is_served(tmp_path: Path) -> None:
    with LocalService(tmp_path / "s.db", tls_self_signed=True) as service:
        assert service.url.startswith("https://127.0.0.1:")
        url = FoundryEndpoint(f"{service.url}/api/projects/mine")
        with httpx.Client(verify=context(service.certificate)) as http:
            with AssistantsClient(url, AzureKeyCredential("any"), http_client=http) as client:
                assert client.assistants.create(model="m").object == "assistant"
            here = {"origin": service.url}
            assert http.get(f"{service.base_url}/assistants", headers=here).status_code == 200
            page = {"origin": service.url.replace("https", "http")}
            assert http.get(f"{service.base_url}/assistants", headers=page).status_code == 403
            by_name = service.base_url.replace("127.0.0.1", "localhost")
            assert http.get(f"{by_name}/assistants").status_code == 200


def test_who_does_not_is_not(tmp_path: Path) -> None:
    with LocalService(tls_self_signed=True) as service:
        with httpx.Client(verify=context(None)) as http:
            with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                http.get(service.url)
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.get(service.url.replace("https", "http"))


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = self_signed(tmp_path / "s.db", "127.0.0.1", NOW)
    finally:
        os.umask(before)
    assert made.key.stat().st_mode & 0o777 == 0o600
    assert b"PRIVATE" not in made.certificate.read_bytes()
    made.key.chmod(0o644)
    renewed = self_signed(tmp_path / "s.db", "host.example", NOW)
    assert renewed.key.stat().st_mode & 0o777 == 0o600


def test_it_is_kept_while_it_is_good(tmp_path: Path) -> None:
    database = tmp_path / "s.db"
    path = self_signed(database, "127.0.0.1", NOW).certificate
    first = path.read_bytes()
    for host, days in (("127.0.0.1", 0), ("localhost", 300)):
        self_signed(database, host, NOW + days * DAY)
        assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("host", "days"), [("127.0.0.1", 370), ("127.0.0.1", -2), ("host.example", 0)]
)
def test_it_is_made_anew_when_it_is_not(tmp_path: Path, host: str, days: int) -> None:
    database = tmp_path / "s.db"
    path = self_signed(database, "127.0.0.1", NOW).certificate
    first = path.read_bytes()
    self_signed(database, host, NOW + days * DAY)
    second = path.read_bytes()
    assert second != first
    self_signed(database, host, NOW + days * DAY)
    assert path.read_bytes() == second


@pytest.mark.parametrize("broken", ["certificate", "key"])
def test_so_it_is_when_a_file_is_gone_or_no_certificate(tmp_path: Path, broken: str) -> None:
    made = self_signed(tmp_path / "s.db", "127.0.0.1", NOW)
    path: Path = getattr(made, broken)
    for spoil in (path.unlink, lambda: path.write_bytes(b"nothing of the kind")):
        spoil()
        self_signed(tmp_path / "s.db", "127.0.0.1", NOW)
        ssl.create_default_context().load_cert_chain(made.certificate, made.key)


def test_the_command_line_says_where_it_is(tmp_path: Path) -> None:
    database = tmp_path / "s.db"
    options = ["--port", "0", "--database", str(database), "--tls-self-signed"]
    process = subprocess.Popen([*COMMAND, *options], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        where, url = (process.stdout.readline().split()[-1] for _ in range(2))
        assert where == f"{database}.certificate.pem"
        assert httpx.get(f"{url}/v1/files", verify=context(Path(where))).status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.communicate(timeout=20)[0] == ""
        assert process.returncode == 0
    finally:
        process.kill()


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['cryptography'] = None\n"
        "from openai_assistants_service.__main__ import main\n"
        f"sys.exit(main(['--port', '0', '--database', {str(tmp_path / 's.db')!r}, "
        "'--tls-self-signed']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr == (
        "error: The package 'cryptography' is not installed: pip install 'openai-assistants[tls]'\n"
    )

"""The proxies throw away what clients say about themselves, and keep figures to themselves (P35, P36)."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deploying import ROOT

NGINX = (ROOT / "deploy" / "nginx" / "klapjob.conf").read_text()
IN_CONTAINER = (ROOT / "deploy" / "compose" / "nginx.conf").read_text()
CADDY = (ROOT / "deploy" / "caddy" / "Caddyfile").read_text()


def test_the_proxy_in_the_container_differs_in_where_it_sends_requests_only() -> None:
    alone, contained = NGINX.splitlines()[1:], IN_CONTAINER.splitlines()[1:]
    differ = sorted(set(alone) ^ set(contained))
    assert differ == [
        "    # For machines on this machine only; ask a web container itself.",
        "    # For machines on this machine only; ask the portal itself on 127.0.0.1:8000.",
        "    server 127.0.0.1:8000;",
        "    server web-1:8000 max_fails=2 fail_timeout=5s;",
        "    server web-2:8000 max_fails=2 fail_timeout=5s;",
    ]


def test_p35_what_a_client_says_about_its_own_address_is_thrown_away() -> None:
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in NGINX
    assert 'proxy_set_header Forwarded "";' in NGINX
    assert "$proxy_add_x_forwarded_for" not in NGINX
    assert "trusted_proxies" not in CADDY


def test_figures_and_readiness_stay_inside() -> None:
    assert "location = /metrics { return 404; }" in NGINX
    assert "location = /readyz { return 404; }" in NGINX
    assert "@machines path /metrics /readyz\n\trespond @machines 404" in CADDY


def test_no_log_of_a_proxy_keeps_addresses_of_readers() -> None:
    assert "access_log off;" in NGINX
    assert "log {" not in CADDY


@pytest.mark.parametrize("text", [NGINX, IN_CONTAINER], ids=["alone", "container"])
def test_nginx_accepts_the_file(text: str, tmp_path: Path) -> None:
    """Where nginx is installed; the reading above holds everywhere."""
    certificate(tmp_path)
    here = text.replace("/etc/letsencrypt/live/job.example.com", str(tmp_path))
    here = here.replace("/var/log/nginx", str(tmp_path)).replace("server web-", "server 127.0.0.")
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {here} }}"
    (tmp_path / "nginx.conf").write_text(whole)
    command = [
        shutil.which("nginx") or "true",
        "-t",
        "-q",
        "-e",
        "stderr",
        "-c",
        str(tmp_path / "nginx.conf"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def certificate(folder: Path) -> None:
    """A certificate that nobody trusts, for a test that only wants one to be there."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "job.example.com")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "privkey.pem").write_bytes(private)
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))

"""Certificates, and servers too old for today's TLS."""

import ssl
import subprocess
from pathlib import Path
from shutil import which

import pytest

from connectors.http import (
    BadCertificate,
)
from tests.connectors.http.answers import REPORT
from tests.connectors.site import Answer, client, serving


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=site.example"]
    command += ["-addext", "subjectAltName=DNS:site.example", "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_certificate_is_checked_against_the_name_over_a_connection_to_the_checked_address(certificate: Path, tmp_path: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    said: list[str | None] = []
    tls.sni_callback = lambda socket, name, context: said.append(name)
    told = {"names": dict.fromkeys(("site.example", "other.example"), "127.0.0.1"), "allow_hosts": ("site.example", "other.example")}
    with serving(tls) as site:
        site.pages["/a"] = Answer(REPORT)
        trusting = client(tmp_path, ca=certificate / "cert.pem", **told)  # type: ignore[arg-type]
        assert trusting.get(site.url("/a", "site.example")).body == REPORT
        assert set(said) == {"site.example"}
        with pytest.raises(BadCertificate):
            trusting.get(site.url("/a", "other.example"))
        with pytest.raises(BadCertificate, match=r"sources\.ca"):
            client(tmp_path, **told).get(site.url("/a", "site.example"))  # type: ignore[arg-type]


def test_old_tls_is_spoken_only_where_the_operator_named_the_risk(certificate: Path, tmp_path: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.set_ciphers("AES128-SHA@SECLEVEL=0")  # no forward secrecy: what OpenSSL's defaults in Python no longer offer
    tls.maximum_version = ssl.TLSVersion.TLSv1_2
    tls.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    told = {"names": {"site.example": "127.0.0.1"}, "allow_hosts": ("site.example",), "ca": certificate / "cert.pem", "attempts": 1}
    with serving(tls) as site:
        site.pages["/a"] = Answer(REPORT)
        with pytest.raises(BadCertificate, match="weak-tls"):
            client(tmp_path, **told).get(site.url("/a", "site.example"))  # type: ignore[arg-type]
        weak = client(tmp_path, risks=frozenset({"weak-tls"}), **told)  # type: ignore[arg-type]
        assert weak.get(site.url("/a", "site.example")).body == REPORT

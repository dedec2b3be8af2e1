"""The API fuzzed from its own description with schemathesis: answers are documented, and none is a 5xx."""

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import requests

EXAMPLES = 60
NOT_ASKED = (
    # A municipality is any text to the description, but only 98 names and codes are one: 400, as documented.
    "positive_data_acceptance",
    # An empty parameter counts as not stated.
    "negative_data_rejection",
    # A program without a key that asks too often is told so first: 429, as documented.
    "missing_required_header",
)


class Breaking(BaseHTTPRequestHandler):
    """Knows every address, and breaks when a page of the list is asked for: a hole on purpose."""

    def do_GET(self) -> None:
        breaks = "page=" in self.path
        self.send_response(500 if breaks else 404)
        self.send_header("Content-Type", "application/problem+json")
        self.end_headers()
        self.wfile.write(b'{"title": "x", "status": 404}')

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def fuzz(description: str, address: str, folder: Path, examples: int) -> "subprocess.CompletedProcess[str]":
    (folder / "openapi.json").write_text(description, encoding="utf-8")
    command = [
        *(f"{Path(sys.executable).with_name('schemathesis')}", "run", f"{folder / 'openapi.json'}"),
        *("--url", address, "--max-examples", f"{examples}", "--seed", "1", "--no-color"),
        *("--generation-database", "none", "--exclude-checks", ",".join(NOT_ASKED)),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_what_the_description_promises_holds_for_odd_requests(portal: str, tmp_path: Path) -> None:
    described = requests.get(f"{portal}/api/v1/openapi.json", timeout=30).text
    done = fuzz(described, portal, tmp_path, EXAMPLES)
    print(done.stdout[-1500:])
    assert done.returncode == 0, done.stdout[-6000:]


def test_a_program_that_breaks_is_found(portal: str, tmp_path: Path) -> None:
    described = requests.get(f"{portal}/api/v1/openapi.json", timeout=30).text
    with ThreadingHTTPServer(("127.0.0.1", 0), Breaking) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        done = fuzz(described, f"http://127.0.0.1:{server.server_port}", tmp_path, 5)
        server.shutdown()
    assert done.returncode == 1
    assert "Server error" in done.stdout

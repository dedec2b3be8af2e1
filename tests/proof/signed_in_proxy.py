"""Passes requests on to the demo as a member of staff, for scanners that cannot sign in with two steps.

``python tests/proof/signed_in_proxy.py COOKIE`` listens on http://localhost:9481 and passes on to
http://localhost:8000. COOKIE is the value of `klapjob` in a browser that is signed in. Nobody is signed out.
"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

PORTAL = "http://localhost:8000"
KEPT = {"content-type", "accept", "user-agent"}
LEFT_OUT = ("log-ud", "sikkerhed", "mit-log-ind")
"""What would end the session."""
SHOWN = {"content-type", "location", "content-security-policy", "x-content-type-options"}


class Passing(BaseHTTPRequestHandler):
    """One request of the scanner, and its answer."""

    def pass_on(self) -> None:
        if any(part in self.path for part in LEFT_OUT):
            self.send_error(404)
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name: value for name, value in self.headers.items() if name.lower() in KEPT}
        headers |= {"Cookie": f"klapjob={sys.argv[1]}"}
        if self.command == "POST":
            headers["Origin"] = PORTAL
        answer = requests.request(
            self.command, PORTAL + self.path, data=body, headers=headers, allow_redirects=False, timeout=60
        )
        self.send_response(answer.status_code)
        for name, value in answer.headers.items():
            if name.lower() in SHOWN:
                self.send_header(name, value.replace(":8000", ":9481"))
        self.end_headers()
        self.wfile.write(answer.content)

    do_GET = do_POST = pass_on  # noqa: N815 - names that the library asks for


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", 9481), Passing).serve_forever()

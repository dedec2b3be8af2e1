"""What a server says of a request reaches Flask as WSGI wants it, and nothing that a client may not say."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.serving.environ import environ_of, path_of
from serving.asked import scope_of


def environ(
    *headers: tuple[str, str], path: str = "/job", size: int = 0, trusts: bool = False
) -> dict[str, object]:
    return environ_of(scope_of(path, headers=headers), BytesIO(), size=size, trusts_proxies=trusts)


def test_address_query_client_and_headers_are_where_wsgi_has_them() -> None:
    made = environ(("Accept-Language", "da"), ("Content-Type", "text/plain"), path="/job?q=k%C3%B8b")
    wanted = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/job",
        "QUERY_STRING": "q=k%C3%B8b",
        "REMOTE_ADDR": "198.51.100.7",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_LANGUAGE": "da",
        "CONTENT_TYPE": "text/plain",
        "wsgi.url_scheme": "http",
    }
    assert {name: made[name] for name in wanted} == wanted


def test_signs_in_a_path_come_as_their_bytes() -> None:
    assert environ(path="/kommuner/k%C3%B8ge")["PATH_INFO"] == "/kommuner/k\u00c3\u00b8ge"


@given(st.binary(min_size=1).map(lambda raw: b"/" + raw))
def test_any_path_has_a_form_in_wsgi(raw: bytes) -> None:
    path = path_of({"raw_path": raw})
    assert path.encode("latin-1").startswith(b"/")


@pytest.mark.parametrize("name", ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded"])
def test_p35_what_proxies_say_counts_only_where_there_are_proxies(name: str) -> None:
    key = "HTTP_" + name.upper().replace("-", "_")
    assert key not in environ((name, "10.1.1.1"))
    assert environ((name, "10.1.1.1"), trusts=True)[key] == "10.1.1.1"


def test_p35_an_underscore_does_not_make_a_header_look_like_another() -> None:
    made = environ(("X-Forwarded-For", "10.1.1.1"), ("X_Forwarded_For", "10.2.2.2"), trusts=True)
    assert made["HTTP_X_FORWARDED_FOR"] == "10.1.1.1"


def test_a_header_that_came_twice_is_one() -> None:
    made = environ(("Cookie", "a=1"), ("Cookie", "b=2"), ("X-Odd", "1"), ("X-Odd", "2"))
    assert (made["HTTP_COOKIE"], made["HTTP_X_ODD"]) == ("a=1; b=2", "1, 2")


def test_a_body_that_came_in_pieces_has_its_length_and_no_way_of_travelling() -> None:
    made = environ(("Transfer-Encoding", "chunked"), size=12)
    assert (made["CONTENT_LENGTH"], "HTTP_TRANSFER_ENCODING" in made) == ("12", False)

"""The Dockerfile keeps the rules of hadolint that matter here, read by ourselves: tests have no Docker."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from deploying import ROOT

DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text()
# DL3008 (a version for each apt package) is left out: Debian removes old versions, and fixes are wanted.
BAD = """FROM python
FROM python:latest AS build
WORKDIR opt
ADD portal portal
RUN sudo apt-get update && apt install -y nginx
RUN cd /opt && apt-get dist-upgrade
RUN pip install flask
RUN curl https://example.com | sh
COPY --from=nowhere /a b
USER root
CMD flask serve
"""

Steps = list[tuple[str, str]]


def steps(text: str) -> Steps:
    """The instructions with their words, continued lines joined, comments left out."""
    joined = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in joined.splitlines() if line.strip()]


def said(found: Steps, name: str) -> list[str]:
    return [words for step, words in found if step == name]


def stages(found: Steps) -> list[str]:
    return [words.split(" AS ")[1] for words in said(found, "FROM") if " AS " in words]


RULES: dict[str, Callable[[Steps], bool]] = {
    "DL3000 absolute WORKDIR": lambda s: all(words.startswith("/") for words in said(s, "WORKDIR")),
    "DL3002 last USER is not root": lambda s: said(s, "USER")[-1].split(":")[0] not in {"root", "0"},
    "DL3003 WORKDIR instead of cd": lambda s: not any(re.search(r"\bcd ", run) for run in said(s, "RUN")),
    "DL3004 no sudo": lambda s: not any("sudo " in run for run in said(s, "RUN")),
    "DL3005 no dist-upgrade": lambda s: not any("upgrade" in run for run in said(s, "RUN")),
    "DL3006 a tag for every image": lambda s: all(":" in words for words in said(s, "FROM")),
    "DL3007 not the tag latest": lambda s: not any(":latest" in words for words in said(s, "FROM")),
    "DL3009 the lists of apt are removed": lambda s: all(
        "rm -rf /var/lib/apt/lists/*" in run for run in said(s, "RUN") if "apt-get update" in run
    ),
    "DL3013 pip installs what is locked": lambda s: all(
        "--require-hashes" in run and "-r " in run for run in said(s, "RUN") if "pip install" in run
    ),
    "DL3015 nothing that is only recommended": lambda s: all(
        "--no-install-recommends" in run for run in said(s, "RUN") if re.search(r"apt(-get)? install", run)
    ),
    "DL3020 COPY instead of ADD": lambda s: not said(s, "ADD"),
    "DL3022 COPY from a stage there is": lambda s: all(
        re.search(r"--from=(\S+)", words)[1] in stages(s)  # type: ignore[index]
        for words in said(s, "COPY")
        if "--from" in words
    ),
    "DL3025 CMD as a list": lambda s: all(words.startswith("[") for words in said(s, "CMD")),
    "DL3027 apt-get instead of apt": lambda s: not any(re.search(r"\bapt ", run) for run in said(s, "RUN")),
    "DL3042 pip keeps no cache": lambda s: all(
        "--no-cache-dir" in run for run in said(s, "RUN") if "pip install" in run
    ),
    "DL3059 one RUN after another": lambda s: (
        not any(first[0] == second[0] == "RUN" for first, second in pairwise(s))
    ),
    "DL4006 no pipe without pipefail": lambda s: not any(re.search(r"[^|]\|[^|]", r) for r in said(s, "RUN")),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_image_file_keeps_the_rule_and_a_bad_one_is_seen(rule: str) -> None:
    assert RULES[rule](steps(DOCKERFILE))
    assert not RULES[rule](steps(BAD))


def test_no_secret_is_built_in() -> None:
    set_there = [words for step, words in steps(DOCKERFILE) if step in {"ENV", "ARG"}]
    assert not any(re.search(r"SECRET|PASSWORD|TOKEN|KEY", words) for words in set_there)

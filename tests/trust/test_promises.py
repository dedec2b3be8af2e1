"""Every promise has a number, a proof or a stated reason, and docs/trust.md says so truly."""

import ast

import pytest

from trust import table

PROMISES = [promise for promises in table.chapters().values() for promise in promises]


def test_there_are_64_promises() -> None:
    assert [promise.number for promise in PROMISES] == list(range(1, 65))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: f"{promise.number}")
def test_a_promise_is_proven_by_a_test_or_named_as_not_kept(promise: table.Promise) -> None:
    assert table.proofs().get(promise.number) or promise.open


def test_the_document_is_the_one_that_the_command_writes() -> None:
    assert table.REPORT.read_text(encoding="utf-8") == table.report(), "Run: make trust"


def test_a_number_counts_in_a_docstring_and_in_a_name() -> None:
    module = ast.parse('"""Whole (P3, promise 4)."""\ndef test_a_p12_b(): "P7"\ndef helper(): "P9"')
    assert table.named_in(module) == {3, 4, 7, 12}

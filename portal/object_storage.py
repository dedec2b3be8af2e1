"""Keeps files in an object storage that speaks S3: for more than one machine. Needs the extra ``s3``.

STORAGE_URL is ``s3://bucket/prefix?endpoint_url=https://objects.example.com&region_name=eu-north-1``; all but
the bucket may be left out. Keys and secrets come the ways that boto3 documents, such as AWS_ACCESS_KEY_ID.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

NOT_THERE: Final = frozenset({"404", "NoSuchKey", "NotFound"})
OPTIONS: Final = frozenset({"endpoint_url", "region_name"})
CONNECT_SECONDS: Final = 3
READ_SECONDS: Final = 20


@dataclass(frozen=True)
class Bucket:
    """Keeps each content as an object of one bucket. Raises OSError where the storage does not answer."""

    client: Any
    name: str
    prefix: str

    def put(self, key: str, content: bytes) -> None:
        """The storage answers when it has the content safe, and shows it whole or not at all."""
        with _as_os_error():
            self.client.put_object(Bucket=self.name, Key=self.prefix + key, Body=content)

    def get(self, key: str) -> bytes | None:
        """The whole content, or None."""
        with _as_os_error():
            try:
                found = self.client.get_object(Bucket=self.name, Key=self.prefix + key)
            except ClientError as error:
                if _is_not_there(error):
                    return None
                raise
            content: bytes = found["Body"].read()
        return content

    def delete(self, key: str) -> None:
        """The object goes; deleting what is not there is no fault."""
        with _as_os_error():
            self.client.delete_object(Bucket=self.name, Key=self.prefix + key)

    def exists(self, key: str) -> bool:
        """Whether the object is there."""
        with _as_os_error():
            try:
                self.client.head_object(Bucket=self.name, Key=self.prefix + key)
            except ClientError as error:
                if _is_not_there(error):
                    return False
                raise
        return True

    def keys(self, prefix: str) -> Iterator[str]:
        """In the order of the alphabet, a thousand at a time."""
        pages = self.client.get_paginator("list_objects_v2")
        with _as_os_error():
            for page in pages.paginate(Bucket=self.name, Prefix=self.prefix + prefix):
                for found in page.get("Contents", ()):
                    yield found["Key"].removeprefix(self.prefix)


def open_bucket(url: str) -> Bucket:
    """The bucket that STORAGE_URL names. Raises ValueError where the address makes no sense."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.hostname or not OPTIONS.issuperset(options):
        raise ValueError("STORAGE_URL must look like s3://bucket/prefix?endpoint_url=https://…&region_name=…")
    prefix = parts.path.strip("/")
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "max_attempts": 3},
        # Other storages than Amazon's know neither names of buckets in the host nor the newer checksums.
        s3={"addressing_style": "path" if "endpoint_url" in options else "auto"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    client = boto3.client("s3", config=config, **options)
    return Bucket(client, parts.hostname, f"{prefix}/" if prefix else "")


def _is_not_there(error: ClientError) -> bool:
    return error.response["Error"]["Code"] in NOT_THERE


@contextmanager
def _as_os_error() -> Iterator[None]:
    """Whoever stores and reads expects the errors of a disk."""
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        raise OSError(errno.EIO, f"object storage: {type(error).__name__}") from error

"""What the worker needs to take in a partner's spreadsheet, as the text that a job keeps sealed. Pure."""

import base64
import dataclasses
import json
from dataclasses import dataclass

from portal.sheets import postings, reading
from portal.sheets.postings import SheetPage


@dataclass(frozen=True, kw_only=True)
class SheetJob:
    """A file as it was uploaded, and what staff said of it.

    `employer` is the name where a row states none; `whole` says that jobs which are not in the list have
    ended, and `closing` are the ids of the ads that staff were then shown.
    """

    filename: str
    data: bytes
    employer: str
    whole: bool = False
    closing: tuple[str, ...] = ()

    def read(self) -> SheetPage:
        """The rows of the file. Raises SheetError."""
        return postings.read_postings(reading.read_table(self.data, self.filename), employer=self.employer)


def to_payload(job: SheetJob) -> str:
    """A job as text."""
    return json.dumps(dataclasses.asdict(job) | {"data": base64.b64encode(job.data).decode()})


def from_payload(payload: str) -> SheetJob:
    """The job that `to_payload` wrote."""
    values = json.loads(payload)
    return SheetJob(
        **values | {"data": base64.b64decode(values["data"]), "closing": tuple(values["closing"])}
    )

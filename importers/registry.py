"""All sources of FEEDS_FILE, as the web application is handed them (`portal.jobs.incoming.Importer`)."""

from pathlib import Path
from typing import Final

from importers import config, run
from portal.jobs.incoming import ImporterError, Receipt, Tell

USER_AGENT: Final = "KLAPjob-portal/0.1"


class UnknownSourceError(ImporterError):
    """No source of that name is configured."""


class ConfiguredImporter:
    """The sources of one FEEDS_FILE. It is read at each use, so that a change needs no restart."""

    def __init__(self, feeds_file: Path, *, contact: str = "") -> None:
        self._feeds_file = feeds_file
        self._user_agent = f"{USER_AGENT} ({contact})" if contact else USER_AGENT

    def configured(self) -> tuple[config.SourceConfig, ...]:
        """The sources with everything the file says of them. Raises FeedsFileError."""
        return config.load(self._feeds_file)

    def sources(self) -> tuple[str, ...]:
        """The names of the sources. Raises FeedsFileError."""
        return tuple(source.name for source in self.configured())

    def run(self, source: str, *, progress: Tell) -> Receipt:
        """Runs one source. Raises UnknownSourceError and FeedsFileError; all else is in the receipt."""
        for configured in self.configured():
            if configured.name == source:
                return run.run_source(configured, user_agent=self._user_agent, progress=progress)
        raise UnknownSourceError(f"No source is called {source!r}.")

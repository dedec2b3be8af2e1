"""The one place that knows both the portal and its importers: the WSGI application and the command line."""

import sys

from importers.command import group
from importers.registry import ConfiguredImporter
from portal import config
from portal.app import create_app

settings = config.from_environment()
app = create_app(
    settings,
    importers=ConfiguredImporter(settings.feeds_file, contact=settings.contact_email),
    # The command that makes the key file is the only one that runs without it.
    needs_keys=sys.argv[-2:] != ["keys", "create"],
)
app.cli.add_command(group)

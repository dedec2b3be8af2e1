"""The one place that knows both the portal and its importers: the WSGI application and the command line."""

from importers.command import group
from importers.registry import ConfiguredImporter
from portal import config
from portal.app import create_app

settings = config.from_environment()
app = create_app(settings, importers=ConfiguredImporter(settings.feeds_file, contact=settings.contact_email))
app.cli.add_command(group)

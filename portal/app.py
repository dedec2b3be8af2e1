"""Builds the application: the only file that imports every feature."""

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from portal import (
    access,
    access_log,
    board,
    body_limits,
    comfort,
    config,
    crypto,
    csrf,
    db,
    fragments,
    frames,
    headers,
    lookout,
    page_cache,
    pages,
    personal_frames,
    sessions,
    storage,
)
from portal.about.views import bp as about
from portal.accounts.views import bp as accounts
from portal.alerts.views import bp as alerts
from portal.api.views import bp as api
from portal.apply.by_phone import bp as by_phone
from portal.apply.saving import bp as saving
from portal.apply.speaking import bp as speaking
from portal.apply.views import bp as apply
from portal.arrivals.views import bp as arrivals
from portal.commands import backups, database, keys, serve, staff_accounts, worker
from portal.commands import municipalities as municipality_commands
from portal.commands import privacy as privacy_commands
from portal.consultants.views import bp as consultants
from portal.demo.command import demo_data
from portal.editing.views import bp as editing
from portal.feeds.views import bp as feeds
from portal.figures.views import bp as figures
from portal.guide.views import bp as guide
from portal.handover.views import bp as handover
from portal.health import bp as health
from portal.jobs import lookout as job_lookout
from portal.jobs import partners
from portal.jobs.incoming import Importer
from portal.jobs.printing import bp as printing
from portal.jobs.stars import bp as stars
from portal.jobs.views import bp as jobs
from portal.municipalities.views import bp as municipalities
from portal.operation.views import bp as operation
from portal.outfeeds.framed import bp as framed
from portal.outfeeds.views import bp as outfeeds
from portal.privacy.views import bp as privacy
from portal.reading.views import bp as reading
from portal.schools.views import bp as schools
from portal.screening.views import bp as screening
from portal.sharing.views import bp as sharing
from portal.short_way import Portal
from portal.staff.views import bp as staff
from portal.status.adding import bp as adding
from portal.status.views import bp as status
from portal.waiting.views import bp as waiting
from portal.wording.views import bp as wording

MIGRATIONS_DIR = Path(__file__).resolve().parent.parent / "migrations"
YEAR = 365 * 24 * 3600
PARTS = (
    pages,
    comfort,
    body_limits,
    db,
    storage,
    sessions,
    csrf,
    headers,
    access,
    fragments,
    frames,
    personal_frames,
    page_cache,
    access_log,
)
"""What every request goes through. The order counts: the access log comes last, so that it is outermost."""
FEATURES = (
    jobs,
    printing,
    stars,
    alerts,
    apply,
    by_phone,
    saving,
    speaking,
    status,
    adding,
    wording,
    guide,
    staff,
    screening,
    arrivals,
    handover,
    figures,
    accounts,
    waiting,
    consultants,
    feeds,
    editing,
    api,
    municipalities,
    schools,
    operation,
    outfeeds,
    framed,
    sharing,
    about,
    privacy,
    reading,
    health,
)
COMMANDS = (
    keys.group,
    backups.group,
    database.group,
    staff_accounts.group,
    worker.worker,
    serve.serve,
    municipality_commands.leaflets,
    municipality_commands.municipalities,
    demo_data,
    privacy_commands.privacy,
    privacy_commands.audit,
)


def create_app(
    settings: config.Settings | None = None, *, importers: Importer | None = None, needs_keys: bool = True
) -> Flask:
    """The WSGI application.

    `settings` come from the environment unless given. `importers` is what runs the feeds; without it
    the commands that need one say so. In production there must be a key file, unless it is about to be made
    (`needs_keys`). Raises ConfigError and KeyFileError.
    """
    settings = settings or config.from_environment()
    app = Portal(__name__)
    _configure(app, settings, importers)
    if settings.field_keys_file.exists() or (needs_keys and settings.env == "production"):
        crypto.install(crypto.load_key_file(settings.field_keys_file), path=settings.field_keys_file)
    board.hand_over(app, partners)
    lookout.hand_over(app, job_lookout)
    for part in PARTS:
        part.init_app(app)
    access.public(app.view_functions["static"])
    for blueprint in FEATURES:
        app.register_blueprint(blueprint)
    for command in COMMANDS:
        app.cli.add_command(command)
    return app


def _configure(app: Flask, settings: config.Settings, importers: Importer | None) -> None:
    app.config.update(
        SETTINGS=settings,
        MIGRATIONS_DIR=MIGRATIONS_DIR,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database,
        TRUSTED_HOSTS=list(settings.trusted_hosts),
        SEND_FILE_MAX_AGE_DEFAULT=YEAR,
        SESSION_COOKIE_NAME="__Host-klapjob" if settings.secure else "klapjob",
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    app.extensions["importers"] = importers
    # Whoever proves a backup starts a portal on what was restored.
    app.extensions["another"] = create_app
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if settings.trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.trusted_proxies, x_proto=settings.trusted_proxies
        )

"""The bare page for somebody who is signed in, with a database: Flask-Login over Flask-SQLAlchemy, as their
manuals show it, on the same engine as the portal that it is measured beside.
"""

import gc
import os
import sys
from typing import Final

from flask import Flask
from flask_login import LoginManager, UserMixin, current_user, login_required
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.board import SECRET
from portal.body_limits import MOST_OF_ALL
from portal.serving import server
from portal.serving.front import Front

NAME: Final = "Sanne"


class Base(DeclarativeBase):
    """What Flask-SQLAlchemy builds its models on."""


db = SQLAlchemy(model_class=Base)
login_manager = LoginManager()


class Person(UserMixin, db.Model):  # type: ignore[misc, name-defined]
    """Who is signed in."""

    __tablename__ = "bare_person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


@login_manager.user_loader  # type: ignore[untyped-decorator]
def load(number: str) -> Person | None:
    """One row, as the manuals read it."""
    return db.session.get(Person, int(number))


@login_required  # type: ignore[untyped-decorator]
def me() -> str:
    """A bare page for somebody who is signed in."""
    return f"Hello, {current_user.name}!"


def hello() -> str:
    """What shows that the server is there."""
    return "Hello, World!"


def create_app(url: str) -> Flask:
    """The application on a database, in which it keeps one person in a table of its own."""
    app = Flask(__name__)
    app.secret_key = SECRET
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db.init_app(app)
    login_manager.init_app(app)
    app.add_url_rule("/", view_func=hello)
    app.add_url_rule("/me", view_func=me)
    with app.app_context():
        db.create_all()
        db.session.merge(Person(id=1, name=NAME))
        db.session.commit()
        db.engine.dispose()
    return app


if __name__ == "__main__":
    made = create_app(os.environ["DATABASE_URL"])
    gc.freeze()
    server.serve(Front(made, most_bytes=MOST_OF_ALL), host="127.0.0.1", port=int(sys.argv[1]))

"""Photos of consultants, shown beside a name: made square and small, with nothing in them but the picture.

They are public as soon as they are kept, and as long as the consultant works here.
"""

import io
from typing import Final

from PIL import Image, ImageOps
from sqlalchemy.orm import Session

from portal import crypto, storage
from portal.models.base import ID_LENGTH
from portal.models.consultant import Consultant
from portal.models.leaflet import Photo

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
SIDE: Final = 400
TOO_MANY_POINTS: Final = "Billedet har for mange punkter. Gør det mindre."


class NoPhotoError(ValueError):
    """The file cannot be used as a photo; the message says in Danish what to do."""


def square(data: bytes) -> bytes:
    """A photo as a square JPEG of 400 pixels, with nothing in it but the picture. Raises NoPhotoError."""
    if len(data) > MOST_BYTES:
        raise NoPhotoError("Billedet er for stort. Det må højst fylde 10 MB.")
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as opened:
            _refuse_huge(opened)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
            fitted = ImageOps.fit(upright, (SIDE, SIDE), centering=(0.5, 0.35))
    except NoPhotoError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        # Pillow has a limit of its own, and looks first.
        raise NoPhotoError(TOO_MANY_POINTS) from None
    except (OSError, SyntaxError, ValueError):
        raise NoPhotoError("Filen er ikke et billede, vi kan bruge. Brug JPEG eller PNG.") from None
    file = io.BytesIO()
    fitted.save(file, "JPEG", quality=86)
    return file.getvalue()


def _refuse_huge(picture: Image.Image) -> None:
    """Before anything of it is read."""
    if picture.width * picture.height > MOST_PIXELS:
        raise NoPhotoError(TOO_MANY_POINTS)


def keep(session: Session, consultant_id: str, data: bytes) -> None:
    """Keeps a photo of a consultant in place of the one before, and commits. Raises NoPhotoError."""
    key = f"photo/{crypto.unmistakable(ID_LENGTH)}"
    storage.put(key, square(data))
    row = session.get(Photo, consultant_id)
    former = row.key if row else ""
    session.merge(Photo(consultant_id=consultant_id, key=key))
    session.commit()
    if former:
        storage.delete(former)


def drop(session: Session, consultant_id: str) -> None:
    """Deletes the photo of a consultant, if there is one, and commits."""
    row = session.get(Photo, consultant_id)
    if row is not None:
        session.delete(row)
        session.commit()
        storage.delete(row.key)


def key_of(session: Session, consultant: Consultant | None) -> str:
    """Where the photo of somebody who works here lies in the store of files; "" where there is none."""
    if consultant is None or not consultant.staff.active:
        return ""
    row = session.get(Photo, consultant.id)
    return row.key if row else ""

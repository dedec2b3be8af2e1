"""What staff may type about sources: the name of a partner, and its spreadsheet."""

from typing import Final

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, Field, StringField, ValidationError

from portal import cleaning
from portal.danish import slugify
from portal.feeds.sheet_job import SheetJob
from portal.sheets.table import SheetError

LONGEST_NAME: Final = 40


class PartnerForm(FlaskForm):  # type: ignore[misc]
    """The name of a partner; its source is called the same, in small letters and hyphens."""

    partner = StringField(filters=[lambda text: cleaning.line(text or "")])

    def validate_partner(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Skriv partnerens navn.")
        if len(field.data) > LONGEST_NAME or not self.source():
            raise ValidationError(f"Skriv et navn med bogstaver, højst {LONGEST_NAME} tegn.")

    def source(self) -> str:
        """The name of the source."""
        return slugify(self.partner.data or "")[:LONGEST_NAME].strip("-")

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form."""
        visible = {field.id: field.errors for field in self if field.type != "CSRFTokenField"}
        told = [{"field": name, "text": text} for name, errors in visible.items() for text in errors]
        return told or [{"field": "partner", "text": "Siden var gammel. Prøv en gang til."}]


class UploadForm(PartnerForm):
    """A partner's file."""

    sheet = FileField()
    whole = BooleanField()

    def validate_sheet(self, field: Field) -> None:
        if not isinstance(field.data, FileStorage) or not field.data.filename:
            raise ValidationError("Vælg en fil.")
        content = field.data.read()
        field.data.close()
        self._job = SheetJob(
            filename=field.data.filename,
            data=content,
            employer=self.partner.data,
            whole=self.whole.data,
        )
        try:
            self._job.read()
        except SheetError as error:
            raise ValidationError(str(error)) from None

    def job(self) -> SheetJob:
        """The file and what was said of it; only after the form was found in order."""
        return self._job

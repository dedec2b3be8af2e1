"""first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The audit trail is append-only. SQLite keeps triggers on a table only until the table is rebuilt: whoever
# changes audit_entry or audit_segment in a later migration makes them anew (a test looks whether they work).
SQLITE = (
    "CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'entries of the audit trail are only ever added'); END",
    "CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry WHEN OLD.number > (SELECT coalesce(max(last_number), 0) FROM audit_segment) BEGIN SELECT RAISE(ABORT, 'entries of the audit trail are only ever added'); END",
    "CREATE TRIGGER audit_segment_stays BEFORE UPDATE ON audit_segment BEGIN SELECT RAISE(ABORT, 'anchors of the audit trail are only ever added'); END",
    "CREATE TRIGGER audit_segment_is_kept BEFORE DELETE ON audit_segment BEGIN SELECT RAISE(ABORT, 'anchors of the audit trail are only ever added'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail is only ever added to'; END $$",
    "CREATE FUNCTION audit_refuse_unless_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.number > (SELECT coalesce(max(last_number), 0) FROM audit_segment) THEN RAISE EXCEPTION 'the audit trail is only ever added to'; END IF; RETURN OLD; END $$",
    "CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse_unless_closed()",
    "CREATE TRIGGER audit_entry_is_whole BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_segment_stays BEFORE UPDATE OR DELETE ON audit_segment FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_segment_is_whole BEFORE TRUNCATE ON audit_segment FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)


def upgrade() -> None:
    op.create_table(
        "alarm",
        sa.Column(
            "kind",
            sa.Enum(
                "silent",
                "failing",
                "shrunk",
                "held",
                "unreadable",
                "mail_waits",
                "not_deleted",
                "not_backed_up",
                "sign_ins",
                "broken_rule",
                "look_ups",
                name="alarmkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "about", name=op.f("pk_alarm")),
    )
    op.create_table(
        "attempt",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("window_start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "window_start", name=op.f("pk_attempt")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("object_kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index("ix_audit_entry_at", ["at"], unique=False)
        batch_op.create_index("ix_audit_entry_object", ["object_kind", "object_id"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "audit_segment",
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_audit_segment")),
    )
    op.create_table(
        "backup_record",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proven_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_backup_record")),
    )
    with op.batch_alter_table("backup_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_backup_record_made_at"), ["made_at"], unique=False)

    op.create_table(
        "candidate",
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("place_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.create_index("ix_candidate_municipality", ["municipality_code"], unique=False)

    op.create_table(
        "data_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rebuilt", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_version")),
    )
    op.create_table(
        "deletion_record",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id_hash", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_deletion_record")),
    )
    with op.batch_alter_table("deletion_record", schema=None) as batch_op:
        batch_op.create_index("ix_deletion_record_at", ["at"], unique=False)
        batch_op.create_index("ix_deletion_record_id_hash", ["id_hash"], unique=False)

    op.create_table(
        "forgotten_password",
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forgotten_password")),
    )
    op.create_table(
        "leaflet_file",
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column(
            "variant",
            sa.Enum("folded", "print_shop", "large", name="variant", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_of", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaflet_file")),
        sa.UniqueConstraint(
            "municipality_code", "variant", name=op.f("uq_leaflet_file_municipality_code_variant")
        ),
    )
    op.create_table(
        "log_position",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("inode", sa.BigInteger(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_log_position")),
    )
    op.create_table(
        "pulse",
        sa.Column(
            "of",
            sa.Enum("begun", "worker", "deletion", name="pulseof", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("of", name=op.f("pk_pulse")),
    )
    op.create_table(
        "purge_run",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.Column("refused", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_purge_run")),
    )
    with op.batch_alter_table("purge_run", schema=None) as batch_op:
        batch_op.create_index("ix_purge_run_at", ["at"], unique=False)

    op.create_table(
        "source",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("off", sa.Boolean(), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("memory", sa.JSON(), nullable=False),
        sa.Column("last_complete_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("running_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_source")),
    )
    op.create_table(
        "spent_challenge",
        sa.Column("challenge_hash", sa.String(), nullable=False),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("challenge_hash", name=op.f("pk_spent_challenge")),
    )
    op.create_table(
        "staff",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_login_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code_secret_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("code_step", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("email", name=op.f("uq_staff_email")),
    )
    op.create_table(
        "subscription",
        sa.Column("finding_key", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column(
            "channel", sa.Enum("mail", "sms", name="channel", native_enum=False, length=32), nullable=False
        ),
        sa.Column(
            "frequency",
            sa.Enum("daily", "weekly", name="frequency", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("search_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("token_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription")),
        sa.UniqueConstraint("finding_key", name=op.f("uq_subscription_finding_key")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_subscription_token_hash")),
    )
    with op.batch_alter_table("subscription", schema=None) as batch_op:
        batch_op.create_index("ix_subscription_expires", ["expires_at"], unique=False)
        batch_op.create_index("ix_subscription_next", ["next_at"], unique=False)

    op.create_table(
        "visit_count",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", "subject", name=op.f("pk_visit_count")),
    )
    with op.batch_alter_table("visit_count", schema=None) as batch_op:
        batch_op.create_index("ix_visit_count_kind_subject", ["kind", "subject"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("formal", "extended", name="cooperation", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("our_name", sa.String(), nullable=False),
        sa.Column("our_email", sa.String(), nullable=False),
        sa.Column("their_name", sa.String(), nullable=False),
        sa.Column("their_role", sa.String(), nullable=False),
        sa.Column("their_phone", sa.String(), nullable=False),
        sa.Column("their_email", sa.String(), nullable=False),
        sa.Column("promised", sa.Text(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("renewal_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["staff.id"], name=op.f("fk_agreement_changed_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index("ix_agreement_ends", ["ends_on"], unique=False)
        batch_op.create_index("ix_agreement_municipality", ["municipality_code"], unique=False)

    op.create_table(
        "arrival",
        sa.Column(
            "kind",
            sa.Enum("people", "consultants", "contacts", name="arrivalkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.String(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made", sa.JSON(), nullable=False),
        sa.Column("rows_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["staff.id"], name=op.f("fk_arrival_created_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival")),
    )
    with op.batch_alter_table("arrival", schema=None) as batch_op:
        batch_op.create_index("ix_arrival_created", ["created_at"], unique=False)

    op.create_table(
        "candidate_key",
        sa.Column("candidate_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_candidate_key_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("candidate_id", "kind", name=op.f("pk_candidate_key")),
    )
    with op.batch_alter_table("candidate_key", schema=None) as batch_op:
        batch_op.create_index("ix_candidate_key_value", ["value", "kind"], unique=False)

    op.create_table(
        "consultant",
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_consultant_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultant")),
        sa.UniqueConstraint("staff_id", name=op.f("uq_consultant_staff_id")),
    )
    op.create_table(
        "desk",
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("shortcuts", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_desk_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_desk")),
    )
    op.create_table(
        "feed_run",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "running",
                "complete",
                "unchanged",
                "incomplete",
                "failed",
                name="runstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("responses", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("stated", sa.Integer(), nullable=True),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.name"], name=op.f("fk_feed_run_source_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_run")),
    )
    with op.batch_alter_table("feed_run", schema=None) as batch_op:
        batch_op.create_index("ix_feed_run_source_started", ["source", "started_at"], unique=False)

    op.create_table(
        "gathering",
        sa.Column(
            "kind",
            sa.Enum("caravan", "meeting", name="gatheringkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["staff.id"], name=op.f("fk_gathering_changed_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gathering")),
    )
    with op.batch_alter_table("gathering", schema=None) as batch_op:
        batch_op.create_index("ix_gathering_starts", ["starts_at"], unique=False)

    op.create_table(
        "job",
        sa.Column(
            "kind", sa.Enum("run", "sheet", name="jobkind", native_enum=False, length=32), nullable=False
        ),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft", "waiting", "running", "done", "failed", name="jobstate", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.String(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("progress_done", sa.Integer(), nullable=False),
        sa.Column("progress_of", sa.Integer(), nullable=True),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["staff.id"], name=op.f("fk_job_created_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index("ix_job_source", ["source", "state"], unique=False)
        batch_op.create_index("ix_job_state", ["state", "created_at"], unique=False)

    op.create_table(
        "job_worth",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("saving", sa.Integer(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("before", sa.Integer(), nullable=False),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_year", sa.Integer(), nullable=False),
        sa.Column("caveat", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entered_by_id"], ["staff.id"], name=op.f("fk_job_worth_entered_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_worth")),
    )
    op.create_table(
        "kept_form",
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("form_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_kept_form_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_form")),
    )
    with op.batch_alter_table("kept_form", schema=None) as batch_op:
        batch_op.create_index("ix_kept_form_staff", ["staff_id", "at"], unique=False)

    op.create_table(
        "leaflet",
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "approved",
                "published",
                "replaced",
                "expired",
                name="leafletstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("portrait", sa.String(), nullable=False),
        sa.Column("uploaded", sa.String(), nullable=False),
        sa.Column("uploaded_size", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.String(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by_id", sa.String(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["staff.id"], name=op.f("fk_leaflet_approved_by_id_staff")
        ),
        sa.ForeignKeyConstraint(["changed_by_id"], ["staff.id"], name=op.f("fk_leaflet_changed_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaflet")),
        sa.UniqueConstraint("municipality_code", "number", name=op.f("uq_leaflet_municipality_code_number")),
    )
    with op.batch_alter_table("leaflet", schema=None) as batch_op:
        batch_op.create_index("ix_leaflet_state", ["state", "expires_on"], unique=False)

    op.create_table(
        "letter_text",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_letter_text_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_text")),
    )
    with op.batch_alter_table("letter_text", schema=None) as batch_op:
        batch_op.create_index("ix_letter_text_kind", ["kind", "changed_at"], unique=False)

    op.create_table(
        "municipality_facts",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_role", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("hired", sa.Integer(), nullable=True),
        sa.Column("hired_year", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["staff.id"], name=op.f("fk_municipality_facts_changed_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_municipality_facts")),
    )
    op.create_table(
        "partner_key",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.String(), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["staff.id"], name=op.f("fk_partner_key_created_by_id_staff")
        ),
        sa.ForeignKeyConstraint(["source"], ["source.name"], name=op.f("fk_partner_key_source_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_key")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_partner_key_token_hash")),
    )
    with op.batch_alter_table("partner_key", schema=None) as batch_op:
        batch_op.create_index("ix_partner_key_source", ["source"], unique=False)

    op.create_table(
        "passkey",
        sa.Column("credential_id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_passkey_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkey_credential_id")),
    )
    with op.batch_alter_table("passkey", schema=None) as batch_op:
        batch_op.create_index("ix_passkey_staff", ["staff_id"], unique=False)

    op.create_table(
        "posting",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "closed", "duplicate", name="postingstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "closed_reason",
            sa.Enum(
                "gone", "deadline", "filled", "taken_down", name="closedreason", native_enum=False, length=32
            ),
            nullable=True,
        ),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by_id", sa.String(), nullable=True),
        sa.Column("closed_note", sa.String(), nullable=False),
        sa.Column("duplicate_of_id", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("employer", sa.String(), nullable=False),
        sa.Column("cvr", sa.String(), nullable=False),
        sa.Column("body_html", sa.Text(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("apply_url", sa.String(), nullable=False),
        sa.Column("job_type", sa.String(), nullable=False),
        sa.Column("hours_min", sa.Double(), nullable=True),
        sa.Column("hours_max", sa.Double(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=True),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("place_known_by", sa.String(), nullable=False),
        sa.Column("easy_title", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("trade", sa.String(), nullable=False),
        sa.Column("easy", sa.JSON(), nullable=False),
        sa.Column("approved", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("differs_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("apply_key", sa.String(), nullable=False),
        sa.Column("twin_key", sa.String(), nullable=False),
        sa.Column("listing_hash", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("missing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("missed_runs", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["closed_by_id"], ["staff.id"], name=op.f("fk_posting_closed_by_id_staff")),
        sa.ForeignKeyConstraint(
            ["duplicate_of_id"], ["posting.id"], name=op.f("fk_posting_duplicate_of_id_posting")
        ),
        sa.ForeignKeyConstraint(["source"], ["source.name"], name=op.f("fk_posting_source_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting")),
        sa.UniqueConstraint("source", "reference", name=op.f("uq_posting_source_reference")),
    )
    with op.batch_alter_table("posting", schema=None) as batch_op:
        batch_op.create_index("ix_posting_apply_key", ["apply_key"], unique=False)
        batch_op.create_index("ix_posting_area", ["state", "area", "published_on"], unique=False)
        batch_op.create_index("ix_posting_municipality", ["state", "municipality_code"], unique=False)
        batch_op.create_index("ix_posting_open", ["state", "published_on", "id"], unique=False)
        batch_op.create_index("ix_posting_revision", ["revision"], unique=False)
        batch_op.create_index("ix_posting_trade", ["state", "trade", "published_on"], unique=False)
        batch_op.create_index("ix_posting_twin_key", ["twin_key"], unique=False)

    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_recovery_code_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_recovery_code")),
    )
    with op.batch_alter_table("recovery_code", schema=None) as batch_op:
        batch_op.create_index("ix_recovery_code_staff", ["staff_id"], unique=False)

    op.create_table(
        "refused_entry",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ignored_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.name"], name=op.f("fk_refused_entry_source_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refused_entry")),
    )
    with op.batch_alter_table("refused_entry", schema=None) as batch_op:
        batch_op.create_index("ix_refused_entry_source_reference", ["source", "reference"], unique=True)

    op.create_table(
        "retention_choice",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["staff.id"], name=op.f("fk_retention_choice_changed_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_retention_choice")),
    )
    op.create_table(
        "saved_view",
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_saved_view_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("staff_id", "name", name=op.f("uq_saved_view_staff_id_name")),
    )
    op.create_table(
        "school",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("promised", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["changed_by_id"], ["staff.id"], name=op.f("fk_school_changed_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
    )
    op.create_table(
        "school_visit",
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("asked", "agreed", "off", name="visitstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.String(), nullable=True),
        sa.Column("secret_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("more_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["staff.id"], name=op.f("fk_school_visit_changed_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_visit")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_school_visit_secret_hash")),
    )
    with op.batch_alter_table("school_visit", schema=None) as batch_op:
        batch_op.create_index("ix_school_visit_starts", ["starts_at"], unique=False)

    op.create_table(
        "staff_link",
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("invitation", "reset", name="linkkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_link_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_staff_link")),
    )
    with op.batch_alter_table("staff_link", schema=None) as batch_op:
        batch_op.create_index("ix_staff_link_staff", ["staff_id"], unique=False)

    op.create_table(
        "staff_role",
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "secretariat",
                "leader",
                "consultant",
                "editor",
                "admin",
                name="role",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_role_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("staff_id", "role", name=op.f("pk_staff_role")),
    )
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_session_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_session")),
    )
    with op.batch_alter_table("staff_session", schema=None) as batch_op:
        batch_op.create_index("ix_staff_session_staff", ["staff_id"], unique=False)

    op.create_table(
        "two_people",
        sa.Column("first_id", sa.String(), nullable=False),
        sa.Column("second_id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"], ["candidate.id"], name=op.f("fk_two_people_first_id_candidate"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["candidate.id"],
            name=op.f("fk_two_people_second_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_two_people_staff_id_staff")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_two_people")),
    )
    with op.batch_alter_table("two_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_two_people_second_id"), ["second_id"], unique=False)

    op.create_table(
        "yearly_figure",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entered_by_id"], ["staff.id"], name=op.f("fk_yearly_figure_entered_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("year", "key", name=op.f("pk_yearly_figure")),
    )
    op.create_table(
        "absence",
        sa.Column("consultant_id", sa.String(), nullable=False),
        sa.Column("deputy_id", sa.String(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultant_id"],
            ["consultant.id"],
            name=op.f("fk_absence_consultant_id_consultant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["deputy_id"], ["consultant.id"], name=op.f("fk_absence_deputy_id_consultant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index("ix_absence_consultant", ["consultant_id", "last_on"], unique=False)
        batch_op.create_index("ix_absence_deputy", ["deputy_id", "last_on"], unique=False)

    op.create_table(
        "application",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "received",
                "quarantined",
                "awaiting_consent",
                "screening",
                "needs_info",
                "visitation",
                "handed_over",
                "accepted",
                "talked",
                "waiting",
                "trial",
                "hired",
                "followed_up",
                "not_in_target_group",
                "withdrawn",
                "closed",
                "merged",
                name="state",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("call_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column(
            "came_by",
            sa.Enum("web", "phone", "import", name="cameby", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "filled_by",
            sa.Enum("self", "together", "helper", "referred", name="filledby", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("fits", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=True),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("consent_text", sa.String(), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("person_agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("person_agreed_how", sa.String(), nullable=False),
        sa.Column("person_agreed_by_id", sa.String(), nullable=True),
        sa.Column("candidate_id", sa.String(), nullable=True),
        sa.Column("claimed_by_id", sa.String(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consultant_id", sa.String(), nullable=True),
        sa.Column("consultant_by_hand", sa.Boolean(), nullable=False),
        sa.Column("merged_into_id", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_application_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["claimed_by_id"], ["staff.id"], name=op.f("fk_application_claimed_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["consultant_id"], ["consultant.id"], name=op.f("fk_application_consultant_id_consultant")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["application.id"], name=op.f("fk_application_merged_into_id_application")
        ),
        sa.ForeignKeyConstraint(
            ["person_agreed_by_id"], ["staff.id"], name=op.f("fk_application_person_agreed_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("reference", name=op.f("uq_application_reference")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_application_token_hash")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index("ix_application_candidate", ["candidate_id"], unique=False)
        batch_op.create_index("ix_application_claimed", ["claimed_by_id", "claimed_at"], unique=False)
        batch_op.create_index("ix_application_consultant", ["consultant_id", "state"], unique=False)
        batch_op.create_index("ix_application_merged_into", ["merged_into_id"], unique=False)
        batch_op.create_index("ix_application_municipality", ["municipality_code", "state"], unique=False)
        batch_op.create_index(
            "ix_application_queue",
            ["state", "submitted_at", "answer_by", "call_on", "claimed_by_id", "claimed_at"],
            unique=False,
        )
        batch_op.create_index("ix_application_state_since", ["state", "state_since"], unique=False)

    op.create_table(
        "consultant_municipality",
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("consultant_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultant_id"],
            ["consultant.id"],
            name=op.f("fk_consultant_municipality_consultant_id_consultant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("municipality_code", name=op.f("pk_consultant_municipality")),
    )
    with op.batch_alter_table("consultant_municipality", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_consultant_municipality_consultant_id"), ["consultant_id"], unique=False
        )

    op.create_table(
        "edited_text",
        sa.Column("posting_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("draft", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("saved_by_id", sa.String(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by_id", sa.String(), nullable=True),
        sa.Column("original", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["staff.id"], name=op.f("fk_edited_text_approved_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["posting_id"], ["posting.id"], name=op.f("fk_edited_text_posting_id_posting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["saved_by_id"], ["staff.id"], name=op.f("fk_edited_text_saved_by_id_staff")),
        sa.PrimaryKeyConstraint("posting_id", name=op.f("pk_edited_text")),
    )
    op.create_table(
        "own_ad",
        sa.Column("author_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft", "waiting", "published", "closed", name="ownadstate", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by_id", sa.String(), nullable=False),
        sa.Column("posting_id", sa.String(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_silently", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f("fk_own_ad_author_id_staff")),
        sa.ForeignKeyConstraint(["posting_id"], ["posting.id"], name=op.f("fk_own_ad_posting_id_posting")),
        sa.ForeignKeyConstraint(["saved_by_id"], ["staff.id"], name=op.f("fk_own_ad_saved_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_ad")),
        sa.UniqueConstraint("posting_id", name=op.f("uq_own_ad_posting_id")),
    )
    with op.batch_alter_table("own_ad", schema=None) as batch_op:
        batch_op.create_index("ix_own_ad_state", ["state"], unique=False)

    op.create_table(
        "photo",
        sa.Column("consultant_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultant_id"],
            ["consultant.id"],
            name=op.f("fk_photo_consultant_id_consultant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("consultant_id", name=op.f("pk_photo")),
    )
    op.create_table(
        "posting_token",
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("posting_id", sa.String(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["posting_id"],
            ["posting.id"],
            name=op.f("fk_posting_token_posting_id_posting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token", "posting_id", name=op.f("pk_posting_token")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("posting_token", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posting_token_posting_id"), ["posting_id"], unique=False)

    op.create_table(
        "routing_exception",
        sa.Column("fits", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("consultant_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultant_id"],
            ["consultant.id"],
            name=op.f("fk_routing_exception_consultant_id_consultant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("fits", "municipality_code", name=op.f("pk_routing_exception")),
    )
    op.create_table(
        "answer_letter",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "received",
                "quarantined",
                "awaiting_consent",
                "screening",
                "needs_info",
                "visitation",
                "handed_over",
                "accepted",
                "talked",
                "waiting",
                "trial",
                "hired",
                "followed_up",
                "not_in_target_group",
                "withdrawn",
                "closed",
                "merged",
                name="state",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_answer_letter_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_answer_letter_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_letter")),
    )
    with op.batch_alter_table("answer_letter", schema=None) as batch_op:
        batch_op.create_index("ix_answer_letter_application", ["application_id", "at"], unique=False)

    op.create_table(
        "deletion_warning",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_deletion_warning_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_deletion_warning")),
    )
    op.create_table(
        "heartbeat",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "asked_by",
            sa.Enum("mail", "sms", "letter", "call", name="askedby", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("still_wants", sa.Boolean(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_heartbeat_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heartbeat")),
    )
    with op.batch_alter_table("heartbeat", schema=None) as batch_op:
        batch_op.create_index("ix_heartbeat_application", ["application_id", "asked_at"], unique=False)
        batch_op.create_index("ix_heartbeat_open", ["answered_at", "asked_at"], unique=False)

    op.create_table(
        "merging",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("into_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("added_wishes", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_merging_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["into_id"], ["application.id"], name=op.f("fk_merging_into_id_application"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_merging_staff_id_staff")),
        sa.ForeignKeyConstraint(["undone_by_id"], ["staff.id"], name=op.f("fk_merging_undone_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merging")),
    )
    with op.batch_alter_table("merging", schema=None) as batch_op:
        batch_op.create_index("ix_merging_application", ["application_id"], unique=False)
        batch_op.create_index("ix_merging_into", ["into_id"], unique=False)

    op.create_table(
        "move",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=True),
        sa.Column(
            "from_state",
            sa.Enum(
                "draft",
                "received",
                "quarantined",
                "awaiting_consent",
                "screening",
                "needs_info",
                "visitation",
                "handed_over",
                "accepted",
                "talked",
                "waiting",
                "trial",
                "hired",
                "followed_up",
                "not_in_target_group",
                "withdrawn",
                "closed",
                "merged",
                name="state",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "to_state",
            sa.Enum(
                "draft",
                "received",
                "quarantined",
                "awaiting_consent",
                "screening",
                "needs_info",
                "visitation",
                "handed_over",
                "accepted",
                "talked",
                "waiting",
                "trial",
                "hired",
                "followed_up",
                "not_in_target_group",
                "withdrawn",
                "closed",
                "merged",
                name="state",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_move_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_move_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_move")),
        sa.UniqueConstraint("application_id", "step", name=op.f("uq_move_application_id_step")),
    )
    op.create_table(
        "note",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("note", "reached", "not_reached", name="notekind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrects_id", sa.String(), nullable=True),
        sa.Column("mentions_id", sa.String(), nullable=True),
        sa.Column("mention_seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_note_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["note.id"], name=op.f("fk_note_corrects_id_note"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["mentions_id"], ["staff.id"], name=op.f("fk_note_mentions_id_staff")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_note_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index("ix_note_application", ["application_id", "at"], unique=False)
        batch_op.create_index("ix_note_mentions", ["mentions_id", "mention_seen_at"], unique=False)

    op.create_table(
        "outbox_message",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column(
            "channel", sa.Enum("mail", "sms", name="channel", native_enum=False, length=32), nullable=False
        ),
        sa.Column("application_id", sa.String(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.String(), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("html_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("one_click_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_outbox_message_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
    )
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_message_application", ["application_id"], unique=False)
        batch_op.create_index("ix_outbox_message_due", ["next_attempt_at"], unique=False)

    op.create_table(
        "placement",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("trial", "hire", name="placementkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Double(), nullable=True),
        sa.Column("job_type", sa.String(), nullable=False),
        sa.Column("workplace_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_placement_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_placement_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
    )
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.create_index("ix_placement_application", ["application_id", "created_at"], unique=False)

    op.create_table(
        "recording",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_recording_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recording")),
    )
    with op.batch_alter_table("recording", schema=None) as batch_op:
        batch_op.create_index("ix_recording_application", ["application_id"], unique=False)

    op.create_table(
        "ticket",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("browser", "link", "consent", "still", name="ticketkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_ticket_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_ticket")),
    )
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.create_index("ix_ticket_application", ["application_id"], unique=False)
        batch_op.create_index("ix_ticket_expires", ["expires_at"], unique=False)

    op.create_table(
        "visitation_vote",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("yes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_visitation_vote_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_visitation_vote_staff_id_staff")),
        sa.PrimaryKeyConstraint("application_id", "role", name=op.f("pk_visitation_vote")),
    )
    op.create_table(
        "wish",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("posting_id", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_wish_application_id_application"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["posting_id"], ["posting.id"], name=op.f("fk_wish_posting_id_posting")),
        sa.PrimaryKeyConstraint("application_id", "posting_id", name=op.f("pk_wish")),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    op.execute("INSERT INTO audit_head (id, number, link) VALUES (1, 0, '')")


def downgrade() -> None:
    op.drop_table("wish")
    op.drop_table("visitation_vote")
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_index("ix_ticket_expires")
        batch_op.drop_index("ix_ticket_application")

    op.drop_table("ticket")
    with op.batch_alter_table("recording", schema=None) as batch_op:
        batch_op.drop_index("ix_recording_application")

    op.drop_table("recording")
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.drop_index("ix_placement_application")

    op.drop_table("placement")
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_message_due")
        batch_op.drop_index("ix_outbox_message_application")

    op.drop_table("outbox_message")
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index("ix_note_mentions")
        batch_op.drop_index("ix_note_application")

    op.drop_table("note")
    op.drop_table("move")
    with op.batch_alter_table("merging", schema=None) as batch_op:
        batch_op.drop_index("ix_merging_into")
        batch_op.drop_index("ix_merging_application")

    op.drop_table("merging")
    with op.batch_alter_table("heartbeat", schema=None) as batch_op:
        batch_op.drop_index("ix_heartbeat_open")
        batch_op.drop_index("ix_heartbeat_application")

    op.drop_table("heartbeat")
    op.drop_table("deletion_warning")
    with op.batch_alter_table("answer_letter", schema=None) as batch_op:
        batch_op.drop_index("ix_answer_letter_application")

    op.drop_table("answer_letter")
    op.drop_table("routing_exception")
    with op.batch_alter_table("posting_token", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_posting_token_posting_id"))

    op.drop_table("posting_token")
    op.drop_table("photo")
    with op.batch_alter_table("own_ad", schema=None) as batch_op:
        batch_op.drop_index("ix_own_ad_state")

    op.drop_table("own_ad")
    op.drop_table("edited_text")
    with op.batch_alter_table("consultant_municipality", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consultant_municipality_consultant_id"))

    op.drop_table("consultant_municipality")
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.drop_index("ix_application_state_since")
        batch_op.drop_index("ix_application_queue")
        batch_op.drop_index("ix_application_municipality")
        batch_op.drop_index("ix_application_merged_into")
        batch_op.drop_index("ix_application_consultant")
        batch_op.drop_index("ix_application_claimed")
        batch_op.drop_index("ix_application_candidate")

    op.drop_table("application")
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.drop_index("ix_absence_deputy")
        batch_op.drop_index("ix_absence_consultant")

    op.drop_table("absence")
    op.drop_table("yearly_figure")
    with op.batch_alter_table("two_people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_two_people_second_id"))

    op.drop_table("two_people")
    with op.batch_alter_table("staff_session", schema=None) as batch_op:
        batch_op.drop_index("ix_staff_session_staff")

    op.drop_table("staff_session")
    op.drop_table("staff_role")
    with op.batch_alter_table("staff_link", schema=None) as batch_op:
        batch_op.drop_index("ix_staff_link_staff")

    op.drop_table("staff_link")
    with op.batch_alter_table("school_visit", schema=None) as batch_op:
        batch_op.drop_index("ix_school_visit_starts")

    op.drop_table("school_visit")
    op.drop_table("school")
    op.drop_table("saved_view")
    op.drop_table("retention_choice")
    with op.batch_alter_table("refused_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_refused_entry_source_reference")

    op.drop_table("refused_entry")
    with op.batch_alter_table("recovery_code", schema=None) as batch_op:
        batch_op.drop_index("ix_recovery_code_staff")

    op.drop_table("recovery_code")
    with op.batch_alter_table("posting", schema=None) as batch_op:
        batch_op.drop_index("ix_posting_twin_key")
        batch_op.drop_index("ix_posting_trade")
        batch_op.drop_index("ix_posting_revision")
        batch_op.drop_index("ix_posting_open")
        batch_op.drop_index("ix_posting_municipality")
        batch_op.drop_index("ix_posting_area")
        batch_op.drop_index("ix_posting_apply_key")

    op.drop_table("posting")
    with op.batch_alter_table("passkey", schema=None) as batch_op:
        batch_op.drop_index("ix_passkey_staff")

    op.drop_table("passkey")
    with op.batch_alter_table("partner_key", schema=None) as batch_op:
        batch_op.drop_index("ix_partner_key_source")

    op.drop_table("partner_key")
    op.drop_table("municipality_facts")
    with op.batch_alter_table("letter_text", schema=None) as batch_op:
        batch_op.drop_index("ix_letter_text_kind")

    op.drop_table("letter_text")
    with op.batch_alter_table("leaflet", schema=None) as batch_op:
        batch_op.drop_index("ix_leaflet_state")

    op.drop_table("leaflet")
    with op.batch_alter_table("kept_form", schema=None) as batch_op:
        batch_op.drop_index("ix_kept_form_staff")

    op.drop_table("kept_form")
    op.drop_table("job_worth")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index("ix_job_state")
        batch_op.drop_index("ix_job_source")

    op.drop_table("job")
    with op.batch_alter_table("gathering", schema=None) as batch_op:
        batch_op.drop_index("ix_gathering_starts")

    op.drop_table("gathering")
    with op.batch_alter_table("feed_run", schema=None) as batch_op:
        batch_op.drop_index("ix_feed_run_source_started")

    op.drop_table("feed_run")
    op.drop_table("desk")
    op.drop_table("consultant")
    with op.batch_alter_table("candidate_key", schema=None) as batch_op:
        batch_op.drop_index("ix_candidate_key_value")

    op.drop_table("candidate_key")
    with op.batch_alter_table("arrival", schema=None) as batch_op:
        batch_op.drop_index("ix_arrival_created")

    op.drop_table("arrival")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index("ix_agreement_municipality")
        batch_op.drop_index("ix_agreement_ends")

    op.drop_table("agreement")
    with op.batch_alter_table("visit_count", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_count_kind_subject")

    op.drop_table("visit_count")
    with op.batch_alter_table("subscription", schema=None) as batch_op:
        batch_op.drop_index("ix_subscription_next")
        batch_op.drop_index("ix_subscription_expires")

    op.drop_table("subscription")
    op.drop_table("staff")
    op.drop_table("spent_challenge")
    op.drop_table("source")
    with op.batch_alter_table("purge_run", schema=None) as batch_op:
        batch_op.drop_index("ix_purge_run_at")

    op.drop_table("purge_run")
    op.drop_table("pulse")
    op.drop_table("log_position")
    op.drop_table("leaflet_file")
    op.drop_table("forgotten_password")
    with op.batch_alter_table("deletion_record", schema=None) as batch_op:
        batch_op.drop_index("ix_deletion_record_id_hash")
        batch_op.drop_index("ix_deletion_record_at")

    op.drop_table("deletion_record")
    op.drop_table("data_version")
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_index("ix_candidate_municipality")

    op.drop_table("candidate")
    with op.batch_alter_table("backup_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_backup_record_made_at"))

    op.drop_table("backup_record")
    op.drop_table("audit_segment")
    op.drop_table("audit_head")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_entry_object")
        batch_op.drop_index("ix_audit_entry_at")

    op.drop_table("audit_entry")
    op.drop_table("attempt")
    op.drop_table("alarm")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_refuse_unless_closed()")
        op.execute("DROP FUNCTION audit_refuse()")

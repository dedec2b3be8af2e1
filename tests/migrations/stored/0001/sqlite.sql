BEGIN TRANSACTION;
CREATE TABLE absence (
	consultant_id VARCHAR NOT NULL, 
	deputy_id VARCHAR NOT NULL, 
	first_on DATE NOT NULL, 
	last_on DATE NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_absence PRIMARY KEY (id), 
	CONSTRAINT fk_absence_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE, 
	CONSTRAINT fk_absence_deputy_id_consultant FOREIGN KEY(deputy_id) REFERENCES consultant (id) ON DELETE CASCADE
);
CREATE TABLE agreement (
	municipality_code VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	our_name VARCHAR NOT NULL, 
	our_email VARCHAR NOT NULL, 
	their_name VARCHAR NOT NULL, 
	their_role VARCHAR NOT NULL, 
	their_phone VARCHAR NOT NULL, 
	their_email VARCHAR NOT NULL, 
	promised TEXT NOT NULL, 
	source VARCHAR NOT NULL, 
	renewal_asked_at DATETIME, 
	changed_at DATETIME NOT NULL, 
	changed_by_id VARCHAR, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY (id), 
	CONSTRAINT fk_agreement_changed_by_id_staff FOREIGN KEY(changed_by_id) REFERENCES staff (id)
);
CREATE TABLE alarm (
	kind VARCHAR(32) NOT NULL, 
	about VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_alarm PRIMARY KEY (kind, about)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE answer_letter (
	application_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	reasons VARCHAR NOT NULL, 
	text_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_answer_letter PRIMARY KEY (id), 
	CONSTRAINT fk_answer_letter_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_answer_letter_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE application (
	token_hash VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	form_version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	submitted_at DATETIME, 
	state_since DATETIME NOT NULL, 
	answer_by DATETIME, 
	call_on DATE, 
	reference VARCHAR, 
	came_by VARCHAR(32) NOT NULL, 
	filled_by VARCHAR(32), 
	fits VARCHAR NOT NULL, 
	municipality_code VARCHAR, 
	answers_sealed BLOB, 
	consent_text VARCHAR NOT NULL, 
	consented_at DATETIME, 
	person_agreed_at DATETIME, 
	person_agreed_how VARCHAR NOT NULL, 
	person_agreed_by_id VARCHAR, 
	candidate_id VARCHAR, 
	claimed_by_id VARCHAR, 
	claimed_at DATETIME, 
	consultant_id VARCHAR, 
	consultant_by_hand BOOLEAN NOT NULL, 
	merged_into_id VARCHAR, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_application PRIMARY KEY (id), 
	CONSTRAINT fk_application_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id), 
	CONSTRAINT fk_application_claimed_by_id_staff FOREIGN KEY(claimed_by_id) REFERENCES staff (id), 
	CONSTRAINT fk_application_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id), 
	CONSTRAINT fk_application_merged_into_id_application FOREIGN KEY(merged_into_id) REFERENCES application (id), 
	CONSTRAINT fk_application_person_agreed_by_id_staff FOREIGN KEY(person_agreed_by_id) REFERENCES staff (id), 
	CONSTRAINT uq_application_reference UNIQUE (reference), 
	CONSTRAINT uq_application_token_hash UNIQUE (token_hash)
);
INSERT INTO "application" VALUES('0899b18e826c6b99b0dde178fd9ea20bfb7c76c8bf9c391ef41b007e344ae121','handed_over',3,1,'2026-11-22 17:46:51.277299','2026-11-22 17:46:51.616003','2026-11-22 17:46:51.277741','2026-11-22 17:46:51.615902','2026-11-27 22:59:59.000000',NULL,'txcenj9t','web','self','disability_pension','0330',X'0163CD7300B1DF7D8ED6FE90DA40A9C4BFAA93B20B46050121194145E2B1B3','Ja','2026-11-22 17:46:51.277741','2026-11-22 17:46:51.277741','self',NULL,'tfx9c7hry9',NULL,NULL,NULL,0,NULL,'ecd6w4a3rp');
CREATE TABLE arrival (
	kind VARCHAR(32) NOT NULL, 
	filename VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by_id VARCHAR NOT NULL, 
	taken_at DATETIME, 
	undone_at DATETIME, 
	made JSON NOT NULL, 
	rows_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_arrival PRIMARY KEY (id), 
	CONSTRAINT fk_arrival_created_by_id_staff FOREIGN KEY(created_by_id) REFERENCES staff (id)
);
CREATE TABLE attempt (
	"key" VARCHAR NOT NULL, 
	window_start DATETIME NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY ("key", window_start)
);
CREATE TABLE audit_entry (
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	object_kind VARCHAR NOT NULL, 
	object_id VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	link VARCHAR NOT NULL, 
	CONSTRAINT pk_audit_entry PRIMARY KEY (number)
);
CREATE TABLE audit_head (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	link VARCHAR NOT NULL, 
	CONSTRAINT pk_audit_head PRIMARY KEY (id)
);
INSERT INTO "audit_head" VALUES(1,0,'');
CREATE TABLE audit_segment (
	month VARCHAR NOT NULL, 
	last_number INTEGER NOT NULL, 
	link VARCHAR NOT NULL, 
	entries INTEGER NOT NULL, 
	dropped_at DATETIME NOT NULL, 
	CONSTRAINT pk_audit_segment PRIMARY KEY (month)
);
CREATE TABLE backup_record (
	name VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	proven_at DATETIME, 
	dropped_at DATETIME, 
	size INTEGER NOT NULL, 
	rows INTEGER NOT NULL, 
	CONSTRAINT pk_backup_record PRIMARY KEY (name)
);
CREATE TABLE candidate (
	created_at DATETIME NOT NULL, 
	municipality_code VARCHAR, 
	name_sealed BLOB, 
	phone_sealed BLOB, 
	email_sealed BLOB, 
	place_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_candidate PRIMARY KEY (id)
);
INSERT INTO "candidate" VALUES('2026-11-22 17:46:51.277741','0330',X'01394F4A75CCF07D539F30232BFC36948C18E019687E6AA13326B61E4EFA9F03E4FAECA7DA27F7F005',X'01BD013224884E5F6238B7E810AC0305F7DFF06C73CFEC38B9C74089859B41886EC67666C155DE84',X'01BB5987D4341C718F6C81A1F08871203B5E219002ECE68E5C6D29EBADCD675CE754354741CF4173EDB37A4E',X'014B321700A9B3227D2B09581911ADB809D36D1494E1ADEC6659BE622451A17A613E6B21CA4A8FC9FD57','tfx9c7hry9');
CREATE TABLE candidate_key (
	candidate_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_candidate_key PRIMARY KEY (candidate_id, kind), 
	CONSTRAINT fk_candidate_key_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);
INSERT INTO "candidate_key" VALUES('tfx9c7hry9','phone','a9edca6861e4ccb72ba93bdc180eb02096df97d1e0ed75161cbf2f87ef01ec37');
INSERT INTO "candidate_key" VALUES('tfx9c7hry9','email','90bc1ff85d1ecf2ef396b0246e7badc34096fa2cc461bcfbf98dea3a0ef88a80');
INSERT INTO "candidate_key" VALUES('tfx9c7hry9','name','99bf57767b49484cc48b8edb5ba8943afe85a11fe066501d6e54424be780a708');
INSERT INTO "candidate_key" VALUES('tfx9c7hry9','name_place','68f2410cbe68a8003b4dfb2863b2f960b3aba2c5afeadcd73f07dda0c2b11292');
CREATE TABLE consultant (
	staff_id VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	district VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant PRIMARY KEY (id), 
	CONSTRAINT fk_consultant_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_consultant_staff_id UNIQUE (staff_id)
);
INSERT INTO "consultant" VALUES('x6accnpww4','20 00 00 00','Østdanmark','7dcn9rahen');
CREATE TABLE consultant_municipality (
	municipality_code VARCHAR NOT NULL, 
	consultant_id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant_municipality PRIMARY KEY (municipality_code), 
	CONSTRAINT fk_consultant_municipality_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE
);
INSERT INTO "consultant_municipality" VALUES('0330','7dcn9rahen');
CREATE TABLE data_version (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	rebuilt INTEGER NOT NULL, 
	CONSTRAINT pk_data_version PRIMARY KEY (id)
);
INSERT INTO "data_version" VALUES(1,8,0);
CREATE TABLE deletion_record (
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	kind VARCHAR NOT NULL, 
	id_hash VARCHAR NOT NULL, 
	rule VARCHAR NOT NULL, 
	counts JSON NOT NULL, 
	CONSTRAINT pk_deletion_record PRIMARY KEY (number)
);
CREATE TABLE deletion_warning (
	application_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_deletion_warning PRIMARY KEY (application_id), 
	CONSTRAINT fk_deletion_warning_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE TABLE desk (
	staff_id VARCHAR NOT NULL, 
	shortcuts BOOLEAN NOT NULL, 
	CONSTRAINT pk_desk PRIMARY KEY (staff_id), 
	CONSTRAINT fk_desk_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE TABLE edited_text (
	posting_id VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	draft JSON, 
	saved_at DATETIME, 
	saved_by_id VARCHAR, 
	approved_at DATETIME, 
	approved_by_id VARCHAR, 
	original JSON, 
	CONSTRAINT pk_edited_text PRIMARY KEY (posting_id), 
	CONSTRAINT fk_edited_text_approved_by_id_staff FOREIGN KEY(approved_by_id) REFERENCES staff (id), 
	CONSTRAINT fk_edited_text_posting_id_posting FOREIGN KEY(posting_id) REFERENCES posting (id) ON DELETE CASCADE, 
	CONSTRAINT fk_edited_text_saved_by_id_staff FOREIGN KEY(saved_by_id) REFERENCES staff (id)
);
CREATE TABLE feed_run (
	source VARCHAR NOT NULL, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	status VARCHAR(32) NOT NULL, 
	error VARCHAR NOT NULL, 
	responses INTEGER NOT NULL, 
	bytes INTEGER NOT NULL, 
	stated INTEGER, 
	received INTEGER NOT NULL, 
	left_out INTEGER NOT NULL, 
	new INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	refused INTEGER NOT NULL, 
	missing INTEGER NOT NULL, 
	closed INTEGER NOT NULL, 
	held INTEGER NOT NULL, 
	details JSON NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_feed_run PRIMARY KEY (id), 
	CONSTRAINT fk_feed_run_source_source FOREIGN KEY(source) REFERENCES source (name)
);
CREATE TABLE forgotten_password (
	asked_at DATETIME NOT NULL, 
	email_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_forgotten_password PRIMARY KEY (id)
);
CREATE TABLE gathering (
	kind VARCHAR(32) NOT NULL, 
	title VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	about TEXT NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	cancelled BOOLEAN NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by_id VARCHAR, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_gathering PRIMARY KEY (id), 
	CONSTRAINT fk_gathering_changed_by_id_staff FOREIGN KEY(changed_by_id) REFERENCES staff (id)
);
CREATE TABLE heartbeat (
	application_id VARCHAR NOT NULL, 
	asked_at DATETIME NOT NULL, 
	asked_by VARCHAR(32) NOT NULL, 
	answered_at DATETIME, 
	still_wants BOOLEAN, 
	reminded_at DATETIME, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_heartbeat PRIMARY KEY (id), 
	CONSTRAINT fk_heartbeat_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE TABLE job (
	kind VARCHAR(32) NOT NULL, 
	source VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by_id VARCHAR, 
	started_at DATETIME, 
	ended_at DATETIME, 
	leased_until DATETIME, 
	attempts INTEGER NOT NULL, 
	progress_done INTEGER NOT NULL, 
	progress_of INTEGER, 
	result JSON NOT NULL, 
	payload_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_job PRIMARY KEY (id), 
	CONSTRAINT fk_job_created_by_id_staff FOREIGN KEY(created_by_id) REFERENCES staff (id)
);
CREATE TABLE job_worth (
	id INTEGER NOT NULL, 
	cost INTEGER NOT NULL, 
	saving INTEGER NOT NULL, 
	years INTEGER NOT NULL, 
	"before" INTEGER NOT NULL, 
	"after" INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	source_year INTEGER NOT NULL, 
	caveat VARCHAR NOT NULL, 
	entered_at DATETIME NOT NULL, 
	entered_by_id VARCHAR, 
	CONSTRAINT pk_job_worth PRIMARY KEY (id), 
	CONSTRAINT fk_job_worth_entered_by_id_staff FOREIGN KEY(entered_by_id) REFERENCES staff (id)
);
CREATE TABLE kept_form (
	staff_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	path VARCHAR NOT NULL, 
	form_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_kept_form PRIMARY KEY (id), 
	CONSTRAINT fk_kept_form_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE TABLE leaflet (
	municipality_code VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	texts JSON NOT NULL, 
	portrait VARCHAR NOT NULL, 
	uploaded VARCHAR NOT NULL, 
	uploaded_size INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by_id VARCHAR, 
	approved_at DATETIME, 
	approved_by_id VARCHAR, 
	published_at DATETIME, 
	ended_at DATETIME, 
	expires_on DATE, 
	reminded_at DATETIME, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_leaflet PRIMARY KEY (id), 
	CONSTRAINT fk_leaflet_approved_by_id_staff FOREIGN KEY(approved_by_id) REFERENCES staff (id), 
	CONSTRAINT fk_leaflet_changed_by_id_staff FOREIGN KEY(changed_by_id) REFERENCES staff (id), 
	CONSTRAINT uq_leaflet_municipality_code_number UNIQUE (municipality_code, number)
);
CREATE TABLE leaflet_file (
	municipality_code VARCHAR NOT NULL, 
	variant VARCHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	made_of VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	size INTEGER NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_leaflet_file PRIMARY KEY (id), 
	CONSTRAINT uq_leaflet_file_municipality_code_variant UNIQUE (municipality_code, variant)
);
CREATE TABLE letter_text (
	kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_letter_text PRIMARY KEY (id), 
	CONSTRAINT fk_letter_text_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE log_position (
	name VARCHAR NOT NULL, 
	inode BIGINT NOT NULL, 
	"offset" BIGINT NOT NULL, 
	CONSTRAINT pk_log_position PRIMARY KEY (name)
);
CREATE TABLE merging (
	application_id VARCHAR NOT NULL, 
	into_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	added_wishes JSON NOT NULL, 
	undone_at DATETIME, 
	undone_by_id VARCHAR, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_merging PRIMARY KEY (id), 
	CONSTRAINT fk_merging_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_merging_into_id_application FOREIGN KEY(into_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_merging_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT fk_merging_undone_by_id_staff FOREIGN KEY(undone_by_id) REFERENCES staff (id)
);
CREATE TABLE move (
	application_id VARCHAR NOT NULL, 
	step INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	staff_id VARCHAR, 
	from_state VARCHAR(32) NOT NULL, 
	to_state VARCHAR(32) NOT NULL, 
	reason VARCHAR NOT NULL, 
	note_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_move PRIMARY KEY (id), 
	CONSTRAINT fk_move_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_move_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_move_application_id_step UNIQUE (application_id, step)
);
INSERT INTO "move" VALUES('ecd6w4a3rp',1,'2026-11-22 17:46:51.593033',NULL,'draft','received','',NULL,'je7hafw437');
INSERT INTO "move" VALUES('ecd6w4a3rp',2,'2026-11-22 17:46:51.615407',NULL,'received','screening','',NULL,'kn9dphfw49');
INSERT INTO "move" VALUES('ecd6w4a3rp',3,'2026-11-22 17:46:51.616789',NULL,'screening','handed_over','',NULL,'94y49edmja');
CREATE TABLE municipality_facts (
	code VARCHAR NOT NULL, 
	contact_name VARCHAR NOT NULL, 
	contact_role VARCHAR NOT NULL, 
	contact_phone VARCHAR NOT NULL, 
	contact_email VARCHAR NOT NULL, 
	hired INTEGER, 
	hired_year INTEGER, 
	changed_at DATETIME NOT NULL, 
	changed_by_id VARCHAR, 
	CONSTRAINT pk_municipality_facts PRIMARY KEY (code), 
	CONSTRAINT fk_municipality_facts_changed_by_id_staff FOREIGN KEY(changed_by_id) REFERENCES staff (id)
);
CREATE TABLE note (
	application_id VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	corrects_id VARCHAR, 
	mentions_id VARCHAR, 
	mention_seen_at DATETIME, 
	text_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_note PRIMARY KEY (id), 
	CONSTRAINT fk_note_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_note_corrects_id_note FOREIGN KEY(corrects_id) REFERENCES note (id) ON DELETE CASCADE, 
	CONSTRAINT fk_note_mentions_id_staff FOREIGN KEY(mentions_id) REFERENCES staff (id), 
	CONSTRAINT fk_note_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
INSERT INTO "note" VALUES('ecd6w4a3rp','note','x6accnpww4','2026-11-22 17:46:51.633746',NULL,NULL,NULL,X'01AAE011839548F31DB0392A835EC0F9C89B05A40433C2C312573575B0FCC1DA18B15871D20B','ar7yra36rx');
CREATE TABLE outbox_message (
	kind VARCHAR NOT NULL, 
	channel VARCHAR(32) NOT NULL, 
	application_id VARCHAR, 
	message_id VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	next_attempt_at DATETIME, 
	attempts INTEGER NOT NULL, 
	leased_until DATETIME, 
	sent_at DATETIME, 
	failed_at DATETIME, 
	last_error VARCHAR NOT NULL, 
	address_sealed BLOB, 
	subject VARCHAR NOT NULL, 
	text_sealed BLOB, 
	html_sealed BLOB, 
	one_click_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_outbox_message PRIMARY KEY (id), 
	CONSTRAINT fk_outbox_message_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE TABLE own_ad (
	author_id VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	content JSON NOT NULL, 
	remark TEXT NOT NULL, 
	saved_at DATETIME NOT NULL, 
	saved_by_id VARCHAR NOT NULL, 
	posting_id VARCHAR, 
	confirmed_at DATETIME, 
	asked_at DATETIME, 
	closed_silently BOOLEAN NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_own_ad PRIMARY KEY (id), 
	CONSTRAINT fk_own_ad_author_id_staff FOREIGN KEY(author_id) REFERENCES staff (id), 
	CONSTRAINT fk_own_ad_posting_id_posting FOREIGN KEY(posting_id) REFERENCES posting (id), 
	CONSTRAINT fk_own_ad_saved_by_id_staff FOREIGN KEY(saved_by_id) REFERENCES staff (id), 
	CONSTRAINT uq_own_ad_posting_id UNIQUE (posting_id)
);
CREATE TABLE partner_key (
	source VARCHAR NOT NULL, 
	token_hash VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by_id VARCHAR NOT NULL, 
	last_used_at DATETIME, 
	revoked_at DATETIME, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_partner_key PRIMARY KEY (id), 
	CONSTRAINT fk_partner_key_created_by_id_staff FOREIGN KEY(created_by_id) REFERENCES staff (id), 
	CONSTRAINT fk_partner_key_source_source FOREIGN KEY(source) REFERENCES source (name), 
	CONSTRAINT uq_partner_key_token_hash UNIQUE (token_hash)
);
CREATE TABLE passkey (
	credential_id VARCHAR NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	public_key BLOB NOT NULL, 
	sign_count INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_used_at DATETIME, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_passkey PRIMARY KEY (id), 
	CONSTRAINT fk_passkey_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE, 
	CONSTRAINT uq_passkey_credential_id UNIQUE (credential_id)
);
CREATE TABLE photo (
	consultant_id VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_photo PRIMARY KEY (consultant_id), 
	CONSTRAINT fk_photo_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE
);
CREATE TABLE placement (
	application_id VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE, 
	hours DOUBLE, 
	job_type VARCHAR NOT NULL, 
	workplace_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_placement PRIMARY KEY (id), 
	CONSTRAINT fk_placement_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_placement_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE posting (
	source VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	closed_reason VARCHAR(32), 
	closed_at DATETIME, 
	closed_by_id VARCHAR, 
	closed_note VARCHAR NOT NULL, 
	duplicate_of_id VARCHAR, 
	title VARCHAR NOT NULL, 
	employer VARCHAR NOT NULL, 
	cvr VARCHAR NOT NULL, 
	body_html TEXT NOT NULL, 
	url VARCHAR NOT NULL, 
	apply_url VARCHAR NOT NULL, 
	job_type VARCHAR NOT NULL, 
	hours_min DOUBLE, 
	hours_max DOUBLE, 
	published_on DATE NOT NULL, 
	deadline DATE, 
	expires_on DATE, 
	address VARCHAR NOT NULL, 
	postal_code VARCHAR NOT NULL, 
	town VARCHAR NOT NULL, 
	municipality_code VARCHAR, 
	area VARCHAR, 
	lat DOUBLE, 
	lon DOUBLE, 
	place_known_by VARCHAR NOT NULL, 
	easy_title VARCHAR NOT NULL, 
	slug VARCHAR NOT NULL, 
	trade VARCHAR NOT NULL, 
	easy JSON NOT NULL, 
	approved JSON, 
	differs_since DATETIME, 
	apply_key VARCHAR NOT NULL, 
	twin_key VARCHAR NOT NULL, 
	listing_hash VARCHAR NOT NULL, 
	content_hash VARCHAR NOT NULL, 
	first_seen_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	missing_since DATETIME, 
	missed_runs INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_posting PRIMARY KEY (id), 
	CONSTRAINT fk_posting_closed_by_id_staff FOREIGN KEY(closed_by_id) REFERENCES staff (id), 
	CONSTRAINT fk_posting_duplicate_of_id_posting FOREIGN KEY(duplicate_of_id) REFERENCES posting (id), 
	CONSTRAINT fk_posting_source_source FOREIGN KEY(source) REFERENCES source (name), 
	CONSTRAINT uq_posting_source_reference UNIQUE (source, reference)
);
INSERT INTO "posting" VALUES('jobnet','njxpjh','open',NULL,NULL,NULL,'',NULL,'Testmarked Slagelse - medarbejder i bageren','Testmarked','','','','','skaanejob',NULL,NULL,'2026-11-22','2026-12-22',NULL,'','4200','Slagelse','0330','sjaelland',55.4028,11.3546,'','Medarbejder i bageren','medarbejder-i-bageren-slagelse','shop','{}',NULL,NULL,'','','','','2026-11-22 17:46:51.259216','2026-11-22 17:46:51.259216',NULL,0,3,'d6hxnace67');
CREATE TABLE posting_token (
	token VARCHAR NOT NULL, 
	posting_id VARCHAR NOT NULL, 
	weight INTEGER NOT NULL, 
	CONSTRAINT pk_posting_token PRIMARY KEY (token, posting_id), 
	CONSTRAINT fk_posting_token_posting_id_posting FOREIGN KEY(posting_id) REFERENCES posting (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE pulse (
	"of" VARCHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_pulse PRIMARY KEY ("of")
);
CREATE TABLE purge_run (
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	deleted INTEGER NOT NULL, 
	refused VARCHAR NOT NULL, 
	CONSTRAINT pk_purge_run PRIMARY KEY (number)
);
CREATE TABLE recording (
	application_id VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	media_type VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_recording PRIMARY KEY (id), 
	CONSTRAINT fk_recording_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE TABLE recovery_code (
	code_hash VARCHAR NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	used_at DATETIME, 
	CONSTRAINT pk_recovery_code PRIMARY KEY (code_hash), 
	CONSTRAINT fk_recovery_code_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE TABLE refused_entry (
	source VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	payload_sealed BLOB, 
	first_seen_at DATETIME NOT NULL, 
	last_seen_at DATETIME NOT NULL, 
	ignored_at DATETIME, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_refused_entry PRIMARY KEY (id), 
	CONSTRAINT fk_refused_entry_source_source FOREIGN KEY(source) REFERENCES source (name)
);
CREATE TABLE retention_choice (
	"key" VARCHAR NOT NULL, 
	days INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by_id VARCHAR, 
	CONSTRAINT pk_retention_choice PRIMARY KEY ("key"), 
	CONSTRAINT fk_retention_choice_changed_by_id_staff FOREIGN KEY(changed_by_id) REFERENCES staff (id)
);
CREATE TABLE routing_exception (
	fits VARCHAR NOT NULL, 
	municipality_code VARCHAR NOT NULL, 
	consultant_id VARCHAR NOT NULL, 
	CONSTRAINT pk_routing_exception PRIMARY KEY (fits, municipality_code), 
	CONSTRAINT fk_routing_exception_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE
);
CREATE TABLE saved_view (
	staff_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"query" VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_saved_view PRIMARY KEY (id), 
	CONSTRAINT fk_saved_view_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE, 
	CONSTRAINT uq_saved_view_staff_id_name UNIQUE (staff_id, name)
);
CREATE TABLE school (
	name VARCHAR NOT NULL, 
	municipality_code VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	contact_name VARCHAR NOT NULL, 
	contact_phone VARCHAR NOT NULL, 
	contact_email VARCHAR NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	promised TEXT NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by_id VARCHAR, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_school PRIMARY KEY (id), 
	CONSTRAINT fk_school_changed_by_id_staff FOREIGN KEY(changed_by_id) REFERENCES staff (id)
);
CREATE TABLE school_visit (
	secret_hash VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	school VARCHAR NOT NULL, 
	municipality_code VARCHAR NOT NULL, 
	starts_at DATETIME NOT NULL, 
	asked_at DATETIME NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by_id VARCHAR, 
	secret_sealed BLOB, 
	name_sealed BLOB, 
	phone_sealed BLOB, 
	email_sealed BLOB, 
	more_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_school_visit PRIMARY KEY (id), 
	CONSTRAINT fk_school_visit_changed_by_id_staff FOREIGN KEY(changed_by_id) REFERENCES staff (id), 
	CONSTRAINT uq_school_visit_secret_hash UNIQUE (secret_hash)
);
CREATE TABLE source (
	name VARCHAR NOT NULL, 
	format VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	paused BOOLEAN NOT NULL, 
	off BOOLEAN NOT NULL, 
	gone_at DATETIME, 
	memory JSON NOT NULL, 
	last_complete_at DATETIME, 
	running_until DATETIME, 
	CONSTRAINT pk_source PRIMARY KEY (name)
);
INSERT INTO "source" VALUES('jobnet','jobnet',100,0,0,NULL,'{}',NULL,NULL);
CREATE TABLE spent_challenge (
	challenge_hash VARCHAR NOT NULL, 
	spent_at DATETIME NOT NULL, 
	CONSTRAINT pk_spent_challenge PRIMARY KEY (challenge_hash)
);
CREATE TABLE staff (
	name VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	password_hash VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_login_at DATETIME, 
	code_secret_sealed BLOB, 
	code_step INTEGER, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_staff PRIMARY KEY (id), 
	CONSTRAINT uq_staff_email UNIQUE (email)
);
INSERT INTO "staff" VALUES('Ann Advis','ann@example.com','$argon2id$v=19$m=19456,t=2,p=1$UxEADpt8mSnKpAjF5uOsGw$P++dDilk5jY9zjYR6oe7FiWi4nibfytA11ZBiJ/1ZNo',1,'2026-11-22 17:46:51.217610',NULL,X'01564B8620ED61FC476CE385191AF9056924128B3A148BAEE10EBEDBFEF1433E7172692DB06A817FC74BF880493D63FF22EBFEC213215C10D745DD2988',NULL,'x6accnpww4');
INSERT INTO "staff" VALUES('secretariat Person','secretariat@example.com','$argon2id$v=19$m=19456,t=2,p=1$UxEADpt8mSnKpAjF5uOsGw$P++dDilk5jY9zjYR6oe7FiWi4nibfytA11ZBiJ/1ZNo',1,'2026-11-22 17:46:51.645705',NULL,X'015E5745B936C3BF09006D8018C70917D909D4DFD7ACCAB1DADE97BF8ECBED97492F3885435EC22FCF61507CFA64C3C77E5F850B973DD4025F66A04F10',NULL,'3ppwww3xw7');
INSERT INTO "staff" VALUES('leader Person','leader@example.com','$argon2id$v=19$m=19456,t=2,p=1$UxEADpt8mSnKpAjF5uOsGw$P++dDilk5jY9zjYR6oe7FiWi4nibfytA11ZBiJ/1ZNo',1,'2026-11-22 17:46:51.652506',NULL,X'0169EA168E02BEA418D3F3EA2DAF76F9596DD9959383379A481CBED7DE66127E21F1993D36293500BB6F698F6947A27A27106F2E67BAB543F85F0F8CDD',NULL,'edd4pr6n34');
INSERT INTO "staff" VALUES('consultant Person','consultant@example.com','$argon2id$v=19$m=19456,t=2,p=1$UxEADpt8mSnKpAjF5uOsGw$P++dDilk5jY9zjYR6oe7FiWi4nibfytA11ZBiJ/1ZNo',1,'2026-11-22 17:46:51.665423',NULL,X'01925189BF5B5D70353CC1DE1A74B0D7C735055B9DECEE604AA7D231A932E7BE1129CFBCD61527389F054F31D1C713EF1C0388F06FC14C0F3498E59E77',NULL,'ntar4nnk3f');
INSERT INTO "staff" VALUES('editor Person','editor@example.com','$argon2id$v=19$m=19456,t=2,p=1$UxEADpt8mSnKpAjF5uOsGw$P++dDilk5jY9zjYR6oe7FiWi4nibfytA11ZBiJ/1ZNo',1,'2026-11-22 17:46:51.672896',NULL,X'01EEB237E3DB132BEB3737191FBC8EF6FE4F6F99CB8548C234C6A29F7285FD2B500A8D22E00FDB970E1CC4F8A9849A21426CDC766CCA8C777A8741884B',NULL,'an79c7pxwr');
INSERT INTO "staff" VALUES('admin Person','admin@example.com','$argon2id$v=19$m=19456,t=2,p=1$UxEADpt8mSnKpAjF5uOsGw$P++dDilk5jY9zjYR6oe7FiWi4nibfytA11ZBiJ/1ZNo',1,'2026-11-22 17:46:51.709749',NULL,X'01432E3162CAF6FFAA174700CA2F09228A5052FEBD8DB0E35C75F9CD8B6F32B1CD8F9695003A9A50F5380F957E2C0049B0DAE7805DD2685DDFF6B072F4',NULL,'c7yy4whrn3');
CREATE TABLE staff_link (
	secret_hash VARCHAR NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	CONSTRAINT pk_staff_link PRIMARY KEY (secret_hash), 
	CONSTRAINT fk_staff_link_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_link" VALUES('c524bf886f1a7ca7fc7feeeec684d4603f05a8d591d338dc228d9a7f0e8dd85e','an79c7pxwr','reset','2026-11-22 17:46:51.878720','2026-11-22 18:16:51.878720',NULL);
CREATE TABLE staff_role (
	staff_id VARCHAR NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_staff_role PRIMARY KEY (staff_id, role), 
	CONSTRAINT fk_staff_role_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_role" VALUES('x6accnpww4','consultant');
INSERT INTO "staff_role" VALUES('3ppwww3xw7','secretariat');
INSERT INTO "staff_role" VALUES('edd4pr6n34','leader');
INSERT INTO "staff_role" VALUES('ntar4nnk3f','consultant');
INSERT INTO "staff_role" VALUES('an79c7pxwr','editor');
INSERT INTO "staff_role" VALUES('c7yy4whrn3','admin');
CREATE TABLE staff_session (
	token_hash VARCHAR NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_seen_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	complete BOOLEAN NOT NULL, 
	CONSTRAINT pk_staff_session PRIMARY KEY (token_hash), 
	CONSTRAINT fk_staff_session_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_session" VALUES('7ecc5320e603156e851eca6a7c5758d8e14041771e027f6b22393f91e48a0a29','3ppwww3xw7','2026-11-22 17:46:51.715169','2026-11-22 17:46:51.715169',NULL,1);
INSERT INTO "staff_session" VALUES('821c5b5aceb6451ebf4fa1f3e87f6d39eddb5d7a4ced4114f305491b78247b57','edd4pr6n34','2026-11-22 17:46:51.730912','2026-11-22 17:46:51.730912',NULL,1);
INSERT INTO "staff_session" VALUES('d46bd1376291ffbda8b1beb43473d3eca2c29fa378f6d517857d166a5f561a08','ntar4nnk3f','2026-11-22 17:46:51.748890','2026-11-22 17:46:51.748890',NULL,1);
INSERT INTO "staff_session" VALUES('60283b967eca2ebbd5d7130641a7b791a495140375835894dacf366daa8ea9bb','an79c7pxwr','2026-11-22 17:46:51.834826','2026-11-22 17:46:51.834826',NULL,1);
INSERT INTO "staff_session" VALUES('63b7739ae887f9f84c27b7e0eb9d99262f174a1cc1eb22826b5d339b6afa14a4','c7yy4whrn3','2026-11-22 17:46:51.849417','2026-11-22 17:46:51.849417',NULL,1);
INSERT INTO "staff_session" VALUES('f88c589a9da5e46387f8ac0af545093a9da6abad93b11e8e31c7b11a78077475','x6accnpww4','2026-11-22 17:46:51.858601','2026-11-22 17:46:51.858601',NULL,1);
CREATE TABLE subscription (
	finding_key VARCHAR NOT NULL, 
	token_hash VARCHAR NOT NULL, 
	channel VARCHAR(32) NOT NULL, 
	frequency VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	confirmed_at DATETIME, 
	next_at DATETIME, 
	told_until DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	warned_at DATETIME, 
	address_sealed BLOB, 
	search_sealed BLOB, 
	token_sealed BLOB, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_subscription PRIMARY KEY (id), 
	CONSTRAINT uq_subscription_finding_key UNIQUE (finding_key), 
	CONSTRAINT uq_subscription_token_hash UNIQUE (token_hash)
);
CREATE TABLE ticket (
	token_hash VARCHAR NOT NULL, 
	application_id VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_ticket PRIMARY KEY (token_hash), 
	CONSTRAINT fk_ticket_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE TABLE two_people (
	first_id VARCHAR NOT NULL, 
	second_id VARCHAR NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_two_people PRIMARY KEY (first_id, second_id), 
	CONSTRAINT fk_two_people_first_id_candidate FOREIGN KEY(first_id) REFERENCES candidate (id) ON DELETE CASCADE, 
	CONSTRAINT fk_two_people_second_id_candidate FOREIGN KEY(second_id) REFERENCES candidate (id) ON DELETE CASCADE, 
	CONSTRAINT fk_two_people_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE visit_count (
	day DATE NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_visit_count PRIMARY KEY (day, kind, subject)
);
CREATE TABLE visitation_vote (
	application_id VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	staff_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	yes BOOLEAN NOT NULL, 
	CONSTRAINT pk_visitation_vote PRIMARY KEY (application_id, role), 
	CONSTRAINT fk_visitation_vote_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_visitation_vote_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE wish (
	application_id VARCHAR NOT NULL, 
	posting_id VARCHAR NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_wish PRIMARY KEY (application_id, posting_id), 
	CONSTRAINT fk_wish_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_wish_posting_id_posting FOREIGN KEY(posting_id) REFERENCES posting (id)
);
CREATE TABLE yearly_figure (
	year INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	value DOUBLE NOT NULL, 
	source VARCHAR NOT NULL, 
	entered_at DATETIME NOT NULL, 
	entered_by_id VARCHAR NOT NULL, 
	CONSTRAINT pk_yearly_figure PRIMARY KEY (year, "key"), 
	CONSTRAINT fk_yearly_figure_entered_by_id_staff FOREIGN KEY(entered_by_id) REFERENCES staff (id)
);
CREATE INDEX ix_audit_entry_at ON audit_entry (at);
CREATE INDEX ix_audit_entry_object ON audit_entry (object_kind, object_id);
CREATE INDEX ix_backup_record_made_at ON backup_record (made_at);
CREATE INDEX ix_candidate_municipality ON candidate (municipality_code);
CREATE INDEX ix_deletion_record_at ON deletion_record (at);
CREATE INDEX ix_deletion_record_id_hash ON deletion_record (id_hash);
CREATE INDEX ix_purge_run_at ON purge_run (at);
CREATE INDEX ix_subscription_expires ON subscription (expires_at);
CREATE INDEX ix_subscription_next ON subscription (next_at);
CREATE INDEX ix_visit_count_kind_subject ON visit_count (kind, subject);
CREATE INDEX ix_agreement_ends ON agreement (ends_on);
CREATE INDEX ix_agreement_municipality ON agreement (municipality_code);
CREATE INDEX ix_arrival_created ON arrival (created_at);
CREATE INDEX ix_candidate_key_value ON candidate_key (value, kind);
CREATE INDEX ix_feed_run_source_started ON feed_run (source, started_at);
CREATE INDEX ix_gathering_starts ON gathering (starts_at);
CREATE INDEX ix_job_source ON job (source, state);
CREATE INDEX ix_job_state ON job (state, created_at);
CREATE INDEX ix_kept_form_staff ON kept_form (staff_id, at);
CREATE INDEX ix_leaflet_state ON leaflet (state, expires_on);
CREATE INDEX ix_letter_text_kind ON letter_text (kind, changed_at);
CREATE INDEX ix_partner_key_source ON partner_key (source);
CREATE INDEX ix_passkey_staff ON passkey (staff_id);
CREATE INDEX ix_posting_apply_key ON posting (apply_key);
CREATE INDEX ix_posting_area ON posting (state, area, published_on);
CREATE INDEX ix_posting_municipality ON posting (state, municipality_code);
CREATE INDEX ix_posting_open ON posting (state, published_on, id);
CREATE INDEX ix_posting_revision ON posting (revision);
CREATE INDEX ix_posting_trade ON posting (state, trade, published_on);
CREATE INDEX ix_posting_twin_key ON posting (twin_key);
CREATE INDEX ix_recovery_code_staff ON recovery_code (staff_id);
CREATE UNIQUE INDEX ix_refused_entry_source_reference ON refused_entry (source, reference);
CREATE INDEX ix_school_visit_starts ON school_visit (starts_at);
CREATE INDEX ix_staff_link_staff ON staff_link (staff_id);
CREATE INDEX ix_staff_session_staff ON staff_session (staff_id);
CREATE INDEX ix_two_people_second_id ON two_people (second_id);
CREATE INDEX ix_absence_consultant ON absence (consultant_id, last_on);
CREATE INDEX ix_absence_deputy ON absence (deputy_id, last_on);
CREATE INDEX ix_application_candidate ON application (candidate_id);
CREATE INDEX ix_application_claimed ON application (claimed_by_id, claimed_at);
CREATE INDEX ix_application_consultant ON application (consultant_id, state);
CREATE INDEX ix_application_merged_into ON application (merged_into_id);
CREATE INDEX ix_application_municipality ON application (municipality_code, state);
CREATE INDEX ix_application_queue ON application (state, submitted_at, answer_by, call_on, claimed_by_id, claimed_at);
CREATE INDEX ix_application_state_since ON application (state, state_since);
CREATE INDEX ix_consultant_municipality_consultant_id ON consultant_municipality (consultant_id);
CREATE INDEX ix_own_ad_state ON own_ad (state);
CREATE INDEX ix_posting_token_posting_id ON posting_token (posting_id);
CREATE INDEX ix_answer_letter_application ON answer_letter (application_id, at);
CREATE INDEX ix_heartbeat_application ON heartbeat (application_id, asked_at);
CREATE INDEX ix_heartbeat_open ON heartbeat (answered_at, asked_at);
CREATE INDEX ix_merging_application ON merging (application_id);
CREATE INDEX ix_merging_into ON merging (into_id);
CREATE INDEX ix_note_application ON note (application_id, at);
CREATE INDEX ix_note_mentions ON note (mentions_id, mention_seen_at);
CREATE INDEX ix_outbox_message_application ON outbox_message (application_id);
CREATE INDEX ix_outbox_message_due ON outbox_message (next_attempt_at);
CREATE INDEX ix_placement_application ON placement (application_id, created_at);
CREATE INDEX ix_recording_application ON recording (application_id);
CREATE INDEX ix_ticket_application ON ticket (application_id);
CREATE INDEX ix_ticket_expires ON ticket (expires_at);
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'entries of the audit trail are only ever added'); END;
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry WHEN OLD.number > (SELECT coalesce(max(last_number), 0) FROM audit_segment) BEGIN SELECT RAISE(ABORT, 'entries of the audit trail are only ever added'); END;
CREATE TRIGGER audit_segment_stays BEFORE UPDATE ON audit_segment BEGIN SELECT RAISE(ABORT, 'anchors of the audit trail are only ever added'); END;
CREATE TRIGGER audit_segment_is_kept BEFORE DELETE ON audit_segment BEGIN SELECT RAISE(ABORT, 'anchors of the audit trail are only ever added'); END;
COMMIT;

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
INSERT INTO "alembic_version" VALUES('0003');
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
INSERT INTO "application" VALUES('deef876881bfe737ebc55cebaf38fcb100cc21aceecd7dcd4188d14870f9933f','handed_over',3,1,'2026-11-22 23:00:42.230383','2026-11-22 23:00:42.674650','2026-11-22 23:00:42.230681','2026-11-22 23:00:42.674646','2026-11-30 22:59:59.000000',NULL,'wa44f74e','web','self','disability_pension','0330',X'0132EFFB6A21069DAD61BCDBC3380FBDF7B93204B64298CC464DCE296352BB','Ja','2026-11-22 23:00:42.230681','2026-11-22 23:00:42.230681','self',NULL,'nc4wdxnnpd',NULL,NULL,NULL,0,NULL,'r4fpmcm3mc');
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
	link VARCHAR NOT NULL, fields VARCHAR DEFAULT '' NOT NULL, 
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
INSERT INTO "candidate" VALUES('2026-11-22 23:00:42.230681','0330',X'019276D7DD5E5E2D350CBECBD533FD7C97F164F4040A7E216518FBE4E60E13705C701D7A251D1BB043',X'013162DB8E2021951287FB5B642528FAB4F629B18AF74DBBE65D5BF5E3B8513BC98669F0FBCA01F9',X'0196BD655046889A4215FD0B337C03ACB322F8F48CCC16580F955D0E4AB0643BE69B74A5D4F8EEE30F087392',X'011DAD729473929F581A395F9B035340388DF7E771E21A09DE6E968023A73D6D8DDEC0AA8A282BD4D91C','nc4wdxnnpd');
CREATE TABLE candidate_key (
	candidate_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_candidate_key PRIMARY KEY (candidate_id, kind), 
	CONSTRAINT fk_candidate_key_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);
INSERT INTO "candidate_key" VALUES('nc4wdxnnpd','phone','21fa02e2a3f661e493452adfdef3a22328a3a33bfabb7190e95a75ebb0cb3aef');
INSERT INTO "candidate_key" VALUES('nc4wdxnnpd','email','e4af7fff52a1e1c857b0ee5c8ce5b19480e804d894853624547a87831bbe4064');
INSERT INTO "candidate_key" VALUES('nc4wdxnnpd','name','9db72f8895fbd738a953ad4eb245730bc003009c05e146256a9ed561109a567f');
INSERT INTO "candidate_key" VALUES('nc4wdxnnpd','name_place','05f928a271dbfecbae182b33bc87e800c122df0c92214a6d9c4b213dab8e48ee');
CREATE TABLE consultant (
	staff_id VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	district VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant PRIMARY KEY (id), 
	CONSTRAINT fk_consultant_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_consultant_staff_id UNIQUE (staff_id)
);
INSERT INTO "consultant" VALUES('cn99dk4rhn','20 00 00 00','Østdanmark','99mxmct6ra');
CREATE TABLE consultant_municipality (
	municipality_code VARCHAR NOT NULL, 
	consultant_id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant_municipality PRIMARY KEY (municipality_code), 
	CONSTRAINT fk_consultant_municipality_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE
);
INSERT INTO "consultant_municipality" VALUES('0330','99mxmct6ra');
CREATE TABLE data_version (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	rebuilt INTEGER NOT NULL, 
	CONSTRAINT pk_data_version PRIMARY KEY (id)
);
INSERT INTO "data_version" VALUES(1,9,0);
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
INSERT INTO "gathering" VALUES('meeting','Møde','Testby','','2026-11-22 23:00:42.799254','2026-11-22 23:00:42.799254',0,0,'2026-11-22 23:00:42.799254',NULL,'3hjeythfrn');
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
INSERT INTO "move" VALUES('r4fpmcm3mc',1,'2026-11-22 23:00:42.664125',NULL,'draft','received','',NULL,'67xekf4hcx');
INSERT INTO "move" VALUES('r4fpmcm3mc',2,'2026-11-22 23:00:42.674130',NULL,'received','screening','',NULL,'9tc3kwrfya');
INSERT INTO "move" VALUES('r4fpmcm3mc',3,'2026-11-22 23:00:42.675111',NULL,'screening','handed_over','',NULL,'9nk4rndmw4');
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
INSERT INTO "note" VALUES('r4fpmcm3mc','note','cn99dk4rhn','2026-11-22 23:00:42.689647',NULL,NULL,NULL,X'01D8A2EAE27D5BB373FEC0F5389ECF1DC75113CC03291F1C58752AA789055746AB488A3A13C8','3xfayekx9w');
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
INSERT INTO "outbox_message" VALUES('visit_asked','mail',NULL,'<179538844284.7837.8520364699491120918@localhost>','2026-11-22 23:00:42.831995','2026-11-22 23:00:42.831995',0,NULL,NULL,NULL,'',X'0102CE4AB73DA0785033C691115990CD4D1C2C8CADB8A58CEB9742CA7BA08538922720C18C4DD0492F71C135','En skole vil gerne have besøg',X'01824C0B63C0211F2638AA508B8886B3CB582E59CFC190273D44D8B4E9FE15D574D8183BA73BF6D4B93F25DBC53E1F6241C9E4B3F61FA7F9BB6B61202D36D31AF0E6BB98D2BBEA1DDC3C518DEBD3E2CAAE79DDB159F12DEE8EE723BCEF8E73877AA3AC568CFD51DF1A8161833F90776C6B5500D0037CE242AED38D31BBF037D0D35B462EFFD57C62AEB2A0205DD7492BC91CF31667867DD82066F64E772EDD7084D6708739DEAF8F5F97079049325D32D8D75002D3D30463B038D31348DC0D7841729CC7F49F292422AC39DAF0023CDB75336F7D8B13A20C752DAC01D9',X'013CCC2EB3A0E982DBE8DCF671E4A6FC5C37C984363CA805C005D6E89848138D79541329B8E77EBDA96D45AD1456C1C67BB98A196E78CF0E2432F3C08EF37168FA8BE134EF51282168A27ED0E2491923B52AFEC36913D53A03098CB4402856CB829A3584CB21542D4B23ACAD74B6D9F44576D3017A8A5365214924415572448ABE42E351E450C2F2CDCD8C76C5ABD418524262FDD7FEC9BDFB5CE43E82B95C16C0ED6298359869B065CA2725198F31EF08462F46B5A5AD3CED0FC25B68DA45D3E34957410E878042248763670003A94F181CA2B6615EC6FF3DBFBE7968E6FCD0982C33FDE97607C285A630A0B83BAC8FE5A6C8623FF8DB15F9AF6BDB0636F2F462316B877E137A506B4BB54785671B80AE95F2F5C8F480599B9CFADADC3A011305D1157A976CF72AE256D4213FB97E3A2BCBD8165B33409F8D6132B16F71C33CDFF253A84594213322AC8686C05E039AF96BD35327704262577D468B1AA399DAB743376BAC79BB3A86166EA73FABDE8A8CD42D1BFDE90CF4F78BAE95E9B69C794B66AE603A1987C4887621D7A2615591C94C9C72',NULL,'jx7j33e3kp');
INSERT INTO "outbox_message" VALUES('visit_received','mail',NULL,'<179538844284.7837.6062941731218607991@localhost>','2026-11-22 23:00:42.843459','2026-11-22 23:00:42.843459',0,NULL,NULL,NULL,'',X'01A06C8581A54D51A1623ECB5CCC9BADB4916AF78DE704D785C2FAD054E099AD19E7A553C2F6FC7D3EB3786CF1E1','Vi har fået dit ønske om et besøg',X'019C6300A5750BAE421676EDA44E1C7CB3E622547AB51EB9163CB89388C26D1645017B65AB523817A573D725C1E0F4F0FD21BFD751F24ACA0A1184CBB4EEC422076B80C95F7C1C0D3631972108F62C87E4673BE840711FBC666B0BFF6A7D389C47086D07AC09537971113DDB3A8E14EEF6B5194B222171EC152C4533ABA14E525FAA1D47EA379FF737A36D3BAEA29B2C7543AFF1C05B4153A1E108A951BE9DE0529DF247A125B6E246D0B717A20C4E7A0F532F946FECF8BF3D2B1BBCCEF359AF3D8DB01BB45003C510BA4FBBA6CAA1BA78D934B406D9D0AC34A834C7CBDB9AA9C544F362C4E99C5F8B092B72495F929B01CD12491EB934C24BCA6CE6BF7574C2A569025632A8F6E4A511977F8F6811A90914DB8A2DF45C4DEA86575268C7546979BA7B039F88BA9F87E14695D00824D10F55ECBDF68E44F72FC4BE',X'016387562A65BBD2D26B6C70EF8F569FE3C7F62B13EFB654F50BEDDB26250C25BD5C20EA68BC5AD594B7CBB4A2C94E5FACB4654A5A9232496D5BE02F872055C9421AA6F368AF9E819B456AF285E3EEA6AAC2915A03FDBFED240E1D9DBD9FA907DF647F62E9319CDEC748F9A5FB612856DCF9CD4D8347F040F186FBA8FF6897448733D0D57FC6AA4FACDF1C55F323E151C8F378BDFDBAD399352FE0A74F3D41BD3DD6AFD8A73106AD01D8947F42FBC2385A4DD1256A79C67CF7036BEE6907D7E6F9A4660CF1A58D228CF8D2071549B14AD642C6198796BA54EC5A969388A6813990679B8EB01F158D65CD821E01F6FF53738B1E3CE42A43516391B251DD99AD56CD965F6FA3024FB3041AFC51D26867CC1AF2966F825DC90E8090E54F050249755F95CC2B6202E1BE4A0761C25B308E4BAB3A30CE0AA164F581A6F3376F6059D62EBFEA6E2DA61F2910DA8A123BE917CFD4BC005700C70F9E9FF5CC8BB0871D31057CD8F61450B2F9FF9A2D9D245B7EC5F5664BED72F92F73C80CBBBBAFFDE9523A580658570AC612BE7069682B4FEE8680FD2DE19881F43F6DCC9ED87AE7787800ACBA1A19380C1B87CE160F2B6576FD097ABBFD59C0F35B4ECF8AC853016550D0EAEEBB98A38E84E136824E4326F6139757347EC10510BE3ECF8D320E003BED975D6492BBCB1CA7B18AA5D8E6A149D4B469ADFD46AB80A4',NULL,'ctrnt4akxp');
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
INSERT INTO "posting" VALUES('jobnet','ja4d46','open',NULL,NULL,NULL,'',NULL,'Testmarked Slagelse - medarbejder i bageren','Testmarked','','','','','skaanejob',NULL,NULL,'2026-11-23','2026-12-23',NULL,'','4200','Slagelse','0330','sjaelland',55.4028,11.3546,'','Medarbejder i bageren','medarbejder-i-bageren-slagelse','shop','{}',NULL,NULL,'','','','','2026-11-22 23:00:42.214894','2026-11-22 23:00:42.214895',NULL,0,3,'c34mhdrkdm');
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
INSERT INTO "school" VALUES('STU Testby','','','','','',NULL,NULL,'','2026-11-22 23:00:42.799254',NULL,'96mwc96cnp');
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
INSERT INTO "school_visit" VALUES('84b0f795fbee1e63ca9eb16762928da5eacc92d561fa3c6c87cd2bf1d32c3b1c','asked','STU Testby','','2026-11-22 23:00:42.799254','2026-11-22 23:00:42.799618',0,'2026-11-22 23:00:42.799618',NULL,X'010D720A89623E054CAA6953C9C33F4D3627791CFEF8EAAB691C7AB784C88AD1B3313D1277073EF4DA61EFD6C973AD3F7491C895B9AF5D6B38478A9ECDE00D97CD406621D56CC12A',X'01D764DF0EE3C6916ECB7F51DBCF915230C7F3B403B71A0E1FD3693CFDC760E5DE5CE7BE7EE913',X'01B51D5F7AFB25601D9B90ABB60FC8C8EDA8F7C6EE6B211C9830B60BE1BA19DD33FE92D36A87F267',X'014D6EFAD61D924128FDAE4E228E360E633F3ED486879B08837DEDCDD7F7422282DE5E4904E5A3104C923932CA17',NULL,'rpj6te76mm');
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
INSERT INTO "staff" VALUES('Ann Advis','ann@example.com','$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s',1,'2026-11-22 23:00:42.185856',NULL,X'01704BD9D96CB71BCB8EA248056CC2F50A322DD9E65A5D89CA1DDF1FA194737DC208DC8D74144253A36B2DB125AAA235E98B2851C6AAB349585B3161CA',NULL,'cn99dk4rhn');
INSERT INTO "staff" VALUES('secretariat Person','secretariat@example.com','$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s',1,'2026-11-22 23:00:42.696155',NULL,X'0164AC00B007090AEFE9E6208146B98D460D87D9D13E5F219C0C93F2D5C8037FE360ED01D188974ED0C225806FCE6BAB2785BB7B3D5DF149F79A8FB18B',NULL,'7fcp9pymry');
INSERT INTO "staff" VALUES('leader Person','leader@example.com','$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s',1,'2026-11-22 23:00:42.705664',NULL,X'012E24EB5E2345158B3E4BD4E2374C4215157DFFDE3988622BAD9FB761CE88A5838D088DCA174EE9F8AE6647745888FC0F8DEA4A3E399915064D13ADCC',NULL,'dayrk9nf7p');
INSERT INTO "staff" VALUES('consultant Person','consultant@example.com','$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s',1,'2026-11-22 23:00:42.709645',NULL,X'0163A9FB4AF4997B99C0C9B4C2AC7F97AFB9B8E45411A773233444F66F085D72E9A69BBF21669E7F8E5485BA41293F87C5CB646AF7866E87DBF7CE044E',NULL,'4a7njcmm36');
INSERT INTO "staff" VALUES('editor Person','editor@example.com','$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s',1,'2026-11-22 23:00:42.716653',NULL,X'011F9B6C9F0F5E06CAC0CF6B772D5266D24FDA716ACAD6CBFA37DF278E26AA006D164A900347C47A03F63C4A91C5C0D4D9244C69A1741A41715124F89F',NULL,'6xwmyxmead');
INSERT INTO "staff" VALUES('admin Person','admin@example.com','$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s',1,'2026-11-22 23:00:42.724558',NULL,X'01EED2EF0DF09315EA8848A381D62D3545396A083F3BF1FE1CC9D301A4FCA1A4B4FBFF4A2593214CC485EF14429C4DE80F6656136906896636F95E40D3',NULL,'p3rfw7fhr9');
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
INSERT INTO "staff_link" VALUES('7142ca89bdc0e6ebdd5848bf1c7220c79f5f7b7d763fd61f39a2e9c1e4b71018','6xwmyxmead','reset','2026-11-22 23:00:42.788617','2026-11-22 23:30:42.788617',NULL);
CREATE TABLE staff_role (
	staff_id VARCHAR NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_staff_role PRIMARY KEY (staff_id, role), 
	CONSTRAINT fk_staff_role_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_role" VALUES('cn99dk4rhn','consultant');
INSERT INTO "staff_role" VALUES('7fcp9pymry','secretariat');
INSERT INTO "staff_role" VALUES('dayrk9nf7p','leader');
INSERT INTO "staff_role" VALUES('4a7njcmm36','consultant');
INSERT INTO "staff_role" VALUES('6xwmyxmead','editor');
INSERT INTO "staff_role" VALUES('p3rfw7fhr9','admin');
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
INSERT INTO "staff_session" VALUES('04d4429111847371848a8c8c2359a20a5ea6d5d5106fb097da1980b060a5b1e5','7fcp9pymry','2026-11-22 23:00:42.735265','2026-11-22 23:00:42.735265',NULL,1);
INSERT INTO "staff_session" VALUES('e7e0900f15eccb161f1f85bf40c6e2481c0700361f9c0595fbd1da58ed578c93','dayrk9nf7p','2026-11-22 23:00:42.742879','2026-11-22 23:00:42.742879',NULL,1);
INSERT INTO "staff_session" VALUES('d89d8d40134710668233a8860a0f76491a8cb82cc38b37f69a044aeefe8dfdef','4a7njcmm36','2026-11-22 23:00:42.750410','2026-11-22 23:00:42.750410',NULL,1);
INSERT INTO "staff_session" VALUES('80e1ffd91c1f96c88ceedb968a446295f3fe264f39136cb35569ca1471960a10','6xwmyxmead','2026-11-22 23:00:42.758293','2026-11-22 23:00:42.758293',NULL,1);
INSERT INTO "staff_session" VALUES('20aeb8a9d2a7136e3445478b9302754e79ab25524eb8141ae721ebf233c7592e','p3rfw7fhr9','2026-11-22 23:00:42.766504','2026-11-22 23:00:42.766504',NULL,1);
INSERT INTO "staff_session" VALUES('f86499db491cdb18961bb3417363236a7944143941a616e65798fb68d98b6275','cn99dk4rhn','2026-11-22 23:00:42.774225','2026-11-22 23:00:42.774225',NULL,1);
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
CREATE INDEX ix_application_queue ON application (state, submitted_at, answer_by, call_on, claimed_by_id, claimed_at, id);
CREATE INDEX ix_application_call_on ON application (state, call_on) WHERE call_on IS NOT NULL;
COMMIT;

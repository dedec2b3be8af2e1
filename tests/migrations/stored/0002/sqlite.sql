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
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "application" VALUES('fbd888c127ec97b3efde5abc3b8691b97e1af27792e1b659b8fcd5bc7346a78c','handed_over',3,1,'2026-11-22 21:58:38.903922','2026-11-22 21:58:39.227457','2026-11-22 21:58:38.904284','2026-11-22 21:58:39.227453','2026-11-27 22:59:59.000000',NULL,'44wfxt6m','web','self','disability_pension','0330',X'01AEF103C7D0E717BEEF8B3CAF82BB211A9A0500524AC0363385915A257591','Ja','2026-11-22 21:58:38.904284','2026-11-22 21:58:38.904284','self',NULL,'ttk3jd3re3',NULL,NULL,NULL,0,NULL,'rdtryhttfh');
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
INSERT INTO "candidate" VALUES('2026-11-22 21:58:38.904284','0330',X'01BD93CF3EDB3810726DC18772B87DFE67F2E55D37CDC136C076F6B58763B9813792C7ABEFD1D5849F',X'01CC2F02135482828F365C3988A473C2BAAEE03DEADBB62F360D89596BBA7F717E1D9CC33CA2D58D',X'010E854101414CD3B99ED9683642411CEB6158C5CC43FFC786CD305DCE78439D74CE7EC4C0F8C51F73251AFD',X'018E333C1D531B2A106C5C7B828AB1B6FF65C93203540E5A4B3B238290444514E1888ED8FDA64B5B3054','ttk3jd3re3');
CREATE TABLE candidate_key (
	candidate_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_candidate_key PRIMARY KEY (candidate_id, kind), 
	CONSTRAINT fk_candidate_key_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);
INSERT INTO "candidate_key" VALUES('ttk3jd3re3','phone','b239825f43b347729c1e1d97fa076062fdb6a6846219c81909008f9dd0f65faf');
INSERT INTO "candidate_key" VALUES('ttk3jd3re3','email','1e44e091084b6ae6ea394e8676a067f99312550787bbcb86b4ddbec71c570693');
INSERT INTO "candidate_key" VALUES('ttk3jd3re3','name','2aec00919d84e20ec20270a2f9231018d275560ffc064bacb7ef507078a0a4de');
INSERT INTO "candidate_key" VALUES('ttk3jd3re3','name_place','b8e8b34aca04be620cc47d647f09c0b40b14197cbffaef05061ccb6d13cfc87f');
CREATE TABLE consultant (
	staff_id VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	district VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant PRIMARY KEY (id), 
	CONSTRAINT fk_consultant_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_consultant_staff_id UNIQUE (staff_id)
);
INSERT INTO "consultant" VALUES('mrmh9y7dh7','20 00 00 00','Østdanmark','4rw66ckxj6');
CREATE TABLE consultant_municipality (
	municipality_code VARCHAR NOT NULL, 
	consultant_id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant_municipality PRIMARY KEY (municipality_code), 
	CONSTRAINT fk_consultant_municipality_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE
);
INSERT INTO "consultant_municipality" VALUES('0330','4rw66ckxj6');
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
INSERT INTO "gathering" VALUES('meeting','Møde','Testby','','2026-11-22 21:58:39.267130','2026-11-22 21:58:39.267130',0,0,'2026-11-22 21:58:39.267130',NULL,'ejkf34dtre');
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
INSERT INTO "move" VALUES('rdtryhttfh',1,'2026-11-22 21:58:39.219874',NULL,'draft','received','',NULL,'jnannwm7am');
INSERT INTO "move" VALUES('rdtryhttfh',2,'2026-11-22 21:58:39.226898',NULL,'received','screening','',NULL,'kfr46wen37');
INSERT INTO "move" VALUES('rdtryhttfh',3,'2026-11-22 21:58:39.228416',NULL,'screening','handed_over','',NULL,'mx4a94pd64');
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
INSERT INTO "note" VALUES('rdtryhttfh','note','mrmh9y7dh7','2026-11-22 21:58:39.229850',NULL,NULL,NULL,X'01AB4989F5ECD1A3DD27C5725907F6E05403330AD67FA10B0138217A2742D663B4FCEAC1C3F2','6m73rp4wcm');
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
INSERT INTO "outbox_message" VALUES('visit_asked','mail',NULL,'<179538471929.25472.8228310436458749655@localhost>','2026-11-22 21:58:39.287055','2026-11-22 21:58:39.287055',0,NULL,NULL,NULL,'',X'0115BB06BC3BDCC82CF87D493DC749140E4061E2443562A6282FDF78196B10E03B4CCBBA3AA4AECD5AF615B9','En skole vil gerne have besøg',X'01D565E6864FB893CFED870C6C4F5A19F97A4B1625453C7387ACF2B609366D939F3BEE3451A284AC755631171435F656AE721089CB1F81215D5255CD032C2D6A18799792A9664C3B6CECCFB4471393F4EDEE30BC29CAF3B4C5AE0C8F56E67573EF6A5DF51DC61DD50B15B29841226673F7FA319550B20F419692E1F0BF713DC14BA33462B80A5ECB97B3D26ECC25010F43028E2EBEF7CA88C3E8B01E8BEFD51B20D3D2EAFB2EAFE013D89D6D586B4B61C9A3A6E2034EB8990D6F11FEFB6F0DA08DFCE910D702939F3D5C436CCFB66D8BCFF1A3663D7937FB0EB9AEF6AA',X'013973075373E7EBA94126B49B20E65E59FC70D33152E10A298B7A3A6EE665346A5C21523EC6856660BFAC4E0D396D17294298CEBE2D6B9718229DDC41BDC993A918E328ED530A6D15444E7B3CEBBDB7DA9E3B45E82C62250C282BD5612AFD54FBCF1CC6911A7922128C279428B07DE951DE0BBE1A8CB528E2062CE4FA0CC986F39206520F68A3EB4A571700AC39C2C8C387C67BD165D5A9F7E1BFAA5B56D39BB6468CAF7BD1B86FE338FCA4AFB06720D747FE049EECFA50DE1832A00834BC9144D43A890DA443B999148F009E9CC5AC1F4A40728AFD6B9FC1567640DEE0DA57EDC892F8C2B0AED521C27A80D47ED95A46535AC2692B704C07847457FAF606C5F23872547997AC86A5C5AAE84265FFA28B15C5D68D7C3AB50F297CB0287AD68A3C6B6299D5D9222F8577657FE1BB14267F9E79003EDAE40224BDF3B1F9D66D0DF1A9F244220A574589F662462EB0E949E6CF15EE54E02EEFC92677C0ACCC93665D0E2E37D73EA91D18BD45C1D134AF2FCF80C493DA1EA329E30B59CCF0A46E3AF41CDD1819FF4629E2E04EB53A03DC3367488D3E',NULL,'w9ane4pkrp');
INSERT INTO "outbox_message" VALUES('visit_received','mail',NULL,'<179538471929.25472.486194709750069117@localhost>','2026-11-22 21:58:39.292546','2026-11-22 21:58:39.292546',0,NULL,NULL,NULL,'',X'01548F8A31DB4F87BB46B1213C0B55D9032F842BE113D9CD2B8E35615E64365BD43A17ABF4A975B78881B6D13045','Vi har fået dit ønske om et besøg',X'01618F3A92A4F4E3D833E9C583AD481EDFFBBA19344BAC81FCB69CDE6D05C9440D55F42AA4B7AACDF9C9B4B8ABFA2A3C9453C7E945A76CD1D943AD976AEB68C7047D6195E5A67249D1260ECB6D19E0CE6807B6D0853D9B768093DCF37234E7478ABCB3E7E9710C72B58A02E8669F0A425594D91D7AB62E0BC8533B92C5C7E8F7849FF4B16EA408F533979A6C37D5FC9F4685DA496A7E597818DBA2C8A0F8FC4A8B40B045DE3A8E7D981CC1033C5B4FDAC3259DEAE252E3FCE725B77680287DC94AC755A51A71B47240C2720ACB694083CD1E5BD647CF12D67D04898157E5C610FDDFD7A8FE2AFCA959E60DE9CCD64756C9B0023BFB34574880B1D6EF6405D3DB46F2BD4DA5FCCFEA106E811AE7442D73C56D4B55BBF6524F07F71D136E416914FED05ECF306FFACB5EBAC37D90F73EB398DF4B7C0BD1387A872194',X'012EA2BCDD19ED8E52527BC2932993C60570F43C3033EE9F178D65D975E7EE00D52D24B2A361D58FD164A32B9601E38D542559BCA234133E688F061C3BB8E82F3E90FDDF269E943CED53E9E2A5494EF3F3A952FBF9937440BB771F30B5414E78CC41E31A3A3D5717B7A6AA75A8E63FD53301F5899BE0C226FB01452A6DB2FD5AF3D0B12C2B65F308A705D705F799F054447FF2E91AA180592D161C99237813EB0B372762A098F2E71BE3A579E6A572DA899D162A12A54B1BCE2AD19A37A91743BA92B00D6BE314723C814F19EC14E94E2BDB68B546A20F70C7D01FF4AFF7800A7C6EE0F8E75734AFC1786B06E4685B3A89C007828B946C8D57CED744E5768F2FAAAA008F3E5E09269B2B8DA0BC4A56D15B20F7D5155296087698F79CDC04BDABC87AC78A54702307FB3C08CD739195570E31B766A65AAA8D8E8C9313E92246E3A5FC340C51CAF563FD399B423374B825306FD384618E1EA3DEC4532678B8B06CD96B191400D3827D4A3468E98F21953F919998D2BA97B49730CC4D7A41B4D0F14823ADBCAD15EE76E6F83A47F5527CC54DE97044A983A91B66E542C7BE658C1CC254B213C3F0B4B94FC54733AAF51A47792FD4A45378F42D6B835AB804A7177B27DAF46ACFB075DC89C72744239878A6C83BBD19F9EC01FA8DFE297F8971A37CF9D83D0F392A2E2F0B263D437F0444D21897B35180DC180F',NULL,'4wkm7wfytt');
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
INSERT INTO "posting" VALUES('jobnet','yhec3k','open',NULL,NULL,NULL,'',NULL,'Testmarked Slagelse - medarbejder i bageren','Testmarked','','','','','skaanejob',NULL,NULL,'2026-11-22','2026-12-22',NULL,'','4200','Slagelse','0330','sjaelland',55.4028,11.3546,'','Medarbejder i bageren','medarbejder-i-bageren-slagelse','shop','{}',NULL,NULL,'','','','','2026-11-22 21:58:38.900018','2026-11-22 21:58:38.900019',NULL,0,3,'3f3tcfjync');
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
INSERT INTO "school" VALUES('STU Testby','','','','','',NULL,NULL,'','2026-11-22 21:58:39.267130',NULL,'hw6yd3n99e');
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
INSERT INTO "school_visit" VALUES('889b4abd1e0a053f56c2ce128f2b19d5db5e74e4aa8190898650f3042c1e2966','asked','STU Testby','','2026-11-22 21:58:39.267130','2026-11-22 21:58:39.267684',0,'2026-11-22 21:58:39.267684',NULL,X'01A7AFE4F7AD24F0B694874DBE767E3A955A519C4DB95A8AC7101AA67F2BAE7F37DD0F7CF1622469259E9351DA7C6E1800EDBC5D874CAD25EEDC8AEF36AE6CF2148FCF7EC1F85400',X'0130BF91F7B6BABD2CD36BB6D59B900009111803407239BFC8658404682F0A7CAC0BE9C0578C66',X'01EDFE4AB6139334FE0664DE3FD40853EF4DBAD104AE6E9B90A36CC9FE01F0FDE427EC55641F907D',X'0146275E5E0B376D187C0F0F50D1C365D7132BA15DD2DB1A51E5DBD3812D2E97B03D0436F5D6B57502DCF3C22AB4',NULL,'jdfpfcx6f3');
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
INSERT INTO "staff" VALUES('Ann Advis','ann@example.com','$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM',1,'2026-11-22 21:58:38.881155',NULL,X'01F86072C204DE2B814C65C11F6B73A89763782F45B9C3472690AC4A1FD1672E5290EC151DDBAD40BF28C7548E7B2FD99351200F62BAB71D218C26FBF7',NULL,'mrmh9y7dh7');
INSERT INTO "staff" VALUES('secretariat Person','secretariat@example.com','$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM',1,'2026-11-22 21:58:39.232982',NULL,X'011D7B108A0EC7A120B0223FCD8F3AF18D7C9179A929D3CB5E40C0F58449E4C761B4AAE4ECB54F3D75C38F4400C1BC90FFD663AD975EB38D61E03120BB',NULL,'ncdkrjfwmt');
INSERT INTO "staff" VALUES('leader Person','leader@example.com','$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM',1,'2026-11-22 21:58:39.234931',NULL,X'0197E676A692AB5B9B7E644F96EE2C49DF5AD69B67031B6D8BCD72CFA4366488CBCE17C441D4518F7AE57D950C5F08061610A721AD58A81CC3147CB42A',NULL,'yjtcen6hdh');
INSERT INTO "staff" VALUES('consultant Person','consultant@example.com','$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM',1,'2026-11-22 21:58:39.236831',NULL,X'0164AE67CC18E8B4FC26A33790BD9A712ECFF3AE06F6358B9997393567659230F4CB7099DF1C9D5B73CAC0DADD737BE0FFFBB5EAB1C3C1FE4DEEFAA459',NULL,'96ndp63waj');
INSERT INTO "staff" VALUES('editor Person','editor@example.com','$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM',1,'2026-11-22 21:58:39.240146',NULL,X'01D5F242E5ED5CAD9E7B459814E02360402445FF024354030999B7C4B1AFE5AD405BF36527542D54DBB764128C9B4C791AA554AA75D708F587A4CA6E1E',NULL,'jxn6fmm3ty');
INSERT INTO "staff" VALUES('admin Person','admin@example.com','$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM',1,'2026-11-22 21:58:39.241886',NULL,X'01E4B8A18B55F9E15694F2372EA23BDB63FEC62FA4BEDE7962B931CE12112401A7ADC3861125645ECEE81F93F0E0D482D1363D9D405E563542C5E45584',NULL,'3nhyn6k4tw');
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
INSERT INTO "staff_link" VALUES('b6635bf267f67a5bae0e1a6e33abadb1974fe7a1a01b05050d8b32d09cd24aee','jxn6fmm3ty','reset','2026-11-22 21:58:39.264829','2026-11-22 22:28:39.264829',NULL);
CREATE TABLE staff_role (
	staff_id VARCHAR NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_staff_role PRIMARY KEY (staff_id, role), 
	CONSTRAINT fk_staff_role_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_role" VALUES('mrmh9y7dh7','consultant');
INSERT INTO "staff_role" VALUES('ncdkrjfwmt','secretariat');
INSERT INTO "staff_role" VALUES('yjtcen6hdh','leader');
INSERT INTO "staff_role" VALUES('96ndp63waj','consultant');
INSERT INTO "staff_role" VALUES('jxn6fmm3ty','editor');
INSERT INTO "staff_role" VALUES('3nhyn6k4tw','admin');
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
INSERT INTO "staff_session" VALUES('bb74477b04916437e044c08f51f1152b8d3bc58bdb0f8b48e5cd09c71dea3bfc','ncdkrjfwmt','2026-11-22 21:58:39.245017','2026-11-22 21:58:39.245017',NULL,1);
INSERT INTO "staff_session" VALUES('b28b2963741c2aa1b62f82ce56422d9198f261d20e6439d581eebdf415b54d51','yjtcen6hdh','2026-11-22 21:58:39.249287','2026-11-22 21:58:39.249287',NULL,1);
INSERT INTO "staff_session" VALUES('2055556f847752222ee83af42574e815d2eb45f79d2852909892434eae2a89ce','96ndp63waj','2026-11-22 21:58:39.251666','2026-11-22 21:58:39.251666',NULL,1);
INSERT INTO "staff_session" VALUES('89cca9ae8208b8ad30436b5494089aba3dd0fdb62a5e40d3f7a75b791e555685','jxn6fmm3ty','2026-11-22 21:58:39.253577','2026-11-22 21:58:39.253577',NULL,1);
INSERT INTO "staff_session" VALUES('500b647052d33ac0a196a3b01136185c2ca4b92c1e736fb943505d213d6325bd','3nhyn6k4tw','2026-11-22 21:58:39.257262','2026-11-22 21:58:39.257262',NULL,1);
INSERT INTO "staff_session" VALUES('f931b6154bf6f0618e12693addbb3185aad6a23069103bb523a4be901fb7bf8e','mrmh9y7dh7','2026-11-22 21:58:39.260527','2026-11-22 21:58:39.260527',NULL,1);
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

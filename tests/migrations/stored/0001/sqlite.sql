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
INSERT INTO "application" VALUES('0dafaa661ec0a9ba5128ba587dba245867521598d266f4ce9f0e61b7972fc5df','handed_over',3,1,'2026-11-22 18:12:11.057707','2026-11-22 18:12:11.331986','2026-11-22 18:12:11.058099','2026-11-22 18:12:11.331890','2026-11-27 22:59:59.000000',NULL,'aketanxk','web','self','disability_pension','0330',X'01D46B9C88C40624EE2BF281EC8522F8C4C85D17A110B67FD7998E649124FD','Ja','2026-11-22 18:12:11.058099','2026-11-22 18:12:11.058099','self',NULL,'j7c3rk3akp',NULL,NULL,NULL,0,NULL,'k64hn69h6h');
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
INSERT INTO "candidate" VALUES('2026-11-22 18:12:11.058099','0330',X'01B564489BA86496654EC53D59E1FCADD7EEEE47CC3AB66AEEBBCC1772E98BD1F21E226F0DD8539CEA',X'011272D7AECDC0BD8B50E7501C73FCEB672A15141D6BBE185A8494A73F37FCD65C907B430B4A9DA7',X'01979BA2CC5575BEC7A0EE1B54740BF53E6047C716C1B95C02F7C8E7AAA6C0EB23610788C4D802A049F1C841',X'01F20A960657FF3639663223153FA08DB2009D54138A92DE9ED274B034F47DAA0A86CBB6B5E9D40AE176','j7c3rk3akp');
CREATE TABLE candidate_key (
	candidate_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_candidate_key PRIMARY KEY (candidate_id, kind), 
	CONSTRAINT fk_candidate_key_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);
INSERT INTO "candidate_key" VALUES('j7c3rk3akp','phone','6f94f44ae36f7b095b5595023dbcb8244038a03272468d9af40e5800262bbe73');
INSERT INTO "candidate_key" VALUES('j7c3rk3akp','email','ce20dac013b955bdb3cd1a807e5a8f1d41d7ff77c9452309d3cde5ea5d0da3c2');
INSERT INTO "candidate_key" VALUES('j7c3rk3akp','name','6ea31c4cfb293d5e40998bf8403d991288b2a07b4755aef8a31d95d03afab412');
INSERT INTO "candidate_key" VALUES('j7c3rk3akp','name_place','8b5fa4a7b1bda9c4869573ead9dc73205b32582ffef0578dd462608ef11832bf');
CREATE TABLE consultant (
	staff_id VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	district VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant PRIMARY KEY (id), 
	CONSTRAINT fk_consultant_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_consultant_staff_id UNIQUE (staff_id)
);
INSERT INTO "consultant" VALUES('chckexe776','20 00 00 00','Østdanmark','np49w4phw6');
CREATE TABLE consultant_municipality (
	municipality_code VARCHAR NOT NULL, 
	consultant_id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant_municipality PRIMARY KEY (municipality_code), 
	CONSTRAINT fk_consultant_municipality_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE
);
INSERT INTO "consultant_municipality" VALUES('0330','np49w4phw6');
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
INSERT INTO "gathering" VALUES('meeting','Møde','Testby','','2026-11-22 18:12:11.501694','2026-11-22 18:12:11.501694',0,0,'2026-11-22 18:12:11.501694',NULL,'3dytnd9etn');
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
INSERT INTO "move" VALUES('k64hn69h6h',1,'2026-11-22 18:12:11.309391',NULL,'draft','received','',NULL,'nmtxmf9d94');
INSERT INTO "move" VALUES('k64hn69h6h',2,'2026-11-22 18:12:11.331412',NULL,'received','screening','',NULL,'7kkyjnyj46');
INSERT INTO "move" VALUES('k64hn69h6h',3,'2026-11-22 18:12:11.332829',NULL,'screening','handed_over','',NULL,'ddh77rknh9');
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
INSERT INTO "note" VALUES('k64hn69h6h','note','chckexe776','2026-11-22 18:12:11.349717',NULL,NULL,NULL,X'01FA1BD8CE7ED54BC5A3D25279A59C33D13632315BF96EAF48DBEA052D2CD04F4A28B732B4F1','yhxhct4cnh');
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
INSERT INTO "outbox_message" VALUES('visit_asked','mail',NULL,'<179537113156.8259.4528863953788692216@localhost>','2026-11-22 18:12:11.558522','2026-11-22 18:12:11.558522',0,NULL,NULL,NULL,'',X'018FED0650558C940C0D0E0D37BB8439201903232FCB92A0D9889BF4F8E50ABB9721636B656A505198A2B8EA','En skole vil gerne have besøg',X'017E053C1C6C6C9B7316527E18300298EA4AC7429FDA61E2F4B935C1520C1D298D0C413A23BAF60C180FB9ED747DB471BE92DFD4E6898E8BD3B6DAB345F2E1E09CE6288B2313D76C2B2C46DD7D8A65923DAD323C68D1AE13A003A48CF0DA1F52394A1A6189DD77BBA691C32F03E2D9991816E510E5164C49BFBF9078B618068C6F5356F819508DC1A10448C1C3145D7BBB6454BEF3D276078B9CE61150CABFC457F7A783C889D5A9061E05F9808920821FE4EFA96B710637ADAD9EC15FA3939521EFBEA334D448672812EFEB84A09B7E5F1877C71122ABEAE29E026BD3',X'019F8B07C37E7951F57CDCCC04285956FFD0568771D48AC03A230042C3753038FD034A080AB5AEF6C6DABF2771C04B0C2A344CE4C2DFD1281E822B770CAA5983AAD7A48894D1E09E0F941254FC266215D5A23FA3BB6EAE690A503BAD0292F045408C5E2B36DE96815F693101A05200117B0DC47C417EF4DE655C390A96F9F44CC06AC1C31D8098FDEF4553D6D96D9E172F53E0F4B6E7BB4A291C50C50AAEA8E555D50B044DC802A993665DA1DD6CDB3077F06C388AF3D829254CC8567FDC6C1B78ED80A12E01F5727865166212267983B0DE2B4A52AD7131AFDF666F038581099E37CC594CE2040B887D19F6A0FDB4FE0E03341C3573189CFC63912DBE9A7DED053452A1BB9FB50A87E6727DC6B71DEEE810C637720ECDADA497A2495E5DDDD4CB3EBC410747F2B07857880B927AAE402DDF1FD6B9D5033DFBB09973DE49F71F8289DB33C68B6E206E32B52AEB7135B56B2D220BA4F9E2286131E34CC62739BB4A6BA05300C5464C7A5A36E27EC45C573783CC8086FAF8DC9205C4D00CCD46EFC3BC1DC0EB7D54A8138CEFF368FAD27663FC0DAA',NULL,'tkewk9xcj6');
INSERT INTO "outbox_message" VALUES('visit_received','mail',NULL,'<179537113157.8259.6560738957193377685@localhost>','2026-11-22 18:12:11.569965','2026-11-22 18:12:11.569965',0,NULL,NULL,NULL,'',X'019F3C2F6F3F5C8A8C3D216A956FCF9ABACF52C0B8324235EB1445B01A48288CEB9F5FAB5CAB0CCD776A792A10E2','Vi har fået dit ønske om et besøg',X'012B0C4E7114CD04F5190D70C7480124FA1C4554B30546DCFEB144C0201F8D606BD05D4AF815EC7B91A99547BCF9B50BBC9E4AE5BCF8CA4CC3B9C216E90292E4B8021F699C5DAFA067CFE11A0067B0452B14042278184C51A607906F6C73E93C7F7607E9838C19F270DC8F245B00CEE0BD2C518E05AD1F007D651D9CF2BFF9A2B5D932EF30584DEBED696ACAD24ADB0CFF055C30DD18D8676BD87456834DF29B08C75424FFF6359F73B47F3782391C26A2ED4D047358D4743E63ED04286BD81384FA7C21BB5C79A5329CC562FFC2909CAABF7AD32B8741B9524D9F756193A94F745E97219C0FD90EC432E391692B33810C69F4315D8381EBA24A2FD37CC330D200E406B22F14241C6E6F755818E379EE90AB1ED8B6E9C703D2D64A13B8A7AB7E8653069F2CF5CED05896E8B9F9C39C8F3F3B600CF01514E1712DDD',X'01F2216CFE1727919B3BAD7C4A6B411DE7DE296FFF12B370B1E42305617F6D592D6D2FE33AFE4574CA2F7333383A1BAC4819942F4EF9E05587A50A85DBA5DE70E1F31B270A5EBD4B8BA26D0BECE4467C61594EF0CFACCFD927A4037971E3976F3CDABC3C9EB59E26848736A7E2E262B721C8F0E9927F00551EFFA8C77E669483A8969F4E2EB5C82CE8642AF0003185534777669298036853B7C1D68CEC9E968D223EE21257D1606FB5C3E69071BBCE0C1E9CF29E2AE97F4C6D4C42887C8D338C43CCF07051BBB1A0E53549640C73EAB084988915C0BA7C23D360A269311F4CF3E779C722BB00E5743B234C748B6949B5F1D9EEF24381D89A293F2943A80C8446AB2813F28E69DB80AE14F5A1DD96EE91BBFCA92071272C4C2254C3367C7AF8681D69B1E108C3610689D2D5EF2A05EB0073E2EB0216484CD09D7609F990363EF4B31AE4949E16C3BEBD67A88E4F694678E6A896EABBFC614EB7B923356232A46E061F1BCEBB7EBCD7176E53743F104FA4E055581004DD2F7A02A79C2B64744A90A80888A88C3A7FD28C473FC44177DA04A915A96C963559AE2AA5CBEC1F0FD22C5DFCF83BEAA232503321740E329DBCE0BCC701DFAA356443F6B79675938BE39965CADB6FF618C29C1148568022618DC25EE8EB35C9A2DB7DC25B8A32AF03DC841C14C3BD356C220C43D554D6281DE9BCECAE8FE38F20FE80',NULL,'43ar64cf4c');
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
INSERT INTO "posting" VALUES('jobnet','4rjrhr','open',NULL,NULL,NULL,'',NULL,'Testmarked Slagelse - medarbejder i bageren','Testmarked','','','','','skaanejob',NULL,NULL,'2026-11-22','2026-12-22',NULL,'','4200','Slagelse','0330','sjaelland',55.4028,11.3546,'','Medarbejder i bageren','medarbejder-i-bageren-slagelse','shop','{}',NULL,NULL,'','','','','2026-11-22 18:12:11.024984','2026-11-22 18:12:11.024984',NULL,0,3,'pht4y77wnw');
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
INSERT INTO "school" VALUES('STU Testby','','','','','',NULL,NULL,'','2026-11-22 18:12:11.501694',NULL,'p9w6p9tyth');
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
INSERT INTO "school_visit" VALUES('940cf324573181ee902973f2546b6301c47fd6c9b2ea405b5a3a34bd99e6b78b','asked','STU Testby','','2026-11-22 18:12:11.501694','2026-11-22 18:12:11.502279',0,'2026-11-22 18:12:11.502279',NULL,X'010DC9B1B4A0DEA52224A6D36E8B33F2DAA730C8F14EB01CF46398781FB5899A847AA348F7992949E6BF3B07E73E05A746B18DCB9DFD37C7B519C8A6129E2158885F65D76FF10F42',X'01C3A3917EA46B987E68C160F5810F572737E0B7CAED4689C72C85DA7D1E307E49C2805E0B90C9',X'013DFC5E6957DC3CE05DF95AFB8C4365D2D512B4D28D28ED4B6F3E651D6839D5E02AF157A4B08268',X'017A713882358FD32F251A95521FA199CA3B538DC8BB8338C0CB1B71A2EA39D654C928A09D328DE7618DCEC4DF43',NULL,'r6dmfdhdjj');
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
INSERT INTO "staff" VALUES('Ann Advis','ann@example.com','$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA',1,'2026-11-22 18:12:10.980855',NULL,X'0124B506D313B08466DC186F6BAB6F0B6F21B478BDD332EDEC88606CCE6DAF548E9715AC73E4DB3BAC03DD78A2F88DA02B82392DD749C2209217BACF89',NULL,'chckexe776');
INSERT INTO "staff" VALUES('secretariat Person','secretariat@example.com','$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA',1,'2026-11-22 18:12:11.357711',NULL,X'01623BBCFBCD61AA1DDB408E72490C5D9C643896E481D51D84AE318E89AA8E4E2269175C67AD2A7A98126B1DF1D1DD134871FEB1199AB3F2EF20E05E17',NULL,'dejk7dpj6j');
INSERT INTO "staff" VALUES('leader Person','leader@example.com','$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA',1,'2026-11-22 18:12:11.367313',NULL,X'01F27BDF5171B544F2D6363F561C42A66B4F8F80DD45D62BCA9BF1B04B81FECC4373175048F67FC6CCC1F1ACA8DACCFEF95710AC4D93B069DC92B1BC69',NULL,'w6t7ejnnne');
INSERT INTO "staff" VALUES('consultant Person','consultant@example.com','$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA',1,'2026-11-22 18:12:11.377815',NULL,X'016EC65A977D8620E4F9952E7B1B4A1F2BFAAF1ABB336440DBA95AC6CB04ACA974C29FF4562777D133A78EA05CB0BC380499080134446AC183F27E5C60',NULL,'9a7hn3e66x');
INSERT INTO "staff" VALUES('editor Person','editor@example.com','$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA',1,'2026-11-22 18:12:11.389680',NULL,X'01E978E185BE1EABF62BB87DAC624EC8B8C92948CB310F8D2352FCAC1605D08AB6FBDEA571EADA897DD3FD8ED317F50BAA0F431DD8E77923AEACDCE40B',NULL,'h4xndfday9');
INSERT INTO "staff" VALUES('admin Person','admin@example.com','$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA',1,'2026-11-22 18:12:11.401695',NULL,X'0107DCB05089EF12DBA021AD940E05DFA20C79A96DE513BA96114E62C4C937EB85E7D1B99C0EDF6A1FFD6D39CF72C88DD40C11D734B35CB6B5F6643273',NULL,'jdnp3dpkwn');
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
INSERT INTO "staff_link" VALUES('025a61dfb84f23cb2db3fe81a061df8d2b370fe3e2eb882e2d8813e8b3d81429','h4xndfday9','reset','2026-11-22 18:12:11.486257','2026-11-22 18:42:11.486257',NULL);
CREATE TABLE staff_role (
	staff_id VARCHAR NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_staff_role PRIMARY KEY (staff_id, role), 
	CONSTRAINT fk_staff_role_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_role" VALUES('chckexe776','consultant');
INSERT INTO "staff_role" VALUES('dejk7dpj6j','secretariat');
INSERT INTO "staff_role" VALUES('w6t7ejnnne','leader');
INSERT INTO "staff_role" VALUES('9a7hn3e66x','consultant');
INSERT INTO "staff_role" VALUES('h4xndfday9','editor');
INSERT INTO "staff_role" VALUES('jdnp3dpkwn','admin');
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
INSERT INTO "staff_session" VALUES('33bedc4c97f0844317c6c2ccf57009204aa74193b4324ee5eb53520dfd8c9ebe','dejk7dpj6j','2026-11-22 18:12:11.411449','2026-11-22 18:12:11.411449',NULL,1);
INSERT INTO "staff_session" VALUES('a5dbcadc03a3996352e6016456ae3db363e14f696845d61f02f73ab225e3a06e','w6t7ejnnne','2026-11-22 18:12:11.426888','2026-11-22 18:12:11.426888',NULL,1);
INSERT INTO "staff_session" VALUES('30f56bea984587efa07ad5d9d400bc1fce7c8048cb4671d70c2df77bedc2d181','9a7hn3e66x','2026-11-22 18:12:11.438639','2026-11-22 18:12:11.438639',NULL,1);
INSERT INTO "staff_session" VALUES('c7671df43eb1aaa65a79425fcaed770e9b4e778d8351a6cc6f2c87ee4aad1e2b','h4xndfday9','2026-11-22 18:12:11.450671','2026-11-22 18:12:11.450671',NULL,1);
INSERT INTO "staff_session" VALUES('60b8f0266ea26b6ef456cc02cb43d8f5d580fbf7dacdc950d5ef3fcf3c3cb986','jdnp3dpkwn','2026-11-22 18:12:11.462525','2026-11-22 18:12:11.462525',NULL,1);
INSERT INTO "staff_session" VALUES('d330d7b42db60e06fed29de7798148b6cb1c90a03391f48c56b4ae04670287ae','chckexe776','2026-11-22 18:12:11.470356','2026-11-22 18:12:11.470356',NULL,1);
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

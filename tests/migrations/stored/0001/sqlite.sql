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
INSERT INTO "application" VALUES('b2fc4bee4b5ea68b21e004887285948b7ecb43aa44765ae6fab94a209d1a1c93','handed_over',3,1,'2026-11-22 18:18:28.262736','2026-11-22 18:18:28.345070','2026-11-22 18:18:28.263066','2026-11-22 18:18:28.344980','2026-11-27 22:59:59.000000',NULL,'mj3jmx6k','web','self','disability_pension','0330',X'019A6531695AE3A1EE56FF5192B021C3324384845165A821AD8E4EEDA4BA9F','Ja','2026-11-22 18:18:28.263066','2026-11-22 18:18:28.263066','self',NULL,'74ptxx4cka',NULL,NULL,NULL,0,NULL,'wyprdfwkna');
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
INSERT INTO "candidate" VALUES('2026-11-22 18:18:28.263066','0330',X'012365703892CFC0DB426E02855A8E1275E8516D6BA7166BD61C6F585531A3A49B81259A43DD0F7720',X'0114EFBE46A3BF986AFFB8726CA8507C6E7604C73E8491DEB264144E42B0E4BB6BBE26C1F8A4EF39',X'01404D5FCBEB39228F945392C00130E3DFBCE8FA75BD79D3F750E0FEBC28C5960733C40A2F0B097584FDDF69',X'01CB7091CB7A70C758B290AA467F3208AFC9D30DFA35A8524E6598F0E50A1A789DFC58C4221FED57385F','74ptxx4cka');
CREATE TABLE candidate_key (
	candidate_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_candidate_key PRIMARY KEY (candidate_id, kind), 
	CONSTRAINT fk_candidate_key_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);
INSERT INTO "candidate_key" VALUES('74ptxx4cka','phone','5caa33384c58d55410d33a42c2b9c1ff833c96862aeeab249ae2f4175042942c');
INSERT INTO "candidate_key" VALUES('74ptxx4cka','email','c74af54bbab841a00b26d0888177c0b7cb7ef57394d8b9d9a1cea77e6ffdac6a');
INSERT INTO "candidate_key" VALUES('74ptxx4cka','name','e1dfad5221973d3618a85af1138a88f83bf2e9cbe931ec0b0be7ca1cf34b36b6');
INSERT INTO "candidate_key" VALUES('74ptxx4cka','name_place','0bb81f84bc555be1ab698d42869f1be722044e307f6ec5b1cb7972fb13c34225');
CREATE TABLE consultant (
	staff_id VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	district VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant PRIMARY KEY (id), 
	CONSTRAINT fk_consultant_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_consultant_staff_id UNIQUE (staff_id)
);
INSERT INTO "consultant" VALUES('r3j9tcmnwt','20 00 00 00','Østdanmark','c4hn3jd4ht');
CREATE TABLE consultant_municipality (
	municipality_code VARCHAR NOT NULL, 
	consultant_id VARCHAR NOT NULL, 
	CONSTRAINT pk_consultant_municipality PRIMARY KEY (municipality_code), 
	CONSTRAINT fk_consultant_municipality_consultant_id_consultant FOREIGN KEY(consultant_id) REFERENCES consultant (id) ON DELETE CASCADE
);
INSERT INTO "consultant_municipality" VALUES('0330','c4hn3jd4ht');
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
INSERT INTO "gathering" VALUES('meeting','Møde','Testby','','2026-11-22 18:18:28.372604','2026-11-22 18:18:28.372604',0,0,'2026-11-22 18:18:28.372604',NULL,'yewdx4dke9');
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
INSERT INTO "move" VALUES('wyprdfwkna',1,'2026-11-22 18:18:28.340050',NULL,'draft','received','',NULL,'pcwkrtr6wj');
INSERT INTO "move" VALUES('wyprdfwkna',2,'2026-11-22 18:18:28.344541',NULL,'received','screening','',NULL,'jt4xcjdt6m');
INSERT INTO "move" VALUES('wyprdfwkna',3,'2026-11-22 18:18:28.345980',NULL,'screening','handed_over','',NULL,'k3xfyk44p7');
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
INSERT INTO "note" VALUES('wyprdfwkna','note','r3j9tcmnwt','2026-11-22 18:18:28.346893',NULL,NULL,NULL,X'01F3F4EFF3CEB8048C212BDBAEFD1B3BE892FAD2129D80061C8028E3835B34364D56CC76BB51','hjpjd79f4p');
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
INSERT INTO "outbox_message" VALUES('visit_asked','mail',NULL,'<179537150838.18460.3796885890593254262@localhost>','2026-11-22 18:18:28.386754','2026-11-22 18:18:28.386754',0,NULL,NULL,NULL,'',X'01409027349B593FC912CEAB22E35896D4C5AF6275E6E35957D60024D6B0432F406B716A9621106A67AF9FBA','En skole vil gerne have besøg',X'019A1190AFDF6685480AA72E62C6A043D2B2B271407E1134F55FF979E01A6559D80B68F4313BBD8BD6675AC8319AF15914A10992D99E7AF7A5BB081B5969501F87FA17E3B4C57BC15791D5DD8658F707BF9D87992CD2F6AEDAE7D957986FA4D57F925E827FE953B6B3801EA871135B22F36A809F5C57432ED38A6284817CB3BDC94D0E76609B34A09FBB2F2ED23972975852977DA61AFFC9D53EA94F3D0B435C5DBC26DE6C5A7D8EDDC4AB46AB517B0B6C7909053D5F37E1A314EBB1C63C62299C41D71E1EA095EDAB46CC6D21D6A380AB7B13DAFCD2E5BF5793BA875B',X'018C3359F8BFEF8ADE4E5F7B39D451E37CD15239FF1023FF961E81D9F2E61612E88A61311AB0EB83E7B5FAA4FCC725165659E4EE4A8DD48EF80A4104B31943BE3D830EF8BF030D548A34B26BC159E601E7F869066D084D51AEBB1EC8A5950D0D7AC8E110B018875951C7D41C34C0852913D877AB7E05EACD885A5A92320B7C3CC95B57DCE6900DC981D791B517E809D60D76F1F4CE0569B8F8BC80B61C2CF085332D3E22FA4088DB5DF1869940864C466016EBCF7F66FD3A2BF00330914FB251C884991FC36E699710F5065B06C408B9EB69E6B2D6E78D4CFE5EFB897ECDE02731C444D92A318918B1702C13FC5A523DFFF44624C829647B8D6E8B3E5A58549FC33755D9EB75341E2F24959E879CF9A0047FB0C564B63B631535FBB9EAD278D07EEFC65F360EE5F50BEF1D48717E920899C245B0F7FE7EFDBC682C3454E4CD79ED55B4AD56E96DF7C290BAC2B6CF971AD2F3D1BCCF2D4CBFEEB37BA1040B84CACFFA37591AF9AA6E696FF4AD70C7F4B1F801A4C10BE2AF996E50864F08DD73D6CC170CA2318EA9DB24691B536A9276216031362F',NULL,'t4fymrxmm4');
INSERT INTO "outbox_message" VALUES('visit_received','mail',NULL,'<179537150839.18460.10678112622292206468@localhost>','2026-11-22 18:18:28.390153','2026-11-22 18:18:28.390153',0,NULL,NULL,NULL,'',X'01E9C1DF994EBCFCD3B65B71B53B2FA1853D029B3067850E6EF631BD79DFCD8E2B6B87D2E9B9B1312D536F6F1095','Vi har fået dit ønske om et besøg',X'01ED8236C05EEB2FB182121AA912A52B2AB3954B2FB810969AAE9C10A780D17088D096DF60CA86BA737EEB53492084AB491E1B54AF3284852AA1771B7F155FB413DC547286E403D1717814956C994FF0C9F3905721D872AED3CA97679F04BBEDC4CA345C4DB5ED7380E639651EBF27D2B4E5E149FD2003BFFCDD14100FD23581C3AEE74D46F5D6F0670BE2821FCB762353E76C929B7F4392F0CAC320131ED6EE46A9641FEF61353BA10124B805DF1A9E1F4A5B2ACA83E7B6A9A4E8096EB0EDBDECBAA33288C3DE29B900C7F7050630620F8DB74187DB91BF38D26EED1FEA5CEB13EADFF6EE0761ADA68B42BBC4EF5915945F70B38B0E6E4EE73E4027BC4C14984A4A7639CA956B115187AEC87A69A2DAB577B8AF6A1F4D2512C518AF20E0ECBC729ACE5C3152767483A40E49DE16D8166EB1F492B82EF2ADC79799',X'0192D954D334181A58D7C0F0129E06165417D65FDF4A25CA1CA2E3EB854D8A39A756787AF6B7E413D72B64282A1370FDB1B9628340522E101F688941E2F9E54FB9FBEDF24FCC419059A3A3715C54B06C46D0DEDEAEDC9055ABE4BB7B9540054E2714B3E34E5A744DFDE765CA0B711557D8DFDA006778059F3265281D888B66C4589A04C7D14BC658DDCBD68657101A94F750C9C011A727CDE84E1452DD668866DA19A2E5C8FCEAAC51CBA5CE88AE11560A846B2C76D107B77B18147A473CD4C13294A9DAD5D4E0869035584362CD6305498609002A36C9FA5CD79D293E94C09A3251AFCAD657A44CB2CD582FCD1E7C199329365B8801C27855386F0E96B3AC8EA958FC311740DA7B9544FBC9E2A2B586AFDAC6C36F6842D08F9335FC4739964E343D7EB1B3FC9712640A263A35E30F5A2A52F606D1EEBC5726F24E40838CC8F2EFF833CFB23E1EFF1B8CA4F194F34ED6E48AEAAD75E61E82758CC73932199A8BF1BBDEC99F2697EB8E5A618B420145BFB8BF7C090BA0AA5696222175F4183199000A938408F3E55978CA8A246C033CB841A734D7A00A8303B4ECAD57E0F7429B65B4B67E715E5BCE346D13862FA254916DB05362F45E0214A8AC3E285693858FE9587D076C2D962CE11FD66B64E80C10480BA6908693FC85931A6A93B3FBE13BAE8309DEDBE09F290120D59F108FB1AB90B0EE9DD69C5723',NULL,'6yjm3e4mw4');
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
INSERT INTO "posting" VALUES('jobnet','34tfwm','open',NULL,NULL,NULL,'',NULL,'Testmarked Slagelse - medarbejder i bageren','Testmarked','','','','','skaanejob',NULL,NULL,'2026-11-22','2026-12-22',NULL,'','4200','Slagelse','0330','sjaelland',55.4028,11.3546,'','Medarbejder i bageren','medarbejder-i-bageren-slagelse','shop','{}',NULL,NULL,'','','','','2026-11-22 18:18:28.259412','2026-11-22 18:18:28.259413',NULL,0,3,'jak6mp39d7');
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
INSERT INTO "school" VALUES('STU Testby','','','','','',NULL,NULL,'','2026-11-22 18:18:28.372604',NULL,'tfd4fytexx');
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
INSERT INTO "school_visit" VALUES('25c749fe2c8dc5a37a20a0b3159557eb569446b65f9bc4f7a59bd6432181cb5a','asked','STU Testby','','2026-11-22 18:18:28.372604','2026-11-22 18:18:28.373004',0,'2026-11-22 18:18:28.373004',NULL,X'010ADE207D823D3D155A6AA6A87A07C3A284D679E642BBC58876E465295CA5F988628A27495CC729ADAA725ECF4BBA9BE7D6B4F98DB29C7930532982588F817F0BAD34CB831FD37D',X'01B394C4DD2BF8EB7C88EA3D40BB68FEA4ECA94B4E267C5829DDFC16B4802796C993970268D162',X'0196DDCE5CDF234B3B4CCB18DEDA1A3D75D128879A7D7274AF65E83BDBDFD99D112561C1DE9B81E9',X'01F6B7B7B08FCDC865286509CF30F77C3D992C7DF67758E6E580F4A70BA6D0CEAE40DBCD65194C62A74C22AE7378',NULL,'6ftfpwe9rh');
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
INSERT INTO "staff" VALUES('Ann Advis','ann@example.com','$argon2id$v=19$m=19456,t=2,p=1$ISVcFZYWCzW5oFxgBAstuQ$kB7f0XsYUOAVUdNgMGMA50RFnH71b4N9AoMcBhFacHI',1,'2026-11-22 18:18:28.247781',NULL,X'01A7CD2447AA1ABA6C13CA36F07C879361C8B7C7F6BE33AE54DFD7BC08DCFDF546E66CE48CA1AF51053294D8A13E6ECBC64E234D148503602A6711518D',NULL,'r3j9tcmnwt');
INSERT INTO "staff" VALUES('secretariat Person','secretariat@example.com','$argon2id$v=19$m=19456,t=2,p=1$ISVcFZYWCzW5oFxgBAstuQ$kB7f0XsYUOAVUdNgMGMA50RFnH71b4N9AoMcBhFacHI',1,'2026-11-22 18:18:28.348593',NULL,X'01A88516D2731E82F29A92459D73690D36C862C8129FBC57662E3636828E9F8B3982A598E6C9D62FA39E0CD9E14793D847B6808C998E2BB0A428FE1211',NULL,'h4rhra7x97');
INSERT INTO "staff" VALUES('leader Person','leader@example.com','$argon2id$v=19$m=19456,t=2,p=1$ISVcFZYWCzW5oFxgBAstuQ$kB7f0XsYUOAVUdNgMGMA50RFnH71b4N9AoMcBhFacHI',1,'2026-11-22 18:18:28.350131',NULL,X'010B7C2BD200A68E9E63C906A18DFD6654B2D48AF1AE89FC71471C9E84ECF9597331007DC54108299EAC95A9403CA2C1C0118396B78E613B146AE66D56',NULL,'3trte36hkc');
INSERT INTO "staff" VALUES('consultant Person','consultant@example.com','$argon2id$v=19$m=19456,t=2,p=1$ISVcFZYWCzW5oFxgBAstuQ$kB7f0XsYUOAVUdNgMGMA50RFnH71b4N9AoMcBhFacHI',1,'2026-11-22 18:18:28.351463',NULL,X'01C2930E938843F53426E092B786D03F5B38D45E97AB27E17C14B89BB517F8ECB9E0995103584A609CB450B0913E4BE222BC0331151ABF4AABF0AA57C1',NULL,'xtddek3jhm');
INSERT INTO "staff" VALUES('editor Person','editor@example.com','$argon2id$v=19$m=19456,t=2,p=1$ISVcFZYWCzW5oFxgBAstuQ$kB7f0XsYUOAVUdNgMGMA50RFnH71b4N9AoMcBhFacHI',1,'2026-11-22 18:18:28.352720',NULL,X'0160348015E11D3F16714293CD3C5E540481421AEB6AFFC060D9C627118FC7F076F57F64A9CE29272FDB9E81E98C36F2C4919FFAECD6B21257008ED56E',NULL,'f6ar77em94');
INSERT INTO "staff" VALUES('admin Person','admin@example.com','$argon2id$v=19$m=19456,t=2,p=1$ISVcFZYWCzW5oFxgBAstuQ$kB7f0XsYUOAVUdNgMGMA50RFnH71b4N9AoMcBhFacHI',1,'2026-11-22 18:18:28.354044',NULL,X'011C050EA524B578DDCC25052E52F10A377073B6C0C70D0CC2B373E75BD3FF51BDA1BFDA8ED9C931DCC36235861845810C6FFC65FCD40C71BDCFD0C9D6',NULL,'rd9cmf4yte');
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
INSERT INTO "staff_link" VALUES('afb6850016d703e82f9bb3c56c8ed7879444b09d281b05d881fbed883ccd7efa','f6ar77em94','reset','2026-11-22 18:18:28.371150','2026-11-22 18:48:28.371150',NULL);
CREATE TABLE staff_role (
	staff_id VARCHAR NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_staff_role PRIMARY KEY (staff_id, role), 
	CONSTRAINT fk_staff_role_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
INSERT INTO "staff_role" VALUES('r3j9tcmnwt','consultant');
INSERT INTO "staff_role" VALUES('h4rhra7x97','secretariat');
INSERT INTO "staff_role" VALUES('3trte36hkc','leader');
INSERT INTO "staff_role" VALUES('xtddek3jhm','consultant');
INSERT INTO "staff_role" VALUES('f6ar77em94','editor');
INSERT INTO "staff_role" VALUES('rd9cmf4yte','admin');
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
INSERT INTO "staff_session" VALUES('2b6fccd2074d8dd58a69458c76c2ed63a34436fe52df56c40e7b7182df88bb14','h4rhra7x97','2026-11-22 18:18:28.357332','2026-11-22 18:18:28.357332',NULL,1);
INSERT INTO "staff_session" VALUES('4ffcbeff022f2f85b8a4034068fa396e93ad28061285046676c7983cbc267b11','3trte36hkc','2026-11-22 18:18:28.360231','2026-11-22 18:18:28.360231',NULL,1);
INSERT INTO "staff_session" VALUES('ad1567b73da329c0c6c8d072fba7d1754f4f6b6aa17ca70bf97e7abd193898e1','xtddek3jhm','2026-11-22 18:18:28.362313','2026-11-22 18:18:28.362313',NULL,1);
INSERT INTO "staff_session" VALUES('6268a05bea2248e9726dfe45c6e599e4e637d1b66f3c72b4aee3673a978726f9','f6ar77em94','2026-11-22 18:18:28.364147','2026-11-22 18:18:28.364147',NULL,1);
INSERT INTO "staff_session" VALUES('0cf5ccaf4baeb11b22daae3d36851771a9ec3818bd901921442c1e8fb23c100c','rd9cmf4yte','2026-11-22 18:18:28.366020','2026-11-22 18:18:28.366020',NULL,1);
INSERT INTO "staff_session" VALUES('d06bcf41b4af589357a119a7234407aa83219e1951299aa9806fb0111f95b110','r3j9tcmnwt','2026-11-22 18:18:28.367956','2026-11-22 18:18:28.367956',NULL,1);
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

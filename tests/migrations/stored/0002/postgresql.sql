--
-- PostgreSQL database dump
--

\restrict SMHu8rpnxkhJgUqgbcgjbzCT0p2wJRdy3KZU0essxa92tLUjFondMeEgzfTfg7d

-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: audit_refuse(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the audit trail is only ever added to'; END $$;


--
-- Name: audit_refuse_unless_closed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_refuse_unless_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.number > (SELECT coalesce(max(last_number), 0) FROM audit_segment) THEN RAISE EXCEPTION 'the audit trail is only ever added to'; END IF; RETURN OLD; END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: absence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.absence (
    consultant_id character varying NOT NULL,
    deputy_id character varying NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    id character varying NOT NULL
);


--
-- Name: agreement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.agreement (
    municipality_code character varying NOT NULL,
    kind character varying(32) NOT NULL,
    starts_on date,
    ends_on date,
    our_name character varying NOT NULL,
    our_email character varying NOT NULL,
    their_name character varying NOT NULL,
    their_role character varying NOT NULL,
    their_phone character varying NOT NULL,
    their_email character varying NOT NULL,
    promised text NOT NULL,
    source character varying NOT NULL,
    renewal_asked_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id character varying,
    id character varying NOT NULL
);


--
-- Name: alarm; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alarm (
    kind character varying(32) NOT NULL,
    about character varying NOT NULL,
    since timestamp with time zone NOT NULL
);


--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: answer_letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answer_letter (
    application_id character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    staff_id character varying NOT NULL,
    state character varying(32) NOT NULL,
    reasons character varying NOT NULL,
    text_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: application; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.application (
    token_hash character varying NOT NULL,
    state character varying(32) NOT NULL,
    version integer NOT NULL,
    form_version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    state_since timestamp with time zone NOT NULL,
    answer_by timestamp with time zone,
    call_on date,
    reference character varying,
    came_by character varying(32) NOT NULL,
    filled_by character varying(32),
    fits character varying NOT NULL,
    municipality_code character varying,
    answers_sealed bytea,
    consent_text character varying NOT NULL,
    consented_at timestamp with time zone,
    person_agreed_at timestamp with time zone,
    person_agreed_how character varying NOT NULL,
    person_agreed_by_id character varying,
    candidate_id character varying,
    claimed_by_id character varying,
    claimed_at timestamp with time zone,
    consultant_id character varying,
    consultant_by_hand boolean NOT NULL,
    merged_into_id character varying,
    id character varying NOT NULL
);


--
-- Name: arrival; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.arrival (
    kind character varying(32) NOT NULL,
    filename character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id character varying NOT NULL,
    taken_at timestamp with time zone,
    undone_at timestamp with time zone,
    made json NOT NULL,
    rows_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: attempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attempt (
    key character varying NOT NULL,
    window_start timestamp with time zone NOT NULL,
    count integer NOT NULL
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    staff_id character varying NOT NULL,
    action character varying NOT NULL,
    object_kind character varying NOT NULL,
    object_id character varying NOT NULL,
    purpose character varying NOT NULL,
    link character varying NOT NULL,
    fields character varying DEFAULT ''::character varying NOT NULL
);


--
-- Name: audit_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_head (
    id integer NOT NULL,
    number integer NOT NULL,
    link character varying NOT NULL
);


--
-- Name: audit_segment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_segment (
    month character varying NOT NULL,
    last_number integer NOT NULL,
    link character varying NOT NULL,
    entries integer NOT NULL,
    dropped_at timestamp with time zone NOT NULL
);


--
-- Name: backup_record; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.backup_record (
    name character varying NOT NULL,
    made_at timestamp with time zone NOT NULL,
    proven_at timestamp with time zone,
    dropped_at timestamp with time zone,
    size integer NOT NULL,
    rows integer NOT NULL
);


--
-- Name: candidate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.candidate (
    created_at timestamp with time zone NOT NULL,
    municipality_code character varying,
    name_sealed bytea,
    phone_sealed bytea,
    email_sealed bytea,
    place_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: candidate_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.candidate_key (
    candidate_id character varying NOT NULL,
    kind character varying NOT NULL,
    value character varying NOT NULL
);


--
-- Name: consultant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultant (
    staff_id character varying NOT NULL,
    phone character varying NOT NULL,
    district character varying NOT NULL,
    id character varying NOT NULL
);


--
-- Name: consultant_municipality; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultant_municipality (
    municipality_code character varying NOT NULL,
    consultant_id character varying NOT NULL
);


--
-- Name: data_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.data_version (
    id integer NOT NULL,
    number integer NOT NULL,
    rebuilt integer NOT NULL
);


--
-- Name: deletion_record; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deletion_record (
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying NOT NULL,
    id_hash character varying NOT NULL,
    rule character varying NOT NULL,
    counts json NOT NULL
);


--
-- Name: deletion_record_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.deletion_record_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: deletion_record_number_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.deletion_record_number_seq OWNED BY public.deletion_record.number;


--
-- Name: deletion_warning; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deletion_warning (
    application_id character varying NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: desk; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.desk (
    staff_id character varying NOT NULL,
    shortcuts boolean NOT NULL
);


--
-- Name: edited_text; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.edited_text (
    posting_id character varying NOT NULL,
    version integer NOT NULL,
    draft json,
    saved_at timestamp with time zone,
    saved_by_id character varying,
    approved_at timestamp with time zone,
    approved_by_id character varying,
    original json
);


--
-- Name: feed_run; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.feed_run (
    source character varying NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    status character varying(32) NOT NULL,
    error character varying NOT NULL,
    responses integer NOT NULL,
    bytes integer NOT NULL,
    stated integer,
    received integer NOT NULL,
    left_out integer NOT NULL,
    new integer NOT NULL,
    changed integer NOT NULL,
    unchanged integer NOT NULL,
    refused integer NOT NULL,
    missing integer NOT NULL,
    closed integer NOT NULL,
    held integer NOT NULL,
    details json NOT NULL,
    id character varying NOT NULL
);


--
-- Name: forgotten_password; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.forgotten_password (
    asked_at timestamp with time zone NOT NULL,
    email_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: gathering; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.gathering (
    kind character varying(32) NOT NULL,
    title character varying NOT NULL,
    place character varying NOT NULL,
    about text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    cancelled boolean NOT NULL,
    revision integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id character varying,
    id character varying NOT NULL
);


--
-- Name: heartbeat; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.heartbeat (
    application_id character varying NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by character varying(32) NOT NULL,
    answered_at timestamp with time zone,
    still_wants boolean,
    reminded_at timestamp with time zone,
    id character varying NOT NULL
);


--
-- Name: job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job (
    kind character varying(32) NOT NULL,
    source character varying NOT NULL,
    state character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id character varying,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    leased_until timestamp with time zone,
    attempts integer NOT NULL,
    progress_done integer NOT NULL,
    progress_of integer,
    result json NOT NULL,
    payload_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: job_worth; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job_worth (
    id integer NOT NULL,
    cost integer NOT NULL,
    saving integer NOT NULL,
    years integer NOT NULL,
    before integer NOT NULL,
    after integer NOT NULL,
    source character varying NOT NULL,
    source_year integer NOT NULL,
    caveat character varying NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id character varying
);


--
-- Name: job_worth_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.job_worth_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: job_worth_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.job_worth_id_seq OWNED BY public.job_worth.id;


--
-- Name: kept_form; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.kept_form (
    staff_id character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    path character varying NOT NULL,
    form_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: leaflet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leaflet (
    municipality_code character varying NOT NULL,
    number integer NOT NULL,
    state character varying(32) NOT NULL,
    texts json NOT NULL,
    portrait character varying NOT NULL,
    uploaded character varying NOT NULL,
    uploaded_size integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id character varying,
    approved_at timestamp with time zone,
    approved_by_id character varying,
    published_at timestamp with time zone,
    ended_at timestamp with time zone,
    expires_on date,
    reminded_at timestamp with time zone,
    id character varying NOT NULL
);


--
-- Name: leaflet_file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leaflet_file (
    municipality_code character varying NOT NULL,
    variant character varying(32) NOT NULL,
    number integer NOT NULL,
    made_of character varying NOT NULL,
    made_at timestamp with time zone NOT NULL,
    size integer NOT NULL,
    sha256 character varying NOT NULL,
    id character varying NOT NULL
);


--
-- Name: letter_text; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_text (
    kind character varying NOT NULL,
    text character varying NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    staff_id character varying NOT NULL,
    id character varying NOT NULL
);


--
-- Name: log_position; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.log_position (
    name character varying NOT NULL,
    inode bigint NOT NULL,
    "offset" bigint NOT NULL
);


--
-- Name: merging; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.merging (
    application_id character varying NOT NULL,
    into_id character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    staff_id character varying NOT NULL,
    added_wishes json NOT NULL,
    undone_at timestamp with time zone,
    undone_by_id character varying,
    id character varying NOT NULL
);


--
-- Name: move; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.move (
    application_id character varying NOT NULL,
    step integer NOT NULL,
    at timestamp with time zone NOT NULL,
    staff_id character varying,
    from_state character varying(32) NOT NULL,
    to_state character varying(32) NOT NULL,
    reason character varying NOT NULL,
    note_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: municipality_facts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.municipality_facts (
    code character varying NOT NULL,
    contact_name character varying NOT NULL,
    contact_role character varying NOT NULL,
    contact_phone character varying NOT NULL,
    contact_email character varying NOT NULL,
    hired integer,
    hired_year integer,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id character varying
);


--
-- Name: note; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note (
    application_id character varying NOT NULL,
    kind character varying(32) NOT NULL,
    staff_id character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    corrects_id character varying,
    mentions_id character varying,
    mention_seen_at timestamp with time zone,
    text_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: outbox_message; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outbox_message (
    kind character varying NOT NULL,
    channel character varying(32) NOT NULL,
    application_id character varying,
    message_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_attempt_at timestamp with time zone,
    attempts integer NOT NULL,
    leased_until timestamp with time zone,
    sent_at timestamp with time zone,
    failed_at timestamp with time zone,
    last_error character varying NOT NULL,
    address_sealed bytea,
    subject character varying NOT NULL,
    text_sealed bytea,
    html_sealed bytea,
    one_click_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: own_ad; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.own_ad (
    author_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(32) NOT NULL,
    version integer NOT NULL,
    content json NOT NULL,
    remark text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by_id character varying NOT NULL,
    posting_id character varying,
    confirmed_at timestamp with time zone,
    asked_at timestamp with time zone,
    closed_silently boolean NOT NULL,
    id character varying NOT NULL
);


--
-- Name: partner_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.partner_key (
    source character varying NOT NULL,
    token_hash character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id character varying NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    id character varying NOT NULL
);


--
-- Name: passkey; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.passkey (
    credential_id character varying NOT NULL,
    staff_id character varying NOT NULL,
    public_key bytea NOT NULL,
    sign_count integer NOT NULL,
    name character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    id character varying NOT NULL
);


--
-- Name: photo; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.photo (
    consultant_id character varying NOT NULL,
    key character varying NOT NULL
);


--
-- Name: placement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placement (
    application_id character varying NOT NULL,
    kind character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    staff_id character varying NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    hours double precision,
    job_type character varying NOT NULL,
    workplace_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: posting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.posting (
    source character varying NOT NULL,
    reference character varying NOT NULL,
    state character varying(32) NOT NULL,
    closed_reason character varying(32),
    closed_at timestamp with time zone,
    closed_by_id character varying,
    closed_note character varying NOT NULL,
    duplicate_of_id character varying,
    title character varying NOT NULL,
    employer character varying NOT NULL,
    cvr character varying NOT NULL,
    body_html text NOT NULL,
    url character varying NOT NULL,
    apply_url character varying NOT NULL,
    job_type character varying NOT NULL,
    hours_min double precision,
    hours_max double precision,
    published_on date NOT NULL,
    deadline date,
    expires_on date,
    address character varying NOT NULL,
    postal_code character varying NOT NULL,
    town character varying NOT NULL,
    municipality_code character varying,
    area character varying,
    lat double precision,
    lon double precision,
    place_known_by character varying NOT NULL,
    easy_title character varying NOT NULL,
    slug character varying NOT NULL,
    trade character varying NOT NULL,
    easy json NOT NULL,
    approved json,
    differs_since timestamp with time zone,
    apply_key character varying NOT NULL,
    twin_key character varying NOT NULL,
    listing_hash character varying NOT NULL,
    content_hash character varying NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    missing_since timestamp with time zone,
    missed_runs integer NOT NULL,
    revision integer NOT NULL,
    id character varying NOT NULL
);


--
-- Name: posting_token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.posting_token (
    token character varying NOT NULL,
    posting_id character varying NOT NULL,
    weight integer NOT NULL
);


--
-- Name: pulse; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pulse (
    of character varying(32) NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: purge_run; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.purge_run (
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    deleted integer NOT NULL,
    refused character varying NOT NULL
);


--
-- Name: purge_run_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.purge_run_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: purge_run_number_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.purge_run_number_seq OWNED BY public.purge_run.number;


--
-- Name: recording; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recording (
    application_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    media_type character varying NOT NULL,
    id character varying NOT NULL
);


--
-- Name: recovery_code; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recovery_code (
    code_hash character varying NOT NULL,
    staff_id character varying NOT NULL,
    used_at timestamp with time zone
);


--
-- Name: refused_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refused_entry (
    source character varying NOT NULL,
    reference character varying NOT NULL,
    reason character varying NOT NULL,
    payload_sealed bytea,
    first_seen_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ignored_at timestamp with time zone,
    id character varying NOT NULL
);


--
-- Name: retention_choice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.retention_choice (
    key character varying NOT NULL,
    days integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id character varying
);


--
-- Name: routing_exception; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.routing_exception (
    fits character varying NOT NULL,
    municipality_code character varying NOT NULL,
    consultant_id character varying NOT NULL
);


--
-- Name: saved_view; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.saved_view (
    staff_id character varying NOT NULL,
    name character varying NOT NULL,
    query character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    id character varying NOT NULL
);


--
-- Name: school; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.school (
    name character varying NOT NULL,
    municipality_code character varying NOT NULL,
    place character varying NOT NULL,
    contact_name character varying NOT NULL,
    contact_phone character varying NOT NULL,
    contact_email character varying NOT NULL,
    starts_on date,
    ends_on date,
    promised text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id character varying,
    id character varying NOT NULL
);


--
-- Name: school_visit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.school_visit (
    secret_hash character varying NOT NULL,
    state character varying(32) NOT NULL,
    school character varying NOT NULL,
    municipality_code character varying NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id character varying,
    secret_sealed bytea,
    name_sealed bytea,
    phone_sealed bytea,
    email_sealed bytea,
    more_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: source; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.source (
    name character varying NOT NULL,
    format character varying NOT NULL,
    rank integer NOT NULL,
    paused boolean NOT NULL,
    off boolean NOT NULL,
    gone_at timestamp with time zone,
    memory json NOT NULL,
    last_complete_at timestamp with time zone,
    running_until timestamp with time zone
);


--
-- Name: spent_challenge; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.spent_challenge (
    challenge_hash character varying NOT NULL,
    spent_at timestamp with time zone NOT NULL
);


--
-- Name: staff; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff (
    name character varying NOT NULL,
    email character varying NOT NULL,
    password_hash character varying NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_login_at timestamp with time zone,
    code_secret_sealed bytea,
    code_step integer,
    id character varying NOT NULL
);


--
-- Name: staff_link; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_link (
    secret_hash character varying NOT NULL,
    staff_id character varying NOT NULL,
    kind character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);


--
-- Name: staff_role; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_role (
    staff_id character varying NOT NULL,
    role character varying(32) NOT NULL
);


--
-- Name: staff_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_session (
    token_hash character varying NOT NULL,
    staff_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    complete boolean NOT NULL
);


--
-- Name: subscription; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.subscription (
    finding_key character varying NOT NULL,
    token_hash character varying NOT NULL,
    channel character varying(32) NOT NULL,
    frequency character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    next_at timestamp with time zone,
    told_until timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    warned_at timestamp with time zone,
    address_sealed bytea,
    search_sealed bytea,
    token_sealed bytea,
    id character varying NOT NULL
);


--
-- Name: ticket; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ticket (
    token_hash character varying NOT NULL,
    application_id character varying NOT NULL,
    kind character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


--
-- Name: two_people; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.two_people (
    first_id character varying NOT NULL,
    second_id character varying NOT NULL,
    staff_id character varying NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: visit_count; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_count (
    day date NOT NULL,
    kind character varying NOT NULL,
    subject character varying NOT NULL,
    count integer NOT NULL
);


--
-- Name: visitation_vote; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visitation_vote (
    application_id character varying NOT NULL,
    role character varying NOT NULL,
    staff_id character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    yes boolean NOT NULL
);


--
-- Name: wish; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.wish (
    application_id character varying NOT NULL,
    posting_id character varying NOT NULL,
    added_at timestamp with time zone NOT NULL
);


--
-- Name: yearly_figure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.yearly_figure (
    year integer NOT NULL,
    key character varying NOT NULL,
    value double precision NOT NULL,
    source character varying NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id character varying NOT NULL
);


--
-- Name: deletion_record number; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deletion_record ALTER COLUMN number SET DEFAULT nextval('public.deletion_record_number_seq'::regclass);


--
-- Name: job_worth id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_worth ALTER COLUMN id SET DEFAULT nextval('public.job_worth_id_seq'::regclass);


--
-- Name: purge_run number; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.purge_run ALTER COLUMN number SET DEFAULT nextval('public.purge_run_number_seq'::regclass);


--
-- Data for Name: absence; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.absence (consultant_id, deputy_id, first_on, last_on, id) FROM stdin;
\.


--
-- Data for Name: agreement; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.agreement (municipality_code, kind, starts_on, ends_on, our_name, our_email, their_name, their_role, their_phone, their_email, promised, source, renewal_asked_at, changed_at, changed_by_id, id) FROM stdin;
\.


--
-- Data for Name: alarm; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.alarm (kind, about, since) FROM stdin;
\.


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.alembic_version (version_num) FROM stdin;
0002
\.


--
-- Data for Name: answer_letter; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.answer_letter (application_id, at, staff_id, state, reasons, text_sealed, id) FROM stdin;
\.


--
-- Data for Name: application; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.application (token_hash, state, version, form_version, created_at, updated_at, submitted_at, state_since, answer_by, call_on, reference, came_by, filled_by, fits, municipality_code, answers_sealed, consent_text, consented_at, person_agreed_at, person_agreed_how, person_agreed_by_id, candidate_id, claimed_by_id, claimed_at, consultant_id, consultant_by_hand, merged_into_id, id) FROM stdin;
a260fe5a85de0a3bf93df052913717223b2945561ad92bed96c18dc8353e1ae5	handed_over	3	1	2026-11-22 21:58:40.519312+00	2026-11-22 21:58:40.532722+00	2026-11-22 21:58:40.519646+00	2026-11-22 21:58:40.532717+00	2026-11-27 22:59:59+00	\N	yynpr9ek	web	self	disability_pension	0330	\\x01e6004626406470f1fe368b2cf641e8bc2c19308eb29eb951b0594cf71189	Ja	2026-11-22 21:58:40.519646+00	2026-11-22 21:58:40.519646+00	self	\N	kdcfn43xpd	\N	\N	\N	f	\N	fxtj9n9e44
\.


--
-- Data for Name: arrival; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.arrival (kind, filename, created_at, created_by_id, taken_at, undone_at, made, rows_sealed, id) FROM stdin;
\.


--
-- Data for Name: attempt; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.attempt (key, window_start, count) FROM stdin;
\.


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_entry (number, at, staff_id, action, object_kind, object_id, purpose, link, fields) FROM stdin;
\.


--
-- Data for Name: audit_head; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_head (id, number, link) FROM stdin;
1	0	
\.


--
-- Data for Name: audit_segment; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_segment (month, last_number, link, entries, dropped_at) FROM stdin;
\.


--
-- Data for Name: backup_record; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.backup_record (name, made_at, proven_at, dropped_at, size, rows) FROM stdin;
\.


--
-- Data for Name: candidate; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.candidate (created_at, municipality_code, name_sealed, phone_sealed, email_sealed, place_sealed, id) FROM stdin;
2026-11-22 21:58:40.519646+00	0330	\\x0128cc5359a4caa97e98b8f8893f7f54b9c291fc90b5579781a9a1aaa79fb4cc38b40fcf84d96d6596	\\x01e708cafdaede2389d99d434a88cc7089280437df7b8a9c7213f31d2e7476fe2d4cea38f9429898	\\x01af5618a309297dcbfe6640c60d3d461497c02c2a8e30f73107cc9da1e478fb4d4f2be20d8cf93ce8933c5a	\\x013adc0e58c447f51ddd7f27ae4e40c1d439963f3ba555f14eb26dd79319bd4ffbd8d715394a5d6801eb	kdcfn43xpd
\.


--
-- Data for Name: candidate_key; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.candidate_key (candidate_id, kind, value) FROM stdin;
kdcfn43xpd	phone	b239825f43b347729c1e1d97fa076062fdb6a6846219c81909008f9dd0f65faf
kdcfn43xpd	email	1e44e091084b6ae6ea394e8676a067f99312550787bbcb86b4ddbec71c570693
kdcfn43xpd	name	2aec00919d84e20ec20270a2f9231018d275560ffc064bacb7ef507078a0a4de
kdcfn43xpd	name_place	b8e8b34aca04be620cc47d647f09c0b40b14197cbffaef05061ccb6d13cfc87f
\.


--
-- Data for Name: consultant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultant (staff_id, phone, district, id) FROM stdin;
7c73nnnryy	20 00 00 00	Østdanmark	ke6fph7nea
\.


--
-- Data for Name: consultant_municipality; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultant_municipality (municipality_code, consultant_id) FROM stdin;
0330	ke6fph7nea
\.


--
-- Data for Name: data_version; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.data_version (id, number, rebuilt) FROM stdin;
1	9	0
\.


--
-- Data for Name: deletion_record; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.deletion_record (number, at, kind, id_hash, rule, counts) FROM stdin;
\.


--
-- Data for Name: deletion_warning; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.deletion_warning (application_id, at) FROM stdin;
\.


--
-- Data for Name: desk; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.desk (staff_id, shortcuts) FROM stdin;
\.


--
-- Data for Name: edited_text; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.edited_text (posting_id, version, draft, saved_at, saved_by_id, approved_at, approved_by_id, original) FROM stdin;
\.


--
-- Data for Name: feed_run; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.feed_run (source, started_at, ended_at, status, error, responses, bytes, stated, received, left_out, new, changed, unchanged, refused, missing, closed, held, details, id) FROM stdin;
\.


--
-- Data for Name: forgotten_password; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.forgotten_password (asked_at, email_sealed, id) FROM stdin;
\.


--
-- Data for Name: gathering; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.gathering (kind, title, place, about, starts_at, ends_at, cancelled, revision, changed_at, changed_by_id, id) FROM stdin;
meeting	Møde	Testby		2026-11-22 21:58:40.568939+00	2026-11-22 21:58:40.568939+00	f	0	2026-11-22 21:58:40.568939+00	\N	4efa36r44d
\.


--
-- Data for Name: heartbeat; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.heartbeat (application_id, asked_at, asked_by, answered_at, still_wants, reminded_at, id) FROM stdin;
\.


--
-- Data for Name: job; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.job (kind, source, state, created_at, created_by_id, started_at, ended_at, leased_until, attempts, progress_done, progress_of, result, payload_sealed, id) FROM stdin;
\.


--
-- Data for Name: job_worth; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.job_worth (id, cost, saving, years, before, after, source, source_year, caveat, entered_at, entered_by_id) FROM stdin;
\.


--
-- Data for Name: kept_form; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.kept_form (staff_id, at, path, form_sealed, id) FROM stdin;
\.


--
-- Data for Name: leaflet; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leaflet (municipality_code, number, state, texts, portrait, uploaded, uploaded_size, created_at, changed_at, changed_by_id, approved_at, approved_by_id, published_at, ended_at, expires_on, reminded_at, id) FROM stdin;
\.


--
-- Data for Name: leaflet_file; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leaflet_file (municipality_code, variant, number, made_of, made_at, size, sha256, id) FROM stdin;
\.


--
-- Data for Name: letter_text; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.letter_text (kind, text, changed_at, staff_id, id) FROM stdin;
\.


--
-- Data for Name: log_position; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.log_position (name, inode, "offset") FROM stdin;
\.


--
-- Data for Name: merging; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.merging (application_id, into_id, at, staff_id, added_wishes, undone_at, undone_by_id, id) FROM stdin;
\.


--
-- Data for Name: move; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.move (application_id, step, at, staff_id, from_state, to_state, reason, note_sealed, id) FROM stdin;
fxtj9n9e44	1	2026-11-22 21:58:40.52767+00	\N	draft	received		\N	mnwdk6dcaw
fxtj9n9e44	2	2026-11-22 21:58:40.531916+00	\N	received	screening		\N	xwm3cnma9c
fxtj9n9e44	3	2026-11-22 21:58:40.534138+00	\N	screening	handed_over		\N	63h66adcfp
\.


--
-- Data for Name: municipality_facts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.municipality_facts (code, contact_name, contact_role, contact_phone, contact_email, hired, hired_year, changed_at, changed_by_id) FROM stdin;
\.


--
-- Data for Name: note; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.note (application_id, kind, staff_id, at, corrects_id, mentions_id, mention_seen_at, text_sealed, id) FROM stdin;
fxtj9n9e44	note	7c73nnnryy	2026-11-22 21:58:40.535283+00	\N	\N	\N	\\x011117279066198240e648e9e78905bbe018f2a8401221371093ef595cabd8f9d0f4cbbf575d	t4h777crfx
\.


--
-- Data for Name: outbox_message; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.outbox_message (kind, channel, application_id, message_id, created_at, next_attempt_at, attempts, leased_until, sent_at, failed_at, last_error, address_sealed, subject, text_sealed, html_sealed, one_click_sealed, id) FROM stdin;
visit_asked	mail	\N	<179538472059.25472.16056292618976583825@localhost>	2026-11-22 21:58:40.591321+00	2026-11-22 21:58:40.591321+00	0	\N	\N	\N		\\x0158c5ea86229370ad70724dd497eb33390f4781a91e9b810cb3ae0f1d6b4d57cda8946400832b94ebd1056e	En skole vil gerne have besøg	\\x014adff7ea0b23e69f0b8bea3cf50c7fadc3e5312794347d6758844b3871488aae6078c04c9fa798197e39b62fa1766b3a0d38103517da485363449e9fd4a3d3beff61925f23ce774c7fa62e87f00ce968f468150f0f89da51d7a958f103ea5a0cc6c519dffe154d35b8385b58a79b9c490c7a7b4598911c475536a587b8a09b2d19658851a6f9ec41eb66cbd446f96b6daa7a95bed90e45301995db22a9ed61db1ea6e4806f17f3e14d025d3573d25a7d1a9d3bacc6a3025098edb7a16ed54aaada1058006f6202ee9f895e0efd1f832fe8b216068f3f946ef793d362	\\x011f733184694b5822bd833bb1b5ef566f0c84d0310669e5caadb34294882149ea469c17a67a7589b10797364d79e65f0d25b37ba9afaad116883221ae0182fc8f2533867caa479baa00d013a11ac1182d424cfd2d8937aa64ea30be33f287e2b10e095f697bcdb3009e41b988d983f371fde63b76520ebfdd21ad3468c36b0f82254e70aa2580ac525a5486c46b41308c14c3ab732c0e4bc55496afcf3b4d2b104adb8264000a2b86190d247fc9d7d41212f9915112bdd2a584852e8846d0b15c72ea12433d2c2b6ace5e27180a491a79c87b066a4315f9600046ba58b3c9d13e9455e1c3c23074cabd8a559492af106a4eb2399c57b492826825cc1b2e89a2d6f89ff96d3e1e8506429c9629bbfe413244033e902ec3bbb6642a128b0fc12b4b2c49f00620e5d8816852627fdc4eb087e82b99c78371757458c05409c40905beb70b44baf0b4ac70871ac9bfed260211a57dd0af2b86105f0ef4ce458e71f108c1905cc257f2de0b9b58256f43a04ba62d68a554bbdb8d8180488292997cc515dbcd3e0750fc79497f20ea56ff88b9a781dfc6	\N	wh7mpy79nm
visit_received	mail	\N	<179538472059.25472.1586652183459390589@localhost>	2026-11-22 21:58:40.594474+00	2026-11-22 21:58:40.594474+00	0	\N	\N	\N		\\x010595851b50c1a4016515c749c740dbe129472404a9c99fad0df52a32137e0d5c4e61ec68d02153e775589a01b8	Vi har fået dit ønske om et besøg	\\x01795078556c0d03d63df1c037db11dd9b3a263ca9b04845e4e9129f4a13c51afbb1a8fe84af34ba4a946ae295e4ab59a176ca578fad5b25be663eabe3aa24935498ee46233a3fc41f5c1286c7b5c8742b444a108966536cf66d600d75d43bfe49e53345fb6ead45c303265889c17584db61b268229394eec44c02a4e5555d0e61a0973592ea7e7987169e981bb32a53fd486fa477844f1cbdbd5733e2f2014db01fcdd6d719e2556e194b8c76c869a4d7f6783c8251120d5737e4091e8d794a8871de1ed5c3799ec90efdb78565e81c8d64ab8ed76119dceae760dc34da59e76164a7656ef605a4a1abd0a725250ff08885422805213b83bdfeff35da39ff7c5ed1e8912013e188a76a9a302908d15980725dab9a5abb260ec42944ebfd52bee8e00cbaab17de2f8526cc384536e92a047c0f057f5247d8f702ff	\\x01f78275480543feca8205d604455258b804169b7ef2db1ae2aa226548c8ddc62f61f8b279fcef3a276a579ab50e5f2dd272b4a059275f9ad832872f4656f4fffc8745ac864a5e5c9dfde754d766235d7570126fb1e05f8a400bb8307f1ed86f6d5f39945791dbbb70e2b0cf0acaf0c0e25abb065a783e768c7288a58a9d6af173a38b14bfc3ff2d47ff713de9bca7d8c380f6d8d784161882d68b735662544c6c89af28994689243220355cd1719c982631d701f13ed39f86ea0ade6abcd29debe571db56fa6ef1a7d6de6eb02aaf8d9bb21f061e160c03340df47fffbf67384eac518134853303da5ad735897b9c978de5c475f5d68f71105195f8d4b59922082c260338a475b846fd49ac7a930796fc837a22fdc21eca73461ab2eda936f4817f6f1cfd0b87f318850da12b174451c544523a291ecaca758f0d791c35bc63ef8587f4f22ece144ab57f484ed6c5cf33e6dc45480187c0dc296b30bdcccae090ac8b7192df9c44df24e6f70f703915e09c513ceb95990c8ba05ae67ca013533d7f2e7ca5713d5fbb88aadab131bf46865696943e836aea730562d5e3a9ad27daff786291ffa5d8753e6f3a87a0ea02f5a3dd7909e3b30b1a727310c783118a7e61d11e42e6947b9a2d20b0009bd947f741a4486686073a216b93caa38ff935e50a3f5ee0a859c87a8ff569c0c71ee1e6950a4f3b2a3647	\N	7xaypfr7wd
\.


--
-- Data for Name: own_ad; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.own_ad (author_id, created_at, state, version, content, remark, saved_at, saved_by_id, posting_id, confirmed_at, asked_at, closed_silently, id) FROM stdin;
\.


--
-- Data for Name: partner_key; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.partner_key (source, token_hash, created_at, created_by_id, last_used_at, revoked_at, id) FROM stdin;
\.


--
-- Data for Name: passkey; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.passkey (credential_id, staff_id, public_key, sign_count, name, created_at, last_used_at, id) FROM stdin;
\.


--
-- Data for Name: photo; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.photo (consultant_id, key) FROM stdin;
\.


--
-- Data for Name: placement; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.placement (application_id, kind, created_at, staff_id, starts_on, ends_on, hours, job_type, workplace_sealed, id) FROM stdin;
\.


--
-- Data for Name: posting; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.posting (source, reference, state, closed_reason, closed_at, closed_by_id, closed_note, duplicate_of_id, title, employer, cvr, body_html, url, apply_url, job_type, hours_min, hours_max, published_on, deadline, expires_on, address, postal_code, town, municipality_code, area, lat, lon, place_known_by, easy_title, slug, trade, easy, approved, differs_since, apply_key, twin_key, listing_hash, content_hash, first_seen_at, changed_at, missing_since, missed_runs, revision, id) FROM stdin;
jobnet	yxyty7	open	\N	\N	\N		\N	Testmarked Slagelse - medarbejder i bageren	Testmarked					skaanejob	\N	\N	2026-11-22	2026-12-22	\N		4200	Slagelse	0330	sjaelland	55.4028	11.3546		Medarbejder i bageren	medarbejder-i-bageren-slagelse	shop	{}	\N	\N					2026-11-22 21:58:40.515403+00	2026-11-22 21:58:40.515403+00	\N	0	3	wmynm3me4r
\.


--
-- Data for Name: posting_token; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.posting_token (token, posting_id, weight) FROM stdin;
\.


--
-- Data for Name: pulse; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.pulse (of, at) FROM stdin;
\.


--
-- Data for Name: purge_run; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.purge_run (number, at, deleted, refused) FROM stdin;
\.


--
-- Data for Name: recording; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.recording (application_id, created_at, media_type, id) FROM stdin;
\.


--
-- Data for Name: recovery_code; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.recovery_code (code_hash, staff_id, used_at) FROM stdin;
\.


--
-- Data for Name: refused_entry; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.refused_entry (source, reference, reason, payload_sealed, first_seen_at, last_seen_at, ignored_at, id) FROM stdin;
\.


--
-- Data for Name: retention_choice; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.retention_choice (key, days, changed_at, changed_by_id) FROM stdin;
\.


--
-- Data for Name: routing_exception; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.routing_exception (fits, municipality_code, consultant_id) FROM stdin;
\.


--
-- Data for Name: saved_view; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.saved_view (staff_id, name, query, created_at, id) FROM stdin;
\.


--
-- Data for Name: school; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.school (name, municipality_code, place, contact_name, contact_phone, contact_email, starts_on, ends_on, promised, changed_at, changed_by_id, id) FROM stdin;
STU Testby						\N	\N		2026-11-22 21:58:40.568939+00	\N	4x6a43mrye
\.


--
-- Data for Name: school_visit; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.school_visit (secret_hash, state, school, municipality_code, starts_at, asked_at, revision, changed_at, changed_by_id, secret_sealed, name_sealed, phone_sealed, email_sealed, more_sealed, id) FROM stdin;
f99bb0cc2f6cf4cd703d55de26c5e5f07c218efba285a9e53f93b017ba6b656f	asked	STU Testby		2026-11-22 21:58:40.568939+00	2026-11-22 21:58:40.569298+00	0	2026-11-22 21:58:40.569298+00	\N	\\x01b9dbb5ac23122b624a0268baff69ddb80dfb9c3f6f98c1c0c2c656821e43504c28ee816d256e6d72a12e8e3fc95f26d1e2d290f990d16ec7a19e37dc3e4aa94344ba536724e336	\\x0108a3771d8b9ec08adb0b323effc59648e804e666d98d27fd6a9c35c4eadf648d3e3bcb7ddaf4	\\x0134739675c0bce6fd69bb1a51cbc4470fa5a0d22d1c00df954fd0f0f18cfd7145c08e09cab944dc	\\x01bf158fdf376703e44cc189747fc2dfac5d92d897b0753a2d035cf7f22956e37ac7c005b0ba36e36f74d7db5de0	\N	j7cpctnpdp
\.


--
-- Data for Name: source; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.source (name, format, rank, paused, off, gone_at, memory, last_complete_at, running_until) FROM stdin;
jobnet	jobnet	100	f	f	\N	{}	\N	\N
\.


--
-- Data for Name: spent_challenge; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.spent_challenge (challenge_hash, spent_at) FROM stdin;
\.


--
-- Data for Name: staff; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff (name, email, password_hash, active, created_at, last_login_at, code_secret_sealed, code_step, id) FROM stdin;
Ann Advis	ann@example.com	$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM	t	2026-11-22 21:58:40.502356+00	\N	\\x016efce612e7d89da2ae5787cadb48d04eddf8212906293383c96e9d50e96426ee86b6ca13eb742641e5480ae64cc1e4d89290f16371dc93f081b01099	\N	7c73nnnryy
secretariat Person	secretariat@example.com	$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM	t	2026-11-22 21:58:40.537286+00	\N	\\x0148649836584bf53f54953bdcb30e45a0aa2a6daecffc5001eb474f567fb4cd0c1e4689e5c04dea20120b0a04231a069fd70bf5af7c7ee511749f7bb4	\N	cem7ptjf7m
leader Person	leader@example.com	$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM	t	2026-11-22 21:58:40.539199+00	\N	\\x0113809507ec8b96e6ea52c67643c63de3845a11d930fae29b886e65848dd46589e44b023b625c677ecab22f05c1fa2f2f7ed99948054ecbad246a524a	\N	wtj37n3n46
consultant Person	consultant@example.com	$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM	t	2026-11-22 21:58:40.541515+00	\N	\\x018e72ea658c7a539818fdc07587fee41183dbe74eab870e26118c626a1f40d2251b265cd806b11571a068f7334591f61cee3e655f90c8da1e55fcee2e	\N	d7dc9xyxah
editor Person	editor@example.com	$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM	t	2026-11-22 21:58:40.543989+00	\N	\\x01d56927815e34a3aea679e1c9939429178902d6663689b4ee1ebf23523340911f55bf57f18a0fa54fd87612f888512384cd1e0759104eeae936f1874d	\N	34xyhtkacf
admin Person	admin@example.com	$argon2id$v=19$m=19456,t=2,p=1$1FeevWL92pMD6Ej2L/n9PQ$UtKTTKS0kRwp1xJQiyhY9dP3BXIFTW8GqgRfvx9XjvM	t	2026-11-22 21:58:40.546036+00	\N	\\x013bb1a7b45a95fd5dab836c63e5d48e97eaa7abfe81e97fc29201a4955f9d32856b870596f01c749677a9324a8e4789fcec0f3bef2544ed73c55f391c	\N	acnehdykw6
\.


--
-- Data for Name: staff_link; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_link (secret_hash, staff_id, kind, created_at, expires_at, used_at) FROM stdin;
3fb75aed0404405b3edb7b7646033fc30135d125b113812663f8412eafe83753	34xyhtkacf	reset	2026-11-22 21:58:40.566434+00	2026-11-22 22:28:40.566434+00	\N
\.


--
-- Data for Name: staff_role; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_role (staff_id, role) FROM stdin;
7c73nnnryy	consultant
cem7ptjf7m	secretariat
wtj37n3n46	leader
d7dc9xyxah	consultant
34xyhtkacf	editor
acnehdykw6	admin
\.


--
-- Data for Name: staff_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_session (token_hash, staff_id, created_at, last_seen_at, ended_at, complete) FROM stdin;
68398dd8e361f59d28b42c5dbff0782b97ce826531bb036e0a3f781e2bfe93f1	cem7ptjf7m	2026-11-22 21:58:40.548502+00	2026-11-22 21:58:40.548502+00	\N	t
2801dfdabec0b742c52c5ddc17b6b803ffa84b87a37ed85726f4d36c65e02e0b	wtj37n3n46	2026-11-22 21:58:40.552676+00	2026-11-22 21:58:40.552676+00	\N	t
b9ec5499e81811843e5ceb5ee0093cb73be8dc2cb045857dd56660cd68e52a48	d7dc9xyxah	2026-11-22 21:58:40.555439+00	2026-11-22 21:58:40.555439+00	\N	t
0e68eb8b8541d331ccade1f66b1876ad54539a10619321bb5265c69321853dbf	34xyhtkacf	2026-11-22 21:58:40.557729+00	2026-11-22 21:58:40.557729+00	\N	t
36aaad35fbfe63582ae246c691467509304e6344b70868f07359528af3855b7e	acnehdykw6	2026-11-22 21:58:40.559248+00	2026-11-22 21:58:40.559248+00	\N	t
8dae7931b75ca314989b3edd8e0a60a1d39af2b7a5bc8e6f30f0bc7762bda7f2	7c73nnnryy	2026-11-22 21:58:40.560895+00	2026-11-22 21:58:40.560895+00	\N	t
\.


--
-- Data for Name: subscription; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.subscription (finding_key, token_hash, channel, frequency, created_at, confirmed_at, next_at, told_until, expires_at, warned_at, address_sealed, search_sealed, token_sealed, id) FROM stdin;
\.


--
-- Data for Name: ticket; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ticket (token_hash, application_id, kind, created_at, expires_at) FROM stdin;
\.


--
-- Data for Name: two_people; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.two_people (first_id, second_id, staff_id, at) FROM stdin;
\.


--
-- Data for Name: visit_count; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.visit_count (day, kind, subject, count) FROM stdin;
\.


--
-- Data for Name: visitation_vote; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.visitation_vote (application_id, role, staff_id, at, yes) FROM stdin;
\.


--
-- Data for Name: wish; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.wish (application_id, posting_id, added_at) FROM stdin;
\.


--
-- Data for Name: yearly_figure; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.yearly_figure (year, key, value, source, entered_at, entered_by_id) FROM stdin;
\.


--
-- Name: deletion_record_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.deletion_record_number_seq', 1, false);


--
-- Name: job_worth_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.job_worth_id_seq', 1, false);


--
-- Name: purge_run_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.purge_run_number_seq', 1, false);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: absence pk_absence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT pk_absence PRIMARY KEY (id);


--
-- Name: agreement pk_agreement; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT pk_agreement PRIMARY KEY (id);


--
-- Name: alarm pk_alarm; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alarm
    ADD CONSTRAINT pk_alarm PRIMARY KEY (kind, about);


--
-- Name: answer_letter pk_answer_letter; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer_letter
    ADD CONSTRAINT pk_answer_letter PRIMARY KEY (id);


--
-- Name: application pk_application; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT pk_application PRIMARY KEY (id);


--
-- Name: arrival pk_arrival; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT pk_arrival PRIMARY KEY (id);


--
-- Name: attempt pk_attempt; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT pk_attempt PRIMARY KEY (key, window_start);


--
-- Name: audit_entry pk_audit_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT pk_audit_entry PRIMARY KEY (number);


--
-- Name: audit_head pk_audit_head; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT pk_audit_head PRIMARY KEY (id);


--
-- Name: audit_segment pk_audit_segment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_segment
    ADD CONSTRAINT pk_audit_segment PRIMARY KEY (month);


--
-- Name: backup_record pk_backup_record; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.backup_record
    ADD CONSTRAINT pk_backup_record PRIMARY KEY (name);


--
-- Name: candidate pk_candidate; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.candidate
    ADD CONSTRAINT pk_candidate PRIMARY KEY (id);


--
-- Name: candidate_key pk_candidate_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.candidate_key
    ADD CONSTRAINT pk_candidate_key PRIMARY KEY (candidate_id, kind);


--
-- Name: consultant pk_consultant; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultant
    ADD CONSTRAINT pk_consultant PRIMARY KEY (id);


--
-- Name: consultant_municipality pk_consultant_municipality; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultant_municipality
    ADD CONSTRAINT pk_consultant_municipality PRIMARY KEY (municipality_code);


--
-- Name: data_version pk_data_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.data_version
    ADD CONSTRAINT pk_data_version PRIMARY KEY (id);


--
-- Name: deletion_record pk_deletion_record; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deletion_record
    ADD CONSTRAINT pk_deletion_record PRIMARY KEY (number);


--
-- Name: deletion_warning pk_deletion_warning; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deletion_warning
    ADD CONSTRAINT pk_deletion_warning PRIMARY KEY (application_id);


--
-- Name: desk pk_desk; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.desk
    ADD CONSTRAINT pk_desk PRIMARY KEY (staff_id);


--
-- Name: edited_text pk_edited_text; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edited_text
    ADD CONSTRAINT pk_edited_text PRIMARY KEY (posting_id);


--
-- Name: feed_run pk_feed_run; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_run
    ADD CONSTRAINT pk_feed_run PRIMARY KEY (id);


--
-- Name: forgotten_password pk_forgotten_password; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.forgotten_password
    ADD CONSTRAINT pk_forgotten_password PRIMARY KEY (id);


--
-- Name: gathering pk_gathering; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.gathering
    ADD CONSTRAINT pk_gathering PRIMARY KEY (id);


--
-- Name: heartbeat pk_heartbeat; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.heartbeat
    ADD CONSTRAINT pk_heartbeat PRIMARY KEY (id);


--
-- Name: job pk_job; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);


--
-- Name: job_worth pk_job_worth; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_worth
    ADD CONSTRAINT pk_job_worth PRIMARY KEY (id);


--
-- Name: kept_form pk_kept_form; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kept_form
    ADD CONSTRAINT pk_kept_form PRIMARY KEY (id);


--
-- Name: leaflet pk_leaflet; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaflet
    ADD CONSTRAINT pk_leaflet PRIMARY KEY (id);


--
-- Name: leaflet_file pk_leaflet_file; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaflet_file
    ADD CONSTRAINT pk_leaflet_file PRIMARY KEY (id);


--
-- Name: letter_text pk_letter_text; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_text
    ADD CONSTRAINT pk_letter_text PRIMARY KEY (id);


--
-- Name: log_position pk_log_position; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.log_position
    ADD CONSTRAINT pk_log_position PRIMARY KEY (name);


--
-- Name: merging pk_merging; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.merging
    ADD CONSTRAINT pk_merging PRIMARY KEY (id);


--
-- Name: move pk_move; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.move
    ADD CONSTRAINT pk_move PRIMARY KEY (id);


--
-- Name: municipality_facts pk_municipality_facts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.municipality_facts
    ADD CONSTRAINT pk_municipality_facts PRIMARY KEY (code);


--
-- Name: note pk_note; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT pk_note PRIMARY KEY (id);


--
-- Name: outbox_message pk_outbox_message; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox_message
    ADD CONSTRAINT pk_outbox_message PRIMARY KEY (id);


--
-- Name: own_ad pk_own_ad; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_ad
    ADD CONSTRAINT pk_own_ad PRIMARY KEY (id);


--
-- Name: partner_key pk_partner_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partner_key
    ADD CONSTRAINT pk_partner_key PRIMARY KEY (id);


--
-- Name: passkey pk_passkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT pk_passkey PRIMARY KEY (id);


--
-- Name: photo pk_photo; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT pk_photo PRIMARY KEY (consultant_id);


--
-- Name: placement pk_placement; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT pk_placement PRIMARY KEY (id);


--
-- Name: posting pk_posting; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT pk_posting PRIMARY KEY (id);


--
-- Name: posting_token pk_posting_token; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting_token
    ADD CONSTRAINT pk_posting_token PRIMARY KEY (token, posting_id);


--
-- Name: pulse pk_pulse; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pulse
    ADD CONSTRAINT pk_pulse PRIMARY KEY (of);


--
-- Name: purge_run pk_purge_run; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.purge_run
    ADD CONSTRAINT pk_purge_run PRIMARY KEY (number);


--
-- Name: recording pk_recording; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recording
    ADD CONSTRAINT pk_recording PRIMARY KEY (id);


--
-- Name: recovery_code pk_recovery_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT pk_recovery_code PRIMARY KEY (code_hash);


--
-- Name: refused_entry pk_refused_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refused_entry
    ADD CONSTRAINT pk_refused_entry PRIMARY KEY (id);


--
-- Name: retention_choice pk_retention_choice; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.retention_choice
    ADD CONSTRAINT pk_retention_choice PRIMARY KEY (key);


--
-- Name: routing_exception pk_routing_exception; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.routing_exception
    ADD CONSTRAINT pk_routing_exception PRIMARY KEY (fits, municipality_code);


--
-- Name: saved_view pk_saved_view; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT pk_saved_view PRIMARY KEY (id);


--
-- Name: school pk_school; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.school
    ADD CONSTRAINT pk_school PRIMARY KEY (id);


--
-- Name: school_visit pk_school_visit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.school_visit
    ADD CONSTRAINT pk_school_visit PRIMARY KEY (id);


--
-- Name: source pk_source; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source
    ADD CONSTRAINT pk_source PRIMARY KEY (name);


--
-- Name: spent_challenge pk_spent_challenge; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spent_challenge
    ADD CONSTRAINT pk_spent_challenge PRIMARY KEY (challenge_hash);


--
-- Name: staff pk_staff; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT pk_staff PRIMARY KEY (id);


--
-- Name: staff_link pk_staff_link; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_link
    ADD CONSTRAINT pk_staff_link PRIMARY KEY (secret_hash);


--
-- Name: staff_role pk_staff_role; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_role
    ADD CONSTRAINT pk_staff_role PRIMARY KEY (staff_id, role);


--
-- Name: staff_session pk_staff_session; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_session
    ADD CONSTRAINT pk_staff_session PRIMARY KEY (token_hash);


--
-- Name: subscription pk_subscription; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT pk_subscription PRIMARY KEY (id);


--
-- Name: ticket pk_ticket; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT pk_ticket PRIMARY KEY (token_hash);


--
-- Name: two_people pk_two_people; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.two_people
    ADD CONSTRAINT pk_two_people PRIMARY KEY (first_id, second_id);


--
-- Name: visit_count pk_visit_count; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_count
    ADD CONSTRAINT pk_visit_count PRIMARY KEY (day, kind, subject);


--
-- Name: visitation_vote pk_visitation_vote; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visitation_vote
    ADD CONSTRAINT pk_visitation_vote PRIMARY KEY (application_id, role);


--
-- Name: wish pk_wish; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wish
    ADD CONSTRAINT pk_wish PRIMARY KEY (application_id, posting_id);


--
-- Name: yearly_figure pk_yearly_figure; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.yearly_figure
    ADD CONSTRAINT pk_yearly_figure PRIMARY KEY (year, key);


--
-- Name: application uq_application_reference; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT uq_application_reference UNIQUE (reference);


--
-- Name: application uq_application_token_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT uq_application_token_hash UNIQUE (token_hash);


--
-- Name: consultant uq_consultant_staff_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultant
    ADD CONSTRAINT uq_consultant_staff_id UNIQUE (staff_id);


--
-- Name: leaflet_file uq_leaflet_file_municipality_code_variant; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaflet_file
    ADD CONSTRAINT uq_leaflet_file_municipality_code_variant UNIQUE (municipality_code, variant);


--
-- Name: leaflet uq_leaflet_municipality_code_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaflet
    ADD CONSTRAINT uq_leaflet_municipality_code_number UNIQUE (municipality_code, number);


--
-- Name: move uq_move_application_id_step; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.move
    ADD CONSTRAINT uq_move_application_id_step UNIQUE (application_id, step);


--
-- Name: own_ad uq_own_ad_posting_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_ad
    ADD CONSTRAINT uq_own_ad_posting_id UNIQUE (posting_id);


--
-- Name: partner_key uq_partner_key_token_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partner_key
    ADD CONSTRAINT uq_partner_key_token_hash UNIQUE (token_hash);


--
-- Name: passkey uq_passkey_credential_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT uq_passkey_credential_id UNIQUE (credential_id);


--
-- Name: posting uq_posting_source_reference; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT uq_posting_source_reference UNIQUE (source, reference);


--
-- Name: saved_view uq_saved_view_staff_id_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT uq_saved_view_staff_id_name UNIQUE (staff_id, name);


--
-- Name: school_visit uq_school_visit_secret_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.school_visit
    ADD CONSTRAINT uq_school_visit_secret_hash UNIQUE (secret_hash);


--
-- Name: staff uq_staff_email; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT uq_staff_email UNIQUE (email);


--
-- Name: subscription uq_subscription_finding_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT uq_subscription_finding_key UNIQUE (finding_key);


--
-- Name: subscription uq_subscription_token_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT uq_subscription_token_hash UNIQUE (token_hash);


--
-- Name: ix_absence_consultant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_absence_consultant ON public.absence USING btree (consultant_id, last_on);


--
-- Name: ix_absence_deputy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_absence_deputy ON public.absence USING btree (deputy_id, last_on);


--
-- Name: ix_agreement_ends; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_agreement_ends ON public.agreement USING btree (ends_on);


--
-- Name: ix_agreement_municipality; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_agreement_municipality ON public.agreement USING btree (municipality_code);


--
-- Name: ix_answer_letter_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_answer_letter_application ON public.answer_letter USING btree (application_id, at);


--
-- Name: ix_application_candidate; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_candidate ON public.application USING btree (candidate_id);


--
-- Name: ix_application_claimed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_claimed ON public.application USING btree (claimed_by_id, claimed_at);


--
-- Name: ix_application_consultant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_consultant ON public.application USING btree (consultant_id, state);


--
-- Name: ix_application_merged_into; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_merged_into ON public.application USING btree (merged_into_id);


--
-- Name: ix_application_municipality; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_municipality ON public.application USING btree (municipality_code, state);


--
-- Name: ix_application_queue; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_queue ON public.application USING btree (state, submitted_at, answer_by, call_on, claimed_by_id, claimed_at);


--
-- Name: ix_application_state_since; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_state_since ON public.application USING btree (state, state_since);


--
-- Name: ix_arrival_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_arrival_created ON public.arrival USING btree (created_at);


--
-- Name: ix_audit_entry_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_audit_entry_at ON public.audit_entry USING btree (at);


--
-- Name: ix_audit_entry_object; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_audit_entry_object ON public.audit_entry USING btree (object_kind, object_id);


--
-- Name: ix_backup_record_made_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_backup_record_made_at ON public.backup_record USING btree (made_at);


--
-- Name: ix_candidate_key_value; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_candidate_key_value ON public.candidate_key USING btree (value, kind);


--
-- Name: ix_candidate_municipality; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_candidate_municipality ON public.candidate USING btree (municipality_code);


--
-- Name: ix_consultant_municipality_consultant_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_consultant_municipality_consultant_id ON public.consultant_municipality USING btree (consultant_id);


--
-- Name: ix_deletion_record_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deletion_record_at ON public.deletion_record USING btree (at);


--
-- Name: ix_deletion_record_id_hash; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deletion_record_id_hash ON public.deletion_record USING btree (id_hash);


--
-- Name: ix_feed_run_source_started; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_feed_run_source_started ON public.feed_run USING btree (source, started_at);


--
-- Name: ix_gathering_starts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_gathering_starts ON public.gathering USING btree (starts_at);


--
-- Name: ix_heartbeat_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_heartbeat_application ON public.heartbeat USING btree (application_id, asked_at);


--
-- Name: ix_heartbeat_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_heartbeat_open ON public.heartbeat USING btree (answered_at, asked_at);


--
-- Name: ix_job_source; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_job_source ON public.job USING btree (source, state);


--
-- Name: ix_job_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_job_state ON public.job USING btree (state, created_at);


--
-- Name: ix_kept_form_staff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_kept_form_staff ON public.kept_form USING btree (staff_id, at);


--
-- Name: ix_leaflet_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_leaflet_state ON public.leaflet USING btree (state, expires_on);


--
-- Name: ix_letter_text_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_letter_text_kind ON public.letter_text USING btree (kind, changed_at);


--
-- Name: ix_merging_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_merging_application ON public.merging USING btree (application_id);


--
-- Name: ix_merging_into; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_merging_into ON public.merging USING btree (into_id);


--
-- Name: ix_note_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_note_application ON public.note USING btree (application_id, at);


--
-- Name: ix_note_mentions; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_note_mentions ON public.note USING btree (mentions_id, mention_seen_at);


--
-- Name: ix_outbox_message_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_outbox_message_application ON public.outbox_message USING btree (application_id);


--
-- Name: ix_outbox_message_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_outbox_message_due ON public.outbox_message USING btree (next_attempt_at);


--
-- Name: ix_own_ad_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_own_ad_state ON public.own_ad USING btree (state);


--
-- Name: ix_partner_key_source; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_partner_key_source ON public.partner_key USING btree (source);


--
-- Name: ix_passkey_staff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_passkey_staff ON public.passkey USING btree (staff_id);


--
-- Name: ix_placement_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_placement_application ON public.placement USING btree (application_id, created_at);


--
-- Name: ix_posting_apply_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_apply_key ON public.posting USING btree (apply_key);


--
-- Name: ix_posting_area; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_area ON public.posting USING btree (state, area, published_on);


--
-- Name: ix_posting_municipality; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_municipality ON public.posting USING btree (state, municipality_code);


--
-- Name: ix_posting_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_open ON public.posting USING btree (state, published_on, id);


--
-- Name: ix_posting_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_revision ON public.posting USING btree (revision);


--
-- Name: ix_posting_token_posting_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_token_posting_id ON public.posting_token USING btree (posting_id);


--
-- Name: ix_posting_trade; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_trade ON public.posting USING btree (state, trade, published_on);


--
-- Name: ix_posting_twin_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_posting_twin_key ON public.posting USING btree (twin_key);


--
-- Name: ix_purge_run_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_purge_run_at ON public.purge_run USING btree (at);


--
-- Name: ix_recording_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_recording_application ON public.recording USING btree (application_id);


--
-- Name: ix_recovery_code_staff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_recovery_code_staff ON public.recovery_code USING btree (staff_id);


--
-- Name: ix_refused_entry_source_reference; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_refused_entry_source_reference ON public.refused_entry USING btree (source, reference);


--
-- Name: ix_school_visit_starts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_school_visit_starts ON public.school_visit USING btree (starts_at);


--
-- Name: ix_staff_link_staff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_staff_link_staff ON public.staff_link USING btree (staff_id);


--
-- Name: ix_staff_session_staff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_staff_session_staff ON public.staff_session USING btree (staff_id);


--
-- Name: ix_subscription_expires; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_expires ON public.subscription USING btree (expires_at);


--
-- Name: ix_subscription_next; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_next ON public.subscription USING btree (next_at);


--
-- Name: ix_ticket_application; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_ticket_application ON public.ticket USING btree (application_id);


--
-- Name: ix_ticket_expires; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_ticket_expires ON public.ticket USING btree (expires_at);


--
-- Name: ix_two_people_second_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_two_people_second_id ON public.two_people USING btree (second_id);


--
-- Name: ix_visit_count_kind_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_visit_count_kind_subject ON public.visit_count USING btree (kind, subject);


--
-- Name: audit_entry audit_entry_is_kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_refuse_unless_closed();


--
-- Name: audit_entry audit_entry_is_whole; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entry_is_whole BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();


--
-- Name: audit_entry audit_entry_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();


--
-- Name: audit_segment audit_segment_is_whole; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_segment_is_whole BEFORE TRUNCATE ON public.audit_segment FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();


--
-- Name: audit_segment audit_segment_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_segment_stays BEFORE DELETE OR UPDATE ON public.audit_segment FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();


--
-- Name: absence fk_absence_consultant_id_consultant; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_consultant_id_consultant FOREIGN KEY (consultant_id) REFERENCES public.consultant(id) ON DELETE CASCADE;


--
-- Name: absence fk_absence_deputy_id_consultant; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_deputy_id_consultant FOREIGN KEY (deputy_id) REFERENCES public.consultant(id) ON DELETE CASCADE;


--
-- Name: agreement fk_agreement_changed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT fk_agreement_changed_by_id_staff FOREIGN KEY (changed_by_id) REFERENCES public.staff(id);


--
-- Name: answer_letter fk_answer_letter_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer_letter
    ADD CONSTRAINT fk_answer_letter_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: answer_letter fk_answer_letter_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer_letter
    ADD CONSTRAINT fk_answer_letter_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: application fk_application_candidate_id_candidate; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT fk_application_candidate_id_candidate FOREIGN KEY (candidate_id) REFERENCES public.candidate(id);


--
-- Name: application fk_application_claimed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT fk_application_claimed_by_id_staff FOREIGN KEY (claimed_by_id) REFERENCES public.staff(id);


--
-- Name: application fk_application_consultant_id_consultant; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT fk_application_consultant_id_consultant FOREIGN KEY (consultant_id) REFERENCES public.consultant(id);


--
-- Name: application fk_application_merged_into_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT fk_application_merged_into_id_application FOREIGN KEY (merged_into_id) REFERENCES public.application(id);


--
-- Name: application fk_application_person_agreed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.application
    ADD CONSTRAINT fk_application_person_agreed_by_id_staff FOREIGN KEY (person_agreed_by_id) REFERENCES public.staff(id);


--
-- Name: arrival fk_arrival_created_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT fk_arrival_created_by_id_staff FOREIGN KEY (created_by_id) REFERENCES public.staff(id);


--
-- Name: candidate_key fk_candidate_key_candidate_id_candidate; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.candidate_key
    ADD CONSTRAINT fk_candidate_key_candidate_id_candidate FOREIGN KEY (candidate_id) REFERENCES public.candidate(id) ON DELETE CASCADE;


--
-- Name: consultant_municipality fk_consultant_municipality_consultant_id_consultant; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultant_municipality
    ADD CONSTRAINT fk_consultant_municipality_consultant_id_consultant FOREIGN KEY (consultant_id) REFERENCES public.consultant(id) ON DELETE CASCADE;


--
-- Name: consultant fk_consultant_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultant
    ADD CONSTRAINT fk_consultant_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: deletion_warning fk_deletion_warning_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deletion_warning
    ADD CONSTRAINT fk_deletion_warning_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: desk fk_desk_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.desk
    ADD CONSTRAINT fk_desk_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: edited_text fk_edited_text_approved_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edited_text
    ADD CONSTRAINT fk_edited_text_approved_by_id_staff FOREIGN KEY (approved_by_id) REFERENCES public.staff(id);


--
-- Name: edited_text fk_edited_text_posting_id_posting; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edited_text
    ADD CONSTRAINT fk_edited_text_posting_id_posting FOREIGN KEY (posting_id) REFERENCES public.posting(id) ON DELETE CASCADE;


--
-- Name: edited_text fk_edited_text_saved_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edited_text
    ADD CONSTRAINT fk_edited_text_saved_by_id_staff FOREIGN KEY (saved_by_id) REFERENCES public.staff(id);


--
-- Name: feed_run fk_feed_run_source_source; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_run
    ADD CONSTRAINT fk_feed_run_source_source FOREIGN KEY (source) REFERENCES public.source(name);


--
-- Name: gathering fk_gathering_changed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.gathering
    ADD CONSTRAINT fk_gathering_changed_by_id_staff FOREIGN KEY (changed_by_id) REFERENCES public.staff(id);


--
-- Name: heartbeat fk_heartbeat_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.heartbeat
    ADD CONSTRAINT fk_heartbeat_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: job fk_job_created_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_created_by_id_staff FOREIGN KEY (created_by_id) REFERENCES public.staff(id);


--
-- Name: job_worth fk_job_worth_entered_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_worth
    ADD CONSTRAINT fk_job_worth_entered_by_id_staff FOREIGN KEY (entered_by_id) REFERENCES public.staff(id);


--
-- Name: kept_form fk_kept_form_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kept_form
    ADD CONSTRAINT fk_kept_form_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: leaflet fk_leaflet_approved_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaflet
    ADD CONSTRAINT fk_leaflet_approved_by_id_staff FOREIGN KEY (approved_by_id) REFERENCES public.staff(id);


--
-- Name: leaflet fk_leaflet_changed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaflet
    ADD CONSTRAINT fk_leaflet_changed_by_id_staff FOREIGN KEY (changed_by_id) REFERENCES public.staff(id);


--
-- Name: letter_text fk_letter_text_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_text
    ADD CONSTRAINT fk_letter_text_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: merging fk_merging_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.merging
    ADD CONSTRAINT fk_merging_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: merging fk_merging_into_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.merging
    ADD CONSTRAINT fk_merging_into_id_application FOREIGN KEY (into_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: merging fk_merging_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.merging
    ADD CONSTRAINT fk_merging_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: merging fk_merging_undone_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.merging
    ADD CONSTRAINT fk_merging_undone_by_id_staff FOREIGN KEY (undone_by_id) REFERENCES public.staff(id);


--
-- Name: move fk_move_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.move
    ADD CONSTRAINT fk_move_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: move fk_move_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.move
    ADD CONSTRAINT fk_move_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: municipality_facts fk_municipality_facts_changed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.municipality_facts
    ADD CONSTRAINT fk_municipality_facts_changed_by_id_staff FOREIGN KEY (changed_by_id) REFERENCES public.staff(id);


--
-- Name: note fk_note_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT fk_note_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: note fk_note_corrects_id_note; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT fk_note_corrects_id_note FOREIGN KEY (corrects_id) REFERENCES public.note(id) ON DELETE CASCADE;


--
-- Name: note fk_note_mentions_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT fk_note_mentions_id_staff FOREIGN KEY (mentions_id) REFERENCES public.staff(id);


--
-- Name: note fk_note_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note
    ADD CONSTRAINT fk_note_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: outbox_message fk_outbox_message_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox_message
    ADD CONSTRAINT fk_outbox_message_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: own_ad fk_own_ad_author_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_ad
    ADD CONSTRAINT fk_own_ad_author_id_staff FOREIGN KEY (author_id) REFERENCES public.staff(id);


--
-- Name: own_ad fk_own_ad_posting_id_posting; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_ad
    ADD CONSTRAINT fk_own_ad_posting_id_posting FOREIGN KEY (posting_id) REFERENCES public.posting(id);


--
-- Name: own_ad fk_own_ad_saved_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.own_ad
    ADD CONSTRAINT fk_own_ad_saved_by_id_staff FOREIGN KEY (saved_by_id) REFERENCES public.staff(id);


--
-- Name: partner_key fk_partner_key_created_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partner_key
    ADD CONSTRAINT fk_partner_key_created_by_id_staff FOREIGN KEY (created_by_id) REFERENCES public.staff(id);


--
-- Name: partner_key fk_partner_key_source_source; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partner_key
    ADD CONSTRAINT fk_partner_key_source_source FOREIGN KEY (source) REFERENCES public.source(name);


--
-- Name: passkey fk_passkey_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT fk_passkey_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: photo fk_photo_consultant_id_consultant; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT fk_photo_consultant_id_consultant FOREIGN KEY (consultant_id) REFERENCES public.consultant(id) ON DELETE CASCADE;


--
-- Name: placement fk_placement_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT fk_placement_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: placement fk_placement_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT fk_placement_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: posting fk_posting_closed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT fk_posting_closed_by_id_staff FOREIGN KEY (closed_by_id) REFERENCES public.staff(id);


--
-- Name: posting fk_posting_duplicate_of_id_posting; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT fk_posting_duplicate_of_id_posting FOREIGN KEY (duplicate_of_id) REFERENCES public.posting(id);


--
-- Name: posting fk_posting_source_source; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT fk_posting_source_source FOREIGN KEY (source) REFERENCES public.source(name);


--
-- Name: posting_token fk_posting_token_posting_id_posting; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting_token
    ADD CONSTRAINT fk_posting_token_posting_id_posting FOREIGN KEY (posting_id) REFERENCES public.posting(id) ON DELETE CASCADE;


--
-- Name: recording fk_recording_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recording
    ADD CONSTRAINT fk_recording_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: recovery_code fk_recovery_code_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT fk_recovery_code_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: refused_entry fk_refused_entry_source_source; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refused_entry
    ADD CONSTRAINT fk_refused_entry_source_source FOREIGN KEY (source) REFERENCES public.source(name);


--
-- Name: retention_choice fk_retention_choice_changed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.retention_choice
    ADD CONSTRAINT fk_retention_choice_changed_by_id_staff FOREIGN KEY (changed_by_id) REFERENCES public.staff(id);


--
-- Name: routing_exception fk_routing_exception_consultant_id_consultant; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.routing_exception
    ADD CONSTRAINT fk_routing_exception_consultant_id_consultant FOREIGN KEY (consultant_id) REFERENCES public.consultant(id) ON DELETE CASCADE;


--
-- Name: saved_view fk_saved_view_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT fk_saved_view_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: school fk_school_changed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.school
    ADD CONSTRAINT fk_school_changed_by_id_staff FOREIGN KEY (changed_by_id) REFERENCES public.staff(id);


--
-- Name: school_visit fk_school_visit_changed_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.school_visit
    ADD CONSTRAINT fk_school_visit_changed_by_id_staff FOREIGN KEY (changed_by_id) REFERENCES public.staff(id);


--
-- Name: staff_link fk_staff_link_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_link
    ADD CONSTRAINT fk_staff_link_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: staff_role fk_staff_role_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_role
    ADD CONSTRAINT fk_staff_role_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: staff_session fk_staff_session_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_session
    ADD CONSTRAINT fk_staff_session_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id) ON DELETE CASCADE;


--
-- Name: ticket fk_ticket_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT fk_ticket_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: two_people fk_two_people_first_id_candidate; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.two_people
    ADD CONSTRAINT fk_two_people_first_id_candidate FOREIGN KEY (first_id) REFERENCES public.candidate(id) ON DELETE CASCADE;


--
-- Name: two_people fk_two_people_second_id_candidate; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.two_people
    ADD CONSTRAINT fk_two_people_second_id_candidate FOREIGN KEY (second_id) REFERENCES public.candidate(id) ON DELETE CASCADE;


--
-- Name: two_people fk_two_people_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.two_people
    ADD CONSTRAINT fk_two_people_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: visitation_vote fk_visitation_vote_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visitation_vote
    ADD CONSTRAINT fk_visitation_vote_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: visitation_vote fk_visitation_vote_staff_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visitation_vote
    ADD CONSTRAINT fk_visitation_vote_staff_id_staff FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: wish fk_wish_application_id_application; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wish
    ADD CONSTRAINT fk_wish_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;


--
-- Name: wish fk_wish_posting_id_posting; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wish
    ADD CONSTRAINT fk_wish_posting_id_posting FOREIGN KEY (posting_id) REFERENCES public.posting(id);


--
-- Name: yearly_figure fk_yearly_figure_entered_by_id_staff; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.yearly_figure
    ADD CONSTRAINT fk_yearly_figure_entered_by_id_staff FOREIGN KEY (entered_by_id) REFERENCES public.staff(id);


--
-- PostgreSQL database dump complete
--

\unrestrict SMHu8rpnxkhJgUqgbcgjbzCT0p2wJRdy3KZU0essxa92tLUjFondMeEgzfTfg7d


--
-- PostgreSQL database dump
--

\restrict jhuXIuUfrXmO3S9UfjMTEXoIXmjhb2GawGb4qUXdDTpTEOcGMUd2WgD6Q13NVQh

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
    link character varying NOT NULL
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
0001
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
811cbf6011dff91a3877d0ca1218d2d21d2fc1f76e04f966b54615dce3e17e45	handed_over	3	1	2026-11-22 18:12:19.225693+00	2026-11-22 18:12:19.275513+00	2026-11-22 18:12:19.226037+00	2026-11-22 18:12:19.275389+00	2026-11-27 22:59:59+00	\N	96mrcyjn	web	self	disability_pension	0330	\\x01b5b84c7067ebdb53c7b51b7caf130629cb7bd01b522ea6a22e972b20c483	Ja	2026-11-22 18:12:19.226037+00	2026-11-22 18:12:19.226037+00	self	\N	eh7jcat3ak	\N	\N	\N	f	\N	frd3dyrkj7
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

COPY public.audit_entry (number, at, staff_id, action, object_kind, object_id, purpose, link) FROM stdin;
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
2026-11-22 18:12:19.226037+00	0330	\\x01ca18ad38f7bd6a79d9db30104901505c93a7d5ddddef1d470fb648c96bd97b887bdfeb7ba385fce0	\\x01e1cfd680057e1f5c7fcc89115fc5f58fb1909783f197f9da9a39e9e86bb550b386bae881ef1310	\\x0149080409dfda38d4a7ed81f2bf13f1148250cc8b90a200ecdd98ac626dbb59af14fec2142e77c7ca93cec2	\\x01b4884874f4b5d0a2318e364e6edf25a34df6a19e11a778a7c691f75453c02b2d6a805841b14aebb715	eh7jcat3ak
\.


--
-- Data for Name: candidate_key; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.candidate_key (candidate_id, kind, value) FROM stdin;
eh7jcat3ak	phone	6f94f44ae36f7b095b5595023dbcb8244038a03272468d9af40e5800262bbe73
eh7jcat3ak	email	ce20dac013b955bdb3cd1a807e5a8f1d41d7ff77c9452309d3cde5ea5d0da3c2
eh7jcat3ak	name	6ea31c4cfb293d5e40998bf8403d991288b2a07b4755aef8a31d95d03afab412
eh7jcat3ak	name_place	8b5fa4a7b1bda9c4869573ead9dc73205b32582ffef0578dd462608ef11832bf
\.


--
-- Data for Name: consultant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultant (staff_id, phone, district, id) FROM stdin;
xejymecryd	20 00 00 00	Østdanmark	r6aa4w6pmd
\.


--
-- Data for Name: consultant_municipality; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultant_municipality (municipality_code, consultant_id) FROM stdin;
0330	r6aa4w6pmd
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
meeting	Møde	Testby		2026-11-22 18:12:19.365934+00	2026-11-22 18:12:19.365934+00	f	0	2026-11-22 18:12:19.365934+00	\N	jd7ykkef6p
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
frd3dyrkj7	1	2026-11-22 18:12:19.258235+00	\N	draft	received		\N	phpdadet6h
frd3dyrkj7	2	2026-11-22 18:12:19.274562+00	\N	received	screening		\N	4rjec6afpk
frd3dyrkj7	3	2026-11-22 18:12:19.285738+00	\N	screening	handed_over		\N	h47jtwfx39
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
frd3dyrkj7	note	xejymecryd	2026-11-22 18:12:19.286773+00	\N	\N	\N	\\x013f32c032dfcd32b332878cf61ec506ca351188cd3249e3ce8bfcdb31200fc555265ef3be4e	jajjrme6y6
\.


--
-- Data for Name: outbox_message; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.outbox_message (kind, channel, application_id, message_id, created_at, next_attempt_at, attempts, leased_until, sent_at, failed_at, last_error, address_sealed, subject, text_sealed, html_sealed, one_click_sealed, id) FROM stdin;
visit_asked	mail	\N	<179537113941.8259.16150844138483860878@localhost>	2026-11-22 18:12:19.410223+00	2026-11-22 18:12:19.410223+00	0	\N	\N	\N		\\x01e4726a68c90b57598eec58e3208e3417c511654de899f672037cb44280bad35f0366bfb5f2321a0c3b71fc	En skole vil gerne have besøg	\\x018eb5ec7e5ec622a1777a0841f3f8c24b6530695a160ef9ed9eed0459c2a466152b226233ed6153fb5be647813669c02c21f03df458d2d8be2df0caec89ebee74cbd2c083c7c69418ecc30e175e51d78bcb2cc664d5c4ef563f34f1157453686b31768336ef62af57ac54d20e3c8271f1bf4f76e4d9b4f2d8a8085f32f0d1b31af774c45bae86e9f5c194912e95560a88e650b79ff504449f071fdd6729c2a7d544b297c5b68b8bbd67868bae1d9c8487e48ed1e361ef66c0f0b3663a13b912da6b98af196d4c7be6799801d3c84ebcbcc6dbb52985a811d233fb04e1	\\x01c0fcf39591dabab9fa845f104aaeb1ad952bfc84c8d4a7f80664cbce2083db8f8f1fb05aade89445165caaeae676d841ab4439eea552b232a33f15dd02e5ddc7540e2396c9df7b04e6b210eabcc8d0433c7fb26abb0d8024894bdde938bacd3dab01495ddbfe7ae0ab6a83040ba1c268a8238407a0dcdb930129411734803e14ebcbe19e598238a9d38dfdaa83e6790c1aa34b4a7c6ed56f21564c578b9f0466faf67d2c3bee7a9084eaf5c4ba0a59a86635d8a5c9a4d7e1ba6fcd19b63efda0eb197b8392f5ec6385877991ae6b444e625c5c53a1382817d0c1b325162d8f9505a8afd157346262b0427b3625fbe2bf1753c9c591b57a2741a80d2f3cdb01f798806a4ee26d9f6aa3dd070c41bab4031c3f3b74e00e2a559bd2de0b2216bfd2dbe8910291d65c074505c3c15d57a96df7d5f82346a750fa22fae29b5450bc61c37b151659877462efd2e1cc61eab73a7107c1b966f81393d7c5fdb4eae08425818c1387ae17abe9f0932fe4f0a942ff4f40aae94eedfe977dfafcd86d0d28aeab8c3572d4d53c3e632eeaf42b1eeb5de9c4ee	\N	hcjm9mc6j7
visit_received	mail	\N	<179537113941.8259.10331776024710501317@localhost>	2026-11-22 18:12:19.412764+00	2026-11-22 18:12:19.412764+00	0	\N	\N	\N		\\x018d65ec3f88976e662516819c4c183efaeea621f2aa3283f7cce0559688dfd88f71acf4b24d13877f0c21f45956	Vi har fået dit ønske om et besøg	\\x01f12fc4da43d2a543acc2422451a996c30321b41cd91a32dc4267d684e6c188ea086cfa3051ea371489d31632b4113a98188636df1c2c9c84b5d802d8e566055c8ecaf7081e6012cfb71274c3e93f1d5978bea4dae4ddd2ba17b1173d67fb73e984a69c1eb452855e7760b80e552d7228da5787d2b0a43940b132b18fbbf6c9928556c622d9d6db55eae6e488803dd17ad56579dd54b0fe4d70f7f0f466bc92d334a9db8a5abccbe4630d8a7750883c72f236f5f203780cb4faff0ad813637b12ffa1a832eb56f62ea6fdbed17da8e46993f51166d9d7a334d34b547cd541a8ae1ea34fc2eee1dd5353254f0294311282f7ae36a0e20779a2eed47defd1b1a4b68e3fdc9caef8161ffe80d81467c5605168af6d7a375940bf83a4733b6be07309984c0dc3e5630a7164533f17bd7de3ca10976eb571c14c68ad31	\\x01f671571b8df0c186c3b9f549f39b3f5e4c690d9ac0cf67d8635fd4599bc07dfce31d3b07191e1ba409a502a4fced91bef76237b00e3aba77937d7323f5e78eb2a170950da1e8297a124745614d91abb8951b7a18e31975b256076c180ceae61dcf87a8a14512cbc45500e5dfb6142c70c8604e5b9de3242f98df76d3bcaea54fbef0f2e57afad5845cb5e71fe1b2c2b50829bc6c2c047cfe5673bddae10f4fd21c4e911210999f54123949b52bfa513481f08164572d89953bde1692bd490cc0b58ddf0e378753ee695c5e37c00134450ff19e8d329f69409a15445c9c8cd16ad60b757a37d2b7fe9a808c18d94f351806c4ad8f21f283aa2924f7077cd9608ee6cf42897645e143acd74deb22ccf4833ba2c6f746050c724d07769155dc70284a6ece1377c333ed4997cccde7c6c45072941943ffc6ba44108976015b7962a7df9eb7148c0e680122aeb1b4702ad635958f584e3a12e9f32eb16c5e18102b400c26082b905ddffcce5a7bd47aaf3faa04c36735568578def9883582df1675365c190a6c6b0431cd2c575b78110a150f491d3566ee82922dbab91314c944ca8d8eb966c9f9c949754c74680ccdd5e3085d16a9c9a5f51379cb946e68efd1925edf738217b19ffe47ea0cc2b71869122673dffeef2f20cc4e5af1caa7f0ba1e47dd60aa9b6369ee75662f0adef25e8402e7d865fed9a878	\N	twe934dktp
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
jobnet	n3w6ct	open	\N	\N	\N		\N	Testmarked Slagelse - medarbejder i bageren	Testmarked					skaanejob	\N	\N	2026-11-22	2026-12-22	\N		4200	Slagelse	0330	sjaelland	55.4028	11.3546		Medarbejder i bageren	medarbejder-i-bageren-slagelse	shop	{}	\N	\N					2026-11-22 18:12:19.209851+00	2026-11-22 18:12:19.209852+00	\N	0	3	pa9cdwde63
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
STU Testby						\N	\N		2026-11-22 18:12:19.365934+00	\N	cp7rfpd3er
\.


--
-- Data for Name: school_visit; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.school_visit (secret_hash, state, school, municipality_code, starts_at, asked_at, revision, changed_at, changed_by_id, secret_sealed, name_sealed, phone_sealed, email_sealed, more_sealed, id) FROM stdin;
3d73acf9b6d56697d2b83d99a0904219583983bccf279c64844dd74c789e0e13	asked	STU Testby		2026-11-22 18:12:19.365934+00	2026-11-22 18:12:19.36636+00	0	2026-11-22 18:12:19.36636+00	\N	\\x0123fad293e363e9da67d09a97ac2450ceab49c687506c369299099040fb7e3904db09dfee57b64a7576509377b629c74e423f0e385268c010d57afde9d35ff64ec89c76c6962f7f	\\x018f0114c4cc35158a109e7fcf541e84e938830cdb7cdecf42d89362e0c60067d17e9d58c28407	\\x0132dff4cee730dc455e494219f04c373fde83dfba0814ff823fb437f84b578fdfc5b725f6024791	\\x013777da1ee5c0cbd69086b71a3484cabebf349cfe55a7fe775f4006bca3e81e852213dbf2e2af3af1cce1be0e32	\N	ajnntm7nrp
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
Ann Advis	ann@example.com	$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA	t	2026-11-22 18:12:19.173977+00	\N	\\x01179719c4ec6766f6635fe9c069e0c0a0f9eb195d42214829ba4965e0c2b0099392f919ea73f4a3c25511456fdf0718410590bcf0cb85ae3208946dbc	\N	xejymecryd
secretariat Person	secretariat@example.com	$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA	t	2026-11-22 18:12:19.288874+00	\N	\\x0146b8165968be58cf94e4024a5363be1aa089981828a20c5021590fe874e9456ffc00d764816fdfc222c331cea88ecab60c40370499271dc997fb1303	\N	r3eh9wnfhm
leader Person	leader@example.com	$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA	t	2026-11-22 18:12:19.295544+00	\N	\\x014b03e87d6785184a3901a841dd888702ea8a1aac159afb8d5c204296cfe8904decd9922eb79f73d0e32bd949bc49f29c6585171893b57176ff1cd655	\N	kjhtyeadna
consultant Person	consultant@example.com	$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA	t	2026-11-22 18:12:19.306662+00	\N	\\x01238a2d7670e8600ed6fae826fb633bb0aba096b13dcddb307a1e246787d4f266d631d05a4551b1bc2f661095f5a14ce8d979066f9abfa7c53f920109	\N	xf9cmme7xr
editor Person	editor@example.com	$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA	t	2026-11-22 18:12:19.308334+00	\N	\\x016df9f6703c0279877468b1ca96f2c6ed7330bf6f510347e749bf7b2e02485f74677ddf6ed683f23b0def702db9148c248fd71c282d02587e86cbadb8	\N	y9fnaxmrjn
admin Person	admin@example.com	$argon2id$v=19$m=19456,t=2,p=1$n3yCQ4bzKAW7av7MiIx8og$wbEmR17zZ0ldjiJHGsfyAaRyuJhElFSUNcMC0NAHQeA	t	2026-11-22 18:12:19.31838+00	\N	\\x01c0fe5b97319b17a7640fbaee6c5c09bfc8efa8801bc4997dbcb234690336729f07137ca94ef530bb3e2641043459110ca58ea02a027d339d5f1a2c16	\N	j67t9tcrfd
\.


--
-- Data for Name: staff_link; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_link (secret_hash, staff_id, kind, created_at, expires_at, used_at) FROM stdin;
3e003d57907e28b34be6b3fc979f45b20e36bd1d889091e4ea66113b97b16525	y9fnaxmrjn	reset	2026-11-22 18:12:19.362309+00	2026-11-22 18:42:19.362309+00	\N
\.


--
-- Data for Name: staff_role; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_role (staff_id, role) FROM stdin;
xejymecryd	consultant
r3eh9wnfhm	secretariat
kjhtyeadna	leader
xf9cmme7xr	consultant
y9fnaxmrjn	editor
j67t9tcrfd	admin
\.


--
-- Data for Name: staff_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_session (token_hash, staff_id, created_at, last_seen_at, ended_at, complete) FROM stdin;
98e619b46789c986776eaf5aebfe0e2015ce9381ec3a54b191b82479a44e7161	r3eh9wnfhm	2026-11-22 18:12:19.321004+00	2026-11-22 18:12:19.321004+00	\N	t
20d6f13d0b73fe102110b38ff51bc638e428f35f823bf0fe317c4f2914ec4196	kjhtyeadna	2026-11-22 18:12:19.330939+00	2026-11-22 18:12:19.330939+00	\N	t
1725cdb74f8e5cc195ac44eddba2dd4feafdc249a4efbe8f951ecdd29a5945a8	xf9cmme7xr	2026-11-22 18:12:19.332688+00	2026-11-22 18:12:19.332688+00	\N	t
7ae062ffe59f6ad65ff86f022aa62555e13b9f5137d0d32030dc7c125734bfb1	y9fnaxmrjn	2026-11-22 18:12:19.342825+00	2026-11-22 18:12:19.342825+00	\N	t
4c613079f9e9d54613a3eb86c1037dc7c8aa6e9f61c2134e41e8a03f63ad53ab	j67t9tcrfd	2026-11-22 18:12:19.344479+00	2026-11-22 18:12:19.344479+00	\N	t
06904f5209a39f83bfb041ca49b5327e3d0a1033f525fb76ea3c7fa32ee08e6c	xejymecryd	2026-11-22 18:12:19.350817+00	2026-11-22 18:12:19.350817+00	\N	t
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

\unrestrict jhuXIuUfrXmO3S9UfjMTEXoIXmjhb2GawGb4qUXdDTpTEOcGMUd2WgD6Q13NVQh


--
-- PostgreSQL database dump
--

\restrict wjU7XLuqTkndiwOKHCcZVqzrSsuCR51oeacyFxdnBBIHXfXhcxWugiioaE4j92f

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
0003
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
91586b59fc427fb63345298ab291ef5426e8a674e39606288c504a4e12db5552	handed_over	3	1	2026-11-22 23:00:47.02795+00	2026-11-22 23:00:47.054923+00	2026-11-22 23:00:47.028239+00	2026-11-22 23:00:47.054918+00	2026-11-30 22:59:59+00	\N	xr67ya9t	web	self	disability_pension	0330	\\x0191ef8c112aabd2088e518a5bf15dff95c07c369d3b0c0cd56a84b0e40e26	Ja	2026-11-22 23:00:47.028239+00	2026-11-22 23:00:47.028239+00	self	\N	4p747ycr6p	\N	\N	\N	f	\N	rdarpc3et6
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
2026-11-22 23:00:47.028239+00	0330	\\x01a7d73d852b6aa6e38e994a0a7f263a889d723a31a35c3881b715ffcec2f4261ba2b5655e249c350d	\\x019b5e3ff6e85f917b0e88a52d466e82dba52b17ce2dffad0385e857b926a0310675e35b21d2acbe	\\x011d086b71b2c00ed16ae6a6207a0cc8bb50a37fcb45f885cc5635802aadc96090305ce72a252c837af8628d	\\x019b902096f819f36999bf90483f09ff8ab79a8731f57c2be4593b2f50705df437b35317e1802a822ac9	4p747ycr6p
\.


--
-- Data for Name: candidate_key; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.candidate_key (candidate_id, kind, value) FROM stdin;
4p747ycr6p	phone	21fa02e2a3f661e493452adfdef3a22328a3a33bfabb7190e95a75ebb0cb3aef
4p747ycr6p	email	e4af7fff52a1e1c857b0ee5c8ce5b19480e804d894853624547a87831bbe4064
4p747ycr6p	name	9db72f8895fbd738a953ad4eb245730bc003009c05e146256a9ed561109a567f
4p747ycr6p	name_place	05f928a271dbfecbae182b33bc87e800c122df0c92214a6d9c4b213dab8e48ee
\.


--
-- Data for Name: consultant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultant (staff_id, phone, district, id) FROM stdin;
afm9c66hpp	20 00 00 00	Østdanmark	dp49kxmjef
\.


--
-- Data for Name: consultant_municipality; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.consultant_municipality (municipality_code, consultant_id) FROM stdin;
0330	dp49kxmjef
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
meeting	Møde	Testby		2026-11-22 23:00:47.103857+00	2026-11-22 23:00:47.103857+00	f	0	2026-11-22 23:00:47.103857+00	\N	wdhx3ra74t
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
rdarpc3et6	1	2026-11-22 23:00:47.044245+00	\N	draft	received		\N	wtrdcdatrx
rdarpc3et6	2	2026-11-22 23:00:47.053431+00	\N	received	screening		\N	kwh4an3x77
rdarpc3et6	3	2026-11-22 23:00:47.058639+00	\N	screening	handed_over		\N	reet4hcpmc
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
rdarpc3et6	note	afm9c66hpp	2026-11-22 23:00:47.059573+00	\N	\N	\N	\\x013521e7d3e97340a4d79b7f6a14a08ff5989e59dab05f7ef5d219fd8deee00b59372574835c	h4xhrhekan
\.


--
-- Data for Name: outbox_message; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.outbox_message (kind, channel, application_id, message_id, created_at, next_attempt_at, attempts, leased_until, sent_at, failed_at, last_error, address_sealed, subject, text_sealed, html_sealed, one_click_sealed, id) FROM stdin;
visit_asked	mail	\N	<179538844713.7837.13247355792548232882@localhost>	2026-11-22 23:00:47.13384+00	2026-11-22 23:00:47.13384+00	0	\N	\N	\N		\\x01cecdfd7bc6801102d494748c56391eda22aadf0dda4d91b06619f928ebb5dc9524716943e244b049d4d4fc	En skole vil gerne have besøg	\\x01540d8af62f50f8a84c454347e1a0ec1373a35c307391b0314faf307bd43e50935a9c655ab2f4f7743be088570910d6f75154506e3fc8aa11c07c229e5d513eee4f2dee4bf0dc587f6cbc81d7203185163489abc9f12a255e4666e15ad725fb13212c14038fdf253573f0b7eb844df62435975cf037809c0f650ed17a19b99f866852d3cb9c9edcd64e2d953d5a3cd23062bd1a59790dd7779c2295e886f4eab076e17822d764d68345fe4b56a0e6e8c41e320c0636abb5f1993ec92b4ff984012625c98142d22e7552d6a4c76758fefe76145eca56012d495e010355	\\x01eb9bd777bfe31a53bc2962bad7fca416c9192811e3cfd1ba4826b7fd447ebe3d10b51989135630d9130ef13d916e35d8eba970a5ab3b34a4be8e8d0976fca68ae95991da9ddac3048df5c0cdb152bfbf22445e27a26f4d4158cbc36d29ac5079b9f6882666d0fc170ae911210cbadeffea32df8845e8974b6031e2ad6488c4bdfa1a24fe7f444611db398693b92af5c8bf68e58812c31e53b32c60f9f91fbb522e7a2a7642f40ca964654cf8e14c8531351b94000aee1bbc6f3fd3312db68f16a73f3b8c94367e2393b5e1154e4696eddc730d9422160d64aeb9bf94d0cfc95c44c98ca69a8326243db3551d294e59aed97784e9e11d76c5c25fb5215f703750386f77e8f0ee31a5748ef4a1d72d4a314334c3a4214c084f3db4ca28ee22113b51165aaa86b6fefc1cdd080abffdf0fcef6a66164d70ba3e00bc2839aa4ffcf6cc5e0f0928f2f25e0a80b4aeba7ec9ac6bb02123b3e3ebfc3d002465143baaed333644c3dad1876ef63b75fc6b45459bd91e983eaf4177f07a2ae9531a5a146a56eae4f56bd9d28c51695979c9f98a3b6b0bea	\N	n7mnt33r4m
visit_received	mail	\N	<179538844714.7837.8478747505270006145@localhost>	2026-11-22 23:00:47.136236+00	2026-11-22 23:00:47.136236+00	0	\N	\N	\N		\\x01ecd3d8c723ffca5cc38e79c40decdc9974d9b72dc4f3c6914c93c4e3f49dca6fdadaa306be997fb21c7e91cf95	Vi har fået dit ønske om et besøg	\\x0102a87d3ddc737b0df90ce59d553f4765914344a48f3685f89e88d17126bae3cad6c0de395fece083b9803d0e5ae8401820e775a620dd67c8e236e25dc1f97d31ff8e867159c20fb9506aa78d25e84a6bb3329331411e112cb0c1f9b987bb4540c9a4e2aed08553f2f7b72c7645d6746f48bff6bba76e285eecced7d117dcc7cc21c4e94e878ffdea6a5c3b96ea866571a7b9f9de29fbb8d51e658d7ac292f9fad9b1253b0d16bcbdb1fe67b0c3d90e2318034b5f05165335cfdcbc66c01cbc38b2e7de32d123c4bd1c485a5b04a4cfe07f9d35c958cb5940da97e8223097737f0293ca258652247605dab6503571f5e93a7435ce6b5a0ef00d1fc60ff4adcc67f5a92f1ccaf065ad4f67a4da2a30abd1e633b331680ec8eadf201a679335e8816e89c70262d4707f22599035e3062d90300e8a0316c201075349	\\x014d9393528aff06ba03c715c8e6fe39ed468c3c4a3bb8b5a3f596d317afbc4e60dafa649990335cae003cc6d8792c667174425931708353d43da05e426fba44a2a9ef10f60bb15c883e256ff2db099e3eecba40d8ff3847cc7e378180d7e671d56f5199d4b1d33fbc97628d51262f89c3a6bf4d18fdb01ef344ceafc3f21b6c2a13a4af88d385e3574672cf7ec31434d3748825928cbfc3faeb61cfdf00a66459afb283af5db4daab8c0dce0506ad0c169584cf88e68077088c864a620bd80c3a39e7b7dd148cf920123bca5af42e7608911cea442b2f8f49de8c11705066c92749e707c668b8dff0aeeb5a24c828ba8105f46d64cbf87afaccb99ce05df69c74b6b0edb7355b767dc0fe870d95f7cc66eddd82f46e7b527796db174ee492d2cf7abdc87a0f93945c53c973f250da2cb1ce0a0b0ab1a8e2e6c7183c047e13386f2cb56dfe7b9e82c5c6ab65daacc99368f3af81f12dd3d170863a8ed3c352bc4362c8c187200eeaf83ec58f169888aa1dc25f9ac29541bd86d5a6eefd0a15d5f709da6dccc82ad235baeccc186576f815ea5febb449ee860933a71e24ea5901abdf59821de7e13f139ec7924aef3cbd6e10a218af4f10ce536a31c9c5e59cfa23fa4ff68483f50e345ddbda22a64bbc2587b775b72199146e0627fc04bf6a980366d2b467365e073cffe0b6e0d73505c49b4bfb4d2a2d54	\N	3x7mtmnkwm
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
jobnet	kcache	open	\N	\N	\N		\N	Testmarked Slagelse - medarbejder i bageren	Testmarked					skaanejob	\N	\N	2026-11-23	2026-12-23	\N		4200	Slagelse	0330	sjaelland	55.4028	11.3546		Medarbejder i bageren	medarbejder-i-bageren-slagelse	shop	{}	\N	\N					2026-11-22 23:00:47.022112+00	2026-11-22 23:00:47.022113+00	\N	0	3	p4t6dtwcc7
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
STU Testby						\N	\N		2026-11-22 23:00:47.103857+00	\N	t4acnar4tx
\.


--
-- Data for Name: school_visit; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.school_visit (secret_hash, state, school, municipality_code, starts_at, asked_at, revision, changed_at, changed_by_id, secret_sealed, name_sealed, phone_sealed, email_sealed, more_sealed, id) FROM stdin;
88ee48fc043ea80f643e4295959a9a4a9b34392b425deaef707fd21f5be6f3c6	asked	STU Testby		2026-11-22 23:00:47.103857+00	2026-11-22 23:00:47.104188+00	0	2026-11-22 23:00:47.104188+00	\N	\\x01eb074627a90a88e16d8a570880c364d09e247c06cd0224e07397b01a50d435154aa805df5b0b0084bb82bc33c027e8e954bf41b0e63378c850b4821615e9039b118597c0204bdc	\\x0187085ff0d3582eb801af494480efdb2d1e2317801a4b5cb25b01862fa2dff7470bc2937e8a55	\\x01e6fcde2bba57280edd7382e449fce792f4a83e4cd0ef237beb8032bac05b6f67022036bd735dbb	\\x0147dd7272a4e31b7c204ff5f917be96764a125bed96a4914be5a809227f37b479ebacb82f55ee1837ee184416aa	\N	aeadyneyrh
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
Ann Advis	ann@example.com	$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s	t	2026-11-22 23:00:47.000371+00	\N	\\x01abaaf9f9132e12a7c35cee8eb86e96388beee32dfd408ebcca68a25c06c05d7edb7ab79d196db29912d8b9b6e922ffe6499a0b059c6ee7fc25768fb6	\N	afm9c66hpp
secretariat Person	secretariat@example.com	$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s	t	2026-11-22 23:00:47.065711+00	\N	\\x0138dbc77bde1cdd3266f8bf0ae985e4accbdb57d0a5d33df753856dfb8ff446a5bcc4d9b194ccd98b62781d2358b044e3eba886e597e779854d114a65	\N	extfe3cnjy
leader Person	leader@example.com	$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s	t	2026-11-22 23:00:47.067514+00	\N	\\x01f4f1adfd6d601733c13e2c4b5d1774c55a9370d05b3a6a17c369b89c241443359330eb2b2c5c2bb9a300968b64e443fcc76dc53b9793dad5813293b5	\N	c9ypmaph6d
consultant Person	consultant@example.com	$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s	t	2026-11-22 23:00:47.068995+00	\N	\\x01c242d0fd2a8cc7ba8d5753cee2b4e69c581f067696f9776ef357af6a78f4fed4acf8a9612054ecb89e23051d99914287f907bb457081053b9d939788	\N	xmmkhk7jrc
editor Person	editor@example.com	$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s	t	2026-11-22 23:00:47.071695+00	\N	\\x01dcc6fd2aa166ffd93bdf700802d4f15ed5716f153a67c21835f3e1454a4c512704dc121071226763e96cb94d087b863b92c82737c0a910667c7ee98c	\N	aeeepjpm9p
admin Person	admin@example.com	$argon2id$v=19$m=19456,t=2,p=1$ndH6WNQJa9aiHtn929LiSA$PGghI4AOLXM2HeGuU8tsztEgmsp9fXCS7nxutEgV31s	t	2026-11-22 23:00:47.073439+00	\N	\\x016544785b1c44f477648c8ad97a0f5e125ffa57e311efc7b31538cb681f65544414f29d04f1e4b2e4ba70074c374cde5f1a453a384a618058280550ef	\N	3xytpr9ddx
\.


--
-- Data for Name: staff_link; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_link (secret_hash, staff_id, kind, created_at, expires_at, used_at) FROM stdin;
8f855713b6990825c2c374ddd978a9f80a43b73880dc46be9f5f63bcd806b11c	aeeepjpm9p	reset	2026-11-22 23:00:47.102301+00	2026-11-22 23:30:47.102301+00	\N
\.


--
-- Data for Name: staff_role; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_role (staff_id, role) FROM stdin;
afm9c66hpp	consultant
extfe3cnjy	secretariat
c9ypmaph6d	leader
xmmkhk7jrc	consultant
aeeepjpm9p	editor
3xytpr9ddx	admin
\.


--
-- Data for Name: staff_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.staff_session (token_hash, staff_id, created_at, last_seen_at, ended_at, complete) FROM stdin;
2eeb1e648573ccaff552ef4681a4f97065b2aa6e8946fe71d23d3cd1721c95ee	extfe3cnjy	2026-11-22 23:00:47.07965+00	2026-11-22 23:00:47.07965+00	\N	t
3a1a13f8d0788fb264c2320aca949919078bd4f66542db2219a3e5350419238d	c9ypmaph6d	2026-11-22 23:00:47.082523+00	2026-11-22 23:00:47.082523+00	\N	t
7e0acc035608f2b478993f7c4ffebd7bca645e86f5a43877efbb56057bdcde47	xmmkhk7jrc	2026-11-22 23:00:47.084125+00	2026-11-22 23:00:47.084125+00	\N	t
b82d1f096289be1a9ab7f6e9571dbb15424fc7c46ebb59d1023dea041affa14a	aeeepjpm9p	2026-11-22 23:00:47.085646+00	2026-11-22 23:00:47.085646+00	\N	t
0df2331bbe9d498886617bd2d1629fa1b66ac0d9103c42ca3f1d3ddd724ca6cd	3xytpr9ddx	2026-11-22 23:00:47.090922+00	2026-11-22 23:00:47.090922+00	\N	t
54e4d1ebc2e2d2a311a822e5b164a5e2ff6344297bea2cd6308ec0048e6553e5	afm9c66hpp	2026-11-22 23:00:47.09439+00	2026-11-22 23:00:47.09439+00	\N	t
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
-- Name: ix_application_call_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_application_call_on ON public.application USING btree (state, call_on) WHERE (call_on IS NOT NULL);


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

CREATE INDEX ix_application_queue ON public.application USING btree (state, submitted_at, answer_by, call_on, claimed_by_id, claimed_at, id);


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

\unrestrict wjU7XLuqTkndiwOKHCcZVqzrSsuCR51oeacyFxdnBBIHXfXhcxWugiioaE4j92f


import {
  Prisma,
  type ContactRecord,
  type Submission,
  type SubmissionContact,
  type SubmissionContent,
  type SubmissionEvent,
  type SubmissionLink,
  type SubmissionOrganisation,
  type SubmissionPerson,
  type SubmissionPlace,
  type SubmissionPlanLink,
  type SubmissionRoute,
  type SubmissionVehicle,
  type SubmissionWatcher,
} from '#app/platform/db/generated/client.ts';
import type { RowOf } from '#app/platform/db/row-of.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/** Columns of a submission that fill while it is worked on, or that the database works out. */
type Later =
  | 'retentionRule'
  | 'retentionDueOn'
  | 'fellFrom'
  | 'version'
  | 'outcome'
  | 'priorityRank'
  | 'loweringAskedBy'
  | 'liftingAskedBy'
  | 'immigrationAskedBy'
  | 'endingAskedBy'
  | 'endingAsked'
  | 'claimedBy'
  | 'claimedAt'
  | 'unopenedSince'
  | 'withdrawalRequestedAt'
  | 'seenAgainAt'
  | 'stopLookingAskedAt'
  | 'newInformationAt'
  | 'newDangerDueAt'
  | 'firstSeenAt'
  | 'assessedAt'
  | 'answeredAt'
  | 'closedAt'
  | 'dueAt';
/** A row of people, places and so on: which entity it names the database works out. */
type Entry<Model> = RowOf<Omit<Model, 'entityId'>>;
type LinkByRule = Omit<SubmissionPlanLink, 'linkedBy' | 'unlinkedBy' | 'unlinkedAt' | 'unlinkReason'>;

/** Rows of one submission, keyed by column name: what one statement writes. Dates are ISO strings in UTC. */
export type SubmissionRows = {
  submission: RowOf<Omit<Submission, Later>>;
  content: RowOf<SubmissionContent>;
  contactRecord: RowOf<ContactRecord> | null;
  events: RowOf<SubmissionEvent>[];
  routes: RowOf<SubmissionRoute>[];
  watchers: RowOf<SubmissionWatcher>[];
  links: RowOf<LinkByRule>[];
  people: Entry<SubmissionPerson>[];
  places: Entry<SubmissionPlace>[];
  vehicles: Entry<SubmissionVehicle>[];
  organisations: Entry<SubmissionOrganisation>[];
  contacts: Entry<SubmissionContact>[];
  /** Links between the rows of people, places and so on; `links` are those to the plan. */
  connections: RowOf<SubmissionLink>[];
};

/**
 * Writes a submission with everything that belongs to it in one statement: it exists whole or not at all, and thirteen
 * rows cost one round trip (row by row measured a quarter of the throughput).
 */
export async function writeSubmission(tx: Tx, rows: SubmissionRows): Promise<void> {
  await tx.$executeRaw`
    WITH submission_written AS (${submission([rows.submission])}), content AS (${content([rows.content])}),
      contact_record_written AS (${contactRecord(rows.contactRecord === null ? [] : [rows.contactRecord])}),
      events AS (${events(rows.events)}), routes AS (${routes(rows.routes)}), watchers AS (${watchers(rows.watchers)}),
      links AS (${links(rows.links)}), people AS (${people(rows.people)}), places AS (${places(rows.places)}),
      vehicles AS (${vehicles(rows.vehicles)}), organisations AS (${organisations(rows.organisations)}),
      contacts AS (${contacts(rows.contacts)})
    ${connections(rows.connections)}`;
}

/** What is added to a submission later, to be matched with the rest of it. */
export async function writeEntries(
  tx: Tx,
  rows: Pick<SubmissionRows, 'people' | 'places' | 'vehicles' | 'organisations' | 'contacts'>,
): Promise<void> {
  await tx.$executeRaw`
    WITH people AS (${people(rows.people)}), places AS (${places(rows.places)}), vehicles AS (${vehicles(rows.vehicles)}),
      organisations AS (${organisations(rows.organisations)})
    ${contacts(rows.contacts)}`;
}

/**
 * An INSERT of rows into these columns of a table. The columns are those of the rows, all of them: one that is left out or
 * misspelt does not compile.
 */
function insertInto<Rows extends object>(table: string) {
  type Column = keyof Rows & string;
  return <const Columns extends readonly Column[]>(
    columns: Columns & (Exclude<Column, Columns[number]> extends never ? unknown : never),
  ) => {
    const list = Prisma.raw(columns.join(', '));
    const name = Prisma.raw(table);
    return (rows: readonly Rows[]): Prisma.Sql =>
      Prisma.sql`INSERT INTO ${name} (${list})
        SELECT ${list} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb)`;
  };
}

type Row<Part extends keyof SubmissionRows> = SubmissionRows[Part] extends (infer One extends object)[]
  ? One
  : SubmissionRows[Part];

const submission = insertInto<Row<'submission'>>('submission')([
  'id',
  'reference',
  'draft_id',
  'organisation_id',
  'organisation_kind',
  'site_id',
  'submitted_by',
  'entered_by',
  'channel',
  'form_version',
  'submitted_at',
  'exploitation_types',
  'routing_reason',
  'routing_version',
  'candidates',
  'status',
  'status_changed_at',
  'priority',
  'restricted',
  'primary_queue_id',
  'area_id',
  'waiting_since',
  'first_seen_due_at',
  'assessed_due_at',
  'answered_due_at',
  'sent_at_once',
  'without_factor',
  'while_suspended',
  'concerns_child',
  'contact_wished_on',
  'partner_reference',
]);
const content = insertInto<Row<'content'>>('submission_content')(['submission_id', 'answers', 'document']);
const contactRecord = insertInto<RowOf<ContactRecord>>('contact_record')([
  'submission_id',
  'sealed',
  'telephone',
  'safe_times',
  'another_way',
]);
const events = insertInto<Row<'events'>>('submission_event')([
  'id',
  'submission_id',
  'happened_at',
  'action',
  'from_status',
  'to_status',
  'actor_id',
  'comment',
  'data',
]);
const routes = insertInto<Row<'routes'>>('submission_route')([
  'id',
  'submission_id',
  'happened_at',
  'queue_id',
  'rule_set_version',
  'rule_code',
  'reason',
  'actor_id',
]);
const watchers = insertInto<Row<'watchers'>>('submission_watcher')(['submission_id', 'queue_id', 'reason']);
const links = insertInto<Row<'links'>>('submission_plan_link')([
  'id',
  'submission_id',
  'plan_item_id',
  'rule_code',
  'reason',
  'linked_at',
]);
const people = insertInto<Row<'people'>>('submission_person')([
  'id',
  'submission_id',
  'position',
  'part',
  'surname',
  'forename',
  'folded_name',
  'alias',
  'aliases',
  'folded_aliases',
  'sex',
  'date_of_birth',
  'age_range',
  'nationality',
  'nationalities',
  'language',
  'languages',
  'description',
  'marks',
  'employer',
]);
const places = insertInto<Row<'places'>>('submission_place')([
  'id',
  'submission_id',
  'position',
  'kind',
  'address',
  'town',
  'postcode',
  'postcode_normalised',
  'resolution',
  'area_id',
  'landmark',
  'people_estimate',
  'business',
  'sector',
  'added_at',
  'read_from_text',
]);
const vehicles = insertInto<Row<'vehicles'>>('submission_vehicle')([
  'id',
  'submission_id',
  'position',
  'registration',
  'registration_normalised',
  'make',
  'model',
  'colour',
  'marks',
  'used_for',
  'country',
  'added_at',
  'read_from_text',
]);
const organisations = insertInto<Row<'organisations'>>('submission_organisation')([
  'id',
  'submission_id',
  'position',
  'name',
  'folded_name',
  'part',
  'sector',
  'registered_number',
  'address',
]);
const contacts = insertInto<Row<'contacts'>>('submission_contact')([
  'id',
  'submission_id',
  'position',
  'kind',
  'value',
  'value_normalised',
  'platform',
  'person_position',
  'organisation_position',
  'added_at',
  'read_from_text',
]);
const connections = insertInto<Row<'connections'>>('submission_link')([
  'id',
  'submission_id',
  'position',
  'from_kind',
  'from_position',
  'kind',
  'to_kind',
  'to_position',
  'note',
]);

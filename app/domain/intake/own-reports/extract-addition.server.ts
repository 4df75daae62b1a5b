import { newId, type Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Said } from '../../form/said.ts';
import type { Ctx } from '../../kernel/context.ts';
import { sealedMatcher } from '../sources/sealed-words.server.ts';
import { matcherOf, namesSealedSource } from '../sources/telling-words.ts';
import { extract } from '../submitting/extract.ts';
import { mentionsIn, notTheirsOf, withoutTelling, type Mentions } from '../submitting/mentions.ts';
import { withMentions, type Known } from '../submitting/with-mentions.ts';
import { writeEntries } from '../submitting/write-submission.server.ts';

/**
 * Keeps what a partner added or answered beside what the report gave to match: entries of the form, and the registration
 * marks, numbers, postcodes and addresses that stand in the text; what is there already once. How to reach a sealed source
 * stays out, though the text names it. A postcode is put in no area: where the report lies was decided when it came. The
 * submission must be locked.
 */
export async function extractAddition(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  text: string,
  report: Said | null = null,
): Promise<void> {
  const mentions = await openMentions(
    tx,
    ctx,
    submissionId,
    mentionsIn(text, notTheirsOf(await currentForce(tx, ctx))),
  );
  const entries = report === null ? nothing : extract(report);
  if ([...Object.values(mentions), ...Object.values(entries)].every(({ length }) => length === 0)) return;
  const found = withMentions(entries, mentions, await knownOf(tx, submissionId));
  const own = <const Row extends object>(row: Row) => ({
    id: newId<never>(),
    submission_id: submissionId,
    ...row,
  });
  const added = <const Row extends object>(row: Row) =>
    own({ ...row, added_at: ctx.clock.now().toISOString() });
  await writeEntries(tx, {
    people: found.people.map(own),
    organisations: found.organisations.map(own),
    vehicles: found.vehicles.map(added),
    contacts: found.contacts.map(added),
    places: found.places.map((place) => added({ ...place, resolution: 'none', area_id: null })),
  });
}

const nothing = { people: [], places: [], vehicles: [], organisations: [], contacts: [] };

/** A registration mark names nobody who told: for anything else the sealed record is held against it, as an event says. */
async function openMentions(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  mentions: Mentions,
): Promise<Mentions> {
  const { phones, postcodes, emails, websites } = mentions;
  if (phones.length + postcodes.length + emails.length + websites.length === 0) return mentions;
  const matcher = await sealedMatcher(tx, ctx, submissionId, matcherOf);
  if (!matcher) return mentions;
  const { open, left } = withoutTelling(mentions, (written) => namesSealedSource(matcher, written));
  await record(tx, ctx, {
    type: 'source.words_checked',
    data: { found: left },
    subject: { type: 'submission', id: submissionId },
  });
  return open;
}

async function knownOf(tx: Tx, submissionId: Id<'Submission'>): Promise<Known> {
  const position = { select: { position: true } };
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      submissionPeople: position,
      submissionOrganisations: position,
      submissionPlaces: { select: { position: true, postcodeNormalised: true } },
      submissionVehicles: { select: { position: true, registrationNormalised: true } },
      submissionContacts: { select: { position: true, kind: true, valueNormalised: true } },
    },
  });
  const last = (rows: readonly { position: number }[]) => Math.max(0, ...rows.map((each) => each.position));
  return {
    people: last(row.submissionPeople),
    organisations: last(row.submissionOrganisations),
    places: last(row.submissionPlaces),
    vehicles: last(row.submissionVehicles),
    contacts: last(row.submissionContacts),
    postcodes: row.submissionPlaces.map(({ postcodeNormalised }) => postcodeNormalised),
    marks: row.submissionVehicles.map(({ registrationNormalised }) => registrationNormalised),
    ways: row.submissionContacts.map(({ kind, valueNormalised }) => `${kind}:${valueNormalised}`),
  };
}

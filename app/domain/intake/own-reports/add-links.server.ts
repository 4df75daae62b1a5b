import { newId, type Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Answers } from '../../form/answers.ts';
import { withAdded } from '../../form/danger-lane.ts';
import type { Form } from '../../form/held-forms.ts';
import { entriesSaid, said, type Said } from '../../form/said.ts';
import { contactRows } from '../submitting/extract-contacts.ts';
import { linkRows } from '../submitting/extract-links.ts';

/**
 * Writes the connections that a partner adds, between entries that were sent or added before: `given` is what was answered
 * part by part, first what was sent. Each part had its entries written in their order after those of the parts before it, with
 * what was read from the text in between. The submission must be locked.
 */
export async function addLinks(
  tx: Tx,
  submissionId: Id<'Submission'>,
  definition: Form,
  given: readonly Answers[],
  added: Answers,
): Promise<void> {
  const [sent = {}, ...since] = given;
  const report = said(definition, withAdded(sent, since));
  const link = entriesSaid(said(definition, added), 'link');
  const written = await writtenPositions(tx, submissionId);
  const contacts = contactPositions(given.map((part) => said(definition, part)));
  const rows = linkRows({ ...report, link }, ({ key, sectionId, position }) =>
    sectionId === 'contact'
      ? written.contact[contacts.get(key) ?? -1]
      : written[sectionId as keyof typeof written][position - 1],
  );
  const last = await tx.submissionLink.aggregate({ where: { submissionId }, _max: { position: true } });
  await tx.submissionLink.createMany({
    data: rows.map((row, index) => ({
      id: newId<never>(),
      submissionId,
      position: (last._max.position ?? 0) + index + 1,
      fromKind: row.from_kind,
      fromPosition: row.from_position,
      kind: row.kind,
      toKind: row.to_kind,
      toPosition: row.to_position,
      note: row.note,
    })),
  });
}

/** Positions of the rows that were asked for, in their order. */
async function writtenPositions(tx: Tx, submissionId: Id<'Submission'>) {
  const inOrder = { orderBy: { position: 'asc' as const }, select: { position: true } };
  const asked = { where: { readFromText: false }, ...inOrder };
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      submissionPeople: inOrder,
      submissionOrganisations: inOrder,
      submissionPlaces: asked,
      submissionVehicles: asked,
      submissionContacts: asked,
    },
  });
  const of = (rows: { position: number }[]) => rows.map(({ position }) => position);
  return {
    person: of(row.submissionPeople),
    organisation: of(row.submissionOrganisations),
    place: of(row.submissionPlaces),
    vehicle: of(row.submissionVehicles),
    contact: of(row.submissionContacts),
  };
}

/** Which of all contacts, from 0, each entry of their list became: people and organisations have some as well. */
function contactPositions(parts: readonly Said[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  let before = 0;
  for (const part of parts) {
    const { rows, positions } = contactRows(part);
    for (const [key, position] of positions) all.set(key, before + position - 1);
    before += rows.length;
  }
  return all;
}

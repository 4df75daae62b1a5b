import type { Tx } from '#app/platform/db/transaction.ts';
import { dutyPositions, type DutyPosition } from '#app/domain/force/pack-settings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { queueMembers } from './queue-people.server.ts';
import { gapsOf, type Gap } from './roster.ts';

export type DutyRow = {
  id: string;
  accountId: Id<'Account'>;
  name: string;
  position: DutyPosition;
  from: Date;
  to: Date | null;
  /** Their account no longer opens the portal, so they are not on duty. */
  suspended: boolean;
};
export type AbsenceRow = { id: string; accountId: Id<'Account'>; name: string; from: Date; to: Date };
export type RosterRows = { duties: DutyRow[]; absences: AbsenceRow[]; gaps: Gap[] };

/** `gaps`: when nobody of a queue is here, by its name. `empty`: queues that nobody works on at all. */
export type QueueGaps = { gaps: Gap<string>[]; empty: string[] };

/** More rows than this in a few weeks are no roster. */
const most = 2000;

/** What the roster says of a stretch of time, and where it has nobody. */
export async function rosterRows(tx: Tx, window: { from: Date; to: Date }): Promise<RosterRows> {
  const entries = await tx.dutyListEntry.findMany({
    where: { validFrom: { lt: window.to }, OR: [{ validTo: null }, { validTo: { gt: window.from } }] },
    include: { account: { select: { displayName: true, status: true } } },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
    take: most,
  });
  const away = await tx.dutyAbsence.findMany({
    where: { absentFrom: { lt: window.to }, absentTo: { gt: window.from } },
    include: { account: { select: { displayName: true } } },
    orderBy: [{ absentFrom: 'asc' }, { id: 'asc' }],
    take: most,
  });
  const duties = entries.map((entry) => ({
    id: entry.id,
    accountId: entry.accountId,
    name: entry.account.displayName,
    position: entry.position,
    from: entry.validFrom,
    to: entry.validTo,
    suspended: entry.account.status !== 'active',
  }));
  const absences = away.map((absence) => ({
    id: absence.id,
    accountId: absence.accountId,
    name: absence.account.displayName,
    from: absence.absentFrom,
    to: absence.absentTo,
  }));
  const counted = duties.filter(({ suspended }) => !suspended);
  return { duties, absences, gaps: gapsOf(dutyPositions, counted, absences, window) };
}

/** Where queues have nobody in a stretch of time, by the absences that are known. */
export async function queueGaps(
  tx: Tx,
  absences: readonly AbsenceRow[],
  window: { from: Date; to: Date },
): Promise<QueueGaps> {
  const members = await queueMembers(tx);
  const names = [...new Set(members.map(({ queue }) => queue))];
  const spans = members.flatMap(({ queue, accountId }) =>
    accountId === null ? [] : [{ accountId, position: queue, from: window.from, to: null }],
  );
  const worked = names.filter((name) => spans.some(({ position }) => position === name));
  return {
    gaps: gapsOf(worked, spans, absences, window),
    empty: names.filter((name) => !worked.includes(name)),
  };
}

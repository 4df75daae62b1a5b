import { randomUUID } from 'node:crypto';
import { setDue } from '#app/domain/retention/set-due.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '../ctx.ts';
import { makeSystemCtx } from '../public-ctx.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { secondSupervisor } from '../rule-drafts.ts';
import { submitted } from '../submitted.ts';
import type { Params } from './reports.ts';

const longAgo = new Date('2015-03-02T09:00:00Z');

/** Withdrawn so long ago that its time has run out. */
export async function dueReport({ database, db }: TestPortal): Promise<Params> {
  const reporter = await makeCtx(database, { email: people.reporter, clock: fixedClock(testNow) });
  const submissionId = await submitted(reporter);
  await db.submission.update({
    where: { id: submissionId },
    data: { status: 'withdrawn', statusChangedAt: longAgo },
  });
  await setDue(makeSystemCtx(database));
  return { submissionId };
}

/** The same, and the duty inspector proposed that it goes. */
export async function proposedDisposal(portal: TestPortal): Promise<Params> {
  const due = await dueReport(portal);
  const { actor } = await makeCtx(portal.database, { email: secondSupervisor });
  await portal.db.disposal.create({
    data: {
      id: randomUUID(),
      submissionId: due.submissionId ?? '',
      proposedBy: actor.accountId,
      proposedAt: testNow,
    },
  });
  return due;
}

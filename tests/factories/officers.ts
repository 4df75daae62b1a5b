import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { makeCtx } from './ctx.ts';

const emails = {
  reporter: 'robin@harbour-trust.example',
  fib: 'fib.officer@police.example',
  fibTwo: 'fib.officer.two@police.example',
  supervisor: 'fib.supervisor@police.example',
  spocEast: 'spoc.birmingham-east@police.example',
  spocCoventry: 'spoc.coventry@police.example',
  forceSpoc: 'force.spoc@police.example',
  areaLead: 'area.lead@police.example',
  mdsLead: 'mds.lead@police.example',
  custodian: 'source.custodian@police.example',
  administrator: 'administrator@police.example',
  auditor: 'auditor@police.example',
} as const;
export type Who = keyof typeof emails;

/** The contexts of the demonstration's people, all by one clock. */
export async function officers(
  database: Pick<OpenDatabase, 'db' | 'pool'>,
  clock: Clock,
): Promise<Record<Who, Ctx>> {
  const made = await Promise.all(
    Object.entries(emails).map(
      async ([who, email]) => [who, await makeCtx(database, { email, clock })] as const,
    ),
  );
  return Object.fromEntries(made) as Record<Who, Ctx>;
}

import type { Actor } from '#app/domain/kernel/actor.ts';
import { isRole } from '#app/domain/kernel/actor.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { tellHigh } from '#app/domain/reminders/tell-high.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Limits } from '#app/platform/limits.ts';
import type { ForcePack } from '#app/domain/admin/pack-schema.ts';
import { newThread, perform, type Step, type Thread } from './deeds.ts';
import type { Story } from './year.ts';

/**
 * Lives the stories through, one deed after the other in the order of time, each by its use case, at its time and as
 * its person: so routing, history, audit and figures are the portal's own. What a use case refuses ends it.
 * Sealed records are sealed with the key that everybody knows; loading seals them anew.
 */
export async function play(
  db: Db,
  pack: ForcePack,
  stories: readonly Story[],
  told: (done: number) => void,
): Promise<void> {
  const clock = fixedClock(new Date(0));
  const keyring = makeKeyring(exampleKey);
  const shared = {
    db,
    clock,
    realTime: clock,
    keyring,
    limits: unlimited,
    request: { id: 'demonstration' },
    packHash: null,
    directory: null,
  };
  const actors = await actorsOf(db);
  const supervisors = [...actors].flatMap(([email, { roles }]) =>
    roles.some(({ role }) => role === 'fib_supervisor') ? [email] : [],
  );
  const as = (email: string): Ctx => {
    const actor = actors.get(email);
    if (!actor) throw new Error(`Nobody has the address ${email}.`);
    return { ...shared, actor };
  };
  const settings = { escalation: pack.escalation, alertConfigured: false };
  const system = { ...shared, actor: null, system: 'Job tell-high' };
  let done = 0;
  for (const { step, story, thread } of inOrder(stories)) {
    clock.set(step.at);
    try {
      if (step.do === 'tell_high' || step.by === null)
        await tellHigh(system, settings, { submissionId: thread.submissionId });
      else
        await perform({ ctx: as(step.by), second: as(supervisorBeside(step.by, supervisors)), thread }, step);
      if (step.do === 'submit') await checkPlaced(db, story, thread);
    } catch (cause) {
      throw new Error(`Report ${story.number}: "${step.do}" at ${step.at.toISOString()} was refused.`, {
        cause,
      });
    }
    if (step.do === 'submit') told((done += 1));
  }
}

/** A year of checks is made in minutes: nobody tries anything out. */
const unlimited: Limits = {
  take: () => Promise.resolve(null),
  giveBack: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

/** Who decides what takes two: a supervisor other than whoever asks. */
function supervisorBeside(asker: string, supervisors: readonly string[]): string {
  const other = supervisors.find((email) => email !== asker);
  if (other === undefined) throw new Error('The demonstration has one supervisor only.');
  return other;
}

type Turn = { step: Step; story: Story; thread: Thread };

function inOrder(stories: readonly Story[]): Turn[] {
  const turns = stories.flatMap((story) => {
    const thread = newThread();
    return story.steps.map((step) => ({ step, story, thread }));
  });
  return turns.sort((one, other) => one.step.at.getTime() - other.step.at.getTime());
}

/** The schedule says where a report should come; that the portal says otherwise is a fault in one of them. */
async function checkPlaced(db: Db, { placed }: Story, { submissionId }: Thread): Promise<void> {
  const found = await db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { priority: true, restricted: true, primaryQueue: { select: { code: true } } },
  });
  const is = `${found.primaryQueue.code} ${found.priority} ${found.restricted}`;
  const should = placed && `${placed.queue} ${placed.priority} ${placed.restricted}`;
  if (is !== should) throw new Error(`It was placed as "${is}" and should be "${should ?? 'a draft'}".`);
}

async function actorsOf(db: Db): Promise<Map<string, Actor>> {
  const accounts = await db.account.findMany({ include: { accountRoles: true } });
  return new Map(
    accounts.map((account) => [
      account.email,
      {
        accountId: account.id,
        displayName: account.displayName,
        side: account.side === 'partner' ? 'partner' : 'police',
        organisationId: account.organisationId,
        roles: account.accountRoles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : [])),
        sessionId: null,
      },
    ]),
  );
}

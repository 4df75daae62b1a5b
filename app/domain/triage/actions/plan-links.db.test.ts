import { newId, type Id } from '#app/domain/kernel/id.ts';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import { linkPlanItem, unlinkPlanItem } from './link-plan-item.server.ts';
import { linkTogether, prepareTogether, type LinkedOne } from './link-together.server.ts';
import { mostLinkedTogether } from '../queues/bulk.ts';
import { openPlanLinks } from './open-plan-links.server.ts';
import { addRuleLinks } from './plan-links.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;
let submissionId: Id<'Submission'>;
let restricted: Id<'Submission'>;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
  submissionId = await submitted(people.reporter, { danger: 'now', emergencyCall: 'called' });
  restricted = await submitted(people.reporter, {
    sourceCouldBeGuessed: 'yes',
    sourceRisk: 'Few people knew.',
  });
});

const standing = async (ctx: Ctx) =>
  (await openPlanLinks(ctx, { submissionId })).links.filter(({ unlinked }) => unlinked === null);
const link = (ctx: Ctx, item: string, reason = 'The house is let by the same agent.') =>
  linkPlanItem(ctx, { submissionId, item, reason });

describe('linking by hand', () => {
  it('keeps who linked it and why, and counts it with those of the rules', async () => {
    await link(people.mdsLead, 'Pursue 1');
    const links = await standing(people.fib);
    expect(links.find(({ code }) => code === 'Pursue 1')).toMatchObject({
      byRule: false,
      linkedBy: 'Morgan Example',
      reason: 'The house is let by the same agent.',
    });
    expect(links.find(({ code }) => code === 'PCC 1.4.1')).toMatchObject({ byRule: true, linkedBy: null });
  });

  it('shows what was written by hand only to its writer and to who may read the original', async () => {
    await link(people.fib, 'Prevent 1', 'The woman is held in the cellar.');
    const taken = (await standing(people.fib)).find(({ code }) => code === 'Prevent 1')!;
    await unlinkPlanItem(people.fib, { submissionId, linkId: taken.id, reason: 'The cellar again.' });
    await link(people.fib, 'Prevent 2', 'Held in that cellar.');
    const read = async (ctx: Ctx) => JSON.stringify((await openPlanLinks(ctx, { submissionId })).links);
    expect(await read(people.fib)).toMatch(/Held in that cellar.*held in the cellar.*The cellar again/);
    const lead = await read(people.mdsLead);
    expect(lead).not.toContain('cellar');
    expect(lead).toContain('The house is let by the same agent.');
    expect(lead).toContain(people.fib.actor.displayName);
  });

  it('needs a part of the plan that can be served, not linked yet, and a reason', async () => {
    await expect(link(people.fib, 'Pursue 1')).rejects.toMatchObject({
      fieldErrors: { item: 'The submission is linked to this already' },
    });
    await expect(link(people.fib, 'Nothing 9', ' ')).rejects.toMatchObject({
      fieldErrors: {
        item: 'Select a part of the plan',
        reason: 'Enter why the submission serves this part of the plan',
      },
    });
  });

  it('is not for those who hold neither the submission nor the plan', async () => {
    await expect(link(people.spocEast, 'Protect 2')).rejects.toThrow(Forbidden);
    await expect(link(people.areaLead, 'Protect 2')).rejects.toThrow(Forbidden);
    for (const who of ['reporter', 'spocCoventry', 'administrator', 'auditor'] as const)
      await expect(link(people[who], 'Protect 2'), who).rejects.toThrow(NotFound);
  });

  it('keeps a restricted submission to FIB', async () => {
    await expect(openPlanLinks(people.mdsLead, { submissionId: restricted })).rejects.toThrow(NotFound);
    expect((await openPlanLinks(people.fib, { submissionId: restricted })).submissionId).toBe(restricted);
  });
});

describe('linking several together', () => {
  const together = (
    ctx: Ctx,
    submissionIds: Id<'Submission'>[],
    item = 'Protect 2',
    reason = 'One landlord.',
  ) => linkTogether(ctx, { submissionIds, item, reason });
  const became = (results: LinkedOne[], of: Id<'Submission'>) =>
    results.find((one) => one.submissionId === of);

  it('says of each whether it was linked, was linked already or was refused, and tells nothing of what is not seen', async () => {
    const other = await submitted(people.reporter);
    await link(people.fib, 'Protect 2');
    const results = await together(people.mdsLead, [other, submissionId, restricted, other]);
    expect(results).toHaveLength(3);
    expect(became(results, other)).toMatchObject({ refused: null, already: false });
    expect(became(results, submissionId)).toMatchObject({ refused: null, already: true });
    expect(became(results, restricted)).toEqual({
      submissionId: restricted,
      reference: null,
      refused: 'You can no longer see this submission',
      already: false,
    });
    expect(became(await together(people.spocEast, [submissionId]), submissionId)?.refused).toBe(
      'You may not link it to the plan',
    );
    expect(
      await people.fib.db.submissionPlanLink.count({
        where: { submissionId: restricted, linkedBy: { not: null } },
      }),
    ).toBe(0);
    const { lines } = await prepareTogether(people.mdsLead, { submissionIds: [other, restricted] });
    expect(lines.map(({ problem }) => problem)).toEqual([null, 'You can no longer see this submission']);
    expect(
      await people.fib.db.auditEvent.findFirst({
        where: { type: 'submission.bulk', actorId: people.mdsLead.actor.accountId },
      }),
    ).toMatchObject({ data: { action: 'plan', asked: 3, done: 1 } });
  });

  it('refuses too many, none, a part that the plan has not and no reason, and links nothing then', async () => {
    const many = Array.from({ length: mostLinkedTogether + 1 }, () => newId<'Submission'>());
    await expect(together(people.fib, many)).rejects.toMatchObject({
      fieldErrors: { pick: 'Select 50 submissions or fewer. Nothing has been done' },
    });
    await expect(together(people.fib, [])).rejects.toMatchObject({
      fieldErrors: { pick: 'Select at least one submission' },
    });
    await expect(together(people.fib, [submissionId], '', ' ')).rejects.toMatchObject({
      fieldErrors: {
        item: 'Select a part of the plan',
        reason: 'Enter why they serve this part of the plan',
      },
    });
    expect((await together(people.fib, [submissionId], 'Nothing 9'))[0]?.refused).toBe(
      'The plan of its day has no Nothing 9',
    );
  });
});

describe('taking a link away', () => {
  it('keeps it on record with the reason, and the same rule does not put it back', async () => {
    const rule = { item: 'PCC 3.7a.1', rule: 'disseminated-to-area', reason: 'An item was disseminated.' };
    const again = () =>
      transaction(people.fib.db, (tx) =>
        addRuleLinks(tx, people.fib, { id: submissionId, submittedAt: people.fib.clock.now() }, [rule]),
      );
    await again();
    await again();
    const [added, ...others] = (await standing(people.fib)).filter(({ code }) => code === rule.item);
    expect(others).toEqual([]);
    const input = { submissionId, linkId: added!.id };
    await expect(unlinkPlanItem(people.fib, { ...input, reason: '' })).rejects.toMatchObject({
      fieldErrors: { unlinkReason: 'Enter why the submission does not serve this part of the plan' },
    });
    await unlinkPlanItem(people.fib, { ...input, reason: 'It was another house.' });
    await expect(unlinkPlanItem(people.fib, { ...input, reason: 'Again.' })).rejects.toThrow(Conflict);
    await again();
    const { links } = await openPlanLinks(people.fib, { submissionId });
    expect(links.filter(({ code }) => code === rule.item)).toMatchObject([
      { unlinked: { by: 'Frankie Example', reason: 'It was another house.' } },
    ]);
    await link(people.fib, rule.item);
    expect((await standing(people.fib)).filter(({ code }) => code === rule.item)).toHaveLength(1);
  });

  it('touches the links of this submission only', async () => {
    const { links } = await openPlanLinks(people.fib, { submissionId: restricted });
    await expect(
      unlinkPlanItem(people.fib, { submissionId, linkId: links[0]!.id, reason: 'Not ours.' }),
    ).rejects.toMatchObject({ fieldErrors: { linkId: 'Select a link to take away' } });
  });
});

import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { notTheirsOf } from '../../intake/submitting/mentions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { mentionsInSanitised } from './mentions-in-sanitised.ts';

/** Reads a sanitised text that was just saved, so that whoever it is sent to finds it by what it names. */
export async function keepMentions(
  tx: Tx,
  ctx: Ctx,
  of: { submissionId: Id<'Submission'>; sanitisedTextId: Id<'SanitisedText'>; text: string },
): Promise<void> {
  const { submissionPeople, submissionOrganisations } = await tx.submission.findUniqueOrThrow({
    where: { id: of.submissionId },
    select: {
      submissionPeople: { select: { forename: true, surname: true, aliases: true } },
      submissionOrganisations: { where: { name: { not: null } }, select: { name: true } },
    },
  });
  const named = {
    people: submissionPeople,
    businesses: submissionOrganisations.map(({ name }) => name ?? ''),
  };
  const mentions = mentionsInSanitised(of.text, named, notTheirsOf(await currentForce(tx, ctx)));
  if (mentions.length === 0) return;
  await tx.sanitisedMention.createMany({
    data: mentions.map((mention, index) => ({
      id: randomUUID(),
      sanitisedTextId: of.sanitisedTextId,
      position: index + 1,
      ...mention,
    })),
  });
}

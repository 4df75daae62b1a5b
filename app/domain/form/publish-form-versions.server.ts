import type { Tx } from '#app/platform/db/transaction.ts';
import { instantOf } from '../kernel/local-time.ts';
import { canonicalJson, definitionHash } from './definition-hash.server.ts';
import type { FormAgreement } from './form-agreement.ts';
import type { PackForm } from './form-pack.ts';

/**
 * Publishes the versions of the form that the force's pack holds, with the agreement that the pack states, or else the one
 * that a version was made with. A version that is there with another content, or whose questions mean something else, stops
 * the start: a published version never changes (plan 3.3.5: a change needs the partners' agreement again). Where the pack
 * says from which day a version is in force, that day is its day of publication; a day that is past makes it so at once.
 */
export async function publishFormVersions(
  tx: Tx,
  { forms, formAgreements }: { forms: readonly PackForm[]; formAgreements: readonly FormAgreement[] },
  publishedAt: Date,
): Promise<void> {
  const known = await tx.formVersion.findMany({
    select: { version: true, definitionHash: true, meanings: true },
  });
  for (const { definition, meanings } of forms) {
    const { version } = definition;
    const hash = definitionHash(definition);
    const there = known.find((each) => each.version === version);
    if (there && there.definitionHash !== hash)
      throw new Error(
        `Form version ${version} is published and differs from this pack: publish a new version instead.`,
      );
    if (there && canonicalJson(there.meanings) !== canonicalJson(meanings))
      throw new Error(
        `Form version ${version} is published, and its questions mean something else in this pack: publish a new version instead.`,
      );
    if (there) continue;
    const agreement = formAgreements.find((each) => each.version === version);
    const agreed = agreement ?? definition.agreed;
    await tx.formVersion.create({
      data: {
        version,
        definition,
        definitionHash: hash,
        meanings,
        agreedOn: new Date(`${agreed.on}T00:00:00Z`),
        agreedWith: agreed.with,
        publishedAt: later(publishedAt, agreement?.inForceFrom),
      },
    });
  }
}

function later(now: Date, inForceFrom: FormAgreement['inForceFrom']): Date {
  const from = inForceFrom === undefined ? null : instantOf({ day: inForceFrom, minutes: 0 }, 'earlier');
  return from !== null && from > now ? from : now;
}

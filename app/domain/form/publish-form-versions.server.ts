import type { Tx } from '#app/platform/db/transaction.ts';
import { instantOf } from '../kernel/local-time.ts';
import { canonicalJson, definitionHash } from './definition-hash.server.ts';
import { agreementOf, type AgreedForms, type FormAgreement } from './form-agreement.ts';

/**
 * Publishes the versions of the form that the force's pack holds and somebody has agreed. A version that is there with
 * another content, or whose questions mean something else, stops the start: a published version never changes (plan 3.3.5:
 * a change needs the partners' agreement again). Where the pack says from which day a version is in force, that day is its
 * day of publication; a day that is past makes it so at once.
 */
export async function publishFormVersions(
  tx: Tx,
  { forms, formAgreements }: AgreedForms,
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
    const agreed = agreementOf(definition, formAgreements);
    if (there && agreed === null)
      throw new Error(`Form version ${version} is published, and this pack only proposes it.`);
    if (there || agreed === null) continue;
    await tx.formVersion.create({
      data: {
        version,
        definition,
        definitionHash: hash,
        meanings,
        agreedOn: new Date(`${agreed.on}T00:00:00Z`),
        agreedWith: agreed.with,
        publishedAt: later(publishedAt, agreed.inForceFrom),
      },
    });
  }
}

function later(now: Date, inForceFrom: FormAgreement['inForceFrom']): Date {
  const from = inForceFrom === undefined ? null : instantOf({ day: inForceFrom, minutes: 0 }, 'earlier');
  return from !== null && from > now ? from : now;
}

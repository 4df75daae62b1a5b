import type { FormAgreement } from './form-agreement.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { definitionHash } from './definition-hash.server.ts';
import { instantOf } from '../kernel/local-time.ts';
import { publishedDefinitions } from './published.ts';

/**
 * Records every form version that this code knows as published, with the agreement that the force's pack states, or else
 * the one it was made with. A version that is there with another content stops the start: a published version never
 * changes (plan 3.3.5: a change needs the partners' agreement again). Where the pack says from which day a version is in
 * force, that day is its day of publication; a day that is past makes it so at once.
 */
export async function publishFormVersions(
  tx: Tx,
  agreements: readonly FormAgreement[],
  publishedAt: Date,
): Promise<void> {
  for (const definition of publishedDefinitions) {
    const { version } = definition;
    const hash = definitionHash(definition);
    const known = await tx.formVersion.findUnique({ where: { version } });
    if (known && known.definitionHash !== hash)
      throw new Error(
        `Form version ${version} is published and differs from this code: publish a new version instead.`,
      );
    if (known) continue;
    const agreement = agreements.find((each) => each.version === version);
    const agreed = agreement ?? definition.agreed;
    await tx.formVersion.create({
      data: {
        version,
        definition,
        definitionHash: hash,
        agreedOn: new Date(`${agreed.on}T00:00:00Z`),
        agreedWith: agreed.with,
        publishedAt: later(publishedAt, agreement?.inForceFrom),
      },
    });
  }
}

function later(now: Date, inForceFrom: string | undefined): Date {
  const from = inForceFrom === undefined ? null : instantOf({ day: inForceFrom, minutes: 0 }, 'earlier');
  return from !== null && from > now ? from : now;
}

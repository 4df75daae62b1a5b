import type { Tx } from '#app/platform/db/transaction.ts';
import { definitionHash } from './definition-hash.server.ts';
import { publishedDefinitions } from './published.ts';

/**
 * Records every form version that this code knows as published. A version that is there with another content stops the
 * start: a published version never changes (plan 3.3.5: a change needs the partners' agreement again).
 */
export async function publishFormVersions(tx: Tx, publishedAt: Date): Promise<void> {
  for (const definition of publishedDefinitions) {
    const hash = definitionHash(definition);
    const known = await tx.formVersion.findUnique({ where: { version: definition.version } });
    if (known && known.definitionHash !== hash)
      throw new Error(
        `Form version ${definition.version} is published and differs from this code: publish a new version instead.`,
      );
    if (known) continue;
    const agreedOn = new Date(`${definition.agreed.on}T00:00:00Z`);
    await tx.formVersion.create({
      data: {
        version: definition.version,
        definition,
        definitionHash: hash,
        agreedOn,
        agreedWith: definition.agreed.with,
        // The clock of a demonstration may stand before the agreement: nothing is published before it is agreed.
        publishedAt: publishedAt < agreedOn ? agreedOn : publishedAt,
      },
    });
  }
}

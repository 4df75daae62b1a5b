import type { FormAgreement } from '#prisma/packs/pack-schema.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { definitionHash } from './definition-hash.server.ts';
import { publishedDefinitions } from './published.ts';

/**
 * Records every form version that this code knows as published, with the agreement that the force's pack states, or else
 * the one it was made with. A version that is there with another content stops the start: a published version never
 * changes (plan 3.3.5: a change needs the partners' agreement again).
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
    const agreed = agreements.find((each) => each.version === version) ?? definition.agreed;
    await tx.formVersion.create({
      data: {
        version,
        definition,
        definitionHash: hash,
        agreedOn: new Date(`${agreed.on}T00:00:00Z`),
        agreedWith: agreed.with,
        publishedAt,
      },
    });
  }
}

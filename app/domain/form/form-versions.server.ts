import { has } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { definitionHash } from './definition-hash.server.ts';
import type { FormDefinition } from './definition.ts';
import { knownDefinition, type KnownDefinitions } from './known-definitions.ts';

export type FormVersionLine = {
  version: number;
  /** When the partners agreed it, and with whom; of a draft, what is proposed. */
  agreed: FormDefinition['agreed'];
  hash: string;
  /** Null for a draft: no report is written with it. A day to come is that from which it will be in force. */
  publishedAt: Date | null;
  /** Whether reports may have been begun with it. */
  inForce: boolean;
  /** Reports sent with it. */
  submissions: number;
};

/** Every version of the form, newest first, with its agreement and how many reports were sent with it. @throws NotFound */
export async function formVersions(ctx: Ctx, known: KnownDefinitions): Promise<FormVersionLine[]> {
  if (!has(ctx.actor, 'administrator')) throw new NotFound();
  const published = await ctx.db.formVersion.findMany({
    select: {
      version: true,
      agreedOn: true,
      agreedWith: true,
      publishedAt: true,
      _count: { select: { submissions: true } },
    },
  });
  return [...known].reverse().map((definition) => {
    const row = published.find((each) => each.version === definition.version);
    return {
      version: definition.version,
      agreed: row ? { on: row.agreedOn.toISOString().slice(0, 10), with: row.agreedWith } : definition.agreed,
      hash: definitionHash(definition),
      publishedAt: row?.publishedAt ?? null,
      inForce: row !== undefined && row.publishedAt <= ctx.clock.now(),
      submissions: row?._count.submissions ?? 0,
    };
  });
}

/** A version to look at, by the number in an address. @throws NotFound */
export function openFormVersion(
  ctx: Ctx,
  known: KnownDefinitions,
  written: string | undefined,
): FormDefinition {
  const definition = /^[1-9]\d{0,5}$/.test(written ?? '') ? knownDefinition(Number(written), known) : null;
  if (!has(ctx.actor, 'administrator') || definition === null) throw new NotFound();
  return definition;
}

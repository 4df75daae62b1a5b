import { currentForce } from '../force/current-force.server.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { definitionHash } from './definition-hash.server.ts';
import type { FormDefinition } from './definition.ts';
import { packFormSchema } from './form-pack.ts';
import { everyForm } from './forms.server.ts';

export type FormVersionLine = {
  version: number;
  /** When the partners agreed it, and with whom; null of a version that is only proposed. */
  agreed: { on: string; with: string } | null;
  hash: string;
  /** Null where it is only proposed: no report is written with it. A day to come is that from which it will be in force. */
  publishedAt: Date | null;
  /** Whether reports may have been begun with it. */
  inForce: boolean;
  /** Reports sent with it. */
  submissions: number;
};

/**
 * Every version of the form, newest first, with its agreement and how many reports were sent with it; before them the one
 * that is proposed. @throws NotFound
 */
export async function formVersions(ctx: Ctx): Promise<FormVersionLine[]> {
  if (!may(ctx.actor, 'forms.read')) throw new NotFound();
  const published = await ctx.db.formVersion.findMany({
    orderBy: { version: 'desc' },
    select: {
      version: true,
      definitionHash: true,
      agreedOn: true,
      agreedWith: true,
      publishedAt: true,
      _count: { select: { submissions: true } },
    },
  });
  const lines = published.map((row) => ({
    version: row.version,
    agreed: { on: row.agreedOn.toISOString().slice(0, 10), with: row.agreedWith },
    hash: row.definitionHash,
    publishedAt: row.publishedAt,
    inForce: row.publishedAt <= ctx.clock.now(),
    submissions: row._count.submissions,
  }));
  return [...(await proposed(ctx)).map(proposedLine), ...lines];
}

const proposedLine = (definition: FormDefinition): FormVersionLine => ({
  version: definition.version,
  agreed: null,
  hash: definitionHash(definition),
  publishedAt: null,
  inForce: false,
  submissions: 0,
});

/** The version that the loaded pack proposes, or none. */
async function proposed(ctx: Ctx): Promise<FormDefinition[]> {
  const { proposedForm } = await currentForce(ctx.db, ctx);
  const form = packFormSchema.nullable().parse(proposedForm);
  return form === null ? [] : [form.definition];
}

/** Every version that administrators may look at, oldest first. @throws NotFound */
export async function versionsToRead(ctx: Ctx): Promise<FormDefinition[]> {
  if (!may(ctx.actor, 'forms.read')) throw new NotFound();
  return [...(await everyForm(ctx.db)), ...(await proposed(ctx))];
}

/** One of these versions, by the number in an address. @throws NotFound */
export function versionToRead(
  versions: readonly FormDefinition[],
  written: string | undefined,
): FormDefinition {
  const found = versions.find(({ version }) => String(version) === written);
  if (found === undefined) throw new NotFound();
  return found;
}

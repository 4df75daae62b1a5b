import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { definitionHash } from './definition-hash.server.ts';
import type { FormDefinition } from './definition.ts';
import { everyForm } from './forms.server.ts';

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

/**
 * Every version of the form, newest first, with its agreement and how many reports were sent with it; before them the one
 * that is being prepared. @throws NotFound
 */
export async function formVersions(ctx: Ctx, draft: FormDefinition | null): Promise<FormVersionLine[]> {
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
  return draft === null ? lines : [draftLine(draft), ...lines];
}

function draftLine(draft: FormDefinition): FormVersionLine {
  const { version, agreed } = draft;
  return {
    version,
    agreed,
    hash: definitionHash(draft),
    publishedAt: null,
    inForce: false,
    submissions: 0,
  };
}

/** Every version that administrators may look at, oldest first. @throws NotFound */
export async function versionsToRead(ctx: Ctx, draft: FormDefinition | null): Promise<FormDefinition[]> {
  if (!may(ctx.actor, 'forms.read')) throw new NotFound();
  return [...(await everyForm(ctx.db)), ...(draft === null ? [] : [draft])];
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

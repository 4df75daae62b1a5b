import { subMonths } from 'date-fns/subMonths';
import type { Db } from '#app/platform/db/client.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { isFibSupervisor } from '../kernel/actor.ts';
import { openRuleDraft } from './rule-drafts.server.ts';
import type { ValueNames } from './rule-words.ts';
import { valueNames } from './value-names.server.ts';
import { ruleSetSchema, type RuleSet } from './rules.ts';

/** How often a rule decided a queue in the last twelve months, and how many of those were moved on by hand. */
export type RuleUse = { placed: number; moved: number };

export type RuleVersionLine = {
  version: number;
  publishedAt: Date;
  /** Null where it came with the force's pack. */
  publishedBy: string | null;
  writtenBy: string | null;
  comment: string | null;
};

export type RulesPage = {
  ruleSet: RuleSet;
  inForce: boolean;
  names: ValueNames;
  /** By the code of the rule. */
  use: Readonly<Record<string, RuleUse>>;
  /** Newest first. */
  versions: RuleVersionLine[];
  /** The open draft, for who may write one; null for others and where there is none. */
  draft: { state: 'writing' | 'waiting'; author: string; own: boolean } | null;
  /** The draft that was decided last, where it was rejected and the reader wrote it. */
  rejected: { by: string; at: Date; comment: string } | null;
  mayWrite: boolean;
};

/**
 * The routing rules in force, or those of an earlier version, with how they did. For FIB and the MDS lead: the counts
 * include what is restricted, of which others see nothing. @throws NotFound
 */
export async function readRules(ctx: Ctx, input: { version?: string } = {}): Promise<RulesPage> {
  if (!may(ctx.actor, 'rules.read')) throw new NotFound();
  const { db } = ctx;
  const rows = await db.routingRuleSet.findMany({
    orderBy: { version: 'desc' },
    select: {
      version: true,
      publishedAt: true,
      publishedByAccount: { select: { displayName: true } },
      publishedFrom: {
        select: { comment: true, writtenByAccount: { select: { displayName: true } } },
      },
    },
  });
  const [newest] = rows;
  const wanted =
    input.version === undefined ? newest : rows.find((row) => String(row.version) === input.version);
  if (!newest || !wanted) throw new NotFound();
  const { rules } = await db.routingRuleSet.findUniqueOrThrow({ where: { version: wanted.version } });
  const mayWrite = isFibSupervisor(ctx.actor);
  return {
    ruleSet: ruleSetSchema.parse(rules),
    inForce: wanted === newest,
    names: await valueNames(db),
    use: await useOfRules(db, subMonths(ctx.clock.now(), 12)),
    versions: rows.map((row) => ({
      version: row.version,
      publishedAt: row.publishedAt,
      publishedBy: row.publishedByAccount?.displayName ?? null,
      writtenBy: row.publishedFrom?.writtenByAccount.displayName ?? null,
      comment: row.publishedFrom?.comment ?? null,
    })),
    draft: mayWrite ? await draftLine(ctx) : null,
    rejected: mayWrite ? await lastRejection(ctx) : null,
    mayWrite,
  };
}

async function draftLine({ db, actor }: Ctx): Promise<RulesPage['draft']> {
  const draft = await openRuleDraft(db);
  if (!draft) return null;
  const { state, writtenBy } = draft;
  return { state, author: writtenBy.name, own: writtenBy.accountId === actor.accountId };
}

async function lastRejection({ db, actor }: Ctx): Promise<RulesPage['rejected']> {
  const last = await db.routingDraft.findFirst({
    where: { decidedAt: { not: null } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    include: { decidedByAccount: { select: { displayName: true } } },
  });
  if (last?.state !== 'rejected' || last.writtenBy !== actor.accountId || !last.decidedAt) return null;
  return { by: last.decidedByAccount?.displayName ?? '', at: last.decidedAt, comment: last.comment ?? '' };
}

/** From rows of twelve months in an index: a submission has one row by rule, and further ones only by hand. */
async function useOfRules(db: Db, since: Date): Promise<Record<string, RuleUse>> {
  const rows = await db.$queryRaw<{ rule_code: string; placed: number; moved: number }[]>`
    SELECT placed.rule_code, count(*)::int AS placed,
      count(*) FILTER (WHERE EXISTS (SELECT FROM submission_route moved
        WHERE moved.submission_id = placed.submission_id AND moved.actor_id IS NOT NULL))::int AS moved
    FROM submission_route placed
    WHERE placed.rule_code IS NOT NULL AND placed.happened_at >= ${since}
    GROUP BY placed.rule_code`;
  return Object.fromEntries(rows.map(({ rule_code, placed, moved }) => [rule_code, { placed, moved }]));
}

import { z } from 'zod';
import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { readHistory, type HistoryLine } from '../../submission/submission-parts.server.ts';
import { saidOf } from '../../submission/said-of.server.ts';
import { reportSaysDanger } from '../../form/says-danger.ts';
import { askingFor, type Ending } from '#app/domain/kernel/endings.ts';
import type { SubmissionState } from '../../kernel/statuses.ts';
import { isOutcome, type Outcome } from '../../kernel/outcomes.ts';
import type { Danger } from '../../intake/own-reports/supplement.ts';
import type { RequestKind } from '../../submission/actions/row.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';

/** A request for what one person may not do alone, while nobody has decided. */
export type ProtectionRequest = {
  kind: RequestKind;
  /** Of a lowering: what it is to be instead of High. */
  lowerTo: 'medium' | 'low' | null;
  /** Of an ending: how it is to end. */
  ending: AskedEnding | null;
  /** Of what is to go to immigration enforcement: what, to whom and how. */
  use: AskedUse | null;
  reason: string;
  askedById: Id<'Account'>;
  askedBy: string;
  askedAt: Date;
};

/** How a High submission is to end, as an officer asks for it. */
export type AskedEnding = {
  ending: Ending;
  outcome: Outcome | null;
  /** The message to the partner; empty for the words of the outcome, null where the partner is told nothing in words. */
  message: string | null;
  /** Why an item has no sanitised text, where that has to be said. */
  unsanitised: string;
  /** Why a victim who wants contact has no contact plan, where that has to be said. */
  noContactPlan: string;
  /** Who takes on what is not done yet, and why, where that has to be said. */
  handedOn: string;
};

const isText = (value: unknown): boolean => typeof value === 'string';

/**
 * What is to go to immigration enforcement, as the history keeps it: one version of an item's text with one grade, to which
 * post of which body, under which conditions.
 */
const askedUse = z.object({
  item: z.number(),
  itemId: z.custom<Id<'IntelligenceItem'>>(isText),
  version: z.number(),
  textId: z.custom<Id<'SanitisedText'>>(isText),
  gradeId: z.custom<Id<'ItemGrade'>>(isText),
  body: z.string(),
  post: z.string(),
  conditions: z.string(),
  limitReason: z.string().nullable(),
});
export type AskedUse = z.output<typeof askedUse>;

/** The same with whose submission it is about, for the list of what waits for a second person. */
export type RequestLine = Omit<ProtectionRequest, 'reason' | 'ending' | 'use'> & {
  submissionId: Id<'Submission'>;
  reference: string;
  ending: Pick<AskedEnding, 'ending' | 'outcome'> | null;
};

/** More than this at once are a matter for every channel the force has. */
const most = 200;

/** Whether anything is asked of `submission s`: each part has an index of its own. */
const somethingAsked = Prisma.sql`s.lowering_asked_by IS NOT NULL OR s.lifting_asked_by IS NOT NULL
  OR s.ending_asked_by IS NOT NULL OR s.immigration_asked_by IS NOT NULL`;

/** By which actions each is asked for; the newest of them is the one that is open. */
const askedBy: Record<RequestKind, string[]> = {
  lowering: ['ask_to_lower'],
  ending: Object.values(askingFor),
  lifting: ['ask_to_lift'],
  immigration_use: ['ask_immigration_use'],
};

type Kept = Partial<Record<'lowerTo' | keyof AskedEnding, unknown>>;

/** The data that the event of asking keeps. */
const kept = (data: unknown): Kept => (typeof data === 'object' && data !== null ? data : {});

function lowerToOf(data: unknown): 'medium' | 'low' | null {
  const { lowerTo } = kept(data);
  return lowerTo === 'medium' || lowerTo === 'low' ? lowerTo : null;
}

function endingOf(ending: Ending, data: unknown): AskedEnding {
  const { outcome, message, unsanitised, noContactPlan, handedOn } = kept(data);
  const words = (written: unknown) => (typeof written === 'string' ? written : '');
  return {
    ending,
    outcome: isOutcome(outcome) ? outcome : null,
    message: typeof message === 'string' ? message : null,
    unsanitised: words(unsanitised),
    noContactPlan: words(noContactPlan),
    handedOn: words(handedOn),
  };
}

/** Who asks for what, while nobody has decided. */
const askersOf = (state: SubmissionState): [RequestKind, Id<'Account'> | null][] => [
  ['lowering', state.loweringAskedBy],
  ['ending', state.endingAskedBy],
  ['lifting', state.liftingAskedBy],
  ['immigration_use', state.immigrationAskedBy],
];

/** The requests about one submission that nobody has decided. The caller has asked who looks. */
export async function openRequests(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
): Promise<ProtectionRequest[]> {
  if (askersOf(submission.state).every(([, by]) => by === null)) return [];
  return requestsIn(await readHistory(tx, ctx, submission.id), submission);
}

/** The same, as its history tells of them. */
export function requestsIn(
  history: readonly HistoryLine[],
  { state }: LoadedSubmission,
): ProtectionRequest[] {
  const { endingAsked } = state;
  return askersOf(state).flatMap(([kind, askedById]) => {
    const event = history.find(({ action }) => askedBy[kind].includes(action));
    if (askedById === null || event === undefined) return [];
    return [
      {
        kind,
        lowerTo: lowerToOf(event.data),
        ending: kind === 'ending' && endingAsked ? endingOf(endingAsked, event.data) : null,
        use: kind === 'immigration_use' ? (askedUse.safeParse(event.data).data ?? null) : null,
        reason: event.comment ?? '',
        askedById,
        askedBy: event.by ?? '',
        askedAt: event.at,
      },
    ];
  });
}

/** Every request that nobody has decided, the oldest first. */
export async function requestsWaiting(tx: Tx): Promise<RequestLine[]> {
  const rows = await tx.$queryRaw<
    (Omit<RequestLine, 'lowerTo' | 'ending'> & { endingAsked: Ending | null; data: unknown })[]
  >`
    SELECT s.id AS "submissionId", s.reference, s.ending_asked AS "endingAsked", asked.kind, asked.by AS "askedById", a.display_name AS "askedBy",
      e.happened_at AS "askedAt", e.data
    FROM submission s
      CROSS JOIN LATERAL (VALUES ('lowering', ${askedBy.lowering}::text[], s.lowering_asked_by), ('ending', ${askedBy.ending}, s.ending_asked_by),
        ('lifting', ${askedBy.lifting}, s.lifting_asked_by), ('immigration_use', ${askedBy.immigration_use}, s.immigration_asked_by)) AS asked (kind, actions, by)
      JOIN account a ON a.id = asked.by
      JOIN LATERAL (SELECT x.happened_at, x.data FROM submission_event x WHERE x.submission_id = s.id AND x.action = ANY (asked.actions)
        ORDER BY x.happened_at DESC, x.id DESC LIMIT 1) e ON true
    WHERE ${somethingAsked}
    ORDER BY e.happened_at, s.id, asked.kind LIMIT ${most}`;
  return rows.map(({ data, endingAsked, ...row }) => ({
    ...row,
    lowerTo: lowerToOf(data),
    ending:
      row.kind === 'ending' && endingAsked
        ? { ending: endingAsked, outcome: endingOf(endingAsked, data).outcome }
        : null,
  }));
}

/** How many others have made that a second person has to decide, as a subselect. */
export const requestsOfOthers = ({ accountId }: Actor): Prisma.Sql => Prisma.sql`
  SELECT count(*) FROM submission s
    CROSS JOIN LATERAL (VALUES (s.lowering_asked_by), (s.ending_asked_by), (s.lifting_asked_by), (s.immigration_asked_by)) AS asked (by)
  WHERE (${somethingAsked}) AND asked.by <> ${accountId}::uuid`;

/** Whether the partner said, in the report or afterwards, that somebody is in danger or could soon be. */
export async function dangerTold(tx: Tx, submissionId: Id<'Submission'>): Promise<boolean> {
  const danger = { in: ['now', 'soon'] satisfies Danger[] };
  const [added, answered] = [
    await tx.supplement.count({ where: { submissionId, danger } }),
    await tx.partnerMessage.count({ where: { submissionId, danger } }),
  ];
  return added + answered > 0 || reportSaysDanger(await saidOf(tx, submissionId));
}

import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { answerOf, type Answers } from '../form/answers.ts';
import { withAdded } from '../form/danger-lane.ts';
import { formOfVersion } from '../form/forms.server.ts';
import type { Form } from '../form/held-forms.ts';
import type { Meaning } from '../form/meanings.ts';
import { said, type Said } from '../form/said.ts';

/** What a partner answered of the form: as it was sent, and part by part since. */
export const answersGiven = {
  sentAtOnce: true,
  submissionContent: { select: { answers: true } },
  supplements: {
    where: { part: { not: null } },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { answers: true },
  },
} satisfies Prisma.SubmissionSelect;

export type AnswersGiven = Prisma.SubmissionGetPayload<{ select: typeof answersGiven }>;

/** Part by part: what was sent, and each addition since. */
export const partsGiven = ({ submissionContent, supplements }: AnswersGiven): [Answers, ...Answers[]] => [
  (submissionContent?.answers ?? {}) as Answers,
  ...supplements.map(({ answers }) => answers as Answers),
];

export function answersSoFar(given: AnswersGiven): Answers {
  const [sent, ...since] = partsGiven(given);
  return withAdded(sent, since);
}

/** What a report says that nobody has been asked yet: of whoever sent it in danger the most careful answer is taken. */
const mostCareful = {
  'source.risk': 'unsure',
  'sharing.limit': 'police_only',
  'sharing.callFirst': 'yes',
  'sharing.immigration': 'not_for_immigration',
} as const satisfies Partial<Record<Meaning, string>>;

function withCareful(form: Form, answers: Answers): Answers {
  const wishes = Object.entries(mostCareful).flatMap(([meaning, value]) => {
    const id = form.meanings[meaning as keyof typeof mostCareful];
    return id === undefined || answerOf(answers, id) !== undefined ? [] : [[id, value] as const];
  });
  return { ...answers, ...Object.fromEntries(wishes) };
}

/** What a submission says by meaning, with what was added of the form since. */
export function saidIn(form: Form, given: AnswersGiven): Said {
  const answers = answersSoFar(given);
  return said(form, given.sentAtOnce ? withCareful(form, answers) : answers);
}

/** The same, read. The caller has asked who looks. */
export async function saidOf(tx: Tx, submissionId: Id<'Submission'>): Promise<Said> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { formVersion: true, ...answersGiven },
  });
  if (row.submissionContent === null) throw new Error('A submission has no content');
  return saidIn(await formOfVersion(tx, row.formVersion), row);
}

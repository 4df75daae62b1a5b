import { counted } from '#app/domain/kernel/counted.ts';

type At = { at: string };
type By = { by: string };

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What a partner is promised of a report: who has it, what comes next, by when, and how that day was worked out. */
export const promise = {
  who: 'Who has it',
  next: 'What comes next',
  by: 'By when',
  holders: {
    officers: 'The officers who assess reports',
    officer: 'An officer who assesses reports',
    partner: 'You',
    nobody: 'Nobody: it has ended',
  },
  comes: {
    opening: 'An officer opens the report',
    outcome: 'We tell you the outcome here, or ask you a question',
    reply: 'You answer our question. If we hear nothing by then, we go on without an answer',
    nothing: 'Nothing more is to come',
  },
  /** In a list, with the day after it. */
  short: {
    opening: 'An officer opens it by',
    outcome: 'You hear from us by',
    reply: 'Your answer by',
    nothing: 'Nothing more is to come',
  },
  overdue: ({ by }: By) => `We are sorry: this was due by ${by}`,
  withSupervisor: ({ by }: By) => `A supervisor sees to it by ${by}`,
  howLong: {
    working_days: ({ count }: { count: number }) =>
      counted(count, { one: `${count} working day`, other: `${count} working days` }),
    working_hours: ({ count }: { count: number }) =>
      counted(count, { one: `${count} working hour`, other: `${count} working hours` }),
    hours: ({ count }: { count: number }) =>
      counted(count, { one: `${count} hour, day and night,`, other: `${count} hours, day and night,` }),
    minutes: ({ count }: { count: number }) =>
      counted(count, { one: `${count} minute`, other: `${count} minutes` }),
  },
  since: {
    sent: ({ at }: At) => `after it was sent on ${at}`,
    danger: ({ at }: At) => `after danger was told on ${at}`,
    opened_again: ({ at }: At) => `after it was opened again on ${at}`,
  },
  bankHolidays: ({ days }: { days: readonly string[] }) =>
    days.length === 1 ? `the bank holiday on ${days[0] ?? ''}` : `the bank holidays on ${and.format(days)}`,
  waited: 'the time in which our question waited for an answer',
  reckoned: ({ howLong, since, leftOut }: { howLong: string; since: string; leftOut: readonly string[] }) =>
    leftOut.length === 0
      ? `This is ${howLong} ${since}.`
      : `This is ${howLong} ${since}, leaving out ${and.format(leftOut)}.`,
  reckonedWait: ({ count, at }: { count: number; at: string }) =>
    counted(count, {
      one: `This is ${count} day after we asked on ${at}; until you answer, the time that we have stands still.`,
      other: `This is ${count} days after we asked on ${at}; until you answer, the time that we have stands still.`,
    }),
  missed: {
    opening: ({ by }: By) =>
      `We are sorry. We promised that an officer would open this report by ${by}, and nobody has.`,
    outcome: ({ by }: By) =>
      `We are sorry. We promised that you would hear from us by ${by}, and you have not.`,
  },
  raiseHint: 'You can tell a supervisor with one press. You do not need to write anything.',
  raise: 'Tell a supervisor',
  raised: ({ at, by }: At & By) => `A supervisor was told on ${at}, and sees to it by ${by}.`,
  raisedLate: ({ at, by }: At & By) =>
    `A supervisor was told on ${at} and was to see to it by ${by}. That has not happened either, and we are sorry. The supervisor still has it.`,
  done: 'A supervisor has been told.',
  doneBefore: ({ at }: At) => `A supervisor was told already, on ${at}. You do not need to press again.`,
  /** On paper, which may lie open: the same for every report. */
  receipt: ({ by }: By) =>
    `You hear the outcome by ${by} at the latest. The page of your report in the portal says who has it now and by when you hear next.`,
};

import { counted } from '#app/domain/kernel/counted.ts';

type At = { at: string };
type By = { by: string };

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What a partner is promised of a report: who has it, what comes next, by when, and how that day was worked out. */
export const promise = {
  who: 'Who has it',
  next: 'Next',
  by: 'When',
  then: 'Then',
  /** For what is promised by the clock on the wall. */
  within: ({ howLong }: { howLong: string }) => `Within ${howLong}, by`,
  outcomeBy: 'We tell you the outcome here, or ask you a question, by',
  holders: {
    officers: 'The officers who assess reports',
    officer: 'An officer who assesses reports',
    partner: 'You',
    nobody: 'Nobody. It is closed',
  },
  comes: {
    opening: 'An officer opens the report',
    outcome: 'We tell you the outcome here, or ask you a question',
    reply: 'You answer our question. If we hear nothing by then, we go ahead without an answer',
    nothing: 'Nothing more',
  },
  /** In a list, with the day after it. */
  short: {
    opening: 'An officer opens it by',
    outcome: 'You hear from us by',
    reply: 'Your answer by',
  },
  overdue: ({ by }: By) => `We are sorry. This was due by ${by}`,
  withSupervisor: ({ by }: By) => `A supervisor will deal with it by ${by}`,
  howLong: {
    working_days: ({ count }: { count: number }) =>
      counted(count, { one: `${count} working day`, other: `${count} working days` }),
    working_hours: ({ count }: { count: number }) =>
      counted(count, { one: `${count} working hour`, other: `${count} working hours` }),
    hours: ({ count }: { count: number }) =>
      counted(count, { one: `${count} hour`, other: `${count} hours` }),
    minutes: ({ count }: { count: number }) =>
      counted(count, { one: `${count} minute`, other: `${count} minutes` }),
  },
  since: {
    sent: ({ at }: At) => `after you sent it on ${at}`,
    danger: ({ at }: At) => `after you told us of danger on ${at}`,
    opened_again: ({ at }: At) => `after we opened it again on ${at}`,
  },
  bankHolidays: ({ days }: { days: readonly string[] }) =>
    days.length === 1 ? `the bank holiday on ${days[0] ?? ''}` : `the bank holidays on ${and.format(days)}`,
  waited: 'the time our question waited for an answer',
  reckoned: ({ howLong, since, leftOut }: { howLong: string; since: string; leftOut: readonly string[] }) =>
    leftOut.length === 0
      ? `This is ${howLong} ${since}.`
      : `This is ${howLong} ${since}, leaving out ${and.format(leftOut)}.`,
  reckonedWait: ({ count, at }: { count: number; at: string }) =>
    counted(count, {
      one: `This is ${count} day after we asked, on ${at}. Our own time limit is paused until you answer.`,
      other: `This is ${count} days after we asked, on ${at}. Our own time limit is paused until you answer.`,
    }),
  missed: {
    opening: ({ by }: By) =>
      `We are sorry. We promised that an officer would open this report by ${by}, and nobody has.`,
    outcome: ({ by }: By) =>
      `We are sorry. We promised that you would hear from us by ${by}, and you have not.`,
  },
  raiseHint: 'Press the button to tell a supervisor. You do not need to write anything.',
  raise: 'Tell a supervisor',
  raised: ({ at, by }: At & By) => `We told a supervisor on ${at}. They will deal with it by ${by}.`,
  raisedLate: ({ at, by }: At & By) =>
    `We told a supervisor on ${at}, who was to deal with it by ${by}. That has not happened either, and we are sorry. The supervisor still has it.`,
  done: 'We have told a supervisor.',
  doneBefore: ({ at }: At) => `We told a supervisor on ${at}. You do not need to press again.`,
  /** On paper, which may lie open: the same for every report. */
  receipt: ({ by }: By) =>
    `You will hear the outcome by ${by} at the latest. Your report’s page in the portal shows who has it now and when you will hear next.`,
};

import type { PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import { later } from './calendar.ts';
import { courseFrom, type Course, type Handling } from './course.ts';
import type { Step } from './deeds.ts';
import type { Situation } from './situation.ts';
import { police, sharing } from './words.ts';

/** A report whose situation and course are told one by one, because the demonstration needs it just so. */
export type Told = {
  sentAt: Date;
  /** Who sends it, by e-mail address. */
  reporter: string;
  fixed: Partial<Situation>;
  course: (handling: Handling) => Step[];
};

function accepted(course: Course, officer: string, { about }: Handling, posted: PostedGrade): void {
  course.by(
    officer,
    { do: 'create_item', title: about.scenario.title },
    { do: 'grade', item: 1, posted },
    { do: 'act', action: 'accept', comment: '' },
  );
}

/** High, claimed at once by the officer on duty. */
function claimedAtOnce(handling: Handling): { course: Course; officer: string } {
  const course = courseFrom(handling, handling.about.sentAt);
  const [officer = ''] = handling.world.staff.onDuty;
  course.by(null, { do: 'tell_high' });
  course.wait(8, 12);
  course.claim(officer);
  course.wait(12, 40);
  return { course, officer };
}

/** The partner asks to withdraw what is High: an officer answers. */
function withdrawalAsked(answer: 'granted' | 'kept'): Told['course'] {
  return (handling) => {
    const { course, officer } = claimedAtOnce(handling);
    course.by(handling.about.reporter.email, { do: 'withdraw', comment: police.askedToWithdraw });
    course.wait(20, 50);
    if (answer === 'granted') {
      course.by(officer, { do: 'grant_withdrawal', comment: police.withdrawalGranted });
      return course.steps;
    }
    course.by(officer, { do: 'refuse_withdrawal', comment: police.withdrawalKept });
    accepted(course, officer, handling, police.grades.danger);
    course.wait(120, 200);
    course.by(officer, { do: 'close', outcome: 'safeguarding_action', comment: '' });
    return course.steps;
  };
}

/** The reporter who presents the role is asked for something they already know, and has not answered yet. */
const waitingOnPartner: Told['course'] = (handling) => {
  const course = courseFrom(handling, handling.about.sentAt);
  const [officer = ''] = handling.world.staff.officers;
  course.wait(200, 220);
  course.claim(officer);
  course.wait(30, 40);
  course.by(officer, {
    do: 'ask',
    comment:
      'Did the address you gave have a flat number, as far as you already know? Please do not go and look.',
  });
  return course.steps;
};

/** High in the night: one person let it out on their own, and a second has yet to look at it. */
const approvalOutstanding: Told['course'] = (handling) => {
  const { about, world, written } = handling;
  const [area = ''] = about.areas;
  const queueCode = world.geography.queueOf(area);
  const { course, officer } = claimedAtOnce(handling);
  accepted(course, officer, handling, police.grades.night);
  course.by(
    officer,
    {
      do: 'sanitise',
      item: 1,
      text: `A person may be held against their will and moved on before the morning. Place: ${written.address ?? 'not known'}.`,
    },
    {
      do: 'send',
      to: 'queue',
      item: 1,
      queueCode,
      conditions: 'Keep the address under observation. Do not knock before speaking to FIB.',
    },
  );
  course.aside(world.staff.spocOf(area), 280, 280, { do: 'acknowledge', item: 1, sentTo: queueCode });
  const { high: reason } = sharing.significant;
  course.by(officer, { do: 'send', to: 'mds_lead', item: 1, reason, conditions: '' });
  return course.steps;
};

/** It has left the force: one recipient has to be told that it was recalled, to another it has not been passed on yet. */
const letOutLately: Told['course'] = (handling) => {
  const { about, world, written } = handling;
  const course = courseFrom(handling, about.sentAt);
  const [officer = ''] = world.staff.officers;
  const sentTo = sharing.threatGroup.recipient;
  course.wait(30, 40);
  course.claim(officer);
  accepted(course, officer, handling, police.grades.hearsay);
  course.by(
    officer,
    {
      do: 'sanitise',
      item: 1,
      text: `Workers may be moved between two forces in the same vehicle. Place: ${written.address ?? 'not known'}.`,
    },
    {
      do: 'send',
      to: 'queue',
      item: 1,
      queueCode: world.geography.queueOf(about.areas[0] ?? ''),
      conditions: '',
    },
    { do: 'send', to: 'outside', item: 1, ...sharing.threatGroup },
  );
  course.wait(20, 25);
  course.by(officer, {
    do: 'record_step',
    item: 1,
    sentTo,
    step: 'passed',
    means: 'secure_mail',
    with: sharing.threatGroupPost,
  });
  course.wait(60, 70);
  const reason = 'A second report says that the address is another house in the street.';
  course.by(officer, { do: 'recall', item: 1, sentTo, reason });
  for (const agency of sharing.agencies.slice(0, 1))
    course.by(officer, { do: 'send', to: 'outside', item: 1, ...agency });
  return course.steps;
};

/** Nobody has it yet: those in line have been told, and its clock runs. */
const unclaimed: Told['course'] = ({ about }) =>
  [0.2, 15.2].map((minutes) => ({ do: 'tell_high', at: later(about.sentAt, minutes), by: null }));

const plain = { danger: 'no', child: 'no', guess: 'no', victim: null, ring: null, where: 'area' } as const;

function told(at: string, reporter: string, fixed: Partial<Situation>, course: Told['course']): Told {
  return { sentAt: new Date(at), reporter: `${reporter}.example`, fixed: { ...plain, ...fixed }, course };
}

export const toldOneByOne: readonly Told[] = [
  told(
    '2015-07-14T13:12:20Z',
    'sam@lantern-project',
    { areas: ['BS'], child: 'in_danger' },
    withdrawalAsked('granted'),
  ),
  told(
    '2015-11-10T15:40:05Z',
    'nat@fair-work-centre',
    { areas: ['WAL'], danger: 'soon' },
    withdrawalAsked('kept'),
  ),
  told('2016-01-13T10:21:40Z', 'robin@harbour-trust', { areas: ['BE'] }, waitingOnPartner),
  told('2016-01-14T09:32:15Z', 'sam@lantern-project', { areas: ['BN'] }, letOutLately),
  told('2016-01-18T05:48:10Z', 'cam@fire-stations', { areas: ['COV'], danger: 'soon' }, approvalOutstanding),
  told('2016-01-18T08:40:00Z', 'pat@fire-stations', { areas: ['BE'], danger: 'soon' }, unclaimed),
];

/** Reports that are still being written: who writes them, since when, and how many pages they have. */
export const unsent: readonly { reporter: string; startedAt: Date; saves: number }[] = [
  { reporter: 'robin@harbour-trust.example', startedAt: new Date('2016-01-15T16:32:00Z'), saves: 3 },
  { reporter: 'uma@community-centres.example', startedAt: new Date('2016-01-16T11:05:00Z'), saves: 1 },
  { reporter: 'ray@housing-service.example', startedAt: new Date('2016-01-08T09:14:00Z'), saves: 2 },
];

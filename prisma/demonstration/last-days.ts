import { later } from './calendar.ts';
import type { Handling } from './course.ts';
import { courseFrom } from './course.ts';
import type { Situation } from './situation.ts';
import type { Step } from './step.ts';
import { police, sharing as words } from './words.ts';

const { agencies, sharing, significant } = words;
const { askedToWithdraw, withdrawalGranted, withdrawalKept } = police;

/** A report whose situation and course are told one by one, because the demonstration needs it just so. */
export type Told = {
  sentAt: Date;
  /** Who sends it, by e-mail address. */
  reporter: string;
  fixed: Partial<Situation>;
  course: (handling: Handling) => Step[];
};

const plain = { danger: 'no', child: 'no', guess: 'no', victim: null, ring: null, where: 'area' } as const;

/** High, claimed at once, and then the partner asks to withdraw it: an officer answers. */
function withdrawalAsked(answer: 'granted' | 'kept'): Told['course'] {
  return (handling) => {
    const course = courseFrom(handling, handling.about.sentAt);
    const [officer = ''] = handling.world.staff.onDuty;
    course.by(null, { do: 'tell_high' });
    course.wait(8, 12);
    course.by(officer, { do: 'open' }, { do: 'act', action: 'claim', comment: '' });
    course.wait(20, 40);
    course.by(handling.about.reporter.email, { do: 'withdraw', comment: askedToWithdraw });
    course.wait(20, 50);
    course.by(
      officer,
      answer === 'granted'
        ? { do: 'act', action: 'grant_withdrawal', comment: withdrawalGranted }
        : { do: 'refuse_withdrawal', comment: withdrawalKept },
    );
    if (answer === 'granted') return course.steps;
    course.by(officer, { do: 'create_item', title: handling.about.scenario.title });
    course.by(officer, {
      do: 'grade',
      item: 1,
      posted: {
        source: '2',
        assessment: 'A',
        handling: 'P',
        provenance: 'First-hand, through a partner.',
        mopiGroup: '4',
      },
    });
    course.by(officer, { do: 'act', action: 'accept', comment: '' });
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
  course.by(officer, { do: 'open' }, { do: 'act', action: 'claim', comment: '' });
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
  const course = courseFrom(handling, about.sentAt);
  const [officer = ''] = world.staff.onDuty;
  const [area = ''] = about.areas;
  course.by(null, { do: 'tell_high' });
  course.wait(9, 9);
  course.by(officer, { do: 'open' }, { do: 'act', action: 'claim', comment: '' });
  course.wait(12, 15);
  course.by(officer, { do: 'create_item', title: about.scenario.title });
  course.by(officer, {
    do: 'grade',
    item: 1,
    posted: {
      source: '2',
      assessment: 'A',
      handling: 'C',
      actionCode: 'A2',
      sanitisationCode: 'S2',
      provenance: 'First-hand: seen by the person who passed it to a partner organisation.',
      mopiGroup: '1',
    },
  });
  course.by(officer, { do: 'act', action: 'accept', comment: '' });
  course.by(officer, {
    do: 'sanitise',
    item: 1,
    text: `A person may be held against their will and moved on before the morning. Place: ${written.address ?? 'not known'}.`,
  });
  course.by(officer, {
    do: 'disseminate',
    item: 1,
    queue: world.geography.queueOf(area),
    conditions: 'Keep the address under observation. Do not knock before speaking to FIB.',
  });
  const at = later(course.now(), 35);
  course.steps.push({
    do: 'acknowledge',
    item: 1,
    sentTo: world.geography.queueOf(area),
    at,
    by: world.staff.spocOf(area),
  });
  course.by(officer, { do: 'tell_lead', item: 1, reason: significant.high, conditions: '' });
  return course.steps;
};

/** It has left the force: one recipient has to be told that it was recalled, to another it has not been passed on yet. */
const letOutLately: Told['course'] = (handling) => {
  const { about, world, written } = handling;
  const course = courseFrom(handling, about.sentAt);
  const [officer = ''] = world.staff.officers;
  const [area = ''] = about.areas;
  course.wait(30, 40);
  course.by(officer, { do: 'open' }, { do: 'act', action: 'claim', comment: '' });
  course.by(officer, { do: 'create_item', title: about.scenario.title });
  course.by(officer, {
    do: 'grade',
    item: 1,
    posted: {
      source: '2',
      assessment: 'C',
      handling: 'P',
      provenance: 'Told to a partner by somebody who heard it from others.',
      mopiGroup: '2',
    },
  });
  course.by(officer, { do: 'act', action: 'accept', comment: '' });
  course.by(officer, {
    do: 'sanitise',
    item: 1,
    text: `Workers may be moved between two forces in the same vehicle. Place: ${written.address ?? 'not known'}.`,
  });
  const toThreatGroup = { recipient: 'rocu-threat-group', body: '', ...sharing.threatGroup };
  course.by(officer, { do: 'disseminate', item: 1, queue: world.geography.queueOf(area), conditions: '' });
  course.by(officer, { do: 'let_out', item: 1, ...toThreatGroup });
  course.wait(20, 25);
  course.by(officer, {
    do: 'record_step',
    item: 1,
    sentTo: 'rocu-threat-group',
    step: 'passed',
    means: 'secure_mail',
    with: sharing.threatGroupPost,
    note: '',
  });
  course.wait(60, 70);
  course.by(officer, {
    do: 'recall',
    item: 1,
    sentTo: 'rocu-threat-group',
    reason: 'A second report says that the address is another house in the street.',
  });
  course.by(officer, { do: 'let_out', item: 1, recipient: 'other_agency', ...agencies[0]! });
  return course.steps;
};

/** Nobody has it yet: those in line have been told, and its clock runs. */
const unclaimed: Told['course'] = ({ about }) =>
  [0.2, 15.2].map((minutes) => ({ do: 'tell_high', at: later(about.sentAt, minutes), by: null }));

export const toldOneByOne: readonly Told[] = [
  {
    sentAt: new Date('2015-07-14T13:12:20Z'),
    reporter: 'sam@lantern-project.example',
    fixed: { ...plain, areas: ['BS'], child: 'in_danger' },
    course: withdrawalAsked('granted'),
  },
  {
    sentAt: new Date('2015-11-10T15:40:05Z'),
    reporter: 'nat@fair-work-centre.example',
    fixed: { ...plain, areas: ['WAL'], danger: 'soon' },
    course: withdrawalAsked('kept'),
  },
  {
    sentAt: new Date('2016-01-13T10:21:40Z'),
    reporter: 'robin@harbour-trust.example',
    fixed: { ...plain, areas: ['BE'] },
    course: waitingOnPartner,
  },
  {
    sentAt: new Date('2016-01-14T09:32:15Z'),
    reporter: 'sam@lantern-project.example',
    fixed: { ...plain, areas: ['BN'] },
    course: letOutLately,
  },
  {
    sentAt: new Date('2016-01-18T05:48:10Z'),
    reporter: 'cam@fire-stations.example',
    fixed: { ...plain, areas: ['COV'], danger: 'soon' },
    course: approvalOutstanding,
  },
  {
    sentAt: new Date('2016-01-18T08:40:00Z'),
    reporter: 'pat@fire-stations.example',
    fixed: { ...plain, areas: ['BE'], danger: 'soon' },
    course: unclaimed,
  },
];

/** Reports that are still being written: who writes them, since when, and how many pages they have. */
export const unsent: readonly { reporter: string; startedAt: Date; saves: number }[] = [
  { reporter: 'robin@harbour-trust.example', startedAt: new Date('2016-01-15T16:32:00Z'), saves: 3 },
  { reporter: 'uma@community-centres.example', startedAt: new Date('2016-01-16T11:05:00Z'), saves: 1 },
  { reporter: 'ray@housing-service.example', startedAt: new Date('2016-01-08T09:14:00Z'), saves: 2 },
];

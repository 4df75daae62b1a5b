import { answerUses, answerWishes } from '#app/domain/intake/own-reports/answer-judgement.ts';
import type { Outcome } from '#app/domain/kernel/outcomes.ts';
import { later, localTime, type OfficeHours } from './calendar.ts';
import type { Deed, Step } from './deeds.ts';
import { gradeFor } from './grades.ts';
import type { Random } from './random.ts';
import { released, type Outgoing } from './release.ts';
import type { Written } from './report.ts';
import type { Placed, Situation, World } from './situation.ts';
import { police as words } from './words.ts';

/** Everything a course of handling is decided from. */
export type Handling = {
  world: World;
  hours: OfficeHours;
  random: Random;
  /** What came of it draws from a stream of its own, so that it changes nothing else of the year. */
  cameOf: Random;
  about: Situation;
  placed: Placed;
  written: Written;
};

/** Writes down deeds one after the other, each later than the one before. */
export type Course = ReturnType<typeof courseFrom>;

/** From then on there is more work than hands. */
const crowdedFrom = localTime('2015-12-14', 0);

/** A course that starts at a time. High runs day and night, everything else in office hours. */
export function courseFrom({ hours, random, placed: { high, priority } }: Handling, start: Date) {
  const steps: Step[] = [];
  let now = start;
  // What is Low waits while the rest is dealt with; with so much more coming in, everything but High gets slower.
  const pace = high ? 1 : (priority === 'medium' ? 1 : 2.2) * (start < crowdedFrom ? 1 : 1.55);
  const by = (who: string | null, ...deeds: Deed[]) => {
    for (const deed of deeds) {
      steps.push({ ...deed, at: now, by: who });
      // Nobody does two things at one moment: what happened first can be told from the times.
      now = later(now, random.between(60, 150) / 60);
    }
  };
  return {
    steps,
    /** The time of the last step. */
    now: () => now,
    /** Lets time pass: between so many minutes of the course's own kind of time. */
    wait: (from: number, to: number) => {
      const minutes = Math.round(random.between(from, to) * pace);
      now = high ? later(now, minutes) : hours.after(now, minutes);
    },
    /** Lets so many minutes of a working day pass while others, such as the partner, take their time. */
    rest: (from: number, to: number) => {
      now = hours.after(now, random.between(from, to));
    },
    by,
    claim: (who: string) => by(who, { do: 'open' }, { do: 'act', action: 'claim', comment: '' }),
    /** Something that comes later and holds nobody up: for what is High by the clock, else in office hours. */
    aside: (who: string, from: number, to: number, deed: Deed, after = now): Date => {
      const minutes = random.between(from, to);
      const at = high ? later(after, minutes / 8) : hours.after(after, minutes);
      steps.push({ ...deed, at, by: who });
      return at;
    },
  };
}

/** How police deal with one report, up to its end or to where the year breaks off. */
export function handled(handling: Handling): Step[] {
  const { random, about, placed } = handling;
  const course = courseFrom(handling, about.sentAt);
  if (!placed.high && random.chance(0.035)) {
    course.wait(5, 50);
    course.by(about.reporter.email, { do: 'withdraw', comment: random.pick(words.withdrawals) });
    return course.steps;
  }
  const officer = claimed(handling, course);
  if (mayMoveOn(handling) && random.chance(0.06)) return movedOn(handling, course, officer);
  assessed(handling, course, officer);
  return course.steps;
}

/** Who may claim it: an officer of the queue, for a High one whoever is on duty. */
function whoClaims({ random, world: { staff, geography }, placed }: Handling): string {
  if (placed.high) return random.pick(staff.onDuty, (email) => (email === staff.onDuty[0] ? 3 : 1));
  if (placed.queue === geography.fib) return random.pick(staff.officers);
  return staff.spocOf(placed.area);
}

/** Until somebody has it for good: first seen late now and then, put down again, or handed to a colleague. */
function claimed(handling: Handling, course: Course): string {
  const { random, placed, world } = handling;
  const first = whoClaims(handling);
  waitForFirst(handling, course);
  course.claim(first);
  if (placed.queue !== world.geography.fib || placed.high || placed.restricted || !random.chance(0.12))
    return first;
  const second = random.pick(world.staff.officers.filter((email) => email !== first));
  course.wait(30, 300);
  const how = random.pick(['release', 'hand_over', 'take_over']);
  if (how === 'hand_over') {
    course.by(first, { do: 'hand_over', colleague: second, comment: random.pick(words.handOvers) });
  } else if (how === 'take_over') {
    course.by(second, { do: 'open' }, { do: 'act', action: 'take_over', comment: words.takeOver });
  } else {
    course.by(first, { do: 'act', action: 'release', comment: random.pick(words.releases) });
    course.wait(60, 300);
    course.claim(second);
  }
  return second;
}

/** Minutes of the portal's escalation of what is High and unclaimed, as the pack has them. */
const escalationAt = [0, 15, 30, 45, 60];

function waitForFirst({ random, placed: { high }, about }: Handling, course: Course): void {
  // One in twelve is seen late: the clocks and the figures have something to show.
  const late = random.chance(0.08);
  if (!high) {
    course.wait(late ? 620 : 60, late ? 1500 : 400);
    return;
  }
  const minutes = late ? random.between(62, 110) : random.between(4, 42);
  for (const step of escalationAt.filter((at) => at < minutes))
    course.steps.push({ do: 'tell_high', at: later(about.sentAt, step + 0.2), by: null });
  course.wait(minutes, minutes);
}

const mayMoveOn = ({ placed, about, world }: Handling): boolean =>
  placed.queue === world.geography.fib && !placed.restricted && !placed.high && about.where !== 'outside';

/** FIB finds out where it belongs and gives it to the area's SPOC. */
function movedOn(handling: Handling, course: Course, officer: string): Step[] {
  const { about, random, world, placed } = handling;
  const { geography, staff } = world;
  const area = placed.area ?? random.pick(geography.areas);
  const queue = geography.queueOf(area);
  course.wait(20, 200);
  course.by(officer, { do: 'reroute', queueCode: queue, comment: words.reroutes.known });
  const there = { ...handling, placed: { ...placed, area, queue }, about: { ...about, areas: [area] } };
  const onward = courseFrom(there, course.now());
  onward.wait(60, 500);
  onward.claim(staff.spocOf(area));
  assessed(there, onward, staff.spocOf(area));
  return [...course.steps, ...onward.steps];
}

function assessed(handling: Handling, course: Course, officer: string): void {
  const { about, random, placed, world } = handling;
  if (about.number % 41 === 7) linkedByHand(handling, course, officer);
  if (!placed.high && random.chance(0.13)) askedBack(handling, course, officer);
  if (!placed.high && random.chance(0.055)) {
    course.wait(20, 240);
    course.by(officer, { do: 'reject', comment: random.pick(words.rejections) });
    return;
  }
  course.wait(15, placed.high ? 45 : 240);
  const items = graded(handling, course, officer);
  course.by(officer, { do: 'act', action: 'accept', comment: '' });
  const atFib = placed.queue === world.geography.fib;
  const goesOut = random.chance(atFib ? 0.8 : 0.35);
  if (goesOut) released(handling, course, atFib ? officer : random.pick(world.staff.officers), items);
  contactMade(handling, course, officer);
  course.wait(placed.high ? 60 : 240, placed.high ? 500 : 1500);
  const comment = random.chance(0.3) ? random.pick(words.ownAnswers) : '';
  course.by(officer, { do: 'close', outcome: outcomeOf(handling, goesOut), comment });
  if (random.chance(0.6)) {
    course.rest(60, 1200);
    course.by(about.reporter.email, { do: 'read_answer' });
    judged(handling, course);
  }
}

/** Half of those who read the answer say whether it was useful; of the others most would have liked something of it. */
function judged({ about, cameOf }: Handling, course: Course): void {
  if (!cameOf.chance(0.5)) return;
  const useful = cameOf.pick(answerUses, (use) => ({ yes: 6, partly: 3, no: 1 })[use]);
  const wishes = useful !== 'yes' && cameOf.chance(0.8) ? [cameOf.pick(answerWishes)] : [];
  course.steps.push({ do: 'judge', useful, wishes, at: course.now(), by: about.reporter.email });
}

/** With a victim who wants to hear from the police: how it is done safely, and the first contact. */
function contactMade({ about, cameOf }: Handling, course: Course, officer: string): void {
  if (about.victim?.wantsContact !== true || !cameOf.chance(0.6)) return;
  course.wait(20, 60);
  course.by(officer, { do: 'plan_contact', days: 7 });
  course.wait(400, 900);
  course.by(officer, {
    do: 'contact',
    result: cameOf.pick(words.contacts),
    days: cameOf.chance(0.7) ? null : 14,
  });
}

function graded({ about, random, placed, written }: Handling, course: Course, officer: string): Outgoing[] {
  const titles = [about.scenario.title];
  if (written.vehicle !== null && random.chance(0.3)) titles.push('The vehicle and whoever drives it');
  return titles.map((title, index) => {
    const item = index + 1;
    let posted = gradeFor(about, random);
    course.by(officer, { do: 'create_item', title });
    course.wait(5, 40);
    course.by(officer, { do: 'grade', item, posted });
    if (random.chance(0.04)) {
      course.wait(30, 120);
      posted = gradeFor(about, random);
      course.by(officer, { do: 'grade', item, posted });
    }
    return { item, twoPersons: placed.restricted || posted.handling === 'C' };
  });
}

function askedBack({ about, random, hours }: Handling, course: Course, officer: string): void {
  course.wait(20, 240);
  course.by(officer, { do: 'ask', comment: random.pick(words.questions) });
  const how = random.weighted({ reply: 74, record_reply: 10, stop_waiting: 16 });
  if (how === 'reply') {
    course.rest(200, 2000);
    course.by(about.reporter.email, { do: 'reply', comment: random.pick(words.replies) });
    course.steps.push({ do: 'read_reply', at: hours.after(course.now(), 8), by: officer });
    return;
  }
  const spoken = how === 'record_reply';
  course.rest(spoken ? 240 : 4800, spoken ? 1400 : 5000);
  const comment = random.pick(spoken ? words.spokenReplies : words.goOn);
  course.by(officer, { do: 'act', action: how, comment });
}

/** The MDS lead, who reads no raw text, links what is not restricted; of the rest the officer. */
function linkedByHand({ random, placed, world, about }: Handling, course: Course, officer: string): void {
  course.wait(10, 60);
  course.by(placed.restricted ? officer : world.staff.mdsLead, { do: 'link', ...random.pick(words.links) });
  if (about.number % 82 === 7) course.by(officer, { do: 'unlink', ...words.unlinked });
}

function outcomeOf({ about, random, placed }: Handling, wentOut: boolean): Outcome {
  if (about.where === 'outside') return 'passed_on';
  if (!wentOut)
    return random.weighted({ no_further_use: 40, more_needed: 26, duplicate: 22, safeguarding_action: 12 });
  return random.weighted({
    used: 62,
    crime_recorded: placed.high ? 30 : 12,
    safeguarding_action: about.victim === null ? 12 : 40,
    passed_on: 6,
    more_needed: 8,
  });
}

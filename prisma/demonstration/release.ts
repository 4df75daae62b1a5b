import type { Means } from '#app/domain/kernel/recipients.ts';
import type { ResultKind } from '#app/domain/connections/records/record-kinds.ts';
import { localTime } from './calendar.ts';
import type { Answer, Step } from './deeds.ts';
import type { Random } from './random.ts';
import type { Course, Handling } from './course.ts';
import { filled, police, sharing } from './words.ts';

/** An item that is about to leave FIB; `twoPersons` where its grade or the restriction asks for a second one. */
export type Outgoing = { item: number; twoPersons: boolean };

/** What leaves FIB: sanitised text, a second person's approval where the rule asks for it, dissemination, its receipt. */
export function released(
  handling: Handling,
  course: Course,
  officer: string,
  items: readonly Outgoing[],
): void {
  const { random, placed } = handling;
  course.wait(20, placed.high ? 60 : 300);
  // FIB works beside another queue's claim, and reads before it writes.
  if (placed.queue !== handling.world.geography.fib) course.by(officer, { do: 'open' });
  for (const outgoing of items) {
    if (outgoing.item > 1 && random.chance(0.4)) continue;
    const { item } = outgoing;
    const text = sanitised(handling, item);
    const again = random.chance(0.07);
    course.by(officer, { do: 'sanitise', item, text });
    if (again) {
      course.wait(10, 90);
      course.by(officer, { do: 'sanitise', item, text: `${text} Treat it with caution.` });
    }
    sentOut(handling, course, officer, { ...outgoing, version: again ? 2 : 1 });
  }
}

function sentOut(
  handling: Handling,
  course: Course,
  officer: string,
  { item, twoPersons, version }: Outgoing & { version: number },
): void {
  const { random, placed, world } = handling;
  const supervisor = placed.high ? world.staff.dutyInspector : random.pick(world.staff.supervisors);
  const approve = () => course.by(supervisor, { do: 'open' }, { do: 'approve', item, version });
  // Of what is High one person may let go what needs two, and the second looks at it afterwards.
  const afterwards = twoPersons && placed.high && random.chance(0.7);
  if (twoPersons && !afterwards) {
    course.wait(placed.high ? 10 : 60, placed.high ? 40 : 700);
    approve();
  }
  course.wait(5, 60);
  const conditions = twoPersons || random.chance(0.15) ? random.pick(police.conditions) : '';
  for (const { queueCode, spoc } of recipients(handling)) {
    course.by(officer, { do: 'send', to: 'queue', item, queueCode, conditions });
    acknowledged(handling, course, spoc, { item, sentTo: queueCode }, officer);
  }
  if (item === 1) sentFurther(handling, course, officer, conditions);
  if (afterwards) {
    course.wait(20, 180);
    approve();
  }
}

/** From then on some of what was sent still waits to be acknowledged. */
const stillWaitingFrom = localTime('2016-01-04', 0);

/** Mostly on the day, sometimes late, and of what was sent lately now and then not yet. */
function acknowledged(
  handling: Handling,
  course: Course,
  spoc: string,
  sent: { item: number; sentTo: string },
  officer: string,
): void {
  const { random, placed } = handling;
  const late = random.chance(0.08);
  const waits = random.chance(0.15) && !placed.high && course.now() >= stillWaitingFrom;
  if (waits) return;
  const at = course.aside(spoc, late ? 600 : 20, late ? 2000 : 460, { do: 'acknowledge', ...sent });
  course.steps.push(...answeredBy(handling, spoc, sent, officer, at));
}

/** What the area did about it, some days later; FIB reads most of it on the day. */
function answeredBy(
  { cameOf, hours }: Handling,
  spoc: string,
  sent: { item: number; sentTo: string },
  officer: string,
  acknowledgedAt: Date,
): Step[] {
  if (!cameOf.chance(0.55)) return [];
  const at = hours.after(acknowledgedAt, cameOf.between(400, 3200));
  const steps: Step[] = [{ do: 'answer', ...sent, ...answer(cameOf), at, by: spoc }];
  if (cameOf.chance(0.85))
    steps.push({ do: 'read_answers', ...sent, at: hours.after(at, cameOf.between(30, 400)), by: officer });
  return steps;
}

function answer(cameOf: Random): Answer {
  const result = cameOf.weighted({ acted: 45, daily_meeting: 25, tasking: 12, nothing_further: 18 });
  const text = cameOf.pick(police.recipientAnswers[result]);
  if (result !== 'acted') return { result, text, came: { results: [] } };
  const results: ResultKind[] = ['visit'];
  if (cameOf.chance(0.25)) results.push('warrant');
  const arrested = results.length > 1 && cameOf.chance(0.6);
  if (arrested) results.push('arrests');
  const safe = cameOf.chance(0.35);
  if (safe) results.push('safeguarded');
  if (cameOf.chance(0.2)) results.push('disruption');
  return {
    result,
    text,
    came: {
      results,
      ...(arrested ? { arrests: String(cameOf.between(1, 4)) } : {}),
      ...(safe ? { safeguarded: String(cameOf.between(1, 6)) } : {}),
    },
  };
}

/** The SPOC of each area concerned; the force's own where no area is known. What a SPOC holds goes beyond the area. */
function recipients({ about, placed, random, world }: Handling): { queueCode: string; spoc: string }[] {
  const { geography, staff } = world;
  const toArea = (area: string) => ({ queueCode: geography.queueOf(area), spoc: staff.spocOf(area) });
  if (placed.queue !== geography.fib)
    return [toArea(random.pick(geography.areas.filter((area) => geography.queueOf(area) !== placed.queue)))];
  // What belongs to another force is passed on to it.
  if (about.where === 'outside') return [];
  if (about.areas.length > 0) return [...new Set(about.areas)].map(toArea);
  return [{ queueCode: geography.forceSpoc, spoc: staff.spocOf(null) }];
}

/** In an officer's words. Some keep an exact time that the checks warn about, because it serves to know it. */
function sanitised({ about, written: { vehicle, address }, random }: Handling, item: number): string {
  const parts =
    item > 1
      ? [`Vehicle of interest: ${vehicle ?? 'not described'}.`]
      : [
          filled(about.scenario.released, about.fillers),
          random.chance(0.06) ? 'Movement has been noticed at 05:30.' : '',
          vehicle === null ? '' : `Vehicle: ${vehicle}.`,
        ];
  return [...parts, address === null ? '' : `Place: ${address}.`].filter((part) => part !== '').join(' ');
}

/** Where an item goes besides the queues: to another force, the ROCU threat group, another agency, the MDS lead. */
function sentFurther(handling: Handling, course: Course, officer: string, conditions: string): void {
  const { about, placed, random, world, written } = handling;
  const letOut = (to: Outside) => passedOn(handling, course, officer, to);
  if (about.where === 'outside') {
    const postcode = String(
      written.items.find(({ posted }) => 'placePostcode' in posted)?.posted['placePostcode'],
    );
    letOut({ recipient: 'other_force', body: world.geography.forceOf(postcode), ...sharing.otherForce });
  }
  if (about.ring !== null && about.number % 4 === 1) letOut(sharing.threatGroup);
  if (about.ring === null && about.number % 29 === 4) letOut(random.pick(sharing.agencies));
  if (placed.high ? about.number % 3 === 0 : about.ring !== null && about.number % 5 === 0) {
    const reason = placed.high ? sharing.significant.high : sharing.significant.pattern;
    course.by(officer, { do: 'send', to: 'mds_lead', item: 1, reason, conditions });
    course.aside(world.staff.mdsLead, 30, 700, { do: 'acknowledge', item: 1, sentTo: 'mds_lead' });
  }
}

type Outside = (typeof sharing.agencies)[number];

/** Let out of the force and passed on by hand within the day; mostly heard of in the days after. */
function passedOn({ random }: Handling, course: Course, officer: string, to: Outside): void {
  const sent = { item: 1, sentTo: to.recipient, with: to.post === '' ? sharing.threatGroupPost : to.post };
  course.by(officer, { do: 'send', to: 'outside', item: 1, ...to });
  const means: Means = random.weighted({ secure_mail: 5, by_hand: 2, meeting: 1 });
  const at = course.aside(officer, 15, 200, { do: 'record_step', ...sent, step: 'passed', means });
  if (!random.chance(0.9)) return;
  const answer: Means = random.pick(['secure_mail', 'telephone']);
  course.aside(officer, 240, 1400, { do: 'record_step', ...sent, step: 'acknowledged', means: answer }, at);
}

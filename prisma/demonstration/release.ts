import { later, localTime } from './calendar.ts';
import type { Handling } from './course.ts';
import type { Course } from './step.ts';
import { sentFurther } from './further.ts';
import { filled, police } from './words.ts';

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
    let version = 1;
    course.by(officer, { do: 'sanitise', item, text: sanitised(handling, item) });
    if (random.chance(0.07)) {
      version = 2;
      course.wait(10, 90);
      const text = `${sanitised(handling, item)} Treat it with caution.`;
      course.by(officer, { do: 'sanitise', item, text });
    }
    sentOut(handling, course, officer, { ...outgoing, version });
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
  // Of what is High one person may let go what needs two, and the second looks at it afterwards.
  const afterwards = twoPersons && placed.high && random.chance(0.7);
  if (twoPersons && !afterwards) {
    course.wait(placed.high ? 10 : 60, placed.high ? 40 : 700);
    course.by(supervisor, { do: 'open' }, { do: 'approve', item, version });
  }
  course.wait(5, 60);
  const condition = twoPersons || random.chance(0.15) ? random.pick(police.conditions) : '';
  for (const { queue, spoc } of recipients(handling)) {
    course.by(officer, { do: 'disseminate', item, queue, conditions: condition });
    acknowledged(handling, course, { item, sentTo: queue, by: spoc });
  }
  if (item === 1) sentFurther(handling, course, officer, condition);
  if (afterwards) {
    course.wait(20, 180);
    course.by(supervisor, { do: 'open' }, { do: 'approve', item, version });
  }
}

/** From then on some of what was sent still waits to be acknowledged. */
const stillWaitingFrom = localTime('2016-01-04', 0);

/** Mostly on the day, sometimes late, and of what was sent lately now and then not yet. It holds nobody up. */
function acknowledged(
  { random, placed, hours }: Handling,
  course: Course,
  { item, sentTo, by }: { item: number; sentTo: string; by: string },
): void {
  const late = random.chance(0.08);
  const minutes = random.between(late ? 600 : 20, late ? 2000 : 460);
  const at = placed.high ? later(course.now(), minutes / 8) : hours.after(course.now(), minutes);
  const waits = random.chance(0.15) && !placed.high && course.now() >= stillWaitingFrom;
  if (!waits) course.steps.push({ do: 'acknowledge', item, sentTo, at, by });
}

/** The SPOC of each area concerned; the force's own where no area is known. What a SPOC holds goes beyond the area. */
function recipients({ about, placed, random, world }: Handling): { queue: string; spoc: string }[] {
  const { geography, staff } = world;
  const toArea = (area: string) => ({ queue: geography.queueOf(area), spoc: staff.spocOf(area) });
  if (placed.queue !== geography.fib)
    return [toArea(random.pick(geography.areas.filter((area) => geography.queueOf(area) !== placed.queue)))];
  // What belongs to another force is passed on to it.
  if (about.where === 'outside') return [];
  if (about.areas.length > 0) return [...new Set(about.areas)].map(toArea);
  return [{ queue: geography.forceSpoc, spoc: staff.spocOf(null) }];
}

/** In an officer's words. Some keep an exact time that the checks warn about, because it serves to know it. */
function sanitised({ about, written, random }: Handling, item: number): string {
  const { vehicle, address } = written;
  const place = address === null ? [] : [`Place: ${address}.`];
  if (item > 1) return [`Vehicle of interest: ${vehicle ?? 'not described'}.`, ...place].join(' ');
  return [
    filled(about.scenario.released, about.fillers),
    ...(random.chance(0.06) ? ['Movement has been noticed at 05:30.'] : []),
    ...(vehicle === null ? [] : [`Vehicle: ${vehicle}.`]),
    ...place,
  ].join(' ');
}

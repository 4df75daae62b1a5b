import type { Means, OutsideStep } from '#app/domain/kernel/recipients.ts';
import { later } from './calendar.ts';
import type { Handling } from './course.ts';
import type { Course, Deed } from './step.ts';
import { sharing as words } from './words.ts';

const { agencies, significant, sharing } = words;

type LetOut = Extract<Deed, { do: 'let_out' }>;

/** Where an item goes besides the queues: to another force, the ROCU threat group, another agency, the MDS lead. */
export function sentFurther(handling: Handling, course: Course, officer: string, conditions: string): void {
  const { about, placed, random, world, written } = handling;
  if (about.where === 'outside') {
    const postcode = written.items.flatMap(({ posted }) => posted['placePostcode'] ?? [])[0] ?? '';
    const body = world.geography.forceOf(postcode);
    letOut(handling, course, officer, { recipient: 'other_force', body, ...sharing.otherForce });
  }
  if (about.ring !== null && about.number % 4 === 1)
    letOut(handling, course, officer, { recipient: 'rocu-threat-group', body: '', ...sharing.threatGroup });
  if (about.ring === null && about.number % 29 === 4)
    letOut(handling, course, officer, { recipient: 'other_agency', ...random.pick(agencies) });
  if (placed.high ? about.number % 3 === 0 : about.ring !== null && about.number % 5 === 0) {
    const reason = placed.high ? significant.high : significant.pattern;
    course.by(officer, { do: 'tell_lead', item: 1, reason, conditions });
    followed(handling, course, 30, 700, {
      do: 'acknowledge',
      item: 1,
      sentTo: 'mds_lead',
      by: world.staff.mdsLead,
    });
  }
}

/** Passed on by hand within the day; mostly heard of in the days after. */
function letOut(
  handling: Handling,
  course: Course,
  officer: string,
  { post, ...to }: Omit<LetOut, 'do' | 'item'>,
): void {
  const { random } = handling;
  course.by(officer, { do: 'let_out', item: 1, post, ...to });
  const means = random.weighted<Means>([
    ['secure_mail', 5],
    ['by_hand', 2],
    ['meeting', 1],
  ]);
  const step = (which: OutsideStep, how: Means) =>
    ({
      do: 'record_step',
      item: 1,
      sentTo: to.recipient,
      step: which,
      means: how,
      with: post === '' ? sharing.threatGroupPost : post,
      note: '',
      by: officer,
    }) as const;
  const passedAt = followed(handling, course, 15, 200, step('passed', means));
  if (random.chance(0.9))
    followed(
      handling,
      course,
      240,
      1400,
      step('acknowledged', random.pick(['secure_mail', 'telephone'])),
      passedAt,
    );
}

/** Something that comes later and holds nobody up: for what is High by the clock, else in office hours. */
function followed(
  { random, placed, hours }: Handling,
  course: Course,
  from: number,
  to: number,
  deed: Deed & { by: string },
  after = course.now(),
): Date {
  const minutes = random.between(from, to);
  const at = placed.high ? later(after, minutes / 8) : hours.after(after, minutes);
  course.steps.push({ ...deed, at });
  return at;
}

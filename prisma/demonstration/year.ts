import { createHash } from 'node:crypto';
import { demonstrationStart } from '#app/domain/force/portal-clock.server.ts';
import { holds } from '#app/domain/form/answers.ts';
import { declarationOf } from '#app/domain/form/declaration.ts';
import type { FormDefinition, Page } from '#app/domain/form/definition.ts';
import { questionFieldNames, type Posted } from '#app/domain/form/read-posted.ts';
import type { Demonstration } from '#app/domain/admin/demonstration-schema.ts';
import type { ForcePack } from '#app/domain/admin/pack-schema.ts';
import { later, localDay, officeHours } from './calendar.ts';
import { handled, type Handling } from './course.ts';
import { geographyOf } from './geography.ts';
import planWorkData from './data/plan-work.json' with { type: 'json' };
import { toldOneByOne, unsent, type Told } from './last-days.ts';
import { write, type Written } from './report.ts';
import { randomFrom } from './random.ts';
import { placed, situation, type Placed, type Situation, type World } from './situation.ts';
import { staffOf } from './staff.ts';
import type { Deed, Step } from './deeds.ts';
import { submissionTimes } from './volumes.ts';

/** One report with everything that happens to it before the demonstration starts. `placed` is null while it is a draft. */
export type Story = { number: number; placed: Placed | null; sentAt: Date | null; steps: Step[] };

const seed = 20_150_401;

/** The plan's own year: who owns what, how it stands, what is still to be done. */
const planWork = planWorkData.map((step) => ({ ...step, at: new Date(step.at) }) as Step);

/** The demonstration's year: the same stories whenever it is asked for. Pure; nothing is written. */
export function storiesOf(pack: ForcePack, demonstration: Demonstration): Story[] {
  const world: World = { geography: geographyOf(pack), staff: staffOf(demonstration), formAt: formsOf(pack) };
  const hours = officeHours(pack.workingHours);
  const usual = submissionTimes(randomFrom(seed), hours).map((sentAt): Told => ({
    sentAt,
    reporter: '',
    fixed: {},
    course: handled,
  }));
  const told = [...usual, ...toldOneByOne].sort(
    (one, other) => one.sentAt.getTime() - other.sentAt.getTime(),
  );
  const sent = told.map((one, index) => storyOf(world, hours, one, index + 1));
  const written = unsent.map((one, index) => draftOf(world, one, sent.length + index + 1));
  const plan: Story = {
    number: sent.length + written.length + 1,
    placed: null,
    sentAt: null,
    steps: planWork,
  };
  return [...sent, ...written, plan];
}

/** The versions by the days from which the pack says that they are in force. A report is not written over midnight. */
function formsOf({ forms, formAgreements }: ForcePack): World['formAt'] {
  return (at) => {
    const versions = formAgreements
      .filter(({ inForceFrom = '' }) => inForceFrom <= localDay(at))
      .map(({ version }) => version);
    const newest = forms.find(({ definition }) => definition.version === Math.max(...versions));
    if (newest === undefined) throw new Error('No version of the form is in force.');
    return newest.definition;
  };
}

function storyOf(world: World, hours: Handling['hours'], told: Told, number: number): Story {
  // Words, situation and course draw from streams of their own, so that a change of one leaves the others.
  const stream = (part: number) => randomFrom(seed + number * 10 + part);
  const reporter = world.staff.reporters.find(({ email }) => email === told.reporter);
  const about = situation(world, stream(1), number, told.sentAt, {
    ...told.fixed,
    ...(reporter ? { reporter } : {}),
  });
  const written = write(world, stream(2), about);
  const handling: Handling = {
    world,
    hours,
    random: stream(3),
    cameOf: stream(4),
    about,
    placed: placed(about, world.geography),
    written,
  };
  const before = writing(
    written,
    told.reporter === '' ? writerOf(world, about) : themselves(about.reporter.email),
    told.sentAt,
    world.formAt(told.sentAt),
  );
  const after = told.course(handling).filter(({ at }) => at < demonstrationStart);
  return { number, placed: handling.placed, sentAt: told.sentAt, steps: [...before, ...after] };
}

type Writer = { by: string; start: Extract<Deed, { do: 'start' }> };

const themselves = (by: string): Writer => ({ by, start: { do: 'start' } });

/** Most partners write themselves. A few ring or send the form on paper, and the area's SPOC or an officer enters it. */
function writerOf({ staff }: World, { number, areas, reporter }: Situation): Writer {
  const channel = number % 23 === 9 ? 'telephone' : number % 61 === 29 ? 'paper' : null;
  if (channel === null) return themselves(reporter.email);
  const [area] = areas;
  const by = area === undefined ? (staff.officers[0] ?? '') : staff.spocOf(area);
  return { by, start: { do: 'start', reportedBy: reporter.email, channel } };
}

/** Page by page, some minutes each, so that the report is sent when it says. */
function writing(written: Written, { by, start }: Writer, sentAt: Date, form: FormDefinition): Step[] {
  const deeds: Deed[] = [start, ...savesOf(written, form), sendingOf(written, form)];
  return deeds.map((deed, index) => ({ ...deed, by, at: later(sentAt, (index - deeds.length + 1) * 2) }));
}

/** Sends with what the page of sending asks in that version. */
function sendingOf({ fields }: Written, form: FormDefinition): Deed {
  const declaration = { declaration: ['confirmed'], ...fieldsOf(declarationOf(form).page, fields) };
  return { do: 'submit', declaration };
}

/** What is saved one after the other, in the order of that version of the form. */
function savesOf({ fields, items }: Written, form: FormDefinition): Deed[] {
  return form.sections.flatMap((section): Deed[] => {
    if (section.kind === 'list')
      return items
        .filter(({ sectionId }) => sectionId === section.id)
        .map((item) => ({ do: 'save_item', ...item }));
    if (section.atCheckAnswers) return [];
    return section.pages.flatMap((page) => {
      const posted = holds(page.showWhen, fields) ? fieldsOf(page, fields) : {};
      return Object.keys(posted).length === 0 ? [] : [{ do: 'save_page', pageId: page.id, posted }];
    });
  });
}

/** What of the fields a page asks. */
const fieldsOf = ({ questions }: Page, fields: Posted): Posted =>
  Object.fromEntries(
    questions
      .flatMap(questionFieldNames)
      .filter((name) => Object.hasOwn(fields, name))
      .map((name) => [name, fields[name] ?? '']),
  );

function draftOf(
  world: World,
  { reporter, startedAt, saves }: (typeof unsent)[number],
  number: number,
): Story {
  const random = randomFrom(seed + number * 10);
  const writer = world.staff.reporters.find(({ email }) => email === reporter);
  const about = situation(world, random, number, startedAt, {
    danger: 'no',
    child: 'no',
    ...(writer ? { reporter: writer } : {}),
  });
  const deeds: Deed[] = [
    { do: 'start' },
    ...savesOf(write(world, random, about), world.formAt(startedAt)).slice(0, saves),
  ];
  const steps = deeds.map((deed, index) => ({ ...deed, by: reporter, at: later(startedAt, index * 3) }));
  return { number, placed: null, sentAt: null, steps };
}

/** Tells whether two years are the same, however their code is written. */
export const hashOfStories = (stories: readonly Story[]): string =>
  createHash('sha256').update(JSON.stringify(stories)).digest('hex');

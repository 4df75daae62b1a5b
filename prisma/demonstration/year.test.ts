import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demonstrationStart } from '#app/domain/force/portal-clock.server.ts';
import { monthOf } from '#app/domain/kernel/months.ts';
import { checkSanitised } from '#app/domain/triage/release/sanitisation.ts';
import { readDemonstration, readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { localDay, localTime, officeHours } from './calendar.ts';
import { toldOneByOne } from './last-days.ts';
import { randomFrom } from './random.ts';
import type { Deed, Step } from './deeds.ts';
import { monthlyVolumes, turningPoints } from './volumes.ts';
import { filled, people, scenarios } from './words.ts';
import { hashOfModels, readYearFile } from './year-file.ts';
import { hashOfStories, storiesOf, type Story } from './year.ts';

const packDirectory = 'prisma/packs/west-midlands-2015';
const pack = await readForcePack(packDirectory);
const demonstration = await readDemonstration(packDirectory, pack);
const stories = storiesOf(pack, demonstration);
const sent = stories.filter((story): story is Story & { sentAt: Date } => story.sentAt !== null);
const hours = officeHours(pack.workingHours);
const day = 86_400_000;

const saved = stories.flatMap(({ steps }) =>
  steps.flatMap((step) => (step.do === 'save_page' || step.do === 'save_item' ? [step.posted] : [])),
);
const posted = (name: string): string[] => saved.flatMap((fields) => fields[name] ?? []);

describe('the volumes of the demonstration’s year', () => {
  it('are ten to sixty a month, about 400 in all', () => {
    const counted: Record<string, number> = {};
    for (const { sentAt } of sent) counted[monthOf(sentAt)] = (counted[monthOf(sentAt)] ?? 0) + 1;
    const expected: Record<string, number> = { ...monthlyVolumes };
    for (const { sentAt } of toldOneByOne) expected[monthOf(sentAt)] = (expected[monthOf(sentAt)] ?? 0) + 1;
    expect(counted).toEqual(expected);
    for (const volume of Object.values(counted)) {
      expect(volume).toBeGreaterThanOrEqual(10);
      expect(volume).toBeLessThanOrEqual(60);
    }
    expect(sent.length).toBeGreaterThan(380);
    expect(sent.length).toBeLessThan(420);
  });

  it.each(turningPoints)('rise after the event of %s, which is one of the plan’s', (point) => {
    expect(pack.planEvents.map(({ on }) => on)).toContain(point);
    const at = localTime(point, 0).getTime();
    const within = (from: number, to: number) =>
      sent.filter(({ sentAt }) => sentAt.getTime() >= at + from * day && sentAt.getTime() < at + to * day)
        .length;
    expect(within(1, 29)).toBeGreaterThan(within(-28, 0) * 1.2);
  });

  it('come from reporting centres most of all after the last event', () => {
    const centres = new Set(
      demonstration.accounts
        .filter(({ organisation }) => ['fire-stations', 'community-centres'].includes(organisation ?? ''))
        .map(({ email }) => email),
    );
    const share = (from: string, to: string) => {
      const among = sent.filter(({ sentAt }) => localDay(sentAt) >= from && localDay(sentAt) < to);
      return among.filter(({ steps }) => centres.has(steps[0]?.by ?? '')).length / among.length;
    };
    expect(share('2015-11-27', '2016-01-18')).toBeGreaterThan(share('2015-04-01', '2015-11-26') * 1.5);
  });
});

describe('the course of each report', () => {
  it('is the same whenever it is asked for', () => {
    expect(hashOfStories(storiesOf(pack, demonstration))).toBe(hashOfStories(stories));
    expect(randomFrom(7).next()).toBe(randomFrom(7).next());
  });

  it('goes forward in time and ends before the demonstration starts', () => {
    for (const { steps } of stories) {
      const aside: Deed['do'][] = ['acknowledge', 'answer', 'read_answers', 'record_step', 'tell_high'];
      const own = steps.filter((step) => !aside.includes(step.do));
      own.slice(1).forEach((step, index) => {
        expect(step.at.getTime()).toBeGreaterThan((own[index] as Step).at.getTime());
      });
      for (const { at } of steps) expect(at.getTime()).toBeLessThan(demonstrationStart.getTime());
    }
  });

  it('keeps office hours for everything but what is High', () => {
    const partners: Deed['do'][] = [
      'start',
      'save_page',
      'save_item',
      'submit',
      'withdraw',
      'reply',
      'read_answer',
      'judge',
    ];
    const byPolice = sent
      .filter(({ placed }) => placed?.priority !== 'high')
      .flatMap(({ steps }) => steps.filter((step) => !partners.includes(step.do)));
    expect(byPolice.length).toBeGreaterThan(1000);
    for (const { at } of byPolice) {
      expect(hours.isWorkingDay(localDay(at)), at.toISOString()).toBe(true);
      const minutes = (at.getTime() - localTime(localDay(at), 0).getTime()) / 60_000;
      expect(minutes, at.toISOString()).toBeGreaterThanOrEqual(9 * 60);
      // What was begun before five o'clock is brought to its end.
      expect(minutes, at.toISOString()).toBeLessThan(17 * 60 + 30);
    }
  });

  it('leaves one High report unclaimed, whose first clock still runs', () => {
    const waiting = sent.filter(
      ({ placed, steps }) =>
        placed?.high && !steps.some((step) => step.do === 'act' && step.action === 'claim'),
    );
    expect(waiting.map(({ sentAt }) => sentAt.toISOString())).toEqual(['2016-01-18T08:40:00.000Z']);
  });
});

describe('the words of the year', () => {
  it('tell of at least forty kinds of matter, all of which are met', () => {
    expect(new Set(scenarios.map(({ code }) => code)).size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(40);
    const titles = new Set(
      stories.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.do === 'create_item' ? [step.title] : [])),
      ),
    );
    for (const { title } of scenarios) expect([...titles]).toContain(title);
  });

  it('are sanitised so that the checks find nothing to warn of', () => {
    const fillers = { count: '7', weeks: '4', days: 'on most weekday mornings', pay: '£10' };
    for (const { account, released } of scenarios) {
      const warnings = checkSanitised({
        raw: filled(account, fillers),
        sanitised: filled(released, fillers),
        submitterNames: ['Robin Example'],
        organisationNames: ['Example Harbour Trust'],
      });
      expect(warnings, released).toEqual([]);
    }
  });

  it('refuses a place in braces that nothing fills', () => {
    expect(() => filled('About {many} people', {})).toThrow('{many}');
  });

  it('name nobody and nothing that could exist', () => {
    for (const surname of posted('personSurname')) expect(people.inventedSurnames).toContain(surname);
    for (const name of posted('sourceName')) expect(people.sourceNames).toContain(name);
    for (const phone of [...posted('personPhone'), ...posted('sourceContact')])
      expect(phone).toMatch(/^07700 900\d{3}/);
    for (const mark of posted('vehicleVrm')) expect(mark).toMatch(/^ZZ/);
    for (const postcode of posted('placePostcode')) expect(postcode).toMatch(/^[A-Z]+\d+[A-Z]?$|[XYZ]{2}$/);
    const written = JSON.stringify(stories);
    expect(written.match(/[\w.]+@[\w.-]+/g)?.filter((email) => !email.endsWith('.example'))).toEqual([]);
    expect(written).not.toMatch(/https?:|www\./);
  });
});

describe('the year that is kept beside the pack', () => {
  it('is the one of this code and of these tables: else run "npm run prepare-demonstration"', async () => {
    const year = await readYearFile(packDirectory);
    expect(year?.stories).toBe(hashOfStories(stories));
    expect(year?.models).toBe(hashOfModels(readFileSync('prisma/schema.prisma', 'utf8')));
  });

  it('is not asked of a pack that has none', async () => {
    expect(await readYearFile('prisma/packs')).toBeNull();
  });

  it('is out of date when a column of its tables changes, and not for another table', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    const now = hashOfModels(schema);
    expect(hashOfModels(schema.replace(/^ {2}landmark .*$/m, '  landmark String @db.Text'))).not.toBe(now);
    expect(hashOfModels(`${schema}\nmodel Kiosk {\n  id String @id\n  @@map("kiosk")\n}\n`)).toBe(now);
    expect(() => hashOfModels('model Kiosk {\n  @@map("kiosk")\n}')).toThrow('has no model of draft');
  });
});

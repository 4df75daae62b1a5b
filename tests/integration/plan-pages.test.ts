import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import type { PlanFile } from '#app/domain/plan/plan-pack-schema.ts';
import { planItems, activityCode, aimCode } from '#app/domain/plan/plan-pack-items.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { countStatements } from '#tests/factories/count-statements.ts';
import { errorsOf, formOf, sendForm } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';

// A session is touched once a minute: time stands still, so that it falls into no count.
const portal = await openTestPortal({ realTime: fixedClock(new Date()) });
const statements = await countStatements(portal.database.pool);
const browser = await portal.signedIn(people.mdsLead);
const { plan } = await readForcePack('prisma/packs/west-midlands-2015');

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
type PageRead = { text: string; $: ReturnType<typeof load> };
async function read(path: string): Promise<PageRead> {
  const answer = await browser.get(path);
  expect(answer.status, path).toBe(200);
  const $ = load(answer.text);
  return { text: tidy($('main').text()), $ };
}
const missing = ({ text }: PageRead, texts: readonly (string | undefined)[]) =>
  texts.filter((wanted) => wanted !== undefined && !text.includes(tidy(wanted)));

const whole = await read('/plan');
const items = planItems(plan);
const pages = new Map<string, PageRead>();
for (const { code } of items) pages.set(code, await read(`/plan/${encodeURIComponent(code)}`));
const pageOf = (code: string): PageRead => {
  const found = pages.get(code);
  if (!found) throw new Error(`The plan has no item ${code}.`);
  return found;
};

type Entry = PlanFile['localActions'][number]['commentary'][number];
const texts = (entries: readonly Entry[]) => entries.map(({ text }) => text);

describe('whoever reads the plan’s source finds it on the pages', () => {
  it('has its titles, organisation, priority, lead, notes, tables and explanations on the page of the plan', () => {
    const { source } = plan;
    const { title, organisation, secondTitle, priority, leadRole, localPlanTitle, notes, tables } = source;
    expect(missing(whole, [title, organisation, secondTitle, priority, leadRole, localPlanTitle])).toEqual(
      [],
    );
    expect(missing(whole, [...notes, `${source.redactionsInSource} places`])).toEqual([]);
    expect(
      missing(
        whole,
        tables.flatMap((table) => [table.title, ...table.columns]),
      ),
    ).toEqual([]);
    expect(
      missing(
        whole,
        plan.pccNumberingGaps.map(({ note }) => note),
      ),
    ).toEqual([]);
    expect(
      missing(whole, [...Object.entries(plan.strategicLinkKeys), ...Object.entries(plan.glossary)].flat()),
    ).toEqual([]);
  });

  it('has every text of every aim on the page of the plan and on its own pages', () => {
    for (const aim of plan.pccAims) {
      const own = [aim.aim, aim.whatAreYouGoingToDo];
      expect(missing(whole, own)).toEqual([]);
      expect(missing(pageOf(aimCode(aim.ref)), [...own, aim.sourceHeading])).toEqual([]);
      for (const activity of aim.activities) {
        const code = activityCode(aim.ref, activity.number);
        const entries = aim.evidence.filter((entry) => entry.activity === activity.number);
        const all = [activity.text, activity.note, ...texts(entries)];
        expect(missing(whole, [code, ...all])).toEqual([]);
        expect(missing(pageOf(code), [code, ...all])).toEqual([]);
      }
    }
  });

  it('has every text of every theme and action on the page of the plan and on its own', () => {
    for (const theme of plan.themes) {
      expect(missing(whole, [theme.name, theme.missingReason])).toEqual([]);
      expect(missing(pageOf(theme.name), [theme.sourceHeading, theme.missingReason])).toEqual([]);
    }
    for (const action of plan.localActions) {
      const all = [
        action.ref,
        action.what,
        action.howIntro,
        ...action.how.map(({ text }) => text),
        ...action.responsibilityRoles,
        ...texts(action.commentary),
        action.note,
      ];
      expect(missing(whole, all)).toEqual([]);
      expect(missing(pageOf(action.ref), [...all, action.strategicLinkVerbatim])).toEqual([]);
    }
  });

  it('keeps what the source sets in bold, italics or red, and says so to who does not see it', () => {
    const aims = plan.pccAims.filter(({ emphasisInAim }) => emphasisInAim);
    expect(aims).not.toEqual([]);
    for (const { ref, aim } of aims) {
      const strong = tidy(pageOf(aimCode(ref)).$('main .govuk-body-l strong').text());
      expect(strong).not.toBe('');
      expect(aim).toContain(strong);
      expect(whole.text).toContain(tidy(aim));
    }
    const entries = [
      ...plan.pccAims.flatMap(({ evidence }) => evidence),
      ...plan.localActions.flatMap(({ commentary }) => commentary),
    ];
    const set = (style: string) =>
      whole
        .$(`.portal-verbatim--${style}`)
        .toArray()
        .map((span) => tidy(whole.$(span).text()));
    for (const style of ['red', 'bold', 'italic'] as const)
      expect(set(style)).toEqual(
        entries.filter((entry) => entry.style === style).map(({ text }) => tidy(text)),
      );
    const updates = entries.filter(({ update }) => update).length;
    expect(
      whole
        .$('ol .govuk-tag')
        .toArray()
        .filter((tag) => whole.$(tag).text() === 'Update'),
    ).toHaveLength(updates);
  });

  it('says [REDACTED] as often as the source does', () => {
    const { $ } = whole;
    const explained = tidy($('#about').parent().text()).split('[REDACTED]').length - 1;
    const overview = tidy($('section[aria-labelledby="overview"]').text()).split('[REDACTED]').length - 1;
    const named =
      explained +
      overview +
      (tidy($('main > p, .govuk-main-wrapper > p').text()).split('[REDACTED]').length - 1);
    expect(whole.text.split('[REDACTED]').length - 1 - named).toBe(plan.source.redactionsInSource);
  });
});

describe('how the plan stands', () => {
  it('is told of every activity and action in its order, each leading to its page', () => {
    const { $ } = whole;
    const links = $('section[aria-labelledby="overview"] tbody th a').toArray();
    expect(links.map((link) => $(link).text())).toEqual(
      $('.govuk-summary-card__title a')
        .toArray()
        .map((link) => $(link).text()),
    );
    expect(links).toHaveLength(31);
    expect($(links[0]).attr('href')).toBe('/plan/PCC%201.2.1');
  });
});

describe('a public edition', () => {
  it('has the plan’s redactions and nothing that is withheld, on its page, in its PDF and in its table', async () => {
    const { id: planId } = await portal.db.plan.findFirstOrThrow();
    const entry = 'Officers visit Qzcanary Street on Monday.';
    await sendForm(browser, '/plan/Prepare%201', { text: entry });
    const secret = { intent: 'withhold', words: 'Qzcanary Street', exemption: 'law_enforcement' };
    await sendForm(browser, `/plans/${planId}/withhold?item=Prepare%201`, secret);
    const edition = await sendForm(browser, `/plans/${planId}/editions/new`);
    const page = await browser.get(edition);
    const csv = await browser.get(`${edition}/csv`);
    const pdf = await browser.get(`${edition}/pdf`);
    const { text, properties, roles } = await readPdf(pdf.bytes);
    const tags = load(page.text)('main').text();
    for (const told of [page.text, csv.text, new TextDecoder('latin1').decode(pdf.bytes), text, properties])
      expect(told).not.toMatch(/qzcanary/i);
    const places = plan.source.redactionsInSource;
    const count = (told: string, words: string) => told.split(words).length - 1;
    for (const told of [tidy(tags), tidy(csv.text), text]) {
      expect(told.replaceAll(' ', '')).toContain('Officersvisit[REDACTED,s.31]onMonday.');
      // Once more where it is said what that means.
      expect(count(told, '[REDACTED]')).toBe(told === tidy(csv.text) ? places : places + 1);
    }
    for (const { what, strategicLinks } of plan.localActions)
      for (const words of [what, ...strategicLinks]) expect(text).toContain(words.replaceAll(/\s/g, ''));
    expect(roles.filter((role) => role === 'H2').length).toBeGreaterThan(8);
  });
});

describe('a plan in a spreadsheet', () => {
  const upload = (table: string | null) => {
    const form = new FormData();
    if (table !== null) form.set('file', new File([table], 'plan.csv'));
    const headers = { accept: 'text/html', origin: portal.origin, 'sec-fetch-site': 'same-origin' };
    return browser.send('/plans/import', { method: 'POST', body: form, headers });
  };

  /** What it answers, and in how many statements. */
  const counted = async <Answer>(ask: () => Promise<Answer>) => {
    const { statements: sent, result } = await statements.during(ask);
    return { answer: result, count: sent.length };
  };

  it('is shown before anything is made, made with one press, and saved as the same bytes', async () => {
    const { id: planId } = await portal.db.plan.findFirstOrThrow();
    const { text: saved } = await browser.get(`/plans/${planId}/export`);
    const lines = saved
      .split('\r\n')
      .filter((line) => !/^"OFFICIAL","(gap|owner|status|evidence|event)"/.test(line));
    const table = lines
      .join('\r\n')
      .replace('2015-04-01 to 2016-03-31', '2016-04-01 to 2017-03-31')
      .replace('"We will enact', `"'=1+1 We will enact`);
    // A byte over, and nothing chosen.
    expect((await upload('x'.repeat(512 * 1024 + 1))).status).toBe(413);
    expect(errorsOf((await upload(null)).text)).toEqual(['Select a table']);
    const wrong = await upload(table.replace('"1.2.1"', '"1.2.9"'));
    expect(wrong.status).toBe(422);
    expect(load(wrong.text)('main tbody tr').first().text()).toContain('Enter PCC 1.2.9');
    const page = await counted(() => browser.get('/plans/import'));
    const { answer: preview, count: shown } = await counted(() => upload(table));
    expect([preview.status, await portal.db.plan.count()]).toEqual([200, 1]);
    expect(tidy(load(preview.text)('main').text())).toContain('40 carried over, 1 changed');
    const { fields } = formOf(preview.text);
    const { answer: made, count: written } = await counted(() => browser.post('/plans/import', fields));
    // However many items the table has (docs/decisions/0052).
    expect([page.count, shown, written]).toEqual([2, 5, 16]);
    expect(made.location).toMatch(/^\/plans\//);
    expect((await browser.get(`${made.location}/export`)).text).toBe(table);
  });
});

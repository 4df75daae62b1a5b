import { rowsOf } from '#app/domain/admin/settings/setting-rows.ts';
import type { Procedure, Rulebook } from '#app/domain/desks/products/procedure.server.ts';
import type { ClockTargets } from '#app/domain/force/clocks.ts';
import {
  actionCodes,
  assessmentGrades,
  gradingSource,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
  type Code,
} from '#app/domain/kernel/grading.ts';
import { priorityWords } from '#app/domain/kernel/report-labels.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { transitions, type Transition } from '#app/domain/submission/actions.ts';
import type { Holder } from '#app/domain/submission/actions/row.ts';
import {
  conditionWords,
  effectRows,
  ruleName,
  type ConditionWords,
  type ValueNames,
} from '#app/domain/routing/rule-words.ts';
import type { PrintedBlock } from '#app/platform/documents/printed-document.ts';
import { formatDate, formatDateTime } from '#app/ui/format/date.ts';
import { formatDuration } from '#app/ui/format/duration.ts';
import { clockTargetWords, clockWords, rowLines, rowTitle } from '#app/ui/settings/setting-words.ts';
import { dated, type Product } from './products.ts';

type Row = { key: string; value: string[] };
type Section = { title: string; about: string; rows: Row[] };

/** The procedure as it is in force. Nothing in it is typed a second time: each row is made of what the portal goes by. */
export function procedureProduct({ at, now, before, since, names }: Procedure): Product {
  const then = before === null ? null : sectionsOf(before, names);
  return dated('Written procedure', formatDateTime(at), [
    {
      kind: 'paragraph',
      text: `How ${now.force.force.name} handles what partners report, printed from the settings, rules and steps by which the portal works on ${formatDateTime(at)}.`,
    },
    ...(since === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `Changes from ${formatDate(new Date(`${since}T12:00:00Z`))} on are marked: “New”, “Changed” with what it said before, “Gone”. Grades and steps are the portal’s own and come with its version.`,
          },
        ]),
    ...sectionsOf(now, names).flatMap(({ title, about, rows }, index): PrintedBlock[] => [
      { kind: 'heading', level: 2, text: title },
      { kind: 'paragraph', text: about },
      { kind: 'summary', rows: then === null ? rows : marked(rows, then[index]?.rows ?? []) },
    ]),
  ]);
}

/** The rows with what changed in them said first, and those that are gone after them. */
function marked(rows: readonly Row[], then: readonly Row[]): Row[] {
  const had = new Map(then.map(({ key, value }) => [key, value]));
  const has = new Set(rows.map(({ key }) => key));
  return [
    ...rows.map(({ key, value }) => {
      const old = had.get(key);
      if (old === undefined) return { key: `New: ${key}`, value };
      return old.join('\n') === value.join('\n')
        ? { key, value }
        : { key: `Changed: ${key}`, value: [...value, `Before: ${old.join('; ')}`] };
    }),
    ...then
      .filter(({ key }) => !has.has(key))
      .map(({ key, value }) => ({ key: `Gone: ${key}`, value: [`Before: ${value.join('; ')}`] })),
  ];
}

const sectionsOf = ({ force, rules }: Rulebook, names: ValueNames): Section[] => [
  {
    title: 'Clocks',
    about:
      'They start together, when a report is sent; the last one when an item is disseminated. High runs day and night.',
    rows: [
      ...(['high', 'medium', 'low'] as const).map((priority) => ({
        key: priorityWords[priority],
        value: (Object.keys(clockWords) as (keyof ClockTargets['high'])[]).map(
          (clock) => `${clockWords[clock]}: ${clockTargetWords(force.clocks[priority][clock])}`,
        ),
      })),
      {
        key: 'A question to the partner',
        value: [
          `Stops the clocks of what is not High, for ${force.clarification.pauseEndsAfterDays} days at most`,
        ],
      },
      {
        key: 'What one person sends at once because it is High',
        value: [
          `A second person approves within ${formatDuration(force.approvalAfterwards.minutes * 60_000)}`,
        ],
      },
    ],
  },
  {
    title: 'While nobody has claimed a High report',
    about: 'Who is told, and when; after the last step everybody again each hour.',
    rows: rowsOf('escalation', force.escalation).map(({ code, row }) => ({
      key: rowTitle(code, row),
      value: rowLines(row),
    })),
  },
  {
    title: 'Routes',
    about:
      'The first rule that names a queue decides where a report goes. Every rule that applies adds its watching queues, links and notices, the most urgent priority counts, and where any restricts only FIB sees it.',
    rows: rules.rules.map((rule) => ({
      key: ruleName(rule),
      value: [
        `Applies when ${conditionText(conditionWords(rule.when, names))}`,
        ...effectRows(rule).map(({ key, value }) => `${key}: ${value}`),
      ],
    })),
  },
  {
    title: 'Steps, and who takes them',
    about: 'Everything that can be done with a report, and by whom. Whoever is not named cannot.',
    rows: stepRows(),
  },
  {
    title: 'Grades',
    about: `${gradingSource}, in our words.`,
    rows: [
      codes('Source', sourceGrades),
      codes('Assessment', assessmentGrades),
      codes('Handling', handlingCodes),
      codes('Action codes of C', actionCodes),
      codes('Sanitisation codes of C', sanitisationCodes),
      {
        key: 'Confidence',
        value: (['high', 'medium', 'low'] as const).map(
          (level) =>
            `${level.charAt(0).toUpperCase()}${level.slice(1)}: ${Object.entries(force.confidence)
              .filter(([, given]) => given === level)
              .map(([pair]) => pair)
              .join(', ')}`,
        ),
      },
    ],
  },
  ...(['recipients', 'signposts'] as const).map((part) => ({
    title: part === 'recipients' ? 'Recipients outside the force' : 'Who else can be called',
    about:
      part === 'recipients'
        ? 'Whom officers choose by name. Anybody else is named by hand, with the reason.'
        : 'As partners read it.',
    rows: rowsOf(part, force[part]).map(({ code, row }) => ({
      key: rowTitle(code, row),
      value: rowLines(row),
    })),
  })),
];

const codes = (key: string, all: readonly Code<string>[]): Row => ({
  key,
  value: all.map(({ code, label, definition }) => `${code} ${label}. ${definition}`),
});

function conditionText(words: ConditionWords): string {
  if (typeof words === 'string') return words;
  const parts = words.parts.map((part) => (typeof part === 'string' ? part : `(${conditionText(part)})`));
  return parts.join(words.of === 'all' ? ' and ' : ' or ');
}

const holders: Readonly<Record<Holder, string>> = {
  primary_queue_member: 'an officer of its queue',
  duty_list: 'while it is High, those on duty and every FIB supervisor',
  claim_holder: 'whoever has claimed it',
  reader: 'police who may read it',
  fib_officer: 'FIB officers and supervisors',
  fib_supervisor: 'an FIB supervisor',
  lowering_decider: 'an FIB supervisor other than whoever asked',
  ending_decider: 'an FIB supervisor other than whoever asked',
  lifting_decider: 'an FIB supervisor other than whoever asked',
  immigration_decider: 'an FIB supervisor other than whoever asked',
  item_writer: 'whoever wrote the item, while they work on its report',
  uninvolved_supervisor: 'an FIB supervisor who had no part in what went out',
  submitter: 'the partner who sent it, or who stands in for them',
  system: 'the portal itself',
};

/** By the words of the button: an action that one person takes, asks for or agrees to may have one name. */
function stepRows(): Row[] {
  const byLabel = new Map<string, Transition[]>();
  for (const row of transitions) byLabel.set(row.label, [...(byLabel.get(row.label) ?? []), row]);
  return [...byLabel].map(([label, ways]) => ({
    key: label,
    value: [
      `By ${[...new Set(ways.flatMap(({ who }) => who.map(({ holder }) => holders[holder])))].join('; ')}`,
      ...leadsTo(ways),
      ...(ways.some(({ secondPerson }) => secondPerson !== undefined)
        ? ['A second person where handling code C or a restriction asks for one']
        : []),
      ...(ways.some(({ differentPersonFrom }) => differentPersonFrom !== undefined)
        ? ['Never by who wrote the text or gave its grade']
        : []),
      ...(ways.some(({ tellsPartner }) => tellsPartner) ? ['The partner is told that something waits'] : []),
    ],
  }));
}

function leadsTo(ways: readonly Transition[]): string[] {
  const to = [...new Set(ways.map((way) => way.to))].flatMap((status) =>
    status === 'unchanged'
      ? []
      : status === 'as_it_ended' || status === 'as_items_stand'
        ? ['as it was before']
        : [statusWords(status, { held: true }).toLowerCase()],
  );
  return to.length === 0 ? [] : [`Then it is ${to.join(' or ')}`];
}

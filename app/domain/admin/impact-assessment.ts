import { searchKeptHours } from '../connections/search/sought.ts';
import { agreementOf } from '../form/form-agreement.ts';
import { sectionQuestions, type Question } from '../form/definition.ts';
import type { ReportRule } from '../force/retention.ts';
import { roles } from '../kernel/actor.ts';
import { permissions, type Permission } from '../kernel/permissions.ts';
import { outsideKinds } from '../kernel/recipients.ts';
import { tableRules } from '../retention/table-rules.ts';
import type { ForcePack } from './pack-schema.ts';

const classes: Record<Question['dataClass'], string> = {
  ordinary: 'ordinary',
  sensitive: 'about people',
  source_identity: 'who told the partner, sealed',
};

/** Who reads a report or what comes of it, and what of it, by the permission that lets them. */
const readers = {
  'reports.write':
    'the reports that they sent, and of colleagues’ where the agreement of their organisation says so',
  'reports.read': 'those of their organisation: where each stands, and its text where the agreement says so',
  'submissions.read': 'from the text of a report to its mere existence, by queue, area and what they hold',
  'sources.decide': 'why somebody asks to open a sealed record, and decides; not the record',
  'disseminations.receive': 'a sanitised text with its conditions, where it was sent to them',
  'significant.read': 'a sanitised text that was sent to them as significant',
  'figures.read': 'counts',
  'audit.read': 'who did and read what and when; no text of a report',
  'accounts.manage': 'names, addresses and roles of accounts; no report',
} as const satisfies Partial<Record<Permission, string>>;

/**
 * The data protection impact assessment (section 64 of the Data Protection Act 2018) as Markdown: what the form asks and why,
 * who reads it, to whom it goes and how long it is kept as the portal is made, and `judged`, what people have to judge.
 */
export function impactAssessment(pack: ForcePack, judged: string): string {
  const { force, dataProtection, retention, recipients, drafts } = pack;
  return [
    `# Data protection impact assessment: ${force.portalName} of ${force.name}`,
    'Made by `npm run dpia` from the force’s pack, its form and the permissions of the portal, and from `docs/dpia-risks.md`, which people write. It is for the data protection officer to judge and sign, and says nothing that the portal does not do.',
    '## On what ground',
    ...(dataProtection === null
      ? ['**The pack does not say.** Add `dataProtection` to `pack.json`.']
      : [
          `What partners report: ${dataProtection.reports}`,
          `Accounts: ${dataProtection.accounts}`,
          `Data protection officer: ${dataProtection.officer.name}, ${dataProtection.officer.email}.`,
        ]),
    '## What is asked, and why',
    ...whatIsAsked(pack),
    '## Who reads it',
    'Each reading of a report, a sealed record or a file is recorded before it is shown. Who may read this report, and not only some, is decided from its queue, area, holder, organisation and restriction each time.',
    table(
      ['Roles', 'Read'],
      Object.entries(readers).map(([permission, what]) => [rolesWith(permission as Permission), what]),
    ),
    '## To whom it goes',
    `An item goes out as a sanitised text under a handling code, by hand, on a sheet with its conditions: ${listed(
      [
        ...recipients.map(({ name, post }) => `${name} (${post})`),
        ...Object.values(outsideKinds)
          .slice(1)
          .map((kind) => kind.toLowerCase()),
      ],
    )}. Nothing goes to another country by the portal.`,
    '## How long it is kept',
    `By the ${retention.basis}.`,
    table(
      ['What', 'How long', 'Why'],
      [
        [
          'Reports that were not sent',
          `${drafts.expireAfterDays} days after the last change, then deleted`,
          'They were never given to the police.',
        ],
        ...retention.reports.map((rule) => [rule.what, howLong(rule), rule.why]),
        [
          'Sessions',
          `${retention.cleared.sessions} days after their end`,
          'To see afterwards where an account was used.',
        ],
        [
          'Invitations and links for a password',
          `${retention.cleared.links} days after they were used or ran out`,
          'To say what became of one.',
        ],
        [
          'Jobs and the mail in them',
          `${retention.cleared.jobs} days after they were done`,
          'To find what was not delivered.',
        ],
        ['What officers search for', `${searchKeptHours} hours, sealed`, 'To come back to what was found.'],
      ],
    ),
    'These are kept for as long as the portal is:',
    table(['Tables', 'Why'], keptForEver()),
    judged.trim(),
    '',
  ].join('\n\n');
}

function whatIsAsked({ forms, formAgreements }: ForcePack): string[] {
  const agreed = forms.findLast(({ definition }) => agreementOf(definition, formAgreements) !== null);
  if (!agreed) return [];
  const { version, sections } = agreed.definition;
  const questions = sections.flatMap(sectionQuestions);
  const counts = (['ordinary', 'sensitive', 'source_identity'] as const).map(
    (each) => `${questions.filter(({ dataClass }) => dataClass === each).length} ${classes[each]}`,
  );
  return [
    `Version ${version} of the form: ${questions.length} questions, ${listed(counts)}.`,
    ...sections.flatMap((section) => [
      `### ${section.title}`,
      table(
        ['Question', 'Data', 'Why it is asked', 'Read by'],
        sectionQuestions(section).map(({ label, dataClass, why, readableBy }) => [
          label,
          classes[dataClass],
          why,
          listed(readableBy.map((role) => roles[role].label)),
        ]),
      ),
    ]),
  ];
}

/** The tables that nothing is removed from, those of one reason together. */
function keptForEver(): string[][] {
  const why = Object.entries(tableRules).flatMap(([model, rule]) =>
    'kept' in rule ? [[model, rule.kept] as const] : [],
  );
  return [...new Set(why.map(([, reason]) => reason))].map((reason) => [
    listed(why.filter(([, each]) => each === reason).map(([model]) => model)),
    reason,
  ]);
}

const rolesWith = (permission: Permission): string =>
  listed(permissions[permission].map((role) => roles[role].label));

const howLong = ({ months, then }: ReportRule): string =>
  `${months} months after the end, then ${then === 'dispose' ? 'it goes unless somebody says why it is kept' : 'somebody looks at whether it is needed'}`;

const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);

function table(headers: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

import { evidenceOnly, isMeasured, itemMeasures } from '#app/domain/plan/item-measure.ts';
import type { PlanItem, PlanLink } from '#app/domain/plan/plan-tree.ts';
import type { SummaryRow } from '#app/ui/govuk/SummaryList.tsx';

export type PlanWords = {
  /** What a label of a strategic link stands for: NS, S. */
  linkKeys: Readonly<Record<string, string>>;
  /** Whether each link says so, or the page does once for all. */
  spellOut: boolean;
  /** Whether what only tells how the source looks is said too. */
  asPrinted: boolean;
  /** Where an item of the plan is shown. */
  hrefOf: (code: string) => string;
};

/** What the plan says about an item beside its text and its evidence; what it does not say has no row. */
export function planItemRows(item: PlanItem, words: PlanWords): SummaryRow[] {
  const { sourceHeading, linksAsPrinted, acrossPages } = item;
  return [
    sourceHeading !== null && (words.asPrinted || sourceHeading.includes('['))
      ? { key: 'Heading in the source', value: sourceHeading }
      : null,
    item.intent === null ? null : { key: 'What the force will do', value: item.intent },
    item.steps.length === 0 ? null : { key: 'How', value: <Steps item={item} /> },
    item.responsibleRoles.length === 0
      ? null
      : { key: 'Responsible', value: <Lines lines={item.responsibleRoles} /> },
    item.links.length === 0
      ? null
      : { key: 'Strategic links', value: <Links links={item.links} words={words} /> },
    words.asPrinted && linksAsPrinted !== null
      ? { key: 'Strategic link as printed', value: linksAsPrinted }
      : null,
    isMeasured(item.kind)
      ? { key: 'Measure', value: item.measure === null ? evidenceOnly : itemMeasures[item.measure].name }
      : null,
    item.citedBy.length === 0
      ? null
      : { key: 'Cited by', value: <Codes codes={item.citedBy} words={words} /> },
    words.asPrinted && acrossPages.length > 0
      ? { key: 'Page break in the source', value: `Runs through ${acrossPages.map(partWords).join(', ')}` }
      : null,
    item.note === null ? null : { key: 'Note on the source', value: item.note },
  ].filter((row) => row !== null);
}

const parts: Readonly<Record<string, string>> = {
  aim: 'the aim',
  whatAreYouGoingToDo: 'what the force will do',
};

/** `activities[0]` → "activity 1". */
const partWords = (part: string): string =>
  parts[part] ?? part.replace(/^activities\[(\d+)\]$/, (_, index) => `activity ${Number(index) + 1}`);

function Steps({ item }: { item: PlanItem }) {
  return (
    <>
      {item.stepsIntro ? <p className="govuk-body govuk-!-margin-bottom-1">{item.stepsIntro}</p> : null}
      <Lines lines={item.steps.map(({ text }) => text)} bullets />
    </>
  );
}

function Lines({ lines, bullets = false }: { lines: readonly string[]; bullets?: boolean }) {
  return (
    <ul className={bullets ? 'govuk-list govuk-list--bullet' : 'govuk-list'}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

/** A link without an item is a strategy, which the plan explains, or a number that the plan leaves out. */
function Links({ links, words }: { links: readonly PlanLink[]; words: PlanWords }) {
  return (
    <ul className="govuk-list">
      {links.map(({ label, target }) => (
        <li key={label}>
          {target === null ? (
            linkWords(label, words)
          ) : (
            <a className="govuk-link" href={words.hrefOf(target)}>
              {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function linkWords(label: string, { linkKeys, spellOut }: PlanWords): string {
  const known = linkKeys[label];
  if (known === undefined) return `${label}: not in the plan`;
  return spellOut ? `${label}: ${known}` : label;
}

function Codes({ codes, words }: { codes: readonly string[]; words: PlanWords }) {
  return (
    <ul className="govuk-list">
      {codes.map((code) => (
        <li key={code}>
          <a className="govuk-link" href={words.hrefOf(code)}>
            {code}
          </a>
        </li>
      ))}
    </ul>
  );
}

import { aboutEdition } from '#app/domain/plan/editions/about-edition.ts';
import type { EditionLine } from '#app/domain/plan/editions/edition-lines.ts';
import { editionParts, removedWords, type EditionPart } from '#app/domain/plan/editions/edition-parts.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { link } from '#app/http/link.ts';
import { SummaryList, type SummaryAction } from '#app/ui/govuk/SummaryList.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { classNames } from '#app/ui/govuk/class-names.ts';

type EditionFilesProps = { planId: Id<'Plan'>; editionId: Id<'PlanEdition'>; number: number };

/** The files of an edition, as they go onto the force's website. */
export function EditionFiles({ number, ...params }: EditionFilesProps) {
  const of = <span className="govuk-visually-hidden"> of edition {number}</span>;
  return (
    <>
      <a className="govuk-link" href={link('plans/edition-pdf', params)}>
        PDF{of}
      </a>{' '}
      or{' '}
      <a className="govuk-link" href={link('plans/edition-csv', params)}>
        table (CSV){of}
      </a>
    </>
  );
}

type EditionTextProps = {
  number: number;
  lines: readonly EditionLine[];
  /** Where words of an item are withheld; null for an edition that was published. */
  withholdHref: ((item: string) => string) | null;
};

/** An edition of a plan as the public reads it. */
export function EditionText({ number, lines, withholdHref }: EditionTextProps) {
  const { headings, parts, strategies, abbreviations, removed } = editionParts(lines);
  const keyed = (of: readonly EditionLine[]) =>
    of.map((line) => ({ key: line.number, value: <Words line={line} /> }));
  return (
    <>
      {aboutEdition(lines, number).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      {headings.length > 0 ? <SummaryList rows={keyed(headings)} /> : null}
      {parts.map((part, index) => (
        <Part key={index} part={part} withholdHref={withholdHref} />
      ))}
      {strategies.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Strategic links</h2>
          <SummaryList rows={keyed(strategies)} />
        </>
      ) : null}
      {abbreviations.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Abbreviations</h2>
          <SummaryList rows={keyed(abbreviations)} />
        </>
      ) : null}
      {removed.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">No longer here</h2>
          <ul className="govuk-list govuk-list--bullet">
            {removed.map((line, index) => (
              <li key={index}>{removedWords(line)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Part({
  part: { head, below, rows },
  withholdHref,
}: {
  part: EditionPart;
  withholdHref: EditionTextProps['withholdHref'];
}) {
  const Heading = below ? 'h3' : 'h2';
  const action: SummaryAction[] = withholdHref
    ? [{ href: withholdHref(head.item), text: 'Withhold words', visuallyHiddenText: `of ${head.item}` }]
    : [];
  const all = [
    head.line === 'theme'
      ? null
      : { key: headNames[head.line] ?? '', value: <Words line={head} />, actions: action },
    head.line === 'aim' && head.more !== '' && { key: 'What the force will do', value: head.more },
    ...rows.map(({ name, lines }) => ({
      key: name,
      value: (
        <>
          {name === 'How' && head.more !== '' ? (
            <p className="govuk-body govuk-!-margin-bottom-1">{head.more}</p>
          ) : null}
          <ul className={classNames('govuk-list', name !== 'Responsible' && 'govuk-list--bullet')}>
            {lines.map((line, index) => (
              <li key={index}>
                <Words line={line} />
              </li>
            ))}
          </ul>
        </>
      ),
    })),
  ].filter((row) => row !== null && row !== false);
  return (
    <>
      <Heading className={below ? 'govuk-heading-s' : 'govuk-heading-m'}>{head.item}</Heading>
      {all.length > 0 ? <SummaryList rows={all} /> : null}
    </>
  );
}

const headNames: Readonly<Partial<Record<EditionLine['line'], string>>> = {
  aim: 'Aim',
  activity: 'Activity',
  action: 'What',
};

const changeTags = { new: ['New', 'green'], changed: ['Changed', 'blue'] } as const;

/** What a line says, with what became of it since the edition before and whether the plan calls it an update. */
function Words({ line: { line, text, mark, date, change } }: { line: EditionLine }) {
  const [update, style] = mark.split(' ');
  const [changeText, colour] = change === 'new' || change === 'changed' ? changeTags[change] : [];
  return (
    <>
      {changeText ? (
        <>
          <Tag colour={colour}>{changeText}</Tag>{' '}
        </>
      ) : null}
      {update ? (
        <>
          <Tag colour="grey">Update</Tag>{' '}
        </>
      ) : null}
      <span className={classNames('portal-verbatim', style && `portal-verbatim--${style}`)}>{text}</span>
      {line === 'evidence' && date !== '' ? <span className="portal-secondary"> ({date})</span> : null}
    </>
  );
}

import { recordKindCodes, recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import type { Hit } from '#app/domain/connections/search/search.server.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { link } from '#app/http/link.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

const things: Readonly<Record<string, string>> = {
  vehicle: 'Vehicle',
  contact: 'Contact',
  place: 'Place',
  person: 'Person',
  business: 'Business',
  item: 'Item',
  ...Object.fromEntries(recordKindCodes.map((kind) => [kind, recordKinds[kind].label])),
  passed: 'Passed outside the force under',
};

/** Where words were found that do not stand in the report itself. */
const hangsOn: Readonly<Record<string, string>> = {
  added: 'In information added afterwards',
  answer: 'In the partner’s answer to a question',
  note: 'In a note',
  sanitised: 'In a sanitised text',
};

/** One report or item that was found, and where. `from` leads from its page back to the results. */
export function Result({ hit, from }: { hit: Hit; from: string }) {
  const href =
    hit.kind === 'submission'
      ? link('submissions/submission', { submissionId: hit.id }, { from })
      : link('disseminations/dissemination', { disseminationId: hit.id }, { from });
  const values = hit.found.filter(({ thing, value }) => value !== '' && Object.hasOwn(things, thing));
  return (
    <>
      <a className="govuk-link govuk-link--no-visited-state govuk-!-font-weight-bold" href={href}>
        {hit.reference}
      </a>{' '}
      {hit.restricted ? <Tag colour="purple">Restricted</Tag> : null}
      <br />
      <span className="portal-secondary">
        {hit.kind === 'submission' ? 'Received' : 'Disseminated to you'} <DateTime at={hit.at} short />,{' '}
        {hit.area ?? 'area not known'}
        {hit.status ? `, ${statusWords(hit.status, hit).toLowerCase()}` : ''}
        {hit.near ? '. Spelt a little differently' : ''}
      </span>
      {values.map(({ thing, value }) => (
        <div key={`${thing} ${value}`}>
          {things[thing]}: <mark className="portal-found">{value}</mark>
        </div>
      ))}
      {hit.found
        .filter(({ thing }) => Object.hasOwn(hangsOn, thing))
        .map(({ thing }) => (
          <div key={thing}>{hangsOn[thing]}</div>
        ))}
      {hit.headline.length > 0 ? (
        <div>
          {hit.headline.map(({ text, found }, index) =>
            found ? (
              <mark key={index} className="portal-found">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </div>
      ) : null}
    </>
  );
}

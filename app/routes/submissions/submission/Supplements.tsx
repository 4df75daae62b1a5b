import type { Supplement } from '#app/domain/submission/supplements.server.ts';
import { saysDanger, type KnownHow } from '#app/domain/intake/own-reports/supplement.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { dangerWords, knownHowWords, wordsOf } from '#app/ui/triage/supplement-words.ts';

/** What the partner added after sending, exactly as it was typed. */
export function Supplements({ supplements }: { supplements: readonly Supplement[] }) {
  return (
    <ol className="govuk-list portal-messages">
      {supplements.map((supplement) => (
        <li key={supplement.id} className="portal-message portal-message--to-police">
          <h3 className="govuk-heading-s portal-message__head">
            <DateTime at={supplement.addedAt} />
          </h3>
          {supplement.knownHow === null ? (
            <p className="portal-secondary govuk-body-s">Added after sending, as in the form</p>
          ) : (
            <HowTold danger={supplement.danger} knownHow={supplement.knownHow} />
          )}
          <div className="portal-verbatim">{supplement.text}</div>
        </li>
      ))}
    </ol>
  );
}

function HowTold({ danger, knownHow }: Pick<Supplement, 'danger'> & { knownHow: KnownHow }) {
  return (
    <>
      <p className="govuk-body-s">
        {saysDanger(danger) ? (
          <Tag colour="red">{wordsOf(dangerWords, danger)}</Tag>
        ) : (
          wordsOf(dangerWords, danger)
        )}
      </p>
      <p className="portal-secondary govuk-body-s">{wordsOf(knownHowWords, knownHow)}</p>
    </>
  );
}

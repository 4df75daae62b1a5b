import type { Supplement } from '#app/domain/submission/supplements.server.ts';
import { saysDanger } from '#app/domain/intake/own-reports/supplement.ts';
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
          <p className="govuk-body-s">
            {saysDanger(supplement.danger) ? (
              <Tag colour="red">{wordsOf(dangerWords, supplement.danger)}</Tag>
            ) : (
              wordsOf(dangerWords, supplement.danger)
            )}
          </p>
          <p className="portal-secondary govuk-body-s">{wordsOf(knownHowWords, supplement.knownHow)}</p>
          <div className="portal-verbatim">{supplement.text}</div>
        </li>
      ))}
    </ol>
  );
}

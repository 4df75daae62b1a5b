import type { Supplement } from '#app/domain/triage/supplements.server.ts';
import { saysDanger } from '#app/domain/submissions/supplement.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { dangerWords, knownHowWords, wordsOf } from './supplement-words.ts';

export type SupplementsProps = { supplements: readonly Supplement[]; unread: boolean; readHref: string };

/** What the partner added after sending, exactly as it was typed, and the button that says it has been read. */
export function Supplements({ supplements, unread, readHref }: SupplementsProps) {
  return (
    <>
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
      {unread ? (
        <form method="post" action={readHref}>
          <input type="hidden" name="seen" value={supplements.length} />
          <Button variant="secondary" preventDoubleClick>
            Mark as read
          </Button>
        </form>
      ) : null}
    </>
  );
}

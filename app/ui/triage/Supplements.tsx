import type { Supplement } from '#app/domain/triage/supplements.server.ts';
import { dangers, knownHows, saysDanger } from '#app/domain/submissions/supplement.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

const known: Record<(typeof knownHows)[number], string> = {
  witnessed: 'Seen or heard by the partner',
  victim_said: 'Told by the person it happened to',
  told: 'Told by somebody else',
  worked_out: 'Worked out from records or knowledge',
  not_known: 'The partner does not know how',
};
const danger: Record<(typeof dangers)[number], string> = {
  now: 'Somebody is in danger now',
  soon: 'Somebody could soon be in danger',
  no: 'No danger known to the partner',
};
const wordsOf = (words: Record<string, string>, code: string): string => words[code] ?? code;

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
                <Tag colour="red">{wordsOf(danger, supplement.danger)}</Tag>
              ) : (
                wordsOf(danger, supplement.danger)
              )}
            </p>
            <p className="portal-secondary govuk-body-s">{wordsOf(known, supplement.knownHow)}</p>
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

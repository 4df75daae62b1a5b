import type { Item } from '#app/domain/submission/items.server.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** On every page of an item that was voided, in place of what could be done with it. */
export function Voided({ voided }: { voided: NonNullable<Item['voided']> }) {
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>This item was voided</strong> by {voided.by}, <DateTime at={voided.at} />. Nothing is done
        with it any more.
      </p>
      <p className="govuk-body portal-verbatim">{voided.reason}</p>
    </InsetText>
  );
}

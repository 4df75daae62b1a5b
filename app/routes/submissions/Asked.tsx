import { outcomes } from '#app/domain/kernel/outcomes.ts';
import type {
  AskedEnding,
  ProtectionRequest,
} from '#app/domain/triage/approvals/protection-requests.server.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { requestWords } from '#app/ui/triage/request-words.ts';

/** The officer's own words, or those of the outcome. */
const wordsToPartner = ({ message, outcome }: AskedEnding): string =>
  message?.trim() || (outcome ? outcomes[outcome].template : '');

/** What somebody asks and why. `waits`: shown where it is not decided, so it says who does. */
export function Asked({ request, waits = false }: { request: ProtectionRequest; waits?: boolean }) {
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>{requestWords(request)}</strong>: {request.askedBy} asks for this, since{' '}
        <DateTime at={request.askedAt} />.
      </p>
      <p className="govuk-body portal-verbatim">{request.reason}</p>
      {request.ending && request.ending.message !== null ? (
        <>
          <p className="govuk-body">The partner would read:</p>
          <p className="govuk-body portal-verbatim">{wordsToPartner(request.ending)}</p>
        </>
      ) : null}
      {request.use ? (
        <p className="govuk-body">
          Item {request.use.item}, version {request.use.version}, to {request.use.body}, {request.use.post}.
          Conditions: <span className="portal-verbatim">{request.use.conditions}</span>
        </p>
      ) : null}
      {waits ? (
        <p className="govuk-body govuk-!-margin-bottom-0">
          Nothing changes until an FIB supervisor other than {request.askedBy} has decided.
        </p>
      ) : null}
    </InsetText>
  );
}

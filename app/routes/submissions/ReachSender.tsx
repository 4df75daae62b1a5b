import type { ContactGiven } from '#app/domain/submission/contact-record.ts';
import { Button } from '#app/ui/govuk/Button.tsx';

/** What there is, and the rule that comes with it, before anybody opens it. */
function said(given: ContactGiven): string {
  if (given === null) return 'They gave no number and no other way. Write to them here.';
  if (given.none) return 'They say that there is no safe number. Do not call them: write to them here.';
  const { telephone, anotherWay, safeTimes } = given;
  const ways = [telephone && 'a telephone number', anotherWay && 'another way'].filter(Boolean).join(' and ');
  const times = safeTimes
    ? 'They said when it is safe: keep to it.'
    : 'They did not say when it is safe: ask that first.';
  return ways === '' ? `They gave no number. ${times}` : `They gave ${ways}. ${times}`;
}

/**
 * Whether whoever made a report can be called, and the one press that shows how. Who may not press is told who may:
 * `mayRead` is false for everybody but whoever holds it, and the duty list while nobody does.
 */
export function ReachSender({
  given,
  mayRead,
  href,
}: {
  given: ContactGiven;
  mayRead: boolean;
  href: string;
}) {
  const closed = given !== null && !given.none;
  return (
    <>
      <p className="govuk-body">{said(given)}</p>
      {closed && mayRead ? (
        <form method="post" action={href}>
          <Button variant="secondary">Show how to reach them</Button>
        </form>
      ) : null}
      {closed && !mayRead ? (
        <p className="govuk-body portal-secondary">
          Whoever holds the submission can read it, or the duty list while nobody does.
        </p>
      ) : null}
    </>
  );
}

import { Button } from '#app/ui/govuk/Button.tsx';
import { link } from '#app/http/link.ts';

export type DoneAndNextProps = {
  done: string;
  next: { queueCode: string; press: string } | null;
  from: string | null;
};

/** What was done, and the way on to the next submission of the queue. */
export function DoneAndNext({ done, next, from }: DoneAndNextProps) {
  return (
    <>
      <p className="govuk-notification-banner__heading">{done}</p>
      {next ? (
        <form method="post" action={link('queues/queue', { queueCode: next.queueCode })}>
          <input type="hidden" name="press" value={next.press} />
          <input type="hidden" name="from" value={from ?? ''} />
          <Button variant="secondary" preventDoubleClick className="govuk-!-margin-bottom-0">
            Take next
          </Button>
        </form>
      ) : null}
    </>
  );
}

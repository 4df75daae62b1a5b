import { link } from '#app/http/link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';

/** What was done, and the way on to the next submission of the queue. */
export function DoneAndNext({ next }: { next: { queueCode: string; press: string } }) {
  const { done, list } = useRequestFrame();
  return (
    <>
      <p className="govuk-notification-banner__heading">{done}</p>
      <form method="post" action={link('queues/queue', { queueCode: next.queueCode })}>
        <input type="hidden" name="press" value={next.press} />
        <input type="hidden" name="from" value={list?.from ?? ''} />
        <Button variant="secondary" preventDoubleClick className="govuk-!-margin-bottom-0">
          Take next
        </Button>
      </form>
    </>
  );
}

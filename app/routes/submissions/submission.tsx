import { randomUUID } from 'node:crypto';
import { linkMatches } from '#app/domain/connections/matching/link-matches.server.ts';
import { neighbours } from '#app/domain/triage/queues/neighbours.server.ts';
import { z } from 'zod';
import { expectedVersion, shownAtTimes, tick } from '#app/domain/kernel/fields.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { saveAssessment } from '#app/domain/triage/assessment/save-assessment.server.ts';
import { gradeForm } from '#app/domain/triage/items/grade-item.server.ts';
import { nextQueue, takeNext } from '#app/domain/triage/queues/take-next.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { link } from '#app/http/link.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { textToUse, withTextUsed } from '#app/http/forms/text-to-use.ts';
import { textsToUse } from '#app/domain/triage/partner-messages/reusable-texts.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { askAboutText, askedOfText, decisionsIn } from '#app/routes/items/sanitising.ts';
import { ctxOf, doneContext } from '#app/http/server/context.ts';
import { listOf } from '#app/http/list-address.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Beside } from './submission/Beside.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { WholeSubmission } from './submission/WholeSubmission.tsx';
import { KnownSubmission } from './submission/KnownSubmission.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { DoneAndNext } from './submission/DoneAndNext.tsx';
import type { Route } from './+types/submission.ts';

export const handle = { access: 'submissions.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  const item = args.url.searchParams.get('item');
  const opened = await openSubmission(ctxOf(args), { submissionId, item });
  const done = args.context.get(doneContext);
  const next = handsFree.includes(done ?? '') ? await nextQueue(ctxOf(args), { submissionId }) : null;
  const view = opened.view === 'whole' ? listOf(args.url)?.view : undefined;
  const beside = view ? await neighbours(ctxOf(args), { ...view, submissionId }) : null;
  return { opened, beside, next: next ? { queueCode: next, press: randomUUID() } : null };
}

/** After these the officer may go on to the next one. */
const handsFree: readonly string[] = [
  'claim',
  'release',
  'hand_over',
  'reject',
  'answer_and_close',
  'sent-and-closed',
  'close_without_item',
  'close_as_duplicate',
  'grant_withdrawal',
];

const form = z.object({
  item: shownAtTimes(),
  title: shownAtTimes(),
  ...gradeForm.partial().shape,
  text: shownAtTimes(),
  ...askedOfText,
  recipient: shownAtTimes(),
  outcome: shownAtTimes(),
  unsanitised: shownAtTimes(),
  noContactPlan: shownAtTimes(),
  handedOn: shownAtTimes(),
  comment: shownAtTimes(),
  confirmed: shownAtTimes(),
  next: tick(),
  press: shownAtTimes(),
  linked: shownAtTimes(),
  ...textToUse,
  expectedVersion: expectedVersion(),
});

/**
 * Saves what is filled in beside the text; pressed to send, what may leave does. Then the next of the queue is taken. A
 * match that is linked and a text that is put in change nothing else of the form: it comes back as it was typed.
 */
export const action = formAction(form, async (posted, args: Route.ActionArgs, again) => {
  const ctx = ctxOf(args);
  const { submissionId } = idsOf(args);
  const { item, checked, comment, press, linked, reuse, use, next, ...filledIn } = posted;
  if (linked !== '') {
    await linkMatches(ctx, { submissionId, others: [linked] });
    return again([], { done: 'related-matches' as const }, 200);
  }
  if (use !== '')
    return withTextUsed(again, args, await textsToUse(ctx, 'answers'), { reuse, field: 'comment' });
  const saved = await saveAssessment(ctx, {
    ...filledIn,
    submissionId,
    item: item === 'new' ? item : isId<'IntelligenceItem'>(item) ? item : null,
    grade: filledIn,
    checked: checked || null,
    decisions: decisionsIn(posted),
    message: comment,
    letOut: press === 'send',
  });
  if (!saved.saved) return askAboutText(again, saved, posted.text);
  const here = (itemId: string | null) => link('submissions/submission', { submissionId }, { item: itemId });
  if (saved.waits === 'conditions')
    return flash(link('items/disseminate', { itemId: saved.itemId ?? '' }), 'send-with-conditions');
  if (saved.waits === 'approval') return flash(here(null), 'assessment-waits');
  if (!saved.closed) return flash(here(saved.itemId), saved.sent ? 'disseminated' : 'assessment-kept');
  const queueCode = next ? await nextQueue(ctx, { submissionId }) : null;
  const taken = queueCode === null ? null : await takeNext(ctx, { queueCode });
  return taken
    ? flash(link('submissions/submission', { submissionId: taken.submissionId }), 'closed-next')
    : flash(here(null), saved.sent ? 'sent-and-closed' : 'answer_and_close');
});

export default function Submission({ loaderData, actionData }: Route.ComponentProps) {
  const link = useLink();
  const t = useMessages();
  const { opened, beside, next } = loaderData;
  const { list } = useRequestFrame();
  return (
    <Page
      title="Submission"
      backHref={list?.href ?? link('queues/queues')}
      backText={list ? 'Back to the list' : 'Queues'}
      backKey="queues"
      success={
        actionData && 'done' in actionData && actionData.done === 'related-matches' ? (
          doneWords(actionData.done, t)
        ) : next ? (
          <DoneAndNext next={next} />
        ) : undefined
      }
    >
      {beside ? <Beside beside={beside} /> : null}
      {opened.view === 'whole' ? (
        <WholeSubmission opened={opened} />
      ) : (
        <KnownSubmission
          opened={opened}
          disseminationHref={(disseminationId: string) =>
            link('disseminations/dissemination', { disseminationId })
          }
          actionHref={(action) => link('submissions/action', { submissionId: opened.identity.id, action })}
        />
      )}
    </Page>
  );
}

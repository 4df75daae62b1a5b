import { data } from 'react-router';
import { z } from 'zod';
import { prepareEnd } from '#app/domain/desks/prepare-end.server.ts';
import { endLabel, isEnd } from '#app/domain/kernel/endings.ts';
import { expectedVersion, momentToCheck, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { resultFields } from '#app/domain/connections/records/result-input.ts';
import { maySeeSubmission } from '#app/domain/submission/load-submission.server.ts';
import { endReport } from '#app/domain/triage/actions/end-report.server.ts';
import { textToUse, withTextUsed } from '#app/http/forms/text-to-use.ts';
import { textsToReuse, textsToUse } from '#app/domain/triage/partner-messages/reusable-texts.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { listOf } from '#app/http/list-address.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { FoldedResults } from '#app/ui/records/ResultFields.tsx';
import { AskingForMoreWarning } from '#app/ui/triage/AskingForMoreWarning.tsx';
import type { ComparedField } from '#app/ui/triage/CollisionNotice.tsx';
import { TextToUse } from '#app/ui/triage/TextToUse.tsx';
import { HandedOn } from '#app/ui/triage/HandedOn.tsx';
import { ActionGuidance } from './action/ActionGuidance.tsx';
import { HowItEnds, GatesOfEnd, NoContactPlan, Unsanitised } from './action/ClosingFields.tsx';
import { AboutDanger } from './action/LoweringFields.tsx';
import { ActionPage } from './action/ActionPage.tsx';
import type { Route } from './+types/end.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const prepared = await prepareEnd(ctxOf(args), idsOf(args));
  const answers = prepared.refusal === null ? await textsToReuse(ctxOf(args).db, ctxOf(args), 'answers') : [];
  const texts = answers.filter(({ outcome }) => prepared.ends.some((end) => end === outcome));
  return data({ prepared, texts }, { status: prepared.refusal ? 409 : 200 });
}

const form = z.object({
  end: shownAtTimes(),
  ...resultFields,
  unsanitised: shownAtTimes(),
  noContactPlan: shownAtTimes(),
  handedOn: shownAtTimes(),
  whyNoItem: shownAtTimes(),
  aboutDanger: shownAtTimes(),
  dangerBy: shownAtTimes(),
  dangerAt: momentToCheck('dangerAt', 'it was done'),
  message: shownAtTimes(),
  confirmed: shownAtTimes(),
  ...textToUse,
  expectedVersion: expectedVersion(),
});

export const action = formAction(
  form,
  async ({ dangerAt, reuse, use, ...posted }, args: Route.ActionArgs, again) => {
    const { submissionId } = idsOf(args);
    const danger = { dangerAt: dangerAt.at, dangerAtProblems: dangerAt.problems };
    const ctx = ctxOf(args);
    if (use !== '')
      return withTextUsed(again, args, await textsToUse(ctx, 'answers'), {
        reuse,
        field: 'message',
      });
    const done = await endReport(ctx, { submissionId, ...posted, ...danger, came: posted });
    // What has ended may be out of the officer's sight as well.
    return (await maySeeSubmission(ctx, { submissionId }))
      ? flash(link('submissions/submission', { submissionId }), done)
      : (listOf(args.url)?.href ?? link('queues/queues'));
  },
);

type Prepared = Route.ComponentProps['loaderData']['prepared'];

/** The one way in which police end a report: it asks how. */
export default function End({ loaderData: { prepared, texts } }: Route.ComponentProps) {
  const title = prepared.byTwo ? 'Ask to end this submission' : 'End this submission';
  return (
    <ActionPage title={title} prepared={prepared} compared={(typed) => compared(prepared, typed)}>
      <EndForm prepared={prepared} texts={texts} title={title} />
    </ActionPage>
  );
}

function EndForm({
  prepared,
  texts,
  title,
}: Pick<Route.ComponentProps['loaderData'], 'prepared' | 'texts'> & { title: string }) {
  const { ends, gates } = prepared;
  const rejects = ends.includes('rejected');
  return (
    <Form expectedVersion={prepared.version} data-keep>
      {prepared.acceptFirst ? (
        <InsetText>
          An item was made of it. To end it with an outcome, grade the item and accept the submission first.
        </InsetText>
      ) : null}
      {prepared.duplicateByOne ? (
        <InsetText>
          The report that it duplicates is High and open: the danger goes on there. As a duplicate you may end
          this one alone and at once.
        </InsetText>
      ) : null}
      <GatesOfEnd gates={gates} submissionId={prepared.submissionId} />
      <HowItEnds ends={ends} />
      {ends.some((end) => end !== 'rejected') ? <FoldedResults /> : null}
      <Unsanitised gates={gates} />
      <NoContactPlan gates={gates} />
      <HandedOn gates={gates} />
      {prepared.asksWhyNoItem ? (
        <Textarea
          name="whyNoItem"
          label="Why does no intelligence item come of it? Only police read this"
          {...(rejects ? { hint: 'Not needed if you reject it' } : {})}
          rows={3}
          autoComplete="off"
        />
      ) : null}
      {prepared.aboutDanger ? <AboutDanger told={prepared.aboutDanger === 'told'} /> : null}
      <ActionGuidance guidance={prepared.guidance} warns={null} />
      <TextToUse texts={texts} />
      <Textarea
        name="message"
        label={
          ends.length === 1 && rejects ? 'Reason, as the partner will read it' : 'Message to the partner'
        }
        {...(ends.length === 1 && rejects
          ? {}
          : {
              hint: rejects
                ? 'If you reject it, the reason. Otherwise without one they read the text of the outcome'
                : 'Without one they read the text of the outcome',
            })}
        autoComplete="off"
      />
      <AskingForMoreWarning of="message" />
      <Button preventDoubleClick>
        {useFormState()?.collision ? `${title}, on top of what is there now` : title}
      </Button>
    </Form>
  );
}

const labelOf = (end: string | null): string => (isEnd(end) ? endLabel(end) : '');

/** What was typed beside what now stands. */
function compared({ now, aboutDanger }: Prepared, typed: (field: string) => string): ComparedField[] {
  const fields: (ComparedField | false)[] = [
    { label: 'How it ends', now: labelOf(now.outcome), typed: labelOf(typed('end')) },
    { label: 'Why no intelligence item comes of it', now: '', typed: typed('whyNoItem') },
    { label: 'Message to the partner', now: now.lastMessage ?? '', typed: typed('message') },
    aboutDanger !== null && {
      label: 'What was done about the danger',
      now: '',
      typed: typed('aboutDanger'),
    },
    aboutDanger !== null && { label: 'Who did it', now: '', typed: typed('dangerBy') },
  ];
  return fields.filter((field) => field !== false);
}

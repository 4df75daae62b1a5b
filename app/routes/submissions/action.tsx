import { data } from 'react-router';
import { z } from 'zod';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { isEndAction } from '#app/domain/submission/ends.ts';
import { asksForColleague, type Requirement } from '#app/domain/submission/actions/row.ts';
import { prepareAction } from '#app/domain/desks/prepare-action.server.ts';
import { maySeeSubmission } from '#app/domain/submission/load-submission.server.ts';
import { actions, isSubmissionAction } from '#app/domain/submission/actions.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { link } from '#app/http/link.ts';
import { expectedVersion, momentToCheck, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { textToUse, withTextUsed } from '#app/http/forms/text-to-use.ts';
import { textsToReuse, textsToUse } from '#app/domain/triage/partner-messages/reusable-texts.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { listOf } from '#app/http/list-address.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { Asked } from './Asked.tsx';
import { AboutDanger, LowerTo } from './action/LoweringFields.tsx';
import { ActionGuidance } from './action/ActionGuidance.tsx';
import { Colleagues, OtherArea, OtherQueue } from '#app/ui/triage/ActionChoices.tsx';
import { AskingForMoreWarning } from '#app/ui/triage/AskingForMoreWarning.tsx';
import { ImmigrationCondition, ImmigrationUse, Override } from './action/ImmigrationUse.tsx';
import { QuestionPrompts } from './action/QuestionToPartner.tsx';
import { TextToUse } from '#app/ui/triage/TextToUse.tsx';
import { ActionPage } from './action/ActionPage.tsx';
import { comparedAction } from './action/compared-action.ts';
import { GatesOfEnd } from './action/ClosingFields.tsx';
import type { Route } from './+types/action.ts';

export const handle = {
  access: 'triage.work',
  recentProof: ({ action = '' }) => isSubmissionAction(action) && actions[action].recentProof === true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId, action } = idsOf(args);
  const prepared = await prepareAction(ctxOf(args), { submissionId, action });
  const texts = prepared.questionRisk ? await textsToReuse(ctxOf(args).db, ctxOf(args), 'questions') : [];
  return data({ prepared, texts }, { status: prepared.refusal ? 409 : 200 });
}

const form = z.object({
  lowerTo: shownAtTimes(),
  area: shownAtTimes(),
  otherQueue: shownAtTimes(),
  colleague: shownAtTimes(),
  prompts: z.array(z.string()),
  comment: shownAtTimes(),
  aboutDanger: shownAtTimes(),
  dangerBy: shownAtTimes(),
  dangerAt: momentToCheck('dangerAt', 'it was done'),
  override: shownAtTimes(),
  confirmed: shownAtTimes(),
  ...textToUse,
  expectedVersion: expectedVersion(),
});

export const action = formAction(
  form,
  async ({ dangerAt, reuse, use, ...posted }, args: Route.ActionArgs, again) => {
    const { submissionId, action: name } = idsOf(args);
    if (!isSubmissionAction(name) || isEndAction(name)) throw new NotFound();
    const ctx = ctxOf(args);
    if (use !== '')
      return withTextUsed(again, args, await textsToUse(ctx, 'questions'), {
        reuse,
        field: 'comment',
      });
    const danger = { dangerAt: dangerAt.at, dangerAtProblems: dangerAt.problems };
    await performAction(ctx, { submissionId, action: name, ...posted, ...danger });
    // What was put down or restricted may be out of the officer's sight as well.
    const gone = actions[name].leavesSight || !(await maySeeSubmission(ctx, { submissionId }));
    return gone
      ? (listOf(args.url)?.href ?? link('queues/queues'))
      : flash(link('submissions/submission', { submissionId }), name);
  },
);

export default function SubmissionAction({ loaderData: { prepared, texts } }: Route.ComponentProps) {
  return (
    <ActionPage
      title={prepared.label}
      prepared={prepared}
      compared={(typed) => comparedAction(prepared, typed)}
    >
      <ActionForm prepared={prepared} texts={texts} />
    </ActionPage>
  );
}

function ActionForm({ prepared, texts }: Pick<Route.ComponentProps['loaderData'], 'prepared' | 'texts'>) {
  const link = useLink();
  const { submissionId, comment, label, version } = prepared;
  const asks = (requirement: Requirement) => prepared.requires.includes(requirement);
  const submission = link('submissions/submission', { submissionId });
  return (
    <Form expectedVersion={version} data-keep>
      {prepared.use ? <ImmigrationCondition use={prepared.use} /> : null}
      <ActionGuidance guidance={prepared.guidance} warns={prepared.warns} />
      {prepared.asked ? <Asked request={prepared.asked} /> : null}
      {prepared.use ? <ImmigrationUse use={prepared.use} /> : null}
      <MissingParts itemsHref={`${submission}#items`} />
      <GatesOfEnd gates={prepared.gates} submissionId={submissionId} />
      {asks('lower_priority') ? <LowerTo /> : null}
      {asks('other_area') ? <OtherArea prepared={prepared} /> : null}
      {asks('other_queue') ? <OtherQueue prepared={prepared} /> : null}
      {asksForColleague(prepared.requires) ? <Colleagues prepared={prepared} /> : null}
      {prepared.questionRisk ? <QuestionPrompts risk={prepared.questionRisk} /> : null}
      <TextToUse texts={texts} />
      {comment.need === 'none' ? null : <Textarea name="comment" label={comment.label} autoComplete="off" />}
      {asks('immigration_condition') && prepared.use?.cautions.limits.notForImmigration ? <Override /> : null}
      {prepared.aboutDanger ? <AboutDanger told={prepared.aboutDanger === 'told'} /> : null}
      <AskingForMoreWarning of="comment" />
      <Button preventDoubleClick {...(prepared.warns === 'button' ? { variant: 'warning' as const } : {})}>
        {useFormState()?.collision ? `${label}, on top of what is there now` : label}
      </Button>
    </Form>
  );
}

/** Errors that no field of this page can mend: they are mended on the items. */
function MissingParts({ itemsHref }: { itemsHref: string }) {
  const errors = useFormState()?.errors ?? [];
  const missing = errors.filter(({ field }) => ['grade', 'mopiGroup', 'gaps'].includes(field));
  if (missing.length === 0) return null;
  return (
    <InsetText id="grade">
      <span id="mopiGroup">
        <span id="gaps">{missing.map(({ message }) => message).join('. ')}.</span>
      </span>{' '}
      <a className="govuk-link" href={itemsHref}>
        Go to the items
      </a>
    </InsetText>
  );
}

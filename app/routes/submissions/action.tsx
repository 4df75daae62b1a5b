import { data } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { outcomeCodes, outcomesWithoutItem } from '#app/domain/kernel/outcomes.ts';
import type { Requirement } from '#app/domain/submission/actions/row.ts';
import { prepareAction } from '#app/domain/desks/prepare-action.server.ts';
import { staysInSight } from '#app/domain/triage/queues/stays-in-sight.server.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { actions, isSubmissionAction } from '#app/domain/submission/actions.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { link } from '#app/http/link.ts';
import {
  attemptOnVersion,
  seenVersion,
  versionedForm,
  versionField,
  type VersionedForm,
} from '#app/http/forms/attempt-on-version.ts';
import { flash } from '#app/http/forms/flash.ts';
import { goOn } from '#app/http/forms/go-on.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, valueOf, valuesOf, type FormState } from '#app/http/forms/form-state.ts';
import { listOf } from '#app/http/list-address.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { Asked } from './Asked.tsx';
import { AboutDanger, LowerTo } from './action/LoweringFields.tsx';
import { ActionGuidance } from './action/ActionGuidance.tsx';
import { Colleagues, OtherArea, OtherQueue } from '#app/ui/triage/ActionChoices.tsx';
import { AskingForMoreWarning, QuestionPrompts } from './action/QuestionToPartner.tsx';
import { CollisionNotice } from '#app/ui/triage/CollisionNotice.tsx';
import { comparedAction } from './action/compared-action.ts';
import { Outcomes, Unsanitised } from './action/ClosingFields.tsx';
import { ClosingChecklist } from './action/ClosingChecklist.tsx';
import { VersionField } from './VersionField.tsx';
import type { Route } from './+types/action.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId, action } = args.params;
  const prepared = await prepareAction(ctxOf(args), { submissionId, action });
  return data({ prepared }, { status: prepared.refusal ? 409 : 200 });
}

export async function action(args: Route.ActionArgs) {
  const { submissionId, action: name } = args.params;
  if (!isSubmissionAction(name)) throw new NotFound();
  const form = await readForm(args.request, {
    one: [
      'comment',
      'outcome',
      'unsanitised',
      'message',
      'otherQueue',
      'area',
      'colleague',
      'lowerTo',
      'aboutDanger',
      'confirmed',
      versionField,
    ],
    many: ['prompts'],
  });
  const taken = await attemptOnVersion(form, () =>
    performAction(ctxOf(args), {
      submissionId,
      action: name,
      comment: form.get('comment'),
      outcome: form.get('outcome'),
      unsanitised: form.get('unsanitised'),
      message: form.get('message'),
      otherQueue: form.get('otherQueue'),
      area: form.get('area'),
      colleague: form.get('colleague'),
      lowerTo: form.get('lowerTo'),
      aboutDanger: form.get('aboutDanger'),
      prompts: form.all('prompts'),
      confirmed: form.get('confirmed'),
      expectedVersion: seenVersion(form),
    }),
  );
  if (!taken.ok) return taken.refused;
  // What was put down or restricted may be out of the officer's sight as well.
  const gone = actions[name].leavesSight || !(await staysInSight(ctxOf(args), { submissionId }));
  throw goOn(
    args,
    gone
      ? (listOf(args.url)?.href ?? link('queues/queues'))
      : flash(link('submissions/submission', { submissionId }), name),
  );
}

type Prepared = Route.ComponentProps['loaderData']['prepared'];

export default function ActionPage({ loaderData: { prepared }, actionData }: Route.ComponentProps) {
  const link = useLink();
  const back = link('submissions/submission', { submissionId: prepared.submissionId });
  const state = actionData ?? versionedForm();
  return (
    <Page title={prepared.label} backHref={back} errors={state.errors}>
      <TwoThirds>
        <PageHeading caption={`Submission ${prepared.reference}`}>{prepared.label}</PageHeading>
        {state.collision ? (
          <CollisionNotice
            changes={state.collision.changes}
            now={standing(prepared)}
            fields={comparedAction(prepared, (field) => valueOf(state, field))}
            mayUse={prepared.refusal === null}
            keepHref={back}
          />
        ) : null}
        {prepared.refusal === null ? (
          <ActionForm prepared={prepared} state={state} />
        ) : (
          <>
            <InsetText>
              {prepared.refusal}.{' '}
              {prepared.holder ? `${prepared.holder} holds it now.` : 'Nobody holds it now.'}
            </InsetText>
            <ButtonLink href={back}>Open the submission</ButtonLink>
          </>
        )}
      </TwoThirds>
    </Page>
  );
}

const standing = ({ now, holder }: Prepared): string =>
  `It is now ${statusWords[now.status].toLowerCase()}, in the queue ${now.queue}, held by ${holder ?? 'nobody'}.`;

function ActionForm({ prepared, state }: { prepared: Prepared; state: VersionedForm }) {
  const link = useLink();
  const { comment, label, version } = prepared;
  const asks = (requirement: Requirement) => prepared.requires.includes(requirement);
  const choice = {
    prepared,
    valueOf: (field: string) => valueOf(state, field),
    errorOf: (field: string) => errorOf(state, field),
  };
  const field = (name: string) => ({ name, value: valueOf(state, name), error: errorOf(state, name) });
  return (
    <form method="post" noValidate data-keep>
      <VersionField version={version} />
      <ActionGuidance guidance={prepared.guidance} warns={prepared.warns} />
      {prepared.asked ? <Asked request={prepared.asked} /> : null}
      <MissingParts state={state} submissionId={prepared.submissionId} />
      <ClosingChecklist
        gates={prepared.gates}
        hrefs={{
          added: `${link('submissions/submission', { submissionId: prepared.submissionId })}#added`,
          items: `${link('submissions/submission', { submissionId: prepared.submissionId })}#items`,
          links: link('submissions/links', { submissionId: prepared.submissionId }),
          area: link('submissions/action', { submissionId: prepared.submissionId, action: 'set_area' }),
        }}
      />
      {asks('outcome') ? <Outcomes codes={outcomeCodes} field={field} /> : null}
      <Unsanitised gates={prepared.gates} field={field} />
      {asks('outcome_without_item') ? <Outcomes codes={outcomesWithoutItem} field={field} /> : null}
      {asks('lower_priority') ? <LowerTo field={field} /> : null}
      {asks('other_area') ? <OtherArea {...choice} /> : null}
      {asks('other_queue') ? <OtherQueue {...choice} /> : null}
      {asks('colleague') ? <Colleagues {...choice} /> : null}
      {prepared.questionRisk ? (
        <QuestionPrompts risk={prepared.questionRisk} chosen={valuesOf(state, 'prompts')} />
      ) : null}
      {comment.need === 'none' ? null : (
        <Textarea
          name="comment"
          label={comment.label}
          value={valueOf(state, 'comment')}
          error={errorOf(state, 'comment')}
          autoComplete="off"
        />
      )}
      {prepared.aboutDanger ? <AboutDanger field={field} told={prepared.aboutDanger === 'told'} /> : null}
      {prepared.partnerReads === 'message' ? (
        <Textarea
          name="message"
          label="Message to the partner (optional)"
          value={valueOf(state, 'message')}
          error={errorOf(state, 'message')}
          autoComplete="off"
        />
      ) : null}
      <AskingForMoreWarning
        message={valueOf(state, prepared.partnerReads ?? 'comment')}
        error={errorOf(state, 'confirmed')}
      />
      <Button preventDoubleClick {...(prepared.warns === 'button' ? { variant: 'warning' as const } : {})}>
        {state.collision ? `${label}, on top of what is there now` : label}
      </Button>
    </form>
  );
}

/** Errors that no field of this page can mend: they are mended on the items. */
function MissingParts({ state, submissionId }: { state: FormState; submissionId: string }) {
  const link = useLink();
  const missing = ['grade', 'mopiGroup'].flatMap((field) => errorOf(state, field) ?? []);
  if (missing.length === 0) return null;
  return (
    <InsetText id="grade">
      <span id="mopiGroup">{missing.join('. ')}.</span>{' '}
      <a className="govuk-link" href={`${link('submissions/submission', { submissionId })}#items`}>
        Go to the items
      </a>
    </InsetText>
  );
}

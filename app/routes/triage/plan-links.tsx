import { redirect } from 'react-router';
import { linkPlanItem, unlinkPlanItem } from '#app/domain/triage/actions/link-plan-item.server.ts';
import { openPlanLinks } from '#app/domain/triage/actions/open-plan-links.server.ts';
import { link } from '#app/http/link.ts';
import { attemptOnVersion } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { PlanLinkList } from '#app/ui/triage/PlanLinkList.tsx';
import type { Route } from './+types/plan-links.ts';

export const handle = { access: 'submissions.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openPlanLinks(ctxOf(args), { submissionId: args.params.submissionId });
  return { page, done: doneWords(args.url.searchParams.get('done')) };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const ctx = ctxOf(args);
  const form = await readForm(args.request, ['intent', 'item', 'reason', 'linkId', 'unlinkReason']);
  const unlinks = form.get('intent') === 'unlink';
  const done = await attemptOnVersion(form, () =>
    unlinks
      ? unlinkPlanItem(ctx, { submissionId, linkId: form.get('linkId'), reason: form.get('unlinkReason') })
      : linkPlanItem(ctx, { submissionId, item: form.get('item'), reason: form.get('reason') }),
  );
  if (!done.ok) return done.refused;
  throw redirect(`${link('triage/plan-links', { submissionId })}?done=${unlinks ? 'unlinked' : 'linked'}`);
}

/** Who reads the plan need not be who reads the report. */
const noNames = 'Name nobody and no place, and say nothing that the report says.';

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

export default function PlanLinks({ loaderData: { page, done }, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState();
  const standing = page.links.filter(({ unlinked }) => unlinked === null);
  const taken = page.links.filter(({ unlinked }) => unlinked !== null);
  return (
    <Page
      title="Links to the plan"
      backHref={link('triage/submission', { submissionId: page.submissionId })}
      errors={state.errors}
      success={done ?? undefined}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Links to the plan</PageHeading>
        <PlanLinkList links={standing} />
        <h2 className="govuk-heading-m">Add a link</h2>
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="link" />
          <Select
            name="item"
            label="Part of the plan"
            value={valueOf(state, 'item')}
            error={errorOf(state, 'item')}
            options={[
              { value: '', text: 'Select a part of the plan' },
              ...page.items.map(({ code, text }) => ({ value: code, text: `${code} ${shortened(text)}` })),
            ]}
          />
          <Input
            name="reason"
            label="Why does the submission serve it?"
            hint={noNames}
            value={valueOf(state, 'reason')}
            error={errorOf(state, 'reason')}
            autoComplete="off"
          />
          <Button preventDoubleClick>Add link</Button>
        </form>
        {standing.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Take a link away</h2>
            <form method="post" noValidate>
              <input type="hidden" name="intent" value="unlink" />
              <Radios
                name="linkId"
                legend="Link"
                small
                value={valueOf(state, 'linkId')}
                error={errorOf(state, 'linkId')}
                items={standing.map(({ id, code, text }) => ({
                  value: id,
                  label: `${code} ${shortened(text)}`,
                }))}
              />
              <Input
                name="unlinkReason"
                label="Why does the submission not serve it?"
                hint={`The link stays on record with this reason. ${noNames}`}
                value={valueOf(state, 'unlinkReason')}
                error={errorOf(state, 'unlinkReason')}
                autoComplete="off"
              />
              <Button variant="secondary" preventDoubleClick>
                Remove link
              </Button>
            </form>
          </>
        ) : null}
        {taken.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Taken away</h2>
            <ul className="govuk-list">
              {taken.map(({ id, code, unlinked }) => (
                <li key={id}>
                  <strong>{code}</strong>: by {unlinked?.by ?? 'an officer'}
                  {unlinked?.reason ? `, ${unlinked.reason}` : ''}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

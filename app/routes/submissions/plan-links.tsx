import { shortText } from '#app/domain/kernel/short-text.ts';
import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { flash } from '#app/http/forms/flash.ts';
import { linkPlanItem, unlinkPlanItem } from '#app/domain/triage/actions/link-plan-item.server.ts';
import { openPlanLinks } from '#app/domain/triage/actions/open-plan-links.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { PlanLinkList } from './PlanLinkList.tsx';
import type { Route } from './+types/plan-links.ts';

export const handle = { access: 'submissions.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openPlanLinks(ctxOf(args), { submissionId: idsOf(args).submissionId });
  return { page };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('link'), item: z.string(), reason: z.string() }),
  z.object({ intent: z.literal('unlink'), linkId: shownAtTimes(), unlinkReason: z.string() }),
]);

export const action = formAction(
  form,
  async (input, args: Route.ActionArgs) => {
    const ctx = ctxOf(args);
    const { submissionId } = idsOf(args);
    const address = link('submissions/plan-links', { submissionId });
    if (input.intent === 'unlink') {
      const { linkId, unlinkReason } = input;
      await unlinkPlanItem(ctx, { submissionId, linkId, reason: unlinkReason });
      return flash(address, 'unlinked');
    }
    await linkPlanItem(ctx, { submissionId, ...input });
    return flash(address, 'linked');
  },
  { collides: true },
);

/** Who reads the plan need not be who reads the report. */
const noNames = 'Name nobody and no place, and say nothing that the report says.';

export default function PlanLinks({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const standing = page.links.filter(({ unlinked }) => unlinked === null);
  const taken = page.links.filter(({ unlinked }) => unlinked !== null);
  return (
    <Page
      title="Links to the plan"
      backHref={link('submissions/submission', { submissionId: page.submissionId })}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Links to the plan</PageHeading>
        <PlanLinkList links={standing} />
        <h2 className="govuk-heading-m">Add a link</h2>
        <Form intent="link">
          <Select
            name="item"
            label="Part of the plan"
            options={[
              { value: '', text: 'Select a part of the plan' },
              ...page.items.map(({ code, text }) => ({ value: code, text: `${code} ${shortText(text)}` })),
            ]}
          />
          <Input name="reason" label="Why does the submission serve it?" hint={noNames} autoComplete="off" />
          <Button preventDoubleClick>Add link</Button>
        </Form>
        {standing.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Take a link away</h2>
            <Form intent="unlink">
              <Radios
                name="linkId"
                legend="Link"
                small
                items={standing.map(({ id, code, text }) => ({
                  value: id,
                  label: `${code} ${shortText(text)}`,
                }))}
              />
              <Input
                name="unlinkReason"
                label="Why does the submission not serve it?"
                hint={`The link stays on record with this reason. ${noNames}`}
                autoComplete="off"
              />
              <Button variant="secondary" preventDoubleClick>
                Remove link
              </Button>
            </Form>
          </>
        ) : null}
        {taken.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Taken away</h2>
            <ul className="govuk-list">
              {taken.map(({ id, code, unlinked }) => (
                <li key={id}>
                  <strong>{code}</strong>: by {unlinked?.by ?? 'changed rules'}
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

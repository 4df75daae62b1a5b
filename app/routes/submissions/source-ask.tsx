import { z } from 'zod';
import { madeWithPage, text, tick } from '#app/domain/kernel/fields.ts';
import { newId } from '#app/domain/kernel/id.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { askToOpen } from '#app/domain/triage/sealed-sources/ask-to-open.server.ts';
import { openSourcePage } from '#app/domain/triage/sealed-sources/own-requests.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/source-ask.ts';

export const handle = { access: 'triage.work', recentProof: true } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openSourcePage(ctxOf(args), { submissionId: idsOf(args).submissionId });
  return { page, blank: { requestId: newId<'SourceRequest'>() } };
}

const form = z.object({
  requestId: madeWithPage<'SourceRequest'>(),
  /** Offered where somebody may be in danger; where it is not, the use case refuses it. */
  atOnce: tick(),
  reason: text({ missing: 'Enter why it is needed', name: 'Reason', limit: textLimits.linkReason }),
});

export const action = formAction(form, async (request, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await askToOpen(ctxOf(args), { submissionId, ...request });
  return flash(
    link('submissions/source', { submissionId }),
    request.atOnce ? 'source-opened-at-once' : 'source-asked',
  );
});

const title = 'Ask to open the sealed source';

export default function AskForSource({ loaderData: { page, blank }, params }: Route.ComponentProps) {
  const link = useLink();
  return (
    <Page
      title={title}
      backHref={link('submissions/source', { submissionId: params.submissionId })}
      backText="Sealed source"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>{title}</PageHeading>
        <Form values={blank}>
          <HiddenField name="requestId" />
          {page.mayOpenAtOnce ? (
            <Checkboxes
              name="atOnce"
              items={[
                {
                  value: 'yes',
                  label: 'Open it now: somebody is in danger, and it cannot wait for a custodian',
                  hint: 'You can read it for one hour. Custodians, FIB supervisors and the auditor are told at once, and a custodian says afterwards whether it was right.',
                },
              ]}
            />
          ) : null}
          <Textarea
            name="reason"
            label="Why is it needed?"
            hint="What you will do with it, and why nothing else will do. Custodians and FIB supervisors read this. Do not write what the report says."
            rows={5}
          />
          <Button preventDoubleClick>Send</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

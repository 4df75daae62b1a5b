import { z } from 'zod';
import { day, text } from '#app/domain/kernel/fields.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { keepLonger } from '#app/domain/retention/keep-longer.server.ts';
import { groundCodes, grounds } from '#app/domain/retention/retention-words.ts';
import { openRetention } from '#app/domain/retention/open-report.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/keep.ts';

export const handle = { access: 'retention.decide' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { id, reference } = await openRetention(ctxOf(args), { submissionId: idsOf(args).submissionId });
  return { id, reference };
}

const form = z.object({
  grounds: z.array(z.enum(groundCodes)).min(1, 'Select at least one ground').default([]),
  reason: text({ missing: 'Enter why it is kept', name: 'Reason', limit: textLimits.linkReason }),
  reviewOn: day({
    missing: 'Enter the day of the next review',
    wrong: 'Review date must be a real date, like 18 1 2017',
  }),
});

export const action = formAction(form, async (kept, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await keepLonger(ctxOf(args), { submissionId, ...kept });
  return flash(link('retention/report', { submissionId }), 'kept-longer');
});

export default function KeepLonger({ loaderData: { id, reference } }: Route.ComponentProps) {
  return (
    <Page
      title="Keep a submission longer"
      backHref={link('retention/report', { submissionId: id })}
      backText="Retention"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}`}>Keep it longer</PageHeading>
        <Form>
          <Checkboxes
            name="grounds"
            legend="On which grounds is it kept?"
            items={groundCodes.map((code) => ({ value: code, label: grounds[code] }))}
          />
          <Textarea
            name="reason"
            label="Why is it still needed?"
            hint="Name no source. It goes with the report in the end."
            rows={5}
          />
          <DateInput
            id="reviewOn"
            namePrefix="reviewOn"
            legend="When does somebody look again?"
            legendSize="s"
            hint="Within 10 years, like 18 1 2017"
          />
          <Button preventDoubleClick>Keep it longer</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

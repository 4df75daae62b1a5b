import { z } from 'zod';
import { oneOf, text } from '#app/domain/kernel/fields.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { liftHold, setHold } from '#app/domain/retention/legal-hold.server.ts';
import { openRetention } from '#app/domain/retention/open-report.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/hold.ts';

export const handle = { access: 'retention.decide' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const report = await openRetention(ctxOf(args), { submissionId: idsOf(args).submissionId });
  const { id, reference, holds, mayLift } = report;
  return { id, reference, held: holds.some(({ lifted }) => lifted === null), mayLift };
}

const form = z.object({
  reason: text({ missing: 'Enter the reason', name: 'Reason', limit: textLimits.linkReason }),
  to: oneOf(['set', 'lift'], 'Open this page again'),
});

export const action = formAction(form, async ({ to, reason }, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await (to === 'set' ? setHold : liftHold)(ctxOf(args), { submissionId, reason });
  return flash(link('retention/report', { submissionId }), to === 'set' ? 'hold-set' : 'hold-lifted');
});

export default function LegalHold({ loaderData }: Route.ComponentProps) {
  const { id, reference, held, mayLift } = loaderData;
  const title = held ? 'Lift the legal hold' : 'Put it on legal hold';
  return (
    <Page title={title} backHref={link('retention/report', { submissionId: id })} backText="Retention">
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}`}>{title}</PageHeading>
        {held && !mayLift ? (
          // A form of before the hold leads here with whatever was wrong in it.
          <InsetText>
            <span id="reason">You put it on hold.</span> <span id="to">Another FIB supervisor lifts it.</span>
          </InsetText>
        ) : (
          <Form values={{ to: held ? 'lift' : 'set' }}>
            <HiddenField name="to" />
            <p className="govuk-body">
              {held
                ? 'From then on it goes by its rule again.'
                : 'Nothing of it goes until another FIB supervisor lifts the hold, nor does any report that it is linked to.'}
            </p>
            <Textarea
              name="reason"
              label={held ? 'Why is it lifted?' : 'Why is it held?'}
              hint={`Such as the case, inquiry or complaint that ${held ? 'is over' : 'needs it'}`}
              rows={5}
            />
            <Button id="to" preventDoubleClick>
              {title}
            </Button>
          </Form>
        )}
      </TwoThirds>
    </Page>
  );
}

import { z } from 'zod';
import { endItem, prepareEnd } from '#app/domain/plan/end-item.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/item-end.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { planId, planItemId } = idsOf(args);
  return { planId, item: await prepareEnd(ctxOf(args), { planId, planItemId }) };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { planId, planItemId } = idsOf(args);
  await endItem(ctxOf(args), { planId, planItemId });
  return flash(link('plans/plan', { planId }), 'plan-item-ended');
});

export default function ItemEnd({ loaderData: { planId, item } }: Route.ComponentProps) {
  return (
    <Page title="End an item of a plan" backHref={link('plans/plan', { planId })} backText="Draft">
      <TwoThirds>
        <PageHeading>
          {item.carriedOn ? `End ${item.code} with the plan before?` : `Take ${item.code} out of the draft?`}
        </PageHeading>
        <InsetText>{item.text}</InsetText>
        {item.below.length > 0 ? (
          <p className="govuk-body">What stands under it goes too: {item.below.join(', ')}.</p>
        ) : null}
        <p className="govuk-body">
          {item.carriedOn
            ? 'The plan before keeps it, with its evidence and reports. Until this draft is published you can carry it over after all.'
            : 'It is new in this draft, so nothing is left of it.'}
        </p>
        <Form>
          <Button variant="warning" preventDoubleClick>
            {item.carriedOn ? `End ${item.code}` : `Take out ${item.code}`}
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

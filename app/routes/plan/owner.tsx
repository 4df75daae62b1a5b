import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { flash } from '#app/http/forms/flash.ts';
import { nameItemOwner, nobodyNamed, prepareItemOwner } from '#app/domain/plan/name-item-owner.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { askedPlan } from './asked-plan.ts';
import type { Route } from './+types/owner.ts';

export const handle = { access: 'plan.assign' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { code } = args.params;
  const planId = askedPlan(args.url);
  const prepared = await prepareItemOwner(ctxOf(args), { planId, code });
  return {
    back: link('plan/item', { code }, { plan: planId }),
    code,
    owner: prepared.owner,
    options: [{ value: nobodyNamed, text: 'Nobody in particular' }, ...prepared.people],
  };
}

const form = z.object({ owner: z.string() });

export const action = formAction(form, async ({ owner }, args: Route.ActionArgs) => {
  const { code } = args.params;
  const planId = askedPlan(args.url);
  await nameItemOwner(ctxOf(args), { planId, code, owner });
  return flash(link('plan/item', { code }, { plan: planId }), 'owner-named');
});

export default function ItemOwner({ loaderData }: Route.ComponentProps) {
  const { back, code, owner, options } = loaderData;
  return (
    <Page title="Owner of a plan item" backHref={back}>
      <TwoThirds>
        <PageHeading caption={code}>Who owns it?</PageHeading>
        <p className="govuk-body">
          Once somebody is named, only they and the MDS lead add evidence and say how it stands. The owner of
          an aim owns its activities too, where nobody else is named for them.
        </p>
        <Form values={{ owner }}>
          <Select name="owner" label="Owner" options={options} />
          <Button preventDoubleClick>Save owner</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

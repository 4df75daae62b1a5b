import { z } from 'zod';
import { dateValues, optionalDay, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { nameItemOwner, nobodyNamed, prepareItemOwner } from '#app/domain/plan/name-item-owner.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { askedPlan } from './asked-plan.ts';
import type { Route } from './+types/owner.ts';

export const handle = { access: 'plan.assign' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { code } = args.params;
  const planId = askedPlan(args.url);
  const { people, ...form } = await prepareItemOwner(ctxOf(args), { planId, code });
  return {
    back: link('plan/item', { code }, { plan: planId }),
    code,
    form,
    options: [{ value: nobodyNamed, text: 'Nobody in particular' }, ...people],
  };
}

const schema = z.object({
  role: z.string().trim(),
  owner: z.string(),
  expectedVersion: shownAtTimes(),
  reviewOn: optionalDay('Date of the next review must be a real date, like 15 2 2016'),
});

export const action = formAction(schema, async (written, args: Route.ActionArgs) => {
  const { code } = args.params;
  const planId = askedPlan(args.url);
  await nameItemOwner(ctxOf(args), { planId, code, ...written });
  return flash(link('plan/item', { code }, { plan: planId }), 'owner-named');
});

export default function ItemOwner({ loaderData }: Route.ComponentProps) {
  const { back, code, form, options } = loaderData;
  const { role, owner, reviewOn, follows, rolesInPlan, version } = form;
  return (
    <Page title="Owner and review of a plan item" backHref={back} fieldIds={{ reviewOn: 'reviewOn-day' }}>
      <TwoThirds>
        <PageHeading caption={code}>Owner and review</PageHeading>
        <p className="govuk-body">
          Once somebody is named, only they and the MDS lead add evidence and say how it stands. The owner of
          an aim owns its activities too, where nobody else is named for them.
        </p>
        {follows === null ? null : (
          <InsetText>Its aim is owned by {follows}. It follows its aim while nobody is named here.</InsetText>
        )}
        <Form values={{ role, owner, ...dateValues('reviewOn', reviewOn) }} expectedVersion={version}>
          <Input
            name="role"
            label="Role that owns it (optional)"
            hint={
              rolesInPlan.length > 0
                ? `The plan names: ${rolesInPlan.join('; ')}`
                : 'Such as LPU Sentinel Bronze. The role stays when its holder changes'
            }
            autoComplete="off"
          />
          <Select name="owner" label="Who holds it at present" options={options} />
          <DateInput
            id="reviewOn"
            namePrefix="reviewOn"
            legend="Next review (optional)"
            legendSize="s"
            hint="Whoever holds it is told a week before and on the day, the MDS lead on the day. Saying how it stands is the review. For example, 15 2 2016"
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

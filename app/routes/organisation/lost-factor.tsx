import { z } from 'zod';
import { choice, text } from '#app/domain/kernel/fields.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { askForNewFactor, colleaguesWithAccount } from '#app/domain/people/factors/lost-factor.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/lost-factor.ts';

export const handle = {
  access: 'organisation.lead',
  section: 'organisation',
  recentProof: true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { colleagues: await colleaguesWithAccount(ctxOf(args)) };
}

const form = z.object({
  accountId: choice('Select who has lost it').default(''),
  reason: text({ missing: 'Enter how you know that it is lost', name: 'Reason', limit: 500 }),
});

export const action = formAction(form, async ({ accountId, reason }, args: Route.ActionArgs) => {
  if (!isId<'Account'>(accountId)) throw new Invalid({ accountId: 'Select who has lost it' });
  await askForNewFactor(ctxOf(args), { accountId, reason });
  return flash(link('organisation/organisation'), 'factor-lost-by-colleague');
});

export default function ColleagueLostFactor({ loaderData: { colleagues } }: Route.ComponentProps) {
  const words = useMessages().organisation.lostFactor;
  return (
    <Page title={words.title} backHref={link('organisation/organisation')}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.lead}</p>
        <Form>
          <Radios
            name="accountId"
            legend={words.who}
            legendSize="s"
            items={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          />
          <Textarea name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
          <Button preventDoubleClick>{words.ask}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

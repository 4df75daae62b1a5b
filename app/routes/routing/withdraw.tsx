import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { openRule } from '#app/domain/routing/open-rule.server.ts';
import { withdrawRuleDraft } from '#app/domain/routing/rule-drafts.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/withdraw.ts';

export const handle = { access: 'rules.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { revision } = await openRule(ctxOf(args), { code: null });
  return { revision };
}

const form = z.object({ expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ expectedVersion }, args: Route.ActionArgs) => {
  await withdrawRuleDraft(ctxOf(args), { seenRevision: expectedVersion });
  return flash(link('routing/rules'), 'rules-withdrawn');
});

export default function WithdrawDraft({ loaderData }: Route.ComponentProps) {
  return (
    <Page title="Withdraw the draft of routing rules" backHref={link('routing/draft')} backText="The draft">
      <TwoThirds>
        <PageHeading>Withdraw the draft</PageHeading>
        <p className="govuk-body">
          What you changed is given up, and somebody can start another draft. The rules in force stay as they
          are.
        </p>
        <Form expectedVersion={loaderData.revision}>
          <Button variant="warning" preventDoubleClick>
            Withdraw draft
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { arrangeRule } from '#app/domain/routing/arrange-rule.server.ts';
import { openRule } from '#app/domain/routing/open-rule.server.ts';
import { ruleName } from '#app/domain/routing/rule-words.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/rule-remove.ts';

export const handle = { access: 'rules.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return openRule(ctxOf(args), { code: args.params.ruleCode });
}

const form = z.object({ expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ expectedVersion }, args: Route.ActionArgs) => {
  await arrangeRule(ctxOf(args), {
    code: args.params.ruleCode,
    how: 'remove',
    seenRevision: expectedVersion,
  });
  return flash(link('routing/draft'), 'rule-removed');
});

export default function RemoveRule({ loaderData: { rule, revision } }: Route.ComponentProps) {
  return (
    <Page title="Remove a routing rule" backHref={link('routing/draft')} backText="The draft">
      <TwoThirds>
        <PageHeading caption="Remove a rule">{rule ? ruleName(rule) : ''}</PageHeading>
        <p className="govuk-body">
          The draft then has no such rule. The rules in force keep it until the draft is published.
        </p>
        <Form expectedVersion={revision}>
          <Button variant="warning" preventDoubleClick>
            Remove rule
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

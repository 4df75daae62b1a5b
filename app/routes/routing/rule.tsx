import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { openRule } from '#app/domain/routing/open-rule.server.ts';
import { ruleName } from '#app/domain/routing/rule-words.ts';
import { ruleForm } from '#app/domain/routing/rule-form.ts';
import { saveRule } from '#app/domain/routing/save-rule.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RuleForm } from './RuleForm.tsx';
import type { Route } from './+types/rule.ts';

export const handle = { access: 'rules.write', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return openRule(ctxOf(args), { code: args.params.ruleCode });
}

const form = ruleForm.extend({ expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ expectedVersion, ...fields }, args: Route.ActionArgs) => {
  const { code } = await saveRule(ctxOf(args), {
    code: args.params.ruleCode,
    fields,
    seenRevision: expectedVersion,
  });
  return flash(`${link('routing/draft')}#rule-${code}`, 'rule-saved');
});

export default function Rule({ loaderData }: Route.ComponentProps) {
  return (
    <Page title="Change a routing rule" backHref={link('routing/draft')} backText="The draft">
      <TwoThirds>
        <PageHeading caption="Change a rule">{loaderData.rule ? ruleName(loaderData.rule) : ''}</PageHeading>
        <RuleForm {...loaderData} />
      </TwoThirds>
    </Page>
  );
}

import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { prepareEdition, publishEdition } from '#app/domain/plan/editions/editions.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { EditionText } from './EditionText.tsx';
import type { Route } from './+types/edition-new.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) => prepareEdition(ctxOf(args), { planId: idsOf(args).planId });

export const action = formAction(
  z.object({ expectedVersion: shownAtTimes() }),
  async ({ expectedVersion }, args: Route.ActionArgs) => {
    const { planId } = idsOf(args);
    const { editionId } = await publishEdition(ctxOf(args), { planId, expectedVersion });
    return flash(link('plans/edition', { planId, editionId }), 'plan-edition-published');
  },
);

export default function NextEditionPage({ loaderData: next }: Route.ComponentProps) {
  const { plan, number, lines, unsettled, version } = next;
  const planId = plan.id;
  const withholdHref = (item: string) => link('plans/withhold', { planId }, { item: item || null });
  return (
    <Page
      title="Next public edition of a plan"
      backHref={link('plans/editions', { planId })}
      backText="Public editions"
    >
      <PageHeading caption={plan.title}>Edition {number} as it would be published</PageHeading>
      <p className="govuk-body">
        Read it through as somebody outside would. What should not be known is withheld under each item, or
        among{' '}
        <a className="govuk-link" href={withholdHref('')}>
          headings and abbreviations
        </a>
        . Status, owners and who wrote an entry are never in it.
      </p>
      {unsettled.length > 0 ? (
        <WarningText>
          {unsettled.length === 1 ? 'Words are withheld' : `${unsettled.length} words are withheld`} of which
          a text has changed or gone. It may say the same in other words.{' '}
          <a className="govuk-link" href={`${withholdHref('')}#withheld`}>
            Look at them again
          </a>{' '}
          before you publish.
        </WarningText>
      ) : null}
      <EditionText number={number} lines={lines} withholdHref={withholdHref} />
      <WarningText>An edition cannot be changed. What is in it can be read by anybody.</WarningText>
      <Form expectedVersion={version}>
        <Button preventDoubleClick>Publish edition {number}</Button>
      </Form>
    </Page>
  );
}

import { z } from 'zod';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { askRelink, readRelinking, type Relinking } from '#app/domain/routing/relinking.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/relink.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export const loader = async (args: Route.LoaderArgs) => ({ relinking: await readRelinking(ctxOf(args)) });

const form = z.object({ expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ expectedVersion: version }, args: Route.ActionArgs) => {
  await askRelink(ctxOf(args), { version });
  return flash(link('plans/relink'), 'relink-asked');
});

const title = 'Past submissions and changed rules';

export default function Relink({ loaderData: { relinking } }: Route.ComponentProps) {
  return (
    <Page title={title} breadcrumbs={[{ text: 'Plan', href: link('plan/plan') }, { text: title }]}>
      <PageHeading>{title}</PageHeading>
      {relinking ? (
        <Body {...relinking} />
      ) : (
        <EmptyState title="No rules have changed">
          Every submission of the plan in force was routed by the rules that are in force now.
        </EmptyState>
      )}
    </Page>
  );
}

const total = (items: Relinking['items'], what: 'gains' | 'losses') =>
  items.reduce((sum, item) => sum + item[what], 0);

function Body({ version, state, lookedAt, items, asked }: Relinking) {
  const links = total(items, 'gains') + total(items, 'losses');
  const looked = `${lookedAt} ${lookedAt === 1 ? 'submission was' : 'submissions were'} looked at so far.`;
  return (
    <>
      <TwoThirds>
        <p className="govuk-body">
          Some submissions of the plan in force were routed before version {version} of the rules, which links
          to the plan differently.{' '}
          {state === 'counting' ? `What that would change is being counted: ${looked}` : null}
          {state === 'linking' ? `They are being linked again: ${looked}` : null}
        </p>
        {asked ? (
          <p className="govuk-body">
            Asked for by {asked.by}, <DateTime at={asked.at} />.{' '}
            {state === 'linked' ? `${lookedAt} submissions were looked at.` : ''}
          </p>
        ) : null}
        <p className="govuk-body portal-secondary">
          Only links that a rule makes change, and only where that rule has changed. What somebody linked or
          took away by hand stays with its reason. Closed plans and published figures stay as they are.
          Whether a partner belongs to the network is taken as it is today.
        </p>
      </TwoThirds>
      {items.length === 0 ? (
        state === 'counted' || state === 'linked' ? (
          <EmptyState title="Nothing changes">
            {state === 'counted'
              ? 'By the new rules every submission is linked as it is.'
              : 'No link was made or taken away.'}
          </EmptyState>
        ) : null
      ) : (
        <CardTable
          caption={asked ? 'What changed' : 'What would change'}
          columns={[
            { header: 'Item', nowrap: true },
            { header: 'What it says', className: 'govuk-!-width-one-half' },
            { header: asked ? 'Linked' : 'Would be linked', numeric: true },
            { header: asked ? 'Taken away' : 'Would be taken away', numeric: true },
          ]}
          rows={items.map(({ code, text, gains, losses }) => ({
            key: code,
            cells: [
              <a key="item" className="govuk-link" href={link('plan/item', { code })}>
                {code}
              </a>,
              text,
              gains === 0 ? 'None' : gains,
              losses === 0 ? 'None' : losses,
            ],
          }))}
        />
      )}
      {state === 'counted' && links > 0 ? (
        <Form expectedVersion={version}>
          <Button preventDoubleClick>
            Link past submissions by these rules ({links} {links === 1 ? 'link' : 'links'})
          </Button>
        </Form>
      ) : null}
    </>
  );
}

import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { oneOf } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { setKeyboardTriage } from '#app/domain/people/accounts/set-keyboard-triage.server.ts';
import { ctxOf, keysContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { keyNames, keys } from '#app/ui/keyboard/keys.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/keyboard.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  return { on: args.context.get(keysContext) };
}

const form = z.object({ keys: oneOf(['on', 'off'], 'Select whether keys are on or off') });

export const action = formAction(form, async ({ keys }, args: Route.ActionArgs) => {
  await setKeyboardTriage(ctxOf(args), { on: keys === 'on' });
  return flash(link('help/keyboard'), `keys-${keys}`);
});

const places = { queue: 'Queue', submission: 'Submission', both: 'Queue and submission' } as const;

export default function Keyboard({ loaderData: { on } }: Route.ComponentProps) {
  return (
    <Page title="Keys for triage" backHref={link('queues/queues')} backText="Queues">
      <TwoThirds>
        <PageHeading>Keys for triage</PageHeading>
        <p className="govuk-body">
          On the pages of queues and submissions you can press single keys instead of buttons and links. A key
          does what its button does and asks what its button asks. Where there is no such button the key does
          nothing.
        </p>
        <p className="govuk-body">
          Keys are off until you switch them on, for your account only. They do nothing while you type, nor
          together with Ctrl, Alt or the Windows or Command key. If you speak to your computer or use a screen
          reader, they may get in your way.
        </p>
        <Form values={{ keys: on ? 'on' : 'off' }}>
          <Radios
            name="keys"
            legend="Keys"
            legendSize="m"
            inline
            items={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
          />
          <Button>Save</Button>
        </Form>
        <Table
          caption="What each key does"
          captionSize="m"
          firstCellIsHeader
          head={[{ content: 'Key' }, { content: 'What it does' }, { content: 'Page' }]}
          rows={keyNames.map((name) => [
            { content: <kbd className="portal-key portal-key--listed">{keys[name].key}</kbd> },
            { content: keys[name].does },
            { content: places[keys[name].where] },
          ])}
        />
      </TwoThirds>
    </Page>
  );
}

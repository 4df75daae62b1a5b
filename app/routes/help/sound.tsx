import { z } from 'zod';
import { oneOf } from '#app/domain/kernel/fields.ts';
import { setSoundForHigh, soundForHigh } from '#app/domain/people/accounts/sound-for-high.server.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/sound.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { on: await soundForHigh(ctxOf(args)) };
}

const form = z.object({ sound: oneOf(['on', 'off'], 'Select whether the sound is on or off') });

export const action = formAction(form, async ({ sound }, args: Route.ActionArgs) => {
  await setSoundForHigh(ctxOf(args), { on: sound === 'on' });
  return flash(link('help/sound'), `sound-${sound}`);
});

export default function Sound({ loaderData: { on } }: Route.ComponentProps) {
  return (
    <Page title="Sound for what is High" backHref={link('queues/queues')} backText="Queues">
      <TwoThirds>
        <PageHeading>Sound for what is High</PageHeading>
        <p className="govuk-body">
          Queues and your home page look for what is new every 30 seconds, and say so at the foot of the page
          and in its title. They never change a list while you read it.
        </p>
        <p className="govuk-body">
          They can sound two short tones when something High comes. The sound is off until you switch it on,
          for your account only. Some browsers play it only on a page that you have clicked on.
        </p>
        <Form values={{ sound: on ? 'on' : 'off' }}>
          <Radios
            name="sound"
            legend="Sound"
            legendSize="m"
            inline
            items={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
          />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

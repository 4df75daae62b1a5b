import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { sendingWays } from './sending-ways.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Select } from '#app/ui/govuk/Select.tsx';
import { SendingPage } from './SendingPage.tsx';
import { prepareSending, sendingForm, sendItem } from './send-item.server.ts';
import type { Route } from './+types/disseminate.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return prepareSending(args);
}

const form = z.object({ recipient: z.string(), ...sendingForm.shape });

export const action = formAction(form, ({ recipient, ...sending }, args: Route.ActionArgs, again) =>
  sendItem(args, sending, again, {
    addressed: { to: 'queue', queueCode: recipient },
    done: 'disseminated',
    doneUnapproved: 'disseminated-unapproved',
  }),
);

export default function Disseminate({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { opened, approveWithin } = loaderData;
  const { item, submissionId, queues } = opened;
  const posted = useFormState();
  const sentTo = new Set(
    item.disseminations
      .filter(({ version }) => version === item.versions[0]?.version)
      .map(({ recipient }) => recipient),
  );
  return (
    <SendingPage
      opened={opened}
      approveWithin={approveWithin}
      backHref={link('submissions/submission', { submissionId })}
      ways={sendingWays(item.id, 'queue')}
      typedRecipient={queues.find(({ code }) => code === typedIn(posted, 'recipient'))?.name ?? ''}
      conditionsLabel="Conditions (optional)"
      conditionsHint="Shown to the recipient above the text, for example whom to ask before acting. Do not point to the source."
      button="Disseminate"
    >
      <Select
        name="recipient"
        label="Disseminate to"
        options={[
          { value: '', text: 'Select a queue' },
          ...queues.map(({ code, name }) => ({
            value: code,
            text: sentTo.has(name) ? `${name} (has this version)` : name,
          })),
        ]}
      />
    </SendingPage>
  );
}

import { link } from '#app/http/link.ts';
import { sendingWays } from '#app/http/forms/sending-ways.ts';
import { versionedForm, type VersionedForm } from '#app/http/forms/attempt-on-version.ts';
import { errorOf, valueOf } from '#app/http/forms/form-state.ts';
import { carry } from '#app/http/list-address.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Select } from '#app/ui/govuk/Select.tsx';
import type { Warned } from '#app/ui/triage/ReleaseWarnings.tsx';
import { SendingPage } from '#app/ui/triage/SendingPage.tsx';
import { prepareSending, sendItem } from './send-item.server.ts';
import type { Route } from './+types/disseminate.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return prepareSending(args);
}

export async function action(args: Route.ActionArgs) {
  return sendItem(args, {
    fields: ['recipient'],
    addressed: (form) => ({ to: 'queue', queueCode: form.get('recipient') }),
    done: 'disseminated',
    doneUnapproved: 'disseminated-unapproved',
  });
}

export default function Disseminate({ loaderData, actionData }: Route.ComponentProps) {
  const { opened, approveWithin } = loaderData;
  const { item, submissionId, queues } = opened;
  const state: VersionedForm & { warned?: Warned } = actionData ?? versionedForm();
  const sentTo = new Set(
    item.disseminations
      .filter(({ version }) => version === item.versions[0]?.version)
      .map(({ recipient }) => recipient),
  );
  return (
    <SendingPage
      opened={opened}
      approveWithin={approveWithin}
      backHref={carry(link('triage/submission', { submissionId }), loaderData.from)}
      ways={sendingWays(item.id, 'queue')}
      errors={state.errors}
      warned={state.warned}
      collision={state.collision}
      typedRecipient={queues.find(({ code }) => code === valueOf(state, 'recipient'))?.name ?? ''}
      valueOf={(field) => valueOf(state, field)}
      errorOf={(field) => errorOf(state, field)}
      conditionsLabel="Conditions (optional)"
      conditionsHint="Shown to the recipient above the text, for example whom to ask before acting. Do not point to the source."
      button="Disseminate"
    >
      <Select
        name="recipient"
        label="Disseminate to"
        value={valueOf(state, 'recipient')}
        error={errorOf(state, 'recipient')}
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

import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { link } from '#app/http/link.ts';
import { sendingWays } from '#app/http/forms/sending-ways.ts';
import { versionedForm, type VersionedForm } from '#app/http/forms/attempt-on-version.ts';
import { errorOf, valueOf } from '#app/http/forms/form-state.ts';
import { carry } from '#app/http/list-address.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import type { Warned } from '#app/ui/triage/ReleaseWarnings.tsx';
import { SendingPage } from '#app/ui/triage/SendingPage.tsx';
import { prepareSending, sendItem } from './send-item.server.ts';
import type { Route } from './+types/disseminate-lead.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return prepareSending(args);
}

export async function action(args: Route.ActionArgs) {
  return sendItem(args, {
    fields: ['reason'],
    addressed: (form) => ({ to: 'mds_lead', reason: form.get('reason') }),
    done: 'sent-to-lead',
    doneUnapproved: 'disseminated-unapproved',
  });
}

export default function DisseminateToLead({ loaderData, actionData }: Route.ComponentProps) {
  const { opened, approveWithin } = loaderData;
  const { item, submissionId } = opened;
  const state: VersionedForm & { warned?: Warned } = actionData ?? versionedForm();
  return (
    <SendingPage
      opened={opened}
      approveWithin={approveWithin}
      backHref={carry(link('triage/submission', { submissionId }), loaderData.from)}
      ways={sendingWays(item.id, 'lead')}
      // That it has gone to the lead before is no fault of a field.
      errors={state.errors.map((error) => (error.field === 'recipient' ? { ...error, field: '' } : error))}
      warned={state.warned}
      collision={state.collision}
      typedRecipient="MDS lead"
      typedReason={valueOf(state, 'reason')}
      valueOf={(field) => valueOf(state, field)}
      errorOf={(field) => errorOf(state, field)}
      conditionsLabel="Conditions (optional)"
      conditionsHint="Shown to the MDS lead above the text. Do not point to the source."
      button="Send to the MDS lead"
    >
      <CharacterCount
        name="reason"
        label="Why is it significant?"
        hint="The MDS lead reads this with the text. Do not point to the source."
        rows={3}
        maxLength={textLimits.conditions}
        value={valueOf(state, 'reason')}
        error={errorOf(state, 'reason')}
        autoComplete="off"
      />
    </SendingPage>
  );
}

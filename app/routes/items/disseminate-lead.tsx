import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { sendingWays } from './sending-ways.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { SendingPage } from './SendingPage.tsx';
import { prepareSending, sendingForm, sendItem } from './send-item.server.ts';
import type { Route } from './+types/disseminate-lead.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return prepareSending(args);
}

const form = z.object({ reason: z.string(), ...sendingForm.shape });

export const action = formAction(form, ({ reason, ...sending }, args: Route.ActionArgs, again) =>
  sendItem(args, sending, again, {
    addressed: { to: 'mds_lead', reason },
    done: 'sent-to-lead',
    doneUnapproved: 'disseminated-unapproved',
  }),
);

export default function DisseminateToLead({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { opened, approveWithin } = loaderData;
  const { item, submissionId } = opened;
  const posted = useFormState();
  return (
    <SendingPage
      opened={opened}
      approveWithin={approveWithin}
      backHref={link('submissions/submission', { submissionId })}
      ways={sendingWays(item.id, 'lead')}
      // That it has gone to the lead before is no fault of a field.
      faults={posted?.errors.map((error) => (error.field === 'recipient' ? { ...error, field: '' } : error))}
      typedRecipient="MDS lead"
      typedReason={typedIn(posted, 'reason')}
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
        autoComplete="off"
      />
    </SendingPage>
  );
}

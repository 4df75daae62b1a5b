import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { type FormState, typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { staysWithinForce } from '#app/domain/kernel/five-by-five.ts';
import type { WrittenKind } from '#app/domain/kernel/recipients.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { sendingWays } from './sending-ways.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { SendingPage } from './SendingPage.tsx';
import { prepareSending, sendingForm, sendItem } from './send-item.server.ts';
import type { Route } from './+types/disseminate-outside.ts';

export const handle = { access: 'triage.work', recentProof: true } satisfies RouteHandle;

/** Those that the force pack does not name: the officer writes which and who there. */
const others: readonly { kind: WrittenKind; label: string; body: string; hint?: string }[] = [
  { kind: 'other_force', label: 'Another force', body: 'Name of the force' },
  { kind: 'other_agency', label: 'Another agency', body: 'Name of the agency' },
  {
    kind: 'immigration_enforcement',
    label: 'Immigration enforcement',
    body: 'Name of the part of immigration enforcement',
    hint: 'Nothing goes out now: an FIB supervisor other than you decides first.',
  },
];

export async function loader(args: Route.LoaderArgs) {
  return prepareSending(args);
}

const written = z.object({ body: z.string(), post: z.string() });
const form = z.object({
  recipient: shownAtTimes(),
  other_force: written,
  other_agency: written,
  immigration_enforcement: written,
  reason: z.string(),
  ...sendingForm.shape,
});

export const action = formAction(form, (input, args: Route.ActionArgs, again) => {
  const { recipient, reason } = input;
  const other = others.find(({ kind }) => kind === recipient);
  const { body, post } = other ? input[other.kind] : { body: '', post: '' };
  return sendItem(args, input, again, {
    addressed: { to: 'outside', recipient, body, post, reason },
    done: 'let-out',
    doneUnapproved: 'let-out-unapproved',
  });
});

export default function DisseminateOutside({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { opened, approveWithin, named } = loaderData;
  const { item, submissionId } = opened;
  const posted = useFormState();
  return (
    <SendingPage
      opened={opened}
      approveWithin={approveWithin}
      backHref={link('submissions/submission', { submissionId })}
      ways={sendingWays(item.id, 'outside')}
      typedRecipient={typedRecipient(posted, named)}
      typedReason={typedIn(posted, 'reason')}
      barred={
        staysWithinForce(item.grade?.fiveByFive ?? null)
          ? 'Its 5x5x5 grade, handling 4, keeps this item within the force.'
          : null
      }
      conditionsLabel="Conditions under which they may use it"
      conditionsHint="At the top of the sheet that they get, for example: for intelligence only, ask FIB before acting or passing it on. Do not point to the source."
      button="Disseminate outside the force"
    >
      <p className="govuk-body">
        The portal sends nothing by email. You get a sheet to pass on yourself, and record how, when and to
        whom.
      </p>
      <Radios
        name="recipient"
        legend="Who is it for?"
        legendSize="s"
        items={[
          ...named.map(({ code, name, post }) => ({ value: code, label: name, hint: post })),
          ...others.map(({ kind, label, body, hint }) => ({
            value: kind,
            label,
            hint,
            conditional: (
              <>
                <Input name={`${kind}-body`} label={body} autoComplete="off" />
                <Input
                  name={`${kind}-post`}
                  label="Role or post that receives it"
                  hint="For example duty intelligence officer. Not a person’s name."
                  autoComplete="off"
                />
              </>
            ),
          })),
        ]}
      />
      <CharacterCount
        name="reason"
        label="Why do they need it?"
        hint="Kept with the item. The recipient does not see it."
        rows={3}
        maxLength={textLimits.conditions}
        autoComplete="off"
      />
    </SendingPage>
  );
}

/** Whom the officer had chosen, by name. */
function typedRecipient(
  posted: FormState | null,
  named: Route.ComponentProps['loaderData']['named'],
): string {
  const recipient = typedIn(posted, 'recipient');
  const known = named.find(({ code }) => code === recipient);
  if (known) return `${known.name}, ${known.post}`;
  return [`${recipient}-body`, `${recipient}-post`]
    .map((field) => typedIn(posted, field))
    .filter((part) => part !== '')
    .join(', ');
}

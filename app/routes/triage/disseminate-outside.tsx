import { staysWithinForce } from '#app/domain/kernel/five-by-five.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { link } from '#app/http/link.ts';
import { sendingWays } from '#app/http/forms/sending-ways.ts';
import { versionedForm, type VersionedForm } from '#app/http/forms/attempt-on-version.ts';
import { errorOf, valueOf } from '#app/http/forms/form-state.ts';
import { carry } from '#app/http/list-address.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import type { Warned } from '#app/ui/triage/ReleaseWarnings.tsx';
import { SendingPage } from '#app/ui/triage/SendingPage.tsx';
import { prepareSending, sendItem } from './send-item.server.ts';
import type { Route } from './+types/disseminate-outside.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** Forces and agencies that the force pack does not name: the officer writes which and who there. */
const others = [
  { kind: 'other_force', label: 'Another force', body: 'Name of the force' },
  { kind: 'other_agency', label: 'Another agency', body: 'Name of the agency' },
] as const;

export async function loader(args: Route.LoaderArgs) {
  return prepareSending(args);
}

export async function action(args: Route.ActionArgs) {
  return sendItem(args, {
    fields: ['recipient', 'reason', ...others.flatMap(({ kind }) => [`${kind}-body`, `${kind}-post`])],
    addressed: (form) => {
      const recipient = form.get('recipient');
      const other = others.find(({ kind }) => kind === recipient);
      const written = (part: string) => (other ? form.get(`${other.kind}-${part}`) : '');
      const reason = form.get('reason');
      return { to: 'outside', recipient, body: written('body'), post: written('post'), reason };
    },
    done: 'let-out',
    doneUnapproved: 'let-out-unapproved',
  });
}

export default function DisseminateOutside({ loaderData, actionData }: Route.ComponentProps) {
  const { opened, approveWithin, named } = loaderData;
  const { item, submissionId } = opened;
  const state: VersionedForm & { warned?: Warned } = actionData ?? versionedForm();
  const field = (name: string) => ({ name, value: valueOf(state, name), error: errorOf(state, name) });
  return (
    <SendingPage
      opened={opened}
      approveWithin={approveWithin}
      backHref={carry(link('triage/submission', { submissionId }), loaderData.from)}
      ways={sendingWays(item.id, 'outside')}
      errors={state.errors}
      warned={state.warned}
      collision={state.collision}
      typedRecipient={typedRecipient(state, named)}
      typedReason={valueOf(state, 'reason')}
      valueOf={(name) => valueOf(state, name)}
      errorOf={(name) => errorOf(state, name)}
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
        value={valueOf(state, 'recipient')}
        error={errorOf(state, 'recipient')}
        items={[
          ...named.map(({ code, name, post }) => ({ value: code, label: name, hint: post })),
          ...others.map(({ kind, label, body }) => ({
            value: kind,
            label,
            conditional: (
              <>
                <Input {...field(`${kind}-body`)} label={body} autoComplete="off" />
                <Input
                  {...field(`${kind}-post`)}
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
        value={valueOf(state, 'reason')}
        error={errorOf(state, 'reason')}
        autoComplete="off"
      />
    </SendingPage>
  );
}

/** Whom the officer had chosen, by name. */
function typedRecipient(state: VersionedForm, named: Route.ComponentProps['loaderData']['named']): string {
  const recipient = valueOf(state, 'recipient');
  const known = named.find(({ code }) => code === recipient);
  if (known) return `${known.name}, ${known.post}`;
  return [`${recipient}-body`, `${recipient}-post`]
    .map((field) => valueOf(state, field))
    .filter((part) => part !== '')
    .join(', ');
}

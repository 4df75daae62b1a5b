import { redirect } from 'react-router';
import { setKeyboardTriage } from '#app/domain/people/accounts/set-keyboard-triage.server.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf, keysContext } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { keyNames, keys } from '#app/ui/keyboard/keys.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/keyboard.ts';

export function loader(args: Route.LoaderArgs) {
  return { on: args.context.get(keysContext), done: doneWords(args.url.searchParams.get('done')) };
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, ['keys']);
  const switched = await attempt(form, () => setKeyboardTriage(ctxOf(args), { keys: form.get('keys') }));
  if (!switched.ok) return switched.refused;
  throw redirect(`${triageAddresses.keyboard}?done=keys-${switched.value.on ? 'on' : 'off'}`);
}

const places = { queue: 'Queue', submission: 'Submission', both: 'Queue and submission' } as const;

export default function Keyboard({ loaderData: { on, done }, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState({ keys: on ? 'on' : 'off' });
  return (
    <Page
      title="Keys for triage"
      backHref={triageAddresses.queues}
      backText="Queues"
      errors={state.errors}
      success={done ?? undefined}
    >
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
        <form method="post" noValidate>
          <Radios
            name="keys"
            legend="Keys"
            legendSize="m"
            inline
            value={valueOf(state, 'keys')}
            error={errorOf(state, 'keys')}
            items={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
          />
          <Button>Save</Button>
        </form>
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

import { data, redirect } from 'react-router';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { sanitiseItem } from '#app/domain/triage/release/sanitise-item.server.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { link } from '#app/http/link.ts';
import {
  attemptOnVersion,
  seenVersion,
  versionedForm,
  versionField,
  type VersionedForm,
} from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, refusedForm, valueOf } from '#app/http/forms/form-state.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BesideOriginal } from '#app/ui/triage/BesideOriginal.tsx';
import { CollisionNotice, useMineLabel } from '#app/ui/triage/CollisionNotice.tsx';
import { ConfirmWarnings, MarkedText, WarningList, type Warned } from '#app/ui/triage/ReleaseWarnings.tsx';
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/sanitise.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const opened = await openItem(ctxOf(args), { itemId: args.params.itemId });
  return { opened, from: listOf(args) };
}

export async function action(args: Route.ActionArgs) {
  const { itemId } = args.params;
  const form = await readForm(args.request, ['text', 'checked', versionField]);
  const written = await attemptOnVersion(form, () =>
    sanitiseItem(ctxOf(args), {
      itemId,
      text: form.get('text'),
      checked: form.get('checked') || null,
      seenVersion: seenVersion(form),
    }),
  );
  if (!written.ok) return written.refused;
  if (!written.value.saved) {
    const { warnings, mark } = written.value;
    const message = 'Nothing is saved yet. Look at each warning, then change the text or confirm';
    const refused = refusedForm(form, [{ field: 'text', message }]);
    return data(
      { ...refused, collision: null, warned: { warnings, mark, text: form.get('text').trim() } },
      { status: 422 },
    );
  }
  const back = `${link('triage/submission', { submissionId: written.value.submissionId })}?done=sanitised#items`;
  throw redirect(carry(back, listOf(args)));
}

type SanitiseState = VersionedForm & { warned?: Warned };

export default function Sanitise({ loaderData: { opened, from }, actionData }: Route.ComponentProps) {
  const { item, reference, submissionId, document, version, actions } = opened;
  const [newest] = item.versions;
  const state: SanitiseState = actionData ?? versionedForm({ text: newest?.text ?? '' });
  const maySanitise = actions.includes('sanitise');
  return (
    <Page
      title="Sanitised text"
      backHref={carry(link('triage/submission', { submissionId }), from)}
      errors={state.errors}
    >
      <PageHeading caption={`Submission ${reference}, item ${item.number}: ${item.title}`}>
        Sanitised text
      </PageHeading>
      <BesideOriginal
        document={document}
        title="Sanitised"
        note={
          newest ? (
            <>
              Version {newest.version} by {newest.writtenBy}, <DateTime at={newest.writtenAt} />. Saving makes
              version {newest.version + 1}.
            </>
          ) : (
            'Say what is known, not who said it.'
          )
        }
      >
        {state.collision ? (
          <CollisionNotice
            changes={state.collision.changes}
            fields={[{ label: 'Sanitised text', now: newest?.text ?? '', typed: valueOf(state, 'text') }]}
            mayUse={maySanitise}
            keepHref={carry(link('triage/sanitise', { itemId: item.id }), from)}
          />
        ) : null}
        {newest ? (
          <p className="govuk-body">
            <a className="govuk-link" href={link('triage/item-history', { itemId: item.id })}>
              Versions and grades, with what changed word by word
            </a>
          </p>
        ) : null}
        {maySanitise ? (
          <SanitiseForm version={version} state={state} />
        ) : (
          <InsetText>
            {item.grade
              ? 'You cannot write sanitised text for this submission now.'
              : 'Grade the item first.'}
          </InsetText>
        )}
      </BesideOriginal>
    </Page>
  );
}

function SanitiseForm({ version, state }: { version: number; state: SanitiseState }) {
  const { warned, collision } = state;
  return (
    <form method="post" noValidate data-keep>
      <VersionField version={version} />
      {warned ? (
        <div className="portal-warned">
          <h3 className="govuk-heading-s">Your text, with what to look at</h3>
          <MarkedText text={warned.text} warnings={warned.warnings} />
          <WarningList warnings={warned.warnings} />
        </div>
      ) : null}
      <CharacterCount
        name="text"
        label="Text"
        rows={14}
        maxLength={textLimits.sanitised}
        value={valueOf(state, 'text')}
        error={errorOf(state, 'text')}
        autoComplete="off"
      />
      {warned ? <ConfirmWarnings mark={warned.mark} /> : null}
      <Button preventDoubleClick>{collision ? useMineLabel : warned ? 'Save' : 'Check and save'}</Button>
    </form>
  );
}

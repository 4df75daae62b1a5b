import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { sanitiseItem } from '#app/domain/triage/release/sanitise-item.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BesideOriginal } from './BesideOriginal.tsx';
import { CollisionNotice, useMineLabel } from '#app/ui/triage/CollisionNotice.tsx';
import { useWarned } from '#app/ui/triage/ReleaseWarnings.tsx';
import { askAboutText, askedOfText, decisionsIn } from './sanitising.ts';
import { SanitisedText } from './SanitisedText.tsx';
import { Voided } from './Voided.tsx';
import type { Route } from './+types/sanitise.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const opened = await openItem(ctxOf(args), { itemId: idsOf(args).itemId });
  return { opened };
}

const form = z.object({ text: z.string(), ...askedOfText, expectedVersion: expectedVersion() });

export const action = formAction(form, async (input, args: Route.ActionArgs, again) => {
  const { text, checked, asked, expectedVersion } = input;
  const written = await sanitiseItem(ctxOf(args), {
    itemId: idsOf(args).itemId,
    text,
    checked: checked || null,
    decisions: decisionsIn(input),
    asked,
    expectedVersion,
  });
  if (!written.saved) return askAboutText(again, written, text);
  const submission = link('submissions/submission', { submissionId: written.submissionId });
  return flash(`${submission}#items`, 'sanitised');
});

export default function Sanitise({ loaderData: { opened } }: Route.ComponentProps) {
  const link = useLink();
  const { item, reference, submissionId, document, version, actions } = opened;
  const [newest] = item.versions;
  const posted = useFormState();
  const maySanitise = actions.includes('sanitise');
  return (
    <Page title="Sanitised text" backHref={link('submissions/submission', { submissionId })}>
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
        {posted?.collision ? (
          <CollisionNotice
            changes={posted.collision.changes}
            fields={[{ label: 'Sanitised text', now: newest?.text ?? '', typed: typedIn(posted, 'text') }]}
            mayUse={maySanitise}
            keepHref={link('items/sanitise', { itemId: item.id })}
          />
        ) : null}
        {newest ? (
          <p className="govuk-body">
            <a className="govuk-link" href={link('items/history', { itemId: item.id })}>
              Versions and grades, with what changed word by word
            </a>
          </p>
        ) : null}
        {newest?.sentBack ? (
          <InsetText>
            {newest.sentBack.by} sent version {newest.version} back, <DateTime at={newest.sentBack.at} />:{' '}
            <span className="portal-verbatim">{newest.sentBack.reason}</span>
          </InsetText>
        ) : null}
        {maySanitise ? (
          <SanitiseForm version={version} text={newest?.text ?? ''} />
        ) : item.voided ? (
          <Voided voided={item.voided} />
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

function SanitiseForm({ version, text }: { version: number; text: string }) {
  const warned = useWarned();
  const collision = useFormState()?.collision;
  return (
    <Form values={{ text }} data-keep expectedVersion={version}>
      <SanitisedText label="Text" rows={14} />
      <Button preventDoubleClick>{collision ? useMineLabel : warned ? 'Save' : 'Check and save'}</Button>
    </Form>
  );
}

import { data, redirect } from 'react-router';
import { disseminateItem } from '#app/domain/triage/disseminate-item.server.ts';
import { openItem } from '#app/domain/triage/open-item.server.ts';
import { textLimits } from '#app/domain/triage/text-limits.ts';
import {
  attemptOnVersion,
  seenVersion,
  versionedForm,
  versionField,
  type VersionedForm,
} from '#app/http/attempt-on-version.ts';
import { ctxOf, portalContext } from '#app/http/context.ts';
import { errorOf, refusedForm, valueOf } from '#app/http/form-state.ts';
import { submissionMarking } from '#app/http/marking.ts';
import { readForm } from '#app/http/read-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { formatDuration } from '#app/ui/format/duration.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { CollisionNotice, useMineLabel, type ComparedField } from '#app/ui/triage/CollisionNotice.tsx';
import { GradeSummary } from '#app/ui/triage/GradeSummary.tsx';
import { ConfirmWarnings, WarningList, type Warned } from '#app/ui/triage/ReleaseWarnings.tsx';
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/disseminate.ts';

export async function loader(args: Route.LoaderArgs) {
  const opened = await openItem(ctxOf(args), { itemId: args.params.itemId });
  const { approvalAfterwards } = args.context.get(portalContext).force;
  return { opened, marking: submissionMarking(args), approveWithin: approvalAfterwards.minutes };
}

export async function action(args: Route.ActionArgs) {
  const { itemId } = args.params;
  const form = await readForm(args.request, ['recipient', 'conditions', 'checked', versionField]);
  const sent = await attemptOnVersion(form, () =>
    disseminateItem(ctxOf(args), {
      itemId,
      queueCode: form.get('recipient'),
      conditions: form.get('conditions'),
      checked: form.get('checked') || null,
      seenVersion: seenVersion(form),
    }),
  );
  if (!sent.ok) return sent.refused;
  if (!sent.value.sent) {
    const { warnings, mark } = sent.value;
    const message = 'Nothing is sent yet. Look at each warning, then change the conditions or confirm';
    const refused = refusedForm(form, [{ field: 'conditions', message }]);
    return data(
      { ...refused, collision: null, warned: { warnings, mark, text: form.get('conditions').trim() } },
      { status: 422 },
    );
  }
  const { submissionId, secondPerson } = sent.value;
  const done = secondPerson === 'afterwards' ? 'disseminated-unapproved' : 'disseminated';
  throw redirect(`${triageAddresses.submission(submissionId)}?done=${done}#items`);
}

type Data = Route.ComponentProps['loaderData'];

export default function Disseminate({ loaderData, actionData }: Route.ComponentProps) {
  const { opened, marking } = loaderData;
  const { item, reference, submissionId, actions } = opened;
  const [newest] = item.versions;
  const state: VersionedForm & { warned?: Warned } = actionData ?? versionedForm();
  const may = actions.includes('disseminate') && newest !== undefined && item.grade !== null;
  const blocked = opened.needsApproval && opened.priority !== 'high';
  return (
    <Page
      title="Disseminate an item"
      backHref={triageAddresses.submission(submissionId)}
      marking={marking}
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}, item ${item.number}: ${item.title}`}>
          Disseminate this item
        </PageHeading>
        {state.collision ? (
          <CollisionNotice
            changes={state.collision.changes}
            fields={comparedSending(opened, state)}
            mayUse={may && !blocked}
            keepHref={triageAddresses.submission(submissionId)}
          />
        ) : null}
        {newest ? (
          <>
            <h2 className="govuk-heading-s">What the recipient reads: version {newest.version}</h2>
            <div className="portal-verbatim portal-released">{newest.text}</div>
            {newest.approval ? (
              <p className="govuk-body">
                Approved by {newest.approval.by}, <DateTime at={newest.approval.at} />.
              </p>
            ) : null}
          </>
        ) : null}
        {item.grade ? (
          <GradeSummary
            grade={item.grade}
            confidence={item.grade.confidence}
            fiveByFive={{ grade: item.grade.fiveByFive, pack: opened.fiveByFive.pack }}
          />
        ) : null}
        <TwoPersons data={loaderData} />
        {may && !blocked ? <SendForm data={loaderData} state={state} warned={state.warned} /> : null}
        {may ? null : <InsetText>{whyNot(opened)}</InsetText>}
      </TwoThirds>
    </Page>
  );
}

/** To whom the item has gone by now, beside to whom it was to go. */
function comparedSending({ item, queues }: Data['opened'], state: VersionedForm): ComparedField[] {
  const recipient = valueOf(state, 'recipient');
  const sent = item.disseminations.filter(({ recalled }) => recalled === null);
  return [
    {
      label: 'Disseminated to',
      now: sent.map(({ queue, version }) => `${queue} (version ${version})`).join('\n'),
      typed: queues.find(({ code }) => code === recipient)?.name ?? '',
    },
    {
      label: 'Conditions',
      now: sent.flatMap(({ conditions }) => conditions ?? []).join('\n'),
      typed: valueOf(state, 'conditions'),
    },
  ];
}

function whyNot({ item, status }: Data['opened']): string {
  if (!item.grade) return 'Grade the item first.';
  if (item.versions.length === 0) return 'Write the sanitised text first.';
  if (status === 'in_assessment') return 'Accept the submission first.';
  return 'You cannot disseminate items of this submission now.';
}

/** The two-person rule, where it holds and is not met. */
function TwoPersons({ data: { opened, approveWithin } }: { data: Data }) {
  if (!opened.needsApproval) return null;
  if (opened.priority === 'high')
    return (
      <WarningText>
        No second person has approved this text. Because the submission is High you may send it at once. It is
        shown as unapproved to everybody, and an FIB supervisor must approve it within{' '}
        {formatDuration(approveWithin * 60_000)}.
      </WarningText>
    );
  return (
    <InsetText>
      An FIB supervisor other than the writer must approve this text before it goes out: it has handling code
      C or the submission is restricted.
    </InsetText>
  );
}

function SendForm({
  data: { opened },
  state,
  warned,
}: {
  data: Data;
  state: VersionedForm;
  warned: Warned | undefined;
}) {
  const sentTo = new Set(
    opened.item.disseminations
      .filter(({ version }) => version === opened.item.versions[0]?.version)
      .map(({ queue }) => queue),
  );
  return (
    <form method="post" noValidate>
      <VersionField version={opened.version} />
      <Select
        name="recipient"
        label="Disseminate to"
        value={valueOf(state, 'recipient')}
        error={errorOf(state, 'recipient')}
        options={[
          { value: '', text: 'Select a queue' },
          ...opened.queues.map(({ code, name }) => ({
            value: code,
            text: sentTo.has(name) ? `${name} (has this version)` : name,
          })),
        ]}
      />
      <CharacterCount
        name="conditions"
        label="Conditions (optional)"
        hint="Shown to the recipient above the text, for example whom to ask before acting. Do not point to the source."
        rows={3}
        maxLength={textLimits.conditions}
        value={valueOf(state, 'conditions')}
        error={errorOf(state, 'conditions')}
        autoComplete="off"
      />
      {warned ? (
        <div className="portal-warned">
          <h3 className="govuk-heading-s">Look at these in the conditions and in how it may be acted on</h3>
          <WarningList warnings={warned.warnings} />
          <ConfirmWarnings mark={warned.mark} />
        </div>
      ) : null}
      <Button preventDoubleClick>{state.collision ? useMineLabel : 'Disseminate'}</Button>
    </form>
  );
}

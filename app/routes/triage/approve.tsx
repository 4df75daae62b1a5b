import { redirect } from 'react-router';
import { approveItem } from '#app/domain/triage/approve-item.server.ts';
import { gradeInFull } from '#app/domain/triage/grading.ts';
import { openItem } from '#app/domain/triage/open-item.server.ts';
import { attemptOnVersion, seenVersion, versionField } from '#app/http/attempt-on-version.ts';
import { ctxOf } from '#app/http/context.ts';
import { errorOf, formState } from '#app/http/form-state.ts';
import { submissionMarking } from '#app/http/marking.ts';
import { readForm } from '#app/http/read-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BesideOriginal } from '#app/ui/triage/BesideOriginal.tsx';
import { ChangedText } from '#app/ui/triage/ChangedText.tsx';
import { GradeSummary } from '#app/ui/triage/GradeSummary.tsx';
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/approve.ts';

/** Which version of the text; the newest when the address names none. */
function versionOf(url: URL): number | null {
  const wanted = url.searchParams.get('version');
  return wanted && /^\d{1,9}$/.test(wanted) ? Number(wanted) : null;
}

export async function loader(args: Route.LoaderArgs) {
  const opened = await openItem(ctxOf(args), { itemId: args.params.itemId });
  const wanted = versionOf(args.url);
  const text = opened.item.versions.find(({ version }) => wanted === null || version === wanted) ?? null;
  return { opened, text, marking: submissionMarking(args) };
}

export async function action(args: Route.ActionArgs) {
  const { itemId } = args.params;
  const form = await readForm(args.request, ['text', 'confirmed', versionField]);
  const approved = await attemptOnVersion(form, () =>
    approveItem(ctxOf(args), {
      itemId,
      version: Number(form.get('text')) || 0,
      confirmed: form.get('confirmed') === 'yes',
      seenVersion: seenVersion(form),
    }),
  );
  if (!approved.ok) return approved.refused;
  throw redirect(`${triageAddresses.submission(approved.value.submissionId)}?done=approved#items`);
}

type Data = Route.ComponentProps['loaderData'];

export default function Approve({ loaderData, actionData }: Route.ComponentProps) {
  const { opened, text, marking } = loaderData;
  const { item, reference, submissionId, document } = opened;
  const state = actionData ?? formState();
  const before = text && opened.item.versions.find(({ version }) => version === text.version - 1);
  return (
    <Page
      title="Approve sanitised text"
      backHref={triageAddresses.submission(submissionId)}
      marking={marking}
      errors={state.errors}
      wide
    >
      <PageHeading caption={`Submission ${reference}, item ${item.number}: ${item.title}`}>
        Approve sanitised text
      </PageHeading>
      {text ? (
        <>
          <Sent opened={opened} text={text} />
          <BesideOriginal
            document={document}
            title="Sanitised"
            note={
              <>
                Version {text.version} by {text.writtenBy}, <DateTime at={text.writtenAt} />
                {text.warnings > 0 ? `. The writer kept it against ${text.warnings} warnings.` : '.'}
              </>
            }
          >
            <div className="portal-verbatim portal-released">{text.text}</div>
            {before ? (
              <Details summary={`What changed since version ${before.version}`}>
                <ChangedText before={before.text} after={text.text} />
              </Details>
            ) : null}
            <p className="govuk-body">
              <a className="govuk-link" href={triageAddresses.itemHistory(item.id)}>
                Versions and grades
              </a>
            </p>
            {item.grade ? (
              <GradeSummary
                grade={item.grade}
                confidence={item.grade.confidence}
                fiveByFive={{ grade: item.grade.fiveByFive, pack: opened.fiveByFive.pack }}
              />
            ) : null}
            <ApproveForm data={loaderData} error={errorOf(state, 'confirmed')} />
          </BesideOriginal>
        </>
      ) : (
        <InsetText>There is no sanitised text to approve yet.</InsetText>
      )}
    </Page>
  );
}

function Sent({ opened, text }: { opened: Data['opened']; text: NonNullable<Data['text']> }) {
  const unapproved = opened.item.disseminations.filter(
    (sent) =>
      sent.version === text.version &&
      sent.recalled === null &&
      !text.approvals.some(({ gradeId }) => gradeId === sent.gradeId),
  );
  if (unapproved.length === 0) return null;
  const { grade, earlierGrades } = opened.item;
  const grades = [...(grade ? [grade] : []), ...earlierGrades];
  return (
    <>
      <WarningText>This version has gone out already, at once and on one person’s word.</WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {unapproved.map((sent) => {
          const sentWith = grades.find(({ id }) => id === sent.gradeId);
          return (
            <li key={sent.id}>
              To {sent.recipient}, graded {sentWith ? gradeInFull(sentWith) : 'as it was then'}.
              {sentWith?.usage ? ` How it may be acted on: ${sentWith.usage}` : ''}
              {sent.conditions ? ` Conditions: ${sent.conditions}` : ''}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function ApproveForm({ data: { opened, text }, error }: { data: Data; error: string | undefined }) {
  if (!text) return null;
  if (text.approval)
    return (
      <InsetText>
        {text.approval.by} has approved this version, <DateTime at={text.approval.at} />.
      </InsetText>
    );
  if (!opened.actions.includes('approve_release'))
    return <InsetText>An FIB supervisor approves the text.</InsetText>;
  if (text.writtenById === opened.me || opened.item.grade?.gradedById === opened.me)
    return (
      <InsetText>You wrote this text or gave its grade. Somebody else must approve what goes out.</InsetText>
    );
  return (
    <form method="post" noValidate>
      <VersionField version={opened.version} />
      <input type="hidden" name="text" value={text.version} />
      <Checkboxes
        name="confirmed"
        error={error}
        items={[
          {
            value: 'yes',
            label:
              'I have compared the text, and how it may be acted on, with the original: they do not point to the source',
          },
        ]}
      />
      <Button preventDoubleClick>Approve version {text.version}</Button>
    </form>
  );
}

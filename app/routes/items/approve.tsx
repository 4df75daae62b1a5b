import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { approveItem } from '#app/domain/triage/approvals/approve-item.server.ts';
import { gradeInFull } from '#app/domain/kernel/grading.ts';
import { gradesToApprove } from '#app/domain/triage/approvals/grades-to-approve.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BesideOriginal } from './BesideOriginal.tsx';
import { ChangedText } from './ChangedText.tsx';
import { GradeSummary } from '#app/ui/triage/GradeSummary.tsx';
import { Voided } from './Voided.tsx';
import { PartnerCautions } from '#app/ui/triage/PartnerCautions.tsx';
import type { Route } from './+types/approve.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** Which version of the text; the newest when the address names none. */
function versionOf(url: URL): number | null {
  const wanted = url.searchParams.get('version');
  return wanted && /^\d{1,9}$/.test(wanted) ? Number(wanted) : null;
}

export async function loader(args: Route.LoaderArgs) {
  const opened = await openItem(ctxOf(args), { itemId: idsOf(args).itemId });
  const wanted = versionOf(args.url);
  const text = opened.item.versions.find(({ version }) => wanted === null || version === wanted) ?? null;
  return { opened, text };
}

const form = z.object({
  version: z.string(),
  confirmed: shownAtTimes(),
  reason: shownAtTimes(),
  expectedVersion: expectedVersion(),
});

export const action = formAction(form, async (input, args: Route.ActionArgs) => {
  const { version, confirmed, reason, expectedVersion } = input;
  const wrong = confirmed === 'wrong';
  const { submissionId, sentBack } = await approveItem(ctxOf(args), {
    itemId: idsOf(args).itemId,
    version: Number(version) || 0,
    confirmed: confirmed === 'yes',
    wrong: wrong ? { reason } : undefined,
    expectedVersion,
  });
  const items = `${link('submissions/submission', { submissionId })}#items`;
  return flash(items, sentBack ? 'sent-back' : wrong ? 'judged' : 'approved');
});

type Data = Route.ComponentProps['loaderData'];

export default function Approve({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { opened, text } = loaderData;
  const { item, reference, submissionId, document } = opened;
  const before = text && opened.item.versions.find(({ version }) => version === text.version - 1);
  return (
    <Page title="Approve sanitised text" backHref={link('submissions/submission', { submissionId })}>
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
              <a className="govuk-link" href={link('items/history', { itemId: item.id })}>
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
            <PartnerCautions
              cautions={opened}
              limitReason={item.grade?.limitReason ?? null}
              headingLevel={3}
            />
            <ApproveForm data={loaderData} />
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
      sent.version === text.version && !text.approvals.some(({ gradeId }) => gradeId === sent.gradeId),
  );
  const link = useLink();
  if (unapproved.length === 0) return null;
  const allRecalled = unapproved.every(({ recalled }) => recalled !== null);
  const { grade, earlierGrades } = opened.item;
  const grades = [...(grade ? [grade] : []), ...earlierGrades];
  return (
    <>
      <WarningText>
        This version has gone out already, at once and on one person’s word.
        {allRecalled ? ' It was recalled since, but may have been read.' : ''}
      </WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {unapproved.map((sent) => {
          const sentWith = grades.find(({ id }) => id === sent.gradeId);
          return (
            <li key={sent.id}>
              To {sent.recipient}, graded {sentWith ? gradeInFull(sentWith) : 'as it was then'}.
              {sentWith?.usage ? ` How it may be acted on: ${sentWith.usage}` : ''}
              {sent.conditions ? ` Conditions: ${sent.conditions}` : ''}
              {sent.recalled ? (
                <>
                  {' '}
                  Recalled by {sent.recalled.by}, <DateTime at={sent.recalled.at} />: {sent.recalled.reason}
                </>
              ) : opened.actions.includes('approve_release') ? (
                <>
                  {' '}
                  <a
                    className="govuk-link"
                    href={link('disseminations/recall', { disseminationId: sent.id })}
                  >
                    Recall it if it should not have gone out
                    <span className="govuk-visually-hidden"> to {sent.recipient}</span>
                  </a>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const compared =
  'I have compared the text, and how it may be acted on, with the original: they do not point to the source';

function ApproveForm({ data: { opened, text } }: { data: Data }) {
  if (!text) return null;
  const open = gradesToApprove(opened.item, text, opened.restricted);
  if (opened.item.voided) return <Voided voided={opened.item.voided} />;
  if (open.length === 0) return <Judged text={text} />;
  if (!opened.actions.includes('approve_release'))
    return <InsetText>An FIB supervisor approves the text.</InsetText>;
  if (text.writtenById === opened.me || open.some(({ gradedById }) => gradedById === opened.me))
    return (
      <InsetText>
        You wrote this text or gave a grade that goes out with it. Somebody else must approve it.
      </InsetText>
    );
  const sent = open.filter(({ afterTheFact }) => afterTheFact);
  const recalled = sent.length > 0 && sent.every((each) => each.recalled);
  return (
    <Form expectedVersion={opened.version}>
      <input type="hidden" name="version" value={text.version} />
      {recalled || sent.length === 0 ? (
        <Found recalled={recalled} />
      ) : (
        <Checkboxes name="confirmed" items={[{ value: 'yes', label: compared }]} />
      )}
      <Button preventDoubleClick>
        {recalled || sent.length === 0 ? 'Save what you found' : `Approve version ${text.version}`}
      </Button>
    </Form>
  );
}

/**
 * What has not gone out goes back to its writer with the reason. What was taken back can no longer be stopped: the second
 * person says whether it was right that it went.
 */
function Found({ recalled }: { recalled: boolean }) {
  return (
    <Radios
      name="confirmed"
      legend="What do you find?"
      legendSize="s"
      items={[
        { value: 'yes', label: 'Approve', hint: compared },
        {
          value: 'wrong',
          label: recalled ? 'It should not have gone out' : 'Send it back to its writer',
          conditional: (
            <CharacterCount
              name="reason"
              label="Why not?"
              hint={`${recalled ? 'Kept with the item.' : 'The writer reads this, and it is kept with the item.'} Do not repeat what points to the source.`}
              rows={3}
              maxLength={textLimits.conditions}
              autoComplete="off"
            />
          ),
        },
      ]}
    />
  );
}

function Judged({ text }: { text: NonNullable<Data['text']> }) {
  const [judged] = text.approvals;
  if (!judged) return null;
  const found = judged.afterTheFact
    ? 'found that this version should not have gone out'
    : 'sent this version back';
  return (
    <InsetText>
      {judged.by} has {judged.approved ? 'approved this version' : found}, <DateTime at={judged.at} />.{' '}
      {judged.reason}
    </InsetText>
  );
}

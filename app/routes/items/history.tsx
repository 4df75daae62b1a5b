import { gradeInFull } from '#app/domain/kernel/grading.ts';
import type { GivenGrade, SanitisedVersion, SentDissemination } from '#app/domain/submission/items.server.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { formOfVersion } from '#app/domain/form/forms.server.ts';
import { ownWords } from '#app/domain/triage/release/sanitisation-copied.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { ChangedText } from './ChangedText.tsx';
import { RecipientThread } from '#app/ui/triage/RecipientThread.tsx';
import { Voided } from './Voided.tsx';
import type { Route } from './+types/history.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { item, reference, submissionId, document } = await openItem(ctx, {
    itemId: idsOf(args).itemId,
  });
  const [account = null] = ownWords(await formOfVersion(ctx.db, document.version), document);
  return { item, reference, submissionId, account };
}

/** Everything that an item was graded and every text that was written for it, the newest first, and what came of it. */
export default function ItemHistory({
  loaderData: { item, reference, submissionId, account },
}: Route.ComponentProps) {
  const link = useLink();
  const grades = [...(item.grade ? [item.grade] : []), ...item.earlierGrades];
  return (
    <Page title="Versions and grades" backHref={link('submissions/submission', { submissionId })}>
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}, item ${item.number}: ${item.title}`}>
          Versions and grades
        </PageHeading>
        {item.voided ? <Voided voided={item.voided} /> : null}
        <h2 className="govuk-heading-m">Sanitised text</h2>
        {item.versions.length === 0 ? <InsetText>Nobody has written a sanitised text yet.</InsetText> : null}
        {item.versions.map((version, index) => (
          <Version
            key={version.id}
            version={version}
            before={item.versions[index + 1] ?? null}
            account={account}
            grades={grades}
          />
        ))}
        <h2 className="govuk-heading-m">Grades</h2>
        {grades.length === 0 ? <InsetText>Nobody has graded this item yet.</InsetText> : null}
        {grades.map((grade) => (
          <GradeCard key={grade.id} grade={grade} />
        ))}
        <h2 className="govuk-heading-m">What came of it</h2>
        <Answered disseminations={item.disseminations} />
      </TwoThirds>
    </Page>
  );
}

function Version({
  version,
  before,
  account,
  grades,
}: {
  version: SanitisedVersion;
  before: SanitisedVersion | null;
  account: string | null;
  grades: readonly GivenGrade[];
}) {
  return (
    <section aria-labelledby={`version-${version.version}`} className="govuk-!-margin-bottom-7">
      <h3 className="govuk-heading-s" id={`version-${version.version}`}>
        Version {version.version}
      </h3>
      <p className="govuk-body-s portal-secondary">
        {version.writtenBy}, <DateTime at={version.writtenAt} />
        {version.warnings > 0
          ? `. Kept against ${version.warnings} ${version.warnings === 1 ? 'warning' : 'warnings'}.`
          : '.'}{' '}
        {approvalWords(version, grades)}
      </p>
      {before ? (
        <ChangedText before={before.text} after={version.text} />
      ) : (
        <div className="portal-verbatim portal-released">{version.text}</div>
      )}
      {account ? (
        <Details summary={`Compare version ${version.version} with what the partner wrote`}>
          <ChangedText before={account} after={version.text} />
        </Details>
      ) : null}
    </section>
  );
}

function approvalWords({ approvals }: SanitisedVersion, grades: readonly GivenGrade[]): string {
  return approvals
    .map(({ by, gradeId, afterTheFact, approved, reason }) => {
      const grade = grades.find(({ id }) => id === gradeId);
      const sentWith = grade ? ` with the grade ${gradeInFull(grade)}` : '';
      return approved
        ? `Approved by ${by}${afterTheFact ? ' after it went out' : ''}${sentWith}.`
        : `${by} ${afterTheFact ? 'found that it should not have gone out' : 'sent it back to its writer'}${sentWith}: ${reason ?? ''}`;
    })
    .join(' ');
}

function Answered({ disseminations }: { disseminations: readonly SentDissemination[] }) {
  const link = useLink();
  if (disseminations.length === 0) return <InsetText>This item went to nobody.</InsetText>;
  return disseminations.map(({ id, recipient, version, sentBy, sentAt, recalled, messages }) => (
    <section key={id} aria-labelledby={`sent-${id}`}>
      <h3 className="govuk-heading-s" id={`sent-${id}`}>
        <a className="govuk-link" href={link('disseminations/dissemination', { disseminationId: id })}>
          {recipient}
        </a>
      </h3>
      <p className="govuk-body">
        Version {version}, sent by {sentBy}, <DateTime at={sentAt} />.{' '}
        {recalled ? (
          <>
            Recalled by {recalled.by}, <DateTime at={recalled.at} />: {recalled.reason}
          </>
        ) : null}
      </p>
      {messages.length > 0 ? <RecipientThread messages={messages} headingLevel={4} /> : null}
    </section>
  ));
}

function GradeCard({ grade }: { grade: GivenGrade }) {
  const text = (value: string) => <span className="portal-verbatim">{value}</span>;
  return (
    <SummaryCard
      title={`Grade ${grade.number}: ${gradeInFull(grade)}`}
      headingLevel={3}
      rows={[
        {
          key: 'Given',
          value: (
            <>
              {grade.gradedBy}, <DateTime at={grade.gradedAt} />
            </>
          ),
        },
        { key: 'Confidence', value: grade.confidence.charAt(0).toUpperCase() + grade.confidence.slice(1) },
        { key: 'Provenance', value: text(grade.provenance) },
        ...(grade.reason ? [{ key: 'Reason', value: text(grade.reason) }] : []),
        ...(grade.usage ? [{ key: 'How it may be acted on', value: text(grade.usage) }] : []),
        ...(grade.fiveByFive ? [{ key: '5x5x5 grade', value: grade.fiveByFive }] : []),
      ]}
    />
  );
}

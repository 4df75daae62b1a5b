import { link } from '#app/http/link.ts';
import { gradeInFull } from '#app/domain/kernel/grading.ts';
import type { WorkedItem } from '#app/domain/desks/open-submission.server.ts';
import type { SentDissemination } from '#app/domain/submission/items.server.ts';
import { recipientSays } from '#app/domain/submission/recipient-messages.ts';
import { means } from '#app/domain/kernel/recipients.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import type { SummaryAction, SummaryRow } from '#app/ui/govuk/SummaryList.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

export type ItemHrefs = Record<
  'assess' | 'item' | 'sanitise' | 'approve' | 'disseminate' | 'history' | 'report' | 'void',
  (itemId: string) => string
>;

/** `beside`: it is worked on in the form beside the text. */
export type ItemCardProps = { item: WorkedItem; hrefs: ItemHrefs; beside: boolean };

/** An intelligence item at a glance: its grade, its newest sanitised text, where it went, and what comes next. */
export function ItemCard({ item, hrefs, beside }: ItemCardProps) {
  if (item.voided) return <VoidedItem item={item} voided={item.voided} hrefs={hrefs} />;
  const { grade, versions } = item;
  const [newest] = versions;
  const rows: SummaryRow[] = [
    {
      key: 'Grade',
      value: grade ? (
        <>
          <strong>{gradeInFull(grade)}</strong>, {grade.confidence} confidence
          {grade.fiveByFive ? `, 5x5x5 ${grade.fiveByFive}` : ''}
          <br />
          <span className="portal-secondary">
            {grade.gradedBy}, <DateTime at={grade.gradedAt} short />
          </span>
        </>
      ) : (
        'Not graded yet'
      ),
    },
    ...(grade
      ? [{ key: 'Provenance', value: <span className="portal-verbatim">{grade.provenance}</span> }]
      : []),
    ...(item.mopiGroup && item.reviewOn
      ? [{ key: 'MoPI', value: `Group ${item.mopiGroup}, review on ${formatDate(new Date(item.reviewOn))}` }]
      : []),
    {
      key: 'Sanitised text',
      value: newest ? (
        <>
          <div className="portal-verbatim">{newest.text}</div>
          <span className="portal-secondary">
            Version {newest.version}, {newest.writtenBy}, <DateTime at={newest.writtenAt} short />
            {newest.warnings > 0
              ? `, ${newest.warnings} ${newest.warnings === 1 ? 'warning' : 'warnings'} kept`
              : ''}
          </span>
          <br />
          {newest.approval ? (
            <Tag colour="green">Approved by {newest.approval.by}</Tag>
          ) : newest.sentBack ? (
            <>
              <Tag colour="red">Sent back by {newest.sentBack.by}</Tag>
              <div className="portal-verbatim">{newest.sentBack.reason}</div>
            </>
          ) : item.awaitsApproval ? (
            <Tag colour="yellow">Needs a second person</Tag>
          ) : null}
        </>
      ) : (
        'Not written yet'
      ),
    },
    { key: 'Disseminated to', value: <Sent disseminations={item.disseminations} /> },
  ];
  return (
    <SummaryCard
      title={`Item ${item.number}: ${item.title}`}
      headingLevel={3}
      rows={rows}
      actions={actionsOf(item, hrefs, beside)}
    />
  );
}

/** What was a mistake is one line: its page has everything that it was. */
function VoidedItem({
  item,
  voided,
  hrefs,
}: Pick<ItemCardProps, 'item' | 'hrefs'> & { voided: NonNullable<WorkedItem['voided']> }) {
  return (
    <p className="govuk-body">
      <Tag colour="grey">Voided</Tag>{' '}
      <a className="govuk-link" href={hrefs.item(item.id)}>
        Item {item.number}: {item.title}
      </a>
      <br />
      <span className="portal-verbatim">{voided.reason}</span>
      <br />
      <span className="portal-secondary">
        {voided.by}, <DateTime at={voided.at} short />
      </span>
    </p>
  );
}

function actionsOf(item: WorkedItem, hrefs: ItemHrefs, beside: boolean): SummaryAction[] {
  const { may } = item;
  const [newest] = item.versions;
  const graded = item.grade !== null;
  return [
    ...(beside
      ? [
          { text: 'Work on this', href: hrefs.assess(item.id) },
          { text: 'Open', href: hrefs.item(item.id) },
        ]
      : [{ text: may.includes('grade') ? 'Grade again' : 'Open', href: hrefs.item(item.id) }]),
    ...(!beside && graded && may.includes('sanitise')
      ? [{ text: 'Sanitise', href: hrefs.sanitise(item.id) }]
      : []),
    ...(item.awaitsApproval && may.includes('approve_release')
      ? [{ text: 'Approve', href: hrefs.approve(item.id) }]
      : []),
    ...(newest && !newest.sentBack && may.includes('disseminate')
      ? [{ text: 'Disseminate', href: hrefs.disseminate(item.id) }]
      : []),
    ...(graded || newest ? [{ text: 'Versions and grades', href: hrefs.history(item.id) }] : []),
    ...(graded && !item.voided ? [{ text: 'Intelligence report', href: hrefs.report(item.id) }] : []),
    ...(may.includes('void_item') ? [{ text: 'Void', href: hrefs.void(item.id) }] : []),
  ];
}

function Sent({ disseminations }: { disseminations: readonly SentDissemination[] }) {
  if (disseminations.length === 0) return 'Nobody yet';
  return (
    <ul className="govuk-list">
      {disseminations.map((sent) => (
        <li key={sent.id}>
          <a
            className="govuk-link govuk-link--no-visited-state"
            href={link('disseminations/dissemination', { disseminationId: sent.id })}
          >
            {sent.recipient}
          </a>
          , version {sent.version}, <DateTime at={sent.sentAt} short />
          {sent.steps
            .filter(({ step }) => step === 'passed')
            .map((step) => (
              <span key={step.step} className="portal-secondary">
                <br />
                Passed on {means[step.means].toLowerCase()}, <DateTime at={step.at} short />
              </span>
            ))}
          <br />
          <span className="portal-secondary">
            {sent.recalled ? (
              <>
                Recalled by {sent.recalled.by}, <DateTime at={sent.recalled.at} short />
                {sent.awaits === 'telling' ? '. The recipient has not been told yet' : ''}
              </>
            ) : sent.awaits === 'passing' ? (
              'Not passed on yet'
            ) : sent.acknowledgedAt ? (
              <>
                Acknowledged by {sent.acknowledgedBy}, <DateTime at={sent.acknowledgedAt} short />
              </>
            ) : (
              <>
                To be acknowledged by <DateTime at={sent.acknowledgeBy} short />
              </>
            )}
          </span>
          <Answers sent={sent} />
        </li>
      ))}
    </ul>
  );
}

/** What its recipients wrote, and what FIB replied. */
function Answers({ sent: { messages, unreadSince } }: { sent: SentDissemination }) {
  if (messages.length === 0) return null;
  return (
    <>
      {unreadSince ? (
        <>
          <br />
          <Tag colour="yellow">Answers not read yet</Tag>
        </>
      ) : null}
      <ul className="govuk-list govuk-list--bullet">
        {messages.map(({ id, kind, text, by, at }) => (
          <li key={id}>
            <strong>{kind === 'reply' ? 'Reply from FIB' : recipientSays[kind]}</strong>:{' '}
            <span className="portal-verbatim">{text}</span>
            <br />
            <span className="portal-secondary">
              {by}, <DateTime at={at} short />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { ReactNode } from 'react';
import { useLink } from '#app/http/use-link.ts';
import { Folded, Section } from '#app/ui/layout/PageParts.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import { NamedHere } from '#app/ui/triage/NamedHere.tsx';
import { History } from '#app/ui/triage/History.tsx';
import { assessmentForm } from '../assessment/AssessmentForm.tsx';
import { MatchCounts, matchesInShort } from '../MatchCounts.tsx';
import { Notes, writeNote } from '../Notes.tsx';
import { PartnerMessages } from '../PartnerMessages.tsx';
import { PlanLinkList } from '../PlanLinkList.tsx';
import { RelationList } from '../RelationList.tsx';
import { AccessList } from './AccessList.tsx';
import { AttachmentList } from './AttachmentList.tsx';
import { ContactHere, hasContactPart } from './ContactHere.tsx';
import { NearMatches } from './NearMatches.tsx';
import { OtherNews } from './OtherNews.tsx';
import { RecordsHere } from './RecordsHere.tsx';
import { SubmissionItems } from './submission-items.tsx';
import { WhyHere } from './WhyHere.tsx';
import type { Whole } from './WholeSubmission.tsx';

const standingLinks = ({ planLinks }: Whole) => planLinks.filter(({ unlinked }) => unlinked === null);

const isOf =
  (news: { submissionId: string }) =>
  ({ submissionId }: { submissionId: string }) =>
    submissionId === news.submissionId;

export type SubmissionPartsProps = {
  opened: Whole;
  /** Who sent it, and whether something about them has to be known before anything is done: it stands first then. */
  sentBy: ReactNode;
  care: boolean;
  /** Where messages are unread. */
  markAsRead: ReactNode;
};

/** Everything about a submission besides its text, a line where there is nothing. */
export function SubmissionParts({ opened, sentBy, care, markAsRead }: SubmissionPartsProps) {
  const link = useLink();
  const { messages, restricted, identity, facts } = opened;
  const submissionId = identity.id;
  const standing = standingLinks(opened);
  return (
    <>
      {care ? <div className="portal-folds">{sentBy}</div> : null}
      <Section
        id="matches"
        title={`Matches with other reports: ${matchesInShort(opened.matchCounts)}`}
        short={opened.relations.length === 0 && opened.news.length === 0 && opened.named.length === 0}
      >
        <NearMatches
          matches={opened.matches}
          news={opened.news}
          hrefOf={(other) => link('submissions/submission', { submissionId: other })}
          form={
            opened.assessment
              ? { id: assessmentForm, action: link('submissions/submission', { submissionId }) }
              : null
          }
        />
        <MatchCounts
          counts={opened.matchCounts}
          news={opened.news.length}
          href={link('submissions/matches', { submissionId })}
        />
        <OtherNews
          news={opened.news.filter((each) => !opened.matches.some(isOf(each)))}
          hrefOf={(other) => link('submissions/submission', { submissionId: other })}
          alone={opened.matches.length === 0}
        />
        <NamedHere named={opened.named} hrefOf={(entityId) => link('entities/entity', { entityId })} />
        <RelationList
          relations={opened.relations}
          elsewhere={opened.relationsElsewhere}
          hrefOf={(submissionId: string) => link('submissions/submission', { submissionId })}
        />
        <p className="govuk-body">
          <a className="govuk-link" href={link('submissions/links', { submissionId })}>
            Link to another report or end a link
          </a>
        </p>
      </Section>
      <SubmissionItems opened={opened} />
      <Section id="files" title="Files" short={opened.files.length === 0}>
        <AttachmentList
          files={opened.files}
          hrefs={{
            view: (attachmentId: string) => link('attachments/open', { attachmentId }),
            original: (attachmentId: string) => link('attachments/original', { attachmentId }),
          }}
        />
      </Section>
      <Section id="messages" title="Messages" short={messages.length === 0}>
        <PartnerMessages messages={messages} />
        {markAsRead}
      </Section>
      <Section id="tasks" title="Tasks" short={opened.tasks.length === 0}>
        <TasksHere
          lines={opened.tasks}
          hrefOf={(taskId: string) => link('tasks/task', { taskId })}
          newHref={link('submissions/task-new', { submissionId })}
        />
      </Section>
      <Section id="notes" title="Notes" short={opened.notes.length === 0}>
        <Notes notes={opened.notes} />
        <p className="govuk-body">
          <a className="govuk-link" href={link('submissions/note-new', { submissionId })}>
            {writeNote}
          </a>
        </p>
      </Section>
      <Section id="records" title="Records elsewhere" short={opened.records.standing.length === 0}>
        <RecordsHere
          records={opened.records}
          hrefs={{
            page: link('submissions/records/records', { submissionId }),
            add: (kind) => link('submissions/records/add', { submissionId, kind }),
            record: (linkId) => link('submissions/records/record', { submissionId, linkId }),
          }}
        />
      </Section>
      {hasContactPart(opened.contact) ? (
        <Section id="contact" title="Contact plan">
          <ContactHere
            contact={opened.contact}
            href={link('submissions/contact-plan/contact-plan', { submissionId })}
          />
        </Section>
      ) : null}
      {restricted ? (
        <Section id="access-list" title="Access list">
          <AccessList lines={opened.accessList} high={identity.priority === 'high'} />
        </Section>
      ) : null}
      <div className="portal-folds">
        {care ? null : sentBy}
        <Folded id="why-here" title="Why here?">
          <WhyHere routing={opened.routing} places={facts.places} />
        </Folded>
        <Folded id="plan" title="Plan">
          <PlanLinkList links={standing} />
          {opened.mayLinkPlan ? (
            <p className="govuk-body">
              <a className="govuk-link" href={link('submissions/plan-links', { submissionId })}>
                Link to the plan or take a link away
              </a>
            </p>
          ) : null}
        </Folded>
        <Folded id="history" title="History">
          <History lines={opened.history} />
          {opened.maySeeReadings ? (
            <p className="govuk-body">
              <a className="govuk-link" href={link('submissions/seen', { submissionId })}>
                Who has seen this
              </a>
            </p>
          ) : null}
        </Folded>
      </div>
    </>
  );
}

import { openSubmission } from '#app/domain/triage/open-submission.server.ts';
import { ctxOf } from '#app/http/context.ts';
import { doneWords } from '#app/http/done.ts';
import { submissionMarking } from '#app/http/marking.ts';
import { taskAddresses } from '#app/http/task-addresses.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { ContactHere, hasContactPart } from '#app/ui/contact-plan/ContactHere.tsx';
import { AttachmentList } from '#app/ui/files/AttachmentList.tsx';
import { SubmittedDocument } from '#app/ui/form/SubmittedDocument.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { KeysLine } from '#app/ui/keyboard/KeysLine.tsx';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { RecordsHere } from '#app/ui/records/RecordsHere.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import { ActionList } from '#app/ui/triage/ActionList.tsx';
import { History } from '#app/ui/triage/History.tsx';
import { ItemCard } from '#app/ui/triage/ItemCard.tsx';
import { KnownSubmission } from '#app/ui/triage/KnownSubmission.tsx';
import { MarkAsRead } from '#app/ui/triage/MarkAsRead.tsx';
import { MatchCounts, matchesInShort } from '#app/ui/triage/MatchCounts.tsx';
import { PageParts, Section } from '#app/ui/layout/PageParts.tsx';
import { Notes } from '#app/ui/triage/Notes.tsx';
import { PartnerMessages } from '#app/ui/triage/PartnerMessages.tsx';
import { PlanLinkList } from '#app/ui/triage/PlanLinkList.tsx';
import { RelationList } from '#app/ui/triage/RelationList.tsx';
import { SentBy } from '#app/ui/triage/SentBy.tsx';
import { SubmissionIdentity } from '#app/ui/triage/SubmissionIdentity.tsx';
import { SubmissionWarnings } from '#app/ui/triage/SubmissionWarnings.tsx';
import { Supplements } from '#app/ui/triage/Supplements.tsx';
import { WhyHere } from '#app/ui/triage/WhyHere.tsx';
import type { Route } from './+types/submission.ts';

export async function loader(args: Route.LoaderArgs) {
  const opened = await openSubmission(ctxOf(args), { submissionId: args.params.submissionId });
  return { opened, marking: submissionMarking(args), done: doneWords(args.url.searchParams.get('done')) };
}

type Opened = Route.ComponentProps['loaderData']['opened'];
type Whole = Extract<Opened, { view: 'whole' }>;

export default function Submission({ loaderData: { opened, marking, done } }: Route.ComponentProps) {
  return (
    <Page
      title="Submission"
      marking={marking}
      backHref={triageAddresses.queues}
      backText="Queues"
      backKey="queues"
      success={done ?? undefined}
    >
      {opened.view === 'whole' ? (
        <WholeSubmission opened={opened} />
      ) : (
        <KnownSubmission
          opened={opened}
          disseminationHref={triageAddresses.dissemination}
          actionHref={(action) => triageAddresses.action(opened.identity.id, action)}
        />
      )}
    </Page>
  );
}

function WholeSubmission({ opened }: { opened: Whole }) {
  const { identity, status, restricted, queue, mine, items, messages, planLinks, facts } = opened;
  const standing = planLinks.filter(({ unlinked }) => unlinked === null);
  // One press marks all of it as read, so it stands below the last of it.
  const readIn = opened.unread.some(({ part }) => part === 'messages') ? 'messages' : opened.unread[0]?.part;
  const markAsRead = <MarkAsRead href={triageAddresses.newInformation(identity.id)} seen={opened.written} />;
  const sections = [
    { id: 'as-submitted', text: 'As submitted' },
    { id: 'files', text: `Files (${opened.files.length})` },
    { id: 'matches', text: `Matches (${matchesInShort(opened.matchCounts)})` },
    { id: 'items', text: `Items (${items.length})` },
    ...(opened.supplements.length > 0
      ? [{ id: 'added', text: `Added afterwards (${opened.supplements.length})` }]
      : []),
    { id: 'tasks', text: `Tasks (${opened.tasks.filter(({ state }) => state === 'open').length})` },
    ...(hasContactPart(opened.contact) ? [{ id: 'contact', text: 'Contact plan' }] : []),
    { id: 'records', text: `Records elsewhere (${opened.records.standing.length})` },
    { id: 'messages', text: `Messages (${messages.length})` },
    { id: 'notes', text: `Notes (${opened.notes.length})` },
    { id: 'why-here', text: 'Why here?' },
    { id: 'plan', text: `Plan (${standing.length})` },
    { id: 'history', text: 'History' },
  ];
  return (
    <>
      <SubmissionIdentity
        identity={identity}
        status={status}
        restricted={restricted}
        queue={queue}
        mine={mine}
      />
      <SubmissionWarnings
        opened={opened}
        planHref={triageAddresses.writeContactPlan(identity.id)}
        toldHref={triageAddresses.told(identity.id)}
      />
      <div className="portal-work">
        <aside className="portal-work__side" aria-label="What you can do">
          <h2 className="govuk-heading-m">What you can do</h2>
          <ActionList
            actions={opened.actions}
            version={identity.version}
            hrefOf={(action) => triageAddresses.action(identity.id, action)}
          />
          <KeysLine searchHref={triageAddresses.search} helpHref={triageAddresses.keyboard} />
          {opened.mayExport ? (
            <p className="govuk-body">
              <a className="govuk-link" href={triageAddresses.export(identity.id)}>
                Export this submission
              </a>
            </p>
          ) : null}
        </aside>
        <div className="portal-work__main">
          <PageParts parts={sections} />
          <Section id="as-submitted" title="As submitted">
            <SentBy facts={facts} />
            <SubmittedDocument document={facts.document} headingLevel={3} />
          </Section>
          {opened.supplements.length > 0 ? (
            <Section id="added" title="Added afterwards">
              <Supplements supplements={opened.supplements} />
              {readIn === 'added' ? markAsRead : null}
            </Section>
          ) : null}
          <Section id="files" title="Files">
            <AttachmentList
              files={opened.files}
              hrefs={{ view: triageAddresses.attachment, original: triageAddresses.originalAttachment }}
            />
          </Section>
          <Section id="matches" title="Matches with other reports">
            <MatchCounts counts={opened.matchCounts} href={triageAddresses.matches(identity.id)} />
            <RelationList
              relations={opened.relations}
              elsewhere={opened.relationsElsewhere}
              hrefOf={triageAddresses.submission}
            />
            <p className="govuk-body">
              <a className="govuk-link" href={triageAddresses.links(identity.id)}>
                Link to another report or end a link
              </a>
            </p>
          </Section>
          <Items opened={opened} />
          <Section id="tasks" title="Tasks">
            <TasksHere
              lines={opened.tasks}
              hrefOf={taskAddresses.task}
              newHref={taskAddresses.newOfSubmission(identity.id)}
            />
          </Section>
          {hasContactPart(opened.contact) ? (
            <Section id="contact" title="Contact plan">
              <ContactHere contact={opened.contact} href={triageAddresses.contactPlan(identity.id)} />
            </Section>
          ) : null}
          <Section id="records" title="Records elsewhere">
            <RecordsHere
              records={opened.records}
              hrefs={{
                page: triageAddresses.records(identity.id),
                add: (kind) => triageAddresses.addRecord(identity.id, kind),
                record: (linkId) => triageAddresses.record(identity.id, linkId),
              }}
            />
          </Section>
          <Section id="messages" title="Messages">
            <PartnerMessages messages={messages} />
            {readIn === 'messages' ? markAsRead : null}
          </Section>
          <Section id="notes" title="Notes">
            <Notes notes={opened.notes} />
            <ButtonLink href={triageAddresses.newNote(identity.id)} variant="secondary">
              Write a note
            </ButtonLink>
          </Section>
          <Section id="why-here" title="Why here?">
            <WhyHere routing={opened.routing} places={facts.places} />
          </Section>
          <Section id="plan" title="Plan">
            <PlanLinkList links={standing} />
            {opened.mayLinkPlan ? (
              <p className="govuk-body">
                <a className="govuk-link" href={triageAddresses.planLinks(identity.id)}>
                  Link to the plan or take a link away
                </a>
              </p>
            ) : null}
          </Section>
          <Section id="history" title="History">
            <History lines={opened.history} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Items({ opened }: { opened: Whole }) {
  const { identity, items, itemActions, restricted } = opened;
  const mayAdd = itemActions.includes('grade');
  const add = useKeys()('addItem');
  return (
    <Section id="items" title="Intelligence items">
      {items.length === 0 ? (
        <p className="govuk-body">
          {mayAdd
            ? 'None yet. Add one for each separate piece of intelligence, then grade it.'
            : 'None yet. Whoever claims the submission adds them.'}
        </p>
      ) : null}
      {items.map((item) => (
        <ItemCard
          key={item.id}
          item={item}
          restricted={restricted}
          may={itemActions}
          hrefs={{
            item: triageAddresses.item,
            history: triageAddresses.itemHistory,
            sanitise: triageAddresses.sanitise,
            approve: triageAddresses.approve,
            disseminate: triageAddresses.disseminate,
          }}
        />
      ))}
      {mayAdd ? (
        <ButtonLink href={triageAddresses.newItem(identity.id)} variant="secondary" {...add.attributes}>
          Add an item
          {add.hint}
        </ButtonLink>
      ) : null}
    </Section>
  );
}

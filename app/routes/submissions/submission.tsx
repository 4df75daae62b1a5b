import { randomUUID } from 'node:crypto';
import { neighbours } from '#app/domain/triage/queues/neighbours.server.ts';
import { nextQueue } from '#app/domain/triage/queues/take-next.server.ts';
import { isEndAction } from '#app/domain/submission/ends.ts';
import { nextStep } from '#app/domain/triage/items/next-step.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { ctxOf, doneContext } from '#app/http/server/context.ts';
import { listOf } from '#app/http/list-address.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ContactHere, hasContactPart } from './submission/ContactHere.tsx';
import { Beside } from './submission/Beside.tsx';
import { AttachmentList } from './submission/AttachmentList.tsx';
import { SubmittedDocument } from '#app/ui/form/SubmittedDocument.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { KeysLine } from '#app/ui/keyboard/KeysLine.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { RecordsHere } from './submission/RecordsHere.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import { AccessList } from './submission/AccessList.tsx';
import { ActionList } from './submission/ActionList.tsx';
import { History } from '#app/ui/triage/History.tsx';
import { ItemsInShort } from './submission/ItemsInShort.tsx';
import { KnownSubmission } from './submission/KnownSubmission.tsx';
import { MarkAsRead } from './submission/MarkAsRead.tsx';
import { MatchCounts, matchesInShort } from './MatchCounts.tsx';
import { NamedHere } from '#app/ui/triage/NamedHere.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { PageParts, Section } from '#app/ui/layout/PageParts.tsx';
import { Notes, writeNote } from './Notes.tsx';
import { PartnerMessages } from './PartnerMessages.tsx';
import { PlanLinkList } from './PlanLinkList.tsx';
import { ReachSender } from './ReachSender.tsx';
import { RelationList } from './RelationList.tsx';
import { SentBy } from './submission/SentBy.tsx';
import { SubmissionIdentity } from './submission/SubmissionIdentity.tsx';
import { SubmissionWarnings } from './submission/SubmissionWarnings.tsx';
import { Supplements } from './submission/Supplements.tsx';
import { WatchNewsHere } from './submission/WatchNewsHere.tsx';
import { WhyHere } from './submission/WhyHere.tsx';
import { workAtHand } from './submission/work-at-hand.ts';
import { DoneAndNext } from './submission/DoneAndNext.tsx';
import { itemHrefs, SubmissionItems } from './submission/submission-items.tsx';
import type { Route } from './+types/submission.ts';

export const handle = { access: 'submissions.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  const opened = await openSubmission(ctxOf(args), { submissionId });
  const done = args.context.get(doneContext);
  const next = handsFree.includes(done ?? '') ? await nextQueue(ctxOf(args), { submissionId }) : null;
  const view = opened.view === 'whole' ? listOf(args.url)?.view : undefined;
  const beside = view ? await neighbours(ctxOf(args), { ...view, submissionId }) : null;
  return { opened, beside, next: next ? { queueCode: next, press: randomUUID() } : null };
}

/** After these the officer may go on to the next one. */
const handsFree: readonly string[] = [
  'claim',
  'release',
  'hand_over',
  'reject',
  'answer_and_close',
  'close_without_item',
  'close_as_duplicate',
  'grant_withdrawal',
];

type Opened = Route.ComponentProps['loaderData']['opened'];
type Whole = Extract<Opened, { view: 'whole' }>;

export default function Submission({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { opened, beside, next } = loaderData;
  const { list } = useRequestFrame();
  return (
    <Page
      title="Submission"
      backHref={list?.href ?? link('queues/queues')}
      backText={list ? 'Back to the list' : 'Queues'}
      backKey="queues"
      success={next ? <DoneAndNext next={next} /> : undefined}
    >
      {beside ? <Beside beside={beside} /> : null}
      {opened.view === 'whole' ? (
        <WholeSubmission opened={opened} />
      ) : (
        <KnownSubmission
          opened={opened}
          disseminationHref={(disseminationId: string) =>
            link('disseminations/dissemination', { disseminationId })
          }
          actionHref={(action) => link('submissions/action', { submissionId: opened.identity.id, action })}
        />
      )}
    </Page>
  );
}

function WholeSubmission({ opened }: { opened: Whole }) {
  const link = useLink();
  const { identity, status, restricted, queue, mine, items, messages, planLinks, facts } = opened;
  const standing = planLinks.filter(({ unlinked }) => unlinked === null);
  // One press marks all of it as read, so it stands below the last of it.
  const readIn = opened.unread.some(({ part }) => part === 'messages') ? 'messages' : opened.unread[0]?.part;
  const markAsRead = (
    <MarkAsRead
      href={link('submissions/new-information', { submissionId: identity.id })}
      shownCount={opened.written}
    />
  );
  const sections = [
    { id: 'as-submitted', text: 'As submitted' },
    ...(opened.supplements.length > 0
      ? [{ id: 'added', text: `Added afterwards (${opened.supplements.length})` }]
      : []),
    { id: 'items', text: `Items (${items.filter(({ voided }) => voided === null).length})` },
    { id: 'files', text: `Files (${opened.files.length})` },
    { id: 'matches', text: `Matches (${matchesInShort(opened.matchCounts)})` },
    { id: 'tasks', text: `Tasks (${opened.tasks.filter(({ state }) => state === 'open').length})` },
    ...(hasContactPart(opened.contact) ? [{ id: 'contact', text: 'Contact plan' }] : []),
    { id: 'records', text: `Records elsewhere (${opened.records.standing.length})` },
    { id: 'messages', text: `Messages (${messages.length})` },
    { id: 'notes', text: `Notes (${opened.notes.length})` },
    ...(restricted ? [{ id: 'access-list', text: 'Access list' }] : []),
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
        concernsChild={facts.concernsChild}
        queue={queue}
        mine={mine}
      />
      <SubmissionWarnings
        opened={opened}
        planHref={link('submissions/contact-plan/write', { submissionId: identity.id })}
        toldHref={link('submissions/told', { submissionId: identity.id })}
        taskHref={(taskId) => link('tasks/task', { taskId })}
        referralHref={link('submissions/records/add', { submissionId: identity.id, kind: 'safeguarding' })}
      />
      <div className="portal-work">
        <aside className="portal-work__side" aria-label="What you can do">
          <h2 className="govuk-heading-m">What you can do</h2>
          <ActionList
            actions={opened.actions}
            version={identity.version}
            next={{
              step: nextStep(workAtHand(opened, readIn ?? null)),
              hrefs: itemHrefs(link, identity.id),
            }}
            hrefOf={(action) =>
              isEndAction(action)
                ? link('submissions/end', { submissionId: identity.id })
                : link('submissions/action', { submissionId: identity.id, action })
            }
          >
            <ItemsInShort items={items} />
          </ActionList>
          <KeysLine
            searchHref={link('search')}
            helpHref={link('help/keyboard')}
            guideHref={link('help/triage')}
            soundHref={link('help/sound')}
          />
          {opened.mayExport ? (
            <p className="govuk-body">
              <a className="govuk-link" href={link('submissions/export', { submissionId: identity.id })}>
                Export this submission
              </a>
            </p>
          ) : null}
          {opened.mayRetain ? (
            <p className="govuk-body">
              <a className="govuk-link" href={link('retention/report', { submissionId: identity.id })}>
                Retention and legal hold
              </a>
            </p>
          ) : null}
        </aside>
        <div className="portal-work__main">
          <PageParts parts={sections} />
          <Section id="as-submitted" title="As submitted">
            <SentBy
              sourceHref={link('submissions/source', { submissionId: identity.id })}
              facts={facts}
              reach={
                <ReachSender
                  given={opened.contact.sender}
                  mayRead={opened.mayReadSender}
                  href={link('submissions/reach', { submissionId: identity.id })}
                />
              }
            />
            <SubmittedDocument document={facts.document} headingLevel={3} />
          </Section>
          {opened.supplements.length > 0 ? (
            <Section id="added" title="Added afterwards">
              <Supplements supplements={opened.supplements} />
              {readIn === 'added' ? markAsRead : null}
            </Section>
          ) : null}
          <SubmissionItems opened={opened} />
          <Section id="files" title="Files">
            <AttachmentList
              files={opened.files}
              hrefs={{
                view: (attachmentId: string) => link('attachments/open', { attachmentId }),
                original: (attachmentId: string) => link('attachments/original', { attachmentId }),
              }}
            />
          </Section>
          <Section id="matches" title="Matches with other reports">
            <WatchNewsHere
              news={opened.news}
              hrefOf={(submissionId) => link('submissions/submission', { submissionId })}
            />
            <MatchCounts
              counts={opened.matchCounts}
              href={link('submissions/matches', { submissionId: identity.id })}
            />
            <NamedHere named={opened.named} hrefOf={(entityId) => link('entities/entity', { entityId })} />
            <RelationList
              relations={opened.relations}
              elsewhere={opened.relationsElsewhere}
              hrefOf={(submissionId: string) => link('submissions/submission', { submissionId })}
            />
            <p className="govuk-body">
              <a className="govuk-link" href={link('submissions/links', { submissionId: identity.id })}>
                Link to another report or end a link
              </a>
            </p>
          </Section>
          <Section id="tasks" title="Tasks">
            <TasksHere
              lines={opened.tasks}
              hrefOf={(taskId: string) => link('tasks/task', { taskId })}
              newHref={link('submissions/task-new', { submissionId: identity.id })}
            />
          </Section>
          {hasContactPart(opened.contact) ? (
            <Section id="contact" title="Contact plan">
              <ContactHere
                contact={opened.contact}
                href={link('submissions/contact-plan/contact-plan', { submissionId: identity.id })}
              />
            </Section>
          ) : null}
          <Section id="records" title="Records elsewhere">
            <RecordsHere
              records={opened.records}
              hrefs={{
                page: link('submissions/records/records', { submissionId: identity.id }),
                add: (kind) => link('submissions/records/add', { submissionId: identity.id, kind }),
                record: (linkId) => link('submissions/records/record', { submissionId: identity.id, linkId }),
              }}
            />
          </Section>
          <Section id="messages" title="Messages">
            <PartnerMessages messages={messages} />
            {readIn === 'messages' ? markAsRead : null}
          </Section>
          <Section id="notes" title="Notes">
            <Notes notes={opened.notes} />
            <ButtonLink
              href={link('submissions/note-new', { submissionId: identity.id })}
              variant="secondary"
            >
              {writeNote}
            </ButtonLink>
          </Section>
          {restricted ? (
            <Section id="access-list" title="Access list">
              <AccessList lines={opened.accessList} high={identity.priority === 'high'} />
            </Section>
          ) : null}
          <Section id="why-here" title="Why here?">
            <WhyHere routing={opened.routing} places={facts.places} />
          </Section>
          <Section id="plan" title="Plan">
            <PlanLinkList links={standing} />
            {opened.mayLinkPlan ? (
              <p className="govuk-body">
                <a
                  className="govuk-link"
                  href={link('submissions/plan-links', { submissionId: identity.id })}
                >
                  Link to the plan or take a link away
                </a>
              </p>
            ) : null}
          </Section>
          <Section id="history" title="History">
            <History lines={opened.history} />
            {opened.maySeeReadings ? (
              <p className="govuk-body">
                <a className="govuk-link" href={link('submissions/seen', { submissionId: identity.id })}>
                  Who has seen this
                </a>
              </p>
            ) : null}
          </Section>
        </div>
      </div>
    </>
  );
}

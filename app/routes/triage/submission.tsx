import { randomUUID } from 'node:crypto';
import { nextQueue } from '#app/domain/triage/queues/next-queue.server.ts';
import { nextStep } from '#app/domain/triage/items/next-step.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { carry, readFrom } from '#app/http/list-address.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ContactHere, hasContactPart } from '#app/ui/contact-plan/ContactHere.tsx';
import { AttachmentList } from '#app/ui/files/AttachmentList.tsx';
import { SubmittedDocument } from '#app/ui/form/SubmittedDocument.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { KeysLine } from '#app/ui/keyboard/KeysLine.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { RecordsHere } from '#app/ui/records/RecordsHere.tsx';
import { TasksHere } from '#app/ui/tasks/TasksHere.tsx';
import { ActionList } from '#app/ui/triage/ActionList.tsx';
import { History } from '#app/ui/triage/History.tsx';
import { ItemsInShort } from '#app/ui/triage/ItemsInShort.tsx';
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
import { workAtHand } from '#app/ui/triage/work-at-hand.ts';
import { DoneAndNext } from './done-and-next.tsx';
import { itemHrefs, SubmissionItems } from './submission-items.tsx';
import type { Route } from './+types/submission.ts';

export const handle = { access: 'submissions.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = args.params;
  const { searchParams } = args.url;
  const opened = await openSubmission(ctxOf(args), { submissionId });
  const code = searchParams.get('done');
  const next = handsFree.includes(code ?? '') ? await nextQueue(ctxOf(args), { submissionId }) : null;
  return {
    opened,
    done: doneWords(code),
    next: next ? { queueCode: next, press: randomUUID() } : null,
    list: readFrom(searchParams.get('from')),
  };
}

/** After these the officer may go on to the next one. */
const handsFree: readonly string[] = [
  'claim',
  'release',
  'hand_over',
  'reject',
  'answer_and_close',
  'close_without_item',
  'grant_withdrawal',
];

type Opened = Route.ComponentProps['loaderData']['opened'];
type Whole = Extract<Opened, { view: 'whole' }>;

export default function Submission({ loaderData }: Route.ComponentProps) {
  const { opened, done, next, list } = loaderData;
  const from = list?.from ?? null;
  return (
    <Page
      title="Submission"
      backHref={list?.href ?? link('triage/queues')}
      backText={list ? 'Back to the list' : 'Queues'}
      backKey="queues"
      success={done ? <DoneAndNext done={done} next={next} from={from} /> : undefined}
    >
      {opened.view === 'whole' ? (
        <WholeSubmission opened={opened} from={from} />
      ) : (
        <KnownSubmission
          opened={opened}
          disseminationHref={(disseminationId: string) => link('triage/dissemination', { disseminationId })}
          actionHref={(action) =>
            link('triage/action', { submissionId: opened.identity.id, action }, { from })
          }
        />
      )}
    </Page>
  );
}

function WholeSubmission({ opened, from }: { opened: Whole; from: string | null }) {
  const { identity, status, restricted, queue, mine, items, messages, planLinks, facts } = opened;
  const standing = planLinks.filter(({ unlinked }) => unlinked === null);
  // One press marks all of it as read, so it stands below the last of it.
  const readIn = opened.unread.some(({ part }) => part === 'messages') ? 'messages' : opened.unread[0]?.part;
  const markAsRead = (
    <MarkAsRead href={link('triage/new-information', { submissionId: identity.id })} seen={opened.written} />
  );
  const sections = [
    { id: 'as-submitted', text: 'As submitted' },
    ...(opened.supplements.length > 0
      ? [{ id: 'added', text: `Added afterwards (${opened.supplements.length})` }]
      : []),
    { id: 'items', text: `Items (${items.length})` },
    { id: 'files', text: `Files (${opened.files.length})` },
    { id: 'matches', text: `Matches (${matchesInShort(opened.matchCounts)})` },
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
        planHref={link('contact-plan/write', { submissionId: identity.id })}
        toldHref={link('triage/told', { submissionId: identity.id })}
      />
      <div className="portal-work">
        <aside className="portal-work__side" aria-label="What you can do">
          <h2 className="govuk-heading-m">What you can do</h2>
          <ActionList
            actions={opened.actions}
            version={identity.version}
            next={{
              step: nextStep(workAtHand(opened, readIn ?? null)),
              hrefs: itemHrefs(identity.id, from),
            }}
            hrefOf={(action) => link('triage/action', { submissionId: identity.id, action }, { from })}
          >
            <ItemsInShort items={items} />
          </ActionList>
          <KeysLine
            searchHref={link('triage/search')}
            helpHref={link('help/keyboard')}
            guideHref={link('help/triage')}
          />
          {opened.mayExport ? (
            <p className="govuk-body">
              <a className="govuk-link" href={link('triage/export', { submissionId: identity.id })}>
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
          <SubmissionItems opened={opened} from={from} />
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
            <MatchCounts
              counts={opened.matchCounts}
              href={link('triage/matches', { submissionId: identity.id })}
            />
            <RelationList
              relations={opened.relations}
              elsewhere={opened.relationsElsewhere}
              hrefOf={(submissionId: string) => link('triage/submission', { submissionId })}
            />
            <p className="govuk-body">
              <a className="govuk-link" href={link('triage/links', { submissionId: identity.id })}>
                Link to another report or end a link
              </a>
            </p>
          </Section>
          <Section id="tasks" title="Tasks">
            <TasksHere
              lines={opened.tasks}
              hrefOf={(taskId: string) => link('tasks/task', { taskId })}
              newHref={link('tasks/new-of-submission', { submissionId: identity.id })}
            />
          </Section>
          {hasContactPart(opened.contact) ? (
            <Section id="contact" title="Contact plan">
              <ContactHere
                contact={opened.contact}
                href={link('contact-plan/contact-plan', { submissionId: identity.id })}
              />
            </Section>
          ) : null}
          <Section id="records" title="Records elsewhere">
            <RecordsHere
              records={opened.records}
              hrefs={{
                page: carry(link('records/records', { submissionId: identity.id }), from),
                add: (kind) => carry(link('records/add', { submissionId: identity.id, kind }), from),
                record: (linkId) =>
                  carry(link('records/record', { submissionId: identity.id, linkId }), from),
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
              href={carry(link('triage/note-new', { submissionId: identity.id }), from)}
              variant="secondary"
            >
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
                <a className="govuk-link" href={link('triage/plan-links', { submissionId: identity.id })}>
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

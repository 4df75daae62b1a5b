import type { OpenedSubmission } from '#app/domain/desks/open-submission.server.ts';
import { isEndAction } from '#app/domain/submission/ends.ts';
import { nextStep } from '#app/domain/triage/items/next-step.ts';
import { gradeValues } from '#app/domain/triage/items/grade-values.ts';
import { outcomes, isOutcome } from '#app/domain/kernel/outcomes.ts';
import { useLink } from '#app/http/use-link.ts';
import { comparedGrade } from '#app/routes/items/compared-grade.ts';
import { KeysLine } from '#app/ui/keyboard/KeysLine.tsx';
import { typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { CollisionNotice } from '#app/ui/triage/CollisionNotice.tsx';
import { AssessmentForm } from '../assessment/AssessmentForm.tsx';
import { ReachSender } from '../ReachSender.tsx';
import { Folded, Section } from '#app/ui/layout/PageParts.tsx';
import { ActionList } from './ActionList.tsx';
import { ItemsInShort } from './ItemsInShort.tsx';
import { MarkAsRead } from './MarkAsRead.tsx';
import { SentBy } from './SentBy.tsx';
import { SubmissionIdentity } from './SubmissionIdentity.tsx';
import { itemHrefs } from './submission-items.tsx';
import { SubmissionParts } from './SubmissionParts.tsx';
import { SubmissionWarnings } from './SubmissionWarnings.tsx';
import { Supplements } from './Supplements.tsx';
import { Told } from './Told.tsx';
import { workAtHand } from './work-at-hand.ts';

export type Whole = Extract<OpenedSubmission, { view: 'whole' }>;

/** A submission as it was told, and beside it the work on it of whoever holds it, or what else may be done. */
export function WholeSubmission({ opened }: { opened: Whole }) {
  const link = useLink();
  const { identity, facts, assessment: sheet } = opened;
  const submissionId = identity.id;
  // One press marks all of it as read, so it stands below the last of it.
  const readIn = opened.unread.some(({ part }) => part === 'messages') ? 'messages' : opened.unread[0]?.part;
  const markAsRead = (
    <MarkAsRead href={link('submissions/new-information', { submissionId })} shownCount={opened.written} />
  );
  const step = nextStep(workAtHand(opened, readIn ?? null));
  // Sending and closing stand in the form.
  const inForm =
    sheet !== null &&
    (step?.do === 'sanitise' ||
      step?.do === 'disseminate' ||
      (step?.do === 'action' &&
        (step.action === 'answer_and_close' || (step.action === 'accept' && sheet.may.send))));
  const sentBy = (
    <Folded
      title={`Sent by ${facts.sentBy?.name ?? facts.organisation}${facts.enteredBy === null ? '' : ', entered by an officer'}`}
      headingLevel={3}
      open={needsCare(facts)}
    >
      <SentBy
        sourceHref={link('submissions/source', { submissionId })}
        facts={facts}
        reach={
          <ReachSender
            given={opened.contact.sender}
            mayRead={opened.mayReadSender}
            href={link('submissions/reach', { submissionId })}
          />
        }
      />
    </Folded>
  );
  const work = (
    <>
      <h2 className={sheet ? 'govuk-heading-s' : 'govuk-heading-m'} id="more">
        {sheet ? 'What else you can do' : 'What you can do'}
      </h2>
      <ActionList
        // Closing stands in the form.
        actions={opened.actions.filter(({ action }) => !sheet?.may.close || action !== 'answer_and_close')}
        version={identity.version}
        next={{ step: inForm ? null : step, hrefs: itemHrefs(link, submissionId) }}
        hrefOf={(action) =>
          isEndAction(action)
            ? link('submissions/end', { submissionId })
            : link('submissions/action', { submissionId, action })
        }
      >
        {sheet ? null : <ItemsInShort items={opened.items} />}
      </ActionList>
      <KeysLine
        searchHref={link('search')}
        helpHref={link('help/keyboard')}
        guideHref={link('help/triage')}
        soundHref={link('help/sound')}
      />
      {opened.items.some(({ voided }) => !voided) ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('intelligence-report/submission', { submissionId })}>
            Intelligence report
          </a>
        </p>
      ) : null}
      {opened.mayExport ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('submissions/export', { submissionId })}>
            Export this submission
          </a>
        </p>
      ) : null}
      {opened.mayRetain ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('retention/report', { submissionId })}>
            Retention and legal hold
          </a>
        </p>
      ) : null}
    </>
  );
  return (
    <>
      <SubmissionIdentity
        identity={identity}
        status={opened.status}
        restricted={opened.restricted}
        concernsChild={facts.concernsChild}
        queue={opened.queue}
        mine={opened.mine}
        moreHref={sheet ? '#more' : undefined}
      />
      <SubmissionWarnings
        opened={opened}
        planHref={link('submissions/contact-plan/write', { submissionId })}
        toldHref={link('submissions/told', { submissionId })}
        taskHref={(taskId) => link('tasks/task', { taskId })}
        referralHref={link('submissions/records/add', { submissionId, kind: 'safeguarding' })}
      />
      <Collision opened={opened} />
      <div className={sheet ? 'portal-work portal-work--assess' : 'portal-work'}>
        <div className="portal-work__told">
          <Section id="as-submitted" title="As submitted">
            <Told
              document={facts.document}
              narrative={opened.narrative}
              open={identity.priority === 'high'}
            />
          </Section>
          {opened.supplements.length > 0 ? (
            <Section id="added" title="Added afterwards">
              <Supplements supplements={opened.supplements} />
              {readIn === 'added' ? markAsRead : null}
            </Section>
          ) : null}
        </div>
        <aside className="portal-work__side" aria-label="What you can do">
          {sheet ? (
            <AssessmentForm
              submissionId={submissionId}
              version={identity.version}
              sheet={sheet}
              nextNumber={opened.items.length + 1}
            />
          ) : null}
          {sheet ? null : work}
        </aside>
        <div className="portal-work__rest">
          <SubmissionParts
            opened={opened}
            sentBy={sentBy}
            care={needsCare(facts)}
            markAsRead={readIn === 'messages' ? markAsRead : null}
          />
        </div>
        {sheet ? <div className="portal-work__more">{work}</div> : null}
      </div>
    </>
  );
}

/** Something about who sent it has to be known before anything is done. */
const needsCare = ({ withoutFactor, whileSuspended, sentBy, agreementEnded }: Whole['facts']): boolean =>
  withoutFactor || whileSuspended || agreementEnded !== null || sentBy === null || sentBy.gone;

/** Somebody changed it while the form was open: what there is now beside everything that was typed. */
function Collision({ opened }: { opened: Whole }) {
  const link = useLink();
  const posted = useFormState();
  if (!posted?.collision) return null;
  const typed = (field: string) => typedIn(posted, field);
  const item = opened.items.find(({ id }) => id === typed('item'));
  const outcome = typed('outcome');
  return (
    <CollisionNotice
      changes={posted.collision.changes}
      fields={[
        ...(item ? [] : [{ label: 'What this item is about', now: '', typed: typed('title') }]),
        ...comparedGrade(item ? gradeValues(item) : {}, typed),
        { label: 'Sanitised text', now: item?.versions[0]?.text ?? '', typed: typed('text') },
        {
          label: 'Outcome',
          now: opened.facts.outcome ? outcomes[opened.facts.outcome].label : '',
          typed: isOutcome(outcome) ? outcomes[outcome].label : '',
        },
        { label: 'Message to the partner', now: '', typed: typed('comment') },
      ]}
      mayUse={opened.assessment !== null}
      keepHref={link('submissions/submission', { submissionId: opened.identity.id })}
    />
  );
}

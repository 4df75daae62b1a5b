import { checkingOf, exampleSites, missingInTrial } from '#app/domain/admin/trial.ts';
import { declarationOf } from '#app/domain/form/declaration.ts';
import { renderDocument } from '#app/domain/form/document.ts';
import { sealedQuestionIds } from '#app/domain/form/source-identity.ts';
import { saysDangerInDraft } from '#app/domain/intake/submitting/says-danger.ts';
import { CheckAnswers } from '#app/ui/form/CheckAnswers.tsx';
import { FormPage } from '#app/ui/form/FormPage.tsx';
import { FormTaskList } from '#app/ui/form/FormTaskList.tsx';
import { NotSentYet } from '#app/ui/form/NotSentYet.tsx';
import { SubmittedDocument } from '#app/ui/form/SubmittedDocument.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Link } from '#app/ui/govuk/Link.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useFormWords, useMessages } from '#app/ui/messages.ts';
import { changeLinks } from './change-links.ts';
import { MissingAnswers } from './MissingAnswers.tsx';
import type { TrialProps } from './shown-trial.ts';
import { TrialForm, TrialFrame } from './TrialFrame.tsx';
import { messagesOf } from './TrialQuestions.tsx';

/** The sections with where each stands. A trial may look at its answers before all is there, which a report may not. */
export function TrialTasks(props: TrialProps) {
  const t = useMessages();
  const words = useFormWords();
  const { definition, answers, today, hrefOf } = props;
  const missing = missingInTrial({ definition, answers, today, t: words });
  return (
    <TrialFrame {...props} title={t('reports.taskList.title')} back={null}>
      <TwoThirds>
        <NotSentYet danger={saysDangerInDraft(answers)} />
        <FormTaskList
          definition={definition}
          answers={answers}
          checking={checkingOf({ definition, answers, today, t: words })}
          hrefOf={hrefOf}
          more={[
            {
              title: t('files.task'),
              status: { text: 'Not in a trial', cannotStartYet: true },
            },
          ]}
          t={words}
        />
        {missing.length > 0 ? <p className="govuk-body">{t('reports.taskList.checkNotYet')}</p> : null}
        <Link
          className={missing.length > 0 ? 'govuk-button govuk-button--secondary' : 'govuk-button'}
          href={hrefOf({ kind: 'check_answers' })}
        >
          {missing.length > 0 ? 'See what is missing' : t('reports.taskList.check')}
        </Link>
      </TwoThirds>
    </TrialFrame>
  );
}

/** Everything answered so far, what is still missing, and the declaration. */
export function TrialCheck(props: TrialProps) {
  const t = useMessages();
  const words = useFormWords();
  const { definition, answers, today, errors } = props;
  const { sectionId, page } = declarationOf(definition);
  const missing = missingInTrial({ definition, answers, today, t: words });
  return (
    <TrialFrame {...props} title={t('reports.check.title')} back={{ kind: 'task_list' }}>
      <NotSentYet danger={saysDangerInDraft(answers)} />
      {sealedQuestionIds(definition, answers).length > 0 ? (
        <InsetText>{t('reports.check.sealed')}</InsetText>
      ) : null}
      <MissingAnswers {...props} problems={missing} />
      <CheckAnswers
        document={renderDocument(definition, answers, words, exampleSites)}
        links={changeLinks(props)}
        leaveOut={[sectionId]}
        t={words}
      />
      {missing.length > 0 ? null : (
        <>
          <h2 className="govuk-heading-m">{t('reports.check.declaration')}</h2>
          <TrialForm of={props}>
            <FormPage
              page={page}
              version={definition.version}
              values={props.values ?? {}}
              errors={messagesOf(errors)}
              t={words}
            />
            <Button preventDoubleClick>End the trial</Button>
          </TrialForm>
        </>
      )}
    </TrialFrame>
  );
}

/** What a report with these answers would have been. */
export function TrialEnd(props: TrialProps) {
  const words = useFormWords();
  const { definition, answers, hrefOf, startHref } = props;
  const sealed = sealedQuestionIds(definition, answers).length > 0;
  return (
    <TrialFrame {...props} title="Nothing was sent" back={{ kind: 'check_answers' }}>
      <p className="govuk-body">
        The trial is complete: a report with these answers could be sent. This is what officers would have
        read.
      </p>
      {sealed ? (
        <p className="govuk-body">
          What you entered about who the source is would have gone to the sealed record. In a trial it is
          dropped as soon as you leave the page.
        </p>
      ) : null}
      <SubmittedDocument document={renderDocument(definition, answers, words, exampleSites)} t={words} />
      <div className="govuk-button-group">
        <Link className="govuk-button govuk-button--secondary" href={hrefOf({ kind: 'check_answers' })}>
          Change the answers
        </Link>
        <a className="govuk-link" href={startHref}>
          Start a new trial
        </a>
      </div>
    </TrialFrame>
  );
}

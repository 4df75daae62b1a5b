import type { AssessmentSheet } from '#app/domain/desks/assessment.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import {
  actionCodes,
  assessmentGrades,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
} from '#app/domain/kernel/grading.ts';
import { outcomeCodes, outcomes } from '#app/domain/kernel/outcomes.ts';
import { isAgainstLimits } from '#app/domain/submission/sharing-limits.ts';
import { gradeValues } from '#app/domain/triage/items/grade-values.ts';
import { mopiGroups } from '#app/domain/triage/items/mopi.ts';
import { useLink } from '#app/http/use-link.ts';
import { SanitisedText } from '#app/routes/items/SanitisedText.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { useFieldState } from '#app/ui/govuk/field-state.ts';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { Form, HiddenField, useFormState } from '#app/ui/layout/Form.tsx';
import { AskingForMoreWarning } from '#app/ui/triage/AskingForMoreWarning.tsx';
import { HandedOn } from '#app/ui/triage/HandedOn.tsx';
import { PartnerCautions } from '#app/ui/triage/PartnerCautions.tsx';
import { TextToUse } from '#app/ui/triage/TextToUse.tsx';
import { NoContactPlan, Unsanitised } from '../action/ClosingFields.tsx';
import { CodeMeanings } from './CodeMeanings.tsx';
import { CodeRow } from './CodeRow.tsx';

export type AssessmentFormProps = {
  submissionId: Id<'Submission'>;
  version: number;
  sheet: AssessmentSheet;
  /** The number that a new item gets. */
  nextNumber: number;
};

/** The id of the form, for what stands beside it and belongs to it. */
export const assessmentForm = 'assess';

/**
 * Everything that an ordinary submission takes, in one form: the item, its grade, its text, who gets it and how the
 * submission ends. Save keeps it; nothing leaves before the button that says so.
 */
export function AssessmentForm({ submissionId, version, sheet, nextNumber }: AssessmentFormProps) {
  const link = useLink();
  const keyOf = useKeys();
  const { item, may } = sheet;
  const [newest] = item?.versions ?? [];
  const values = {
    title: item?.title ?? sheet.title,
    provenance: sheet.provenance,
    text: newest?.text ?? '',
    recipient: sheet.likely,
    next: 'yes',
    ...(item ? gradeValues(item) : {}),
  };
  const [save, send] = [keyOf('save'), keyOf('send')];
  const leaves = may.send ? (may.close ? 'Send and close' : 'Send') : may.close ? 'Close' : null;
  return (
    <Form
      id={assessmentForm}
      action={link('submissions/submission', { submissionId })}
      values={values}
      expectedVersion={version}
      data-keep
      {...(useFormState() ? { 'data-came-back': '' } : {})}
      className="portal-assess"
    >
      <h2 className="govuk-heading-s" id="work">
        {may.grade ? (item ? `Item ${item.number}` : `Item ${nextNumber}`) : 'End'}
      </h2>
      {may.grade ? <ItemFields sheet={sheet} /> : null}
      {may.grade && may.write ? (
        <SanitisedText label="Sanitised text" labelSize="s" rows={3} {...keyOf('write').attributes} />
      ) : null}
      {newest?.sentBack ? (
        <InsetText>
          {newest.sentBack.by} sent this text back:{' '}
          <span className="portal-verbatim">{newest.sentBack.reason}</span>
        </InsetText>
      ) : null}
      {may.send ? <Recipient sheet={sheet} /> : <span id="recipient" />}
      {may.close ? <End submissionId={submissionId} texts={sheet.texts} /> : <span id="outcome" />}
      <div className="govuk-button-group portal-assess__buttons">
        {may.grade ? (
          <Button variant="secondary" name="press" value="save" preventDoubleClick {...save.attributes}>
            Save
            {save.hint}
          </Button>
        ) : null}
        {leaves ? (
          <Button
            name="press"
            value="send"
            preventDoubleClick
            {...send.attributes}
            {...(send.hint ? { 'data-sends': '' } : {})}
          >
            {leaves}
            {send.hint}
          </Button>
        ) : null}
        {may.close ? (
          <Checkboxes name="next" small items={[{ value: 'yes', label: 'Then take the next one' }]} />
        ) : null}
      </div>
    </Form>
  );
}

function ItemFields({ sheet }: { sheet: AssessmentSheet }) {
  const { item, proposal } = sheet;
  return (
    <>
      <span id="grade" />
      <input type="hidden" name="item" value={item?.id ?? 'new'} />
      {item ? (
        <p className="govuk-body">{item.title}</p>
      ) : (
        <Input
          name="title"
          label="What is this item about?"
          labelSize="s"
          formGroupClassName="portal-assess__beside"
          autoComplete="off"
        />
      )}
      <CodeRow name="source" legend="Source" codes={sourceGrades} suggested={proposal.source} />
      <CodeRow
        name="assessment"
        legend="Assessment"
        codes={assessmentGrades}
        suggested={proposal.assessment}
      />
      <CodeRow name="handling" legend="Handling" codes={handlingCodes} suggested={proposal.handling} />
      <CodeRow
        name="mopiGroup"
        legend="MoPI group"
        codes={mopiGroups.map(({ group, label, definition }) => ({ code: group, label, definition }))}
      />
      <div className="portal-assess__asked portal-assess__asked--doubt">
        <Textarea
          name="reason"
          label="Reason"
          hint="Why the source is not reliable, or why it is suspected to be false"
          rows={2}
          autoComplete="off"
        />
      </div>
      <div className="portal-assess__asked portal-assess__asked--conditions">
        <CodeRow name="actionCode" legend="Action code" codes={actionCodes} />
        <CodeRow name="sanitisationCode" legend="Sanitisation" codes={sanitisationCodes} />
        <Textarea
          name="usage"
          label="How it may be acted on"
          hint="Needed for A3. Recipients read this: do not point to the source."
          rows={2}
          autoComplete="off"
        />
      </div>
      {isAgainstLimits('P', sheet.cautions.limits) ? (
        <div className="portal-assess__asked portal-assess__asked--free">
          <Textarea
            name="limitReason"
            label="Why may it be shared without conditions although the partner set a limit?"
            hint="Shown to whoever sends it. Recipients do not see it."
            rows={2}
            autoComplete="off"
          />
        </div>
      ) : null}
      <div className="portal-folds">
        <CodeMeanings because={proposal.because} />
        {sheet.ofFiveByFiveTime && !item?.grade ? (
          <Details summary="It was graded 5x5x5 before">
            <Input name="fiveByFive" label="5x5x5 grade" width={5} autoComplete="off" spellCheck={false} />
          </Details>
        ) : (
          <HiddenField name="fiveByFive" />
        )}
      </div>
      {['day', 'month', 'year'].map((part) => (
        <HiddenField key={part} name={`reviewOn-${part}`} />
      ))}
      <Textarea
        name="provenance"
        label="Provenance"
        labelSize="s"
        hint="How the source knows, never who it is. Police only"
        formGroupClassName="portal-assess__line"
        rows={1}
        autoComplete="off"
      />
    </>
  );
}

/** Who gets the item, with what could put its source at risk and what the partner wishes right there. */
function Recipient({ sheet }: { sheet: AssessmentSheet }) {
  return (
    <>
      <div className="portal-assess__cautions">
        <PartnerCautions cautions={sheet.cautions} headingLevel={3} />
      </div>
      <Select
        formGroupClassName="portal-assess__beside"
        name="recipient"
        label="Disseminate to"
        labelSize="s"
        options={[
          { value: '', text: 'Nobody yet' },
          ...sheet.recipients.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
    </>
  );
}

/** How it ends, and what some outcomes rest on. */
function End({
  submissionId,
  texts,
}: Pick<AssessmentFormProps, 'submissionId'> & Pick<AssessmentSheet, 'texts'>) {
  const link = useLink();
  const keyOf = useKeys();
  const { errorOf, valueOf } = useFieldState();
  const asked = (reason: 'unsanitised' | 'noContactPlan' | 'handedOn') =>
    errorOf(reason) ? [{ reason, met: false }] : [];
  return (
    <>
      <Radios
        name="outcome"
        legend="Outcome"
        legendSize="s"
        small
        formGroupClassName="portal-assess__outcomes"
        items={[
          { value: '', label: 'Not yet' },
          ...outcomeCodes.map((code) => ({
            value: code,
            label: (
              <>
                {outcomes[code].label}
                {code === 'used' ? keyOf('used').hint : null}
              </>
            ),
            attributes: code === 'used' ? keyOf('used').attributes : {},
          })),
        ]}
      />
      <Unsanitised gates={asked('unsanitised')} />
      <NoContactPlan gates={asked('noContactPlan')} />
      <HandedOn gates={asked('handedOn')} />
      <Details
        summary="What the partner reads, and what an outcome rests on"
        open={
          Boolean(errorOf('comment') ?? errorOf('confirmed') ?? errorOf('reuse')) ||
          Boolean(valueOf('comment'))
        }
      >
        <TextToUse texts={texts} enter="save" />
        <Textarea
          name="comment"
          label="Message to the partner (optional)"
          hint="Left empty, they read the words of the outcome"
          rows={3}
          autoComplete="off"
        />
        <p className="govuk-body-s">
          A crime, a safeguarding action and what was passed on rest on{' '}
          <a className="govuk-link" href={link('submissions/records/records', { submissionId })}>
            records elsewhere
          </a>
          , a duplicate on{' '}
          <a className="govuk-link" href={link('submissions/links', { submissionId })}>
            its link
          </a>
          .
        </p>
        {outcomeCodes.map((code) => (
          <p key={code} className="govuk-body-s">
            <strong>{outcomes[code].label}</strong>: {outcomes[code].template}
          </p>
        ))}
      </Details>
      <AskingForMoreWarning of="comment" />
    </>
  );
}

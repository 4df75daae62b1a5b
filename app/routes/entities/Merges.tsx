import type { Merge } from '#app/domain/connections/entities/entity-merges.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';

export type MergesProps = {
  merges: readonly Merge[];
  mayMerge: boolean;
  /** Of what the page is about. */
  name: string;
};

/** What it is one with, as FIB has found, what it was, and the forms by which both change. */
export function Merges({ merges, mayMerge, name }: MergesProps) {
  if (!mayMerge && merges.length === 0) return null;
  const standing = merges.filter(({ ended }) => ended === null);
  const ended = merges.filter((merge) => merge.ended !== null);
  return (
    <>
      <h2 className="govuk-heading-m" id="merges">
        The same under another name or number
      </h2>
      {standing.length > 0 ? (
        <MergeList merges={standing} />
      ) : (
        <p className="govuk-body">Nobody has merged it with another.</p>
      )}
      {mayMerge ? <MergeForm name={name} /> : null}
      {mayMerge && standing.length > 0 ? <DetachForm standing={standing} /> : null}
      {ended.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">Detached</h3>
          <MergeList merges={ended} />
        </>
      ) : null}
    </>
  );
}

function MergeList({ merges }: { merges: readonly Merge[] }) {
  return (
    <ul className="govuk-list">
      {merges.map(({ id, names, by, at, reason, ended }) => (
        <li key={id}>
          <strong>{names.join(' and ')}</strong>
          <br />
          <span className="portal-secondary">
            {by}, <DateTime at={at} short />: {reason}
            {ended ? (
              <>
                <br />
                Detached by {ended.by}, <DateTime at={ended.at} short />: {ended.reason}
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function MergeForm({ name }: { name: string }) {
  const tried = useFormState()?.values['intent'];
  return (
    <Details summary="Say that it is the same as another" open={tried === 'merge'}>
      <Form intent="merge">
        <p className="govuk-body">
          Both pages then show what names either. No report changes, and it can be detached again.
        </p>
        <Input
          name="typed"
          label={`Which other is the same as ${name}?`}
          hint="Its name or number, as a report that you may open gives it"
          autoComplete="off"
          spellCheck={false}
          className="govuk-input--width-20"
        />
        <Input name="reason" label="Why are they the same?" autoComplete="off" />
        <Button preventDoubleClick>Merge the two</Button>
      </Form>
    </Details>
  );
}

function DetachForm({ standing }: { standing: readonly Merge[] }) {
  const tried = useFormState()?.values['intent'];
  return (
    <Details summary="Say that it is not the same" open={tried === 'detach'}>
      <Form intent="detach">
        <Radios
          name="mergeId"
          legend="What is to be detached?"
          small
          items={standing.map(({ id, names }) => ({ value: id, label: names.join(' and ') }))}
        />
        <Input
          name="detachReason"
          label="Why are they not the same?"
          hint="Both pages are as they were. That they were one stays on record with this reason."
          autoComplete="off"
        />
        <Button variant="secondary" preventDoubleClick>
          Detach
        </Button>
      </Form>
    </Details>
  );
}

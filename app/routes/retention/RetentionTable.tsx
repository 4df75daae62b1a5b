import { outcomes } from '#app/domain/kernel/outcomes.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import type { RetentionLine } from '#app/domain/retention/retention-list.server.ts';
import { keptWords, type RetentionView } from '#app/domain/retention/retention-words.ts';
import { link } from '#app/http/link.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { PickBox } from '#app/ui/layout/PickBox.tsx';

/** What is done with several reports at once: one FIB supervisor proposes that they go, and another disposes of them. */
export type Step = 'propose' | 'dispose';

export const stepWords = {
  propose: {
    view: 'due',
    choose: 'Propose that the selected go',
    title: 'Propose that reports go',
    submit: 'Propose that they go',
    done: 'Proposed',
  },
  dispose: {
    view: 'proposed',
    choose: 'Dispose of the selected',
    title: 'Dispose of reports',
    submit: 'Dispose of them now',
    done: 'Disposed of',
  },
} as const satisfies Record<Step, { view: RetentionView } & Record<string, string>>;

/** What can be done with several of a view; null where nothing can. */
export const stepOf = (view: RetentionView): Step | null =>
  (['propose', 'dispose'] as const).find((step) => stepWords[step].view === view) ?? null;

/** Why that cannot be done with a report; null where it can. */
export function problemOf(step: Step, { kept, proposed_by: by, own }: RetentionLine): string | null {
  if (kept !== null) return keptWords[kept];
  if (step === 'propose') return by === null ? null : `${by} has proposed it already.`;
  return own ? 'Another FIB supervisor decides on what you proposed.' : null;
}

export type RetentionTableProps = {
  caption: string;
  /** What the time of a line is. */
  at: string;
  lines: readonly RetentionLine[];
  /** For which those lines have a box that can be selected. */
  step: Step | null;
  /** All of those are selected. */
  all?: boolean;
};

export function RetentionTable({ caption, at, lines, step, all = false }: RetentionTableProps) {
  return (
    <CardTable
      caption={caption}
      columns={[
        { header: 'Submission', nowrap: true },
        { header: at, nowrap: true },
        { header: 'Status' },
        { header: 'Rule' },
        { header: 'State' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          step !== null && problemOf(step, line) === null ? (
            <PickBox
              key="reference"
              name="pick"
              value={line.id}
              id={`pick-${line.id}`}
              label={`Select ${line.reference}`}
              picked={all}
            >
              <Reference line={line} />
            </PickBox>
          ) : (
            <Reference key="reference" line={line} />
          ),
          <DateTime key="at" at={line.at} short dateOnly />,
          `${statusWords(line.status, { held: false })}${line.outcome ? `: ${outcomes[line.outcome].label}` : ''}`,
          line.rule ?? 'Not worked out yet',
          <State key="state" line={line} />,
        ],
      }))}
    />
  );
}

function Reference({ line: { id, reference } }: { line: RetentionLine }) {
  return (
    <a
      className="govuk-link govuk-link--no-visited-state"
      href={link('retention/report', { submissionId: id })}
    >
      {reference}
    </a>
  );
}

function State({ line: { restricted, kept, proposed_by: by } }: { line: RetentionLine }) {
  return (
    <>
      {restricted ? <Tag colour="purple">Restricted</Tag> : null}{' '}
      {kept === 'hold' ? <Tag colour="red">On legal hold</Tag> : kept === null ? null : keptWords[kept]}{' '}
      {by === null ? kept === null ? 'To be looked at' : null : <>Disposal proposed by {by}</>}
    </>
  );
}

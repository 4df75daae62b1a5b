import type { GivenRecord } from '#app/domain/connections/records/given-records.ts';
import { recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';

export type GivenRecordsProps = {
  given: readonly GivenRecord[];
  /** Where one is confirmed by one press. */
  confirmAction: string;
  addHref: (kind: string) => string;
  headingLevel: 2 | 3;
};

/** What the partner gave and no officer has recorded yet. */
export function GivenRecords({ given, confirmAction, addHref, headingLevel }: GivenRecordsProps) {
  if (given.length === 0) return null;
  const Heading = `h${headingLevel}` as const;
  return (
    <>
      <Heading className="govuk-heading-s">Given by the partner, not confirmed</Heading>
      <SummaryList
        rows={given.map((one) => {
          const { a, label } = recordKinds[one.kind];
          return {
            key: label,
            value: (
              <>
                <p className="govuk-body portal-verbatim">{one.text}</p>
                {one.ready ? (
                  <form method="post" action={confirmAction}>
                    <input type="hidden" name="given" value={one.question} />
                    <Button variant="secondary" preventDoubleClick className="govuk-!-margin-bottom-0">
                      Confirm<span className="govuk-visually-hidden"> {a} given by the partner</span>
                    </Button>
                  </form>
                ) : (
                  <a className="govuk-link" href={addHref(one.kind)}>
                    Record it<span className="govuk-visually-hidden"> as {a}</span>
                  </a>
                )}
              </>
            ),
          };
        })}
      />
    </>
  );
}

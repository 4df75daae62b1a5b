import { type FormWords } from '#app/domain/form/words.ts';
import { Details } from '#app/ui/govuk/Details.tsx';

export type WhyWeAskProps = { label: string; why: string; t: FormWords };

/** The purpose of a question, for those who want to know. Its summary names the question for those who hear it alone. */
export function WhyWeAsk({ label, why, t }: WhyWeAskProps) {
  return (
    <Details
      summary={
        <>
          {t.why} <span className="govuk-visually-hidden">({label})</span>
        </>
      }
    >
      {why}
    </Details>
  );
}

export type WhyWeAskTheseProps = { reasons: readonly { label: string; why: string }[]; t: FormWords };

/** The purposes of many small questions, one after the other. */
export function WhyWeAskThese({ reasons, t }: WhyWeAskTheseProps) {
  return (
    <Details summary={t.whyTogether}>
      <dl className="portal-reasons">
        {reasons.map(({ label, why }) => (
          <div key={label}>
            <dt>
              <strong>{label}</strong>
            </dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

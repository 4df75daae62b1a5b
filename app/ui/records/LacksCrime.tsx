import { InsetText } from '../govuk/InsetText.tsx';

/** That a referral stands there without a crime, with where its number is recorded. */
export function LacksCrime({ href }: { href: string }) {
  return (
    <InsetText>
      A referral is recorded and no crime. A crime report is made for every referral:{' '}
      <a className="govuk-link" href={href}>
        record the crime number
      </a>
      .
    </InsetText>
  );
}

import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { BulletList, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

const cases = ['work', 'child', 'home'] as const;
const kinds = ['poor', 'good'] as const;

/** The same matter told poorly and well, three times, and why. Everybody in them is plainly invented. */
export default function Examples() {
  const t = useMessages();
  return (
    <PublicPage title={t.advice.examples.title}>
      <p className="govuk-body">{t.advice.examples.lead}</p>
      <PublicSection heading={t.advice.examples.rules.heading}>
        <BulletList texts={Object.values(t.advice.examples.rules.lines)} />
      </PublicSection>
      {cases.map((name) => (
        <PublicSection key={name} heading={t.advice.examples.cases[name].heading}>
          {kinds.map((kind) => (
            <SummaryCard
              key={kind}
              headingLevel={3}
              title={t.advice.examples[kind]}
              rows={[
                { key: t.advice.examples.text, value: t.advice.examples.cases[name][kind].text },
                { key: t.advice.examples.why, value: t.advice.examples.cases[name][kind].why },
              ]}
            />
          ))}
        </PublicSection>
      ))}
    </PublicPage>
  );
}

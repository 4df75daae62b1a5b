import type { PlanItem } from '#app/domain/plan/plan-tree.ts';
import { countToDecide } from '#app/domain/plan/proposals.server.ts';
import { readPlan } from '#app/domain/plan/read-plan.server.ts';
import { linksToRelink } from '#app/domain/routing/relinking.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { AboutPlan } from './AboutPlan.tsx';
import { askedPlan } from './asked-plan.ts';
import { Period } from '#app/routes/plans/Period.tsx';
import { PlanOverview } from './PlanOverview.tsx';
import { PlanGap, planAnchor, PlanSection } from './PlanSection.tsx';
import { shortText } from '#app/domain/kernel/short-text.ts';
import type { Route } from './+types/plan.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const planId = askedPlan(args.url);
  return {
    planId,
    plan: await readPlan(ctxOf(args), { planId }),
    toDecide: await countToDecide(ctxOf(args)),
    toRelink: planId ? 0 : await linksToRelink(ctxOf(args)),
  };
}

export default function Plan({ loaderData }: Route.ComponentProps) {
  const { planId, plan, toDecide, toRelink } = loaderData;
  const hrefOf = (code: string) => link('plan/item', { code }, { plan: planId });
  const words = {
    linkKeys: plan.linkKeys,
    spellOut: false,
    asPrinted: false,
    hrefOf,
  };
  const aims = plan.tree.filter(({ kind }) => kind === 'aim');
  const themes = plan.tree.filter(({ kind }) => kind === 'theme');
  const gaps = plan.tree.filter(({ kind }) => kind === 'gap');
  return (
    <Page title="Delivery plan">
      <PageHeading caption={plan.organisation}>{plan.title}</PageHeading>
      <SummaryList
        rows={[
          {
            key: 'Period',
            value: <Period firstDay={plan.plan.firstDay} lastDay={plan.plan.lastDay} />,
            actions: [{ href: link('plans/plans'), text: 'Plans by year' }],
          },
          plan.priority ? { key: 'Priority', value: plan.priority } : null,
          plan.lead ? { key: 'Lead', value: plan.lead } : null,
        ]}
      />
      {toDecide > 0 ? (
        <InsetText>
          <a className="govuk-link" href={link('plans/proposals')}>
            {toDecide === 1 ? '1 proposal waits' : `${toDecide} proposals wait`} for your approval
          </a>
        </InsetText>
      ) : null}
      {toRelink > 0 ? (
        <InsetText>
          <a className="govuk-link" href={link('plans/relink')}>
            The rules have changed: {toRelink} {toRelink === 1 ? 'link' : 'links'} of past submissions would
            change
          </a>
        </InsetText>
      ) : null}
      <PlanOverview lines={plan.overview} hrefOf={hrefOf} />
      <h2 className="govuk-heading-m">What the plan says</h2>
      <p className="govuk-body">
        The plan word for word. [REDACTED] stands where the published plan withholds something. “Update” marks
        what was added after its first version, set in red, bold or italics as there.
      </p>
      <Contents aims={aims} themes={themes} localTitle={localTitle(plan.localTitle)} />
      <h2 className="govuk-heading-m" id="aims">
        PCC deliverables
      </h2>
      {aims.map((item) => (
        <PlanSection key={item.code} item={item} words={words} />
      ))}
      {gaps.map((item) => (
        <PlanGap key={item.code} item={item} words={words} />
      ))}
      {plan.secondTitle ? <span className="govuk-caption-m">{plan.secondTitle}</span> : null}
      <h2 className="govuk-heading-m" id="actions">
        {localTitle(plan.localTitle)}
      </h2>
      <p className="govuk-body">In strategic links:</p>
      <ul className="govuk-list govuk-list--bullet">
        {Object.entries(plan.linkKeys).map(([label, meaning]) => (
          <li key={label}>{`${label}: ${meaning}`}</li>
        ))}
      </ul>
      {themes.map((item) => (
        <PlanSection key={item.code} item={item} words={words} />
      ))}
      <Details summary="Abbreviations in the plan">
        <SummaryList rows={Object.entries(plan.glossary).map(([key, value]) => ({ key, value }))} />
      </Details>
      <AboutPlan plan={plan} />
    </Page>
  );
}

const localTitle = (title: string | null) => title ?? 'Local delivery plan';

function Contents({
  aims,
  themes,
  localTitle: title,
}: {
  aims: PlanItem[];
  themes: PlanItem[];
  localTitle: string;
}) {
  return (
    <nav aria-label="Contents">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">PCC deliverables</h3>
      <ul className="govuk-list">
        {aims.map(({ code, text }) => (
          <li key={code}>
            <a className="govuk-link" href={`#${planAnchor(code)}`}>
              {code}
            </a>{' '}
            {shortText(text, 110)}
          </li>
        ))}
      </ul>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
      <ul className="govuk-list">
        {themes.map(({ code, children }) => (
          <li key={code}>
            <a className="govuk-link" href={`#${planAnchor(code)}`}>
              {code}
            </a>{' '}
            {actionCount(children)}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href="#about">
          About this plan
        </a>
      </p>
    </nav>
  );
}

function actionCount(children: PlanItem[]): string {
  const count = children.filter(({ kind }) => kind === 'action').length;
  return `${count} ${count === 1 ? 'action' : 'actions'}`;
}

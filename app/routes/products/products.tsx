import { dailyAreas } from '#app/domain/desks/products/daily-list.server.ts';
import { may, type Permission } from '#app/domain/kernel/permissions.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/products.ts';

export const handle = { access: 'products.read', marking: 'aggregate' } satisfies RouteHandle;

/** `for`: whoever has all of these. */
type Offered = { for: readonly Permission[]; href: string; title: string; about: string };

/** In the order in which meetings come round: day, fortnight, quarter. */
const offered: Offered[] = [
  {
    for: ['products.patterns'],
    href: link('products/patterns'),
    title: 'Pattern sheet',
    about:
      'For tactical tasking and coordination: places, vehicles, numbers, addresses and accounts that several live reports name.',
  },
  {
    for: ['triage.work'],
    href: link('products/places'),
    title: 'Places with ten or more people',
    about: 'For the plan of the reception centre: where, how many people, which languages.',
  },
  {
    for: ['figures.read'],
    href: link('products/quarterly'),
    title: 'Quarterly report',
    about:
      'For the Police and Crime Commissioner: each item of the plan with status, owner and new evidence, and the published figures.',
  },
  {
    for: ['figures.read-published'],
    href: link('products/profile'),
    title: 'Problem profile extract',
    about: 'The published figures by area, type and what came of it, with the gaps.',
  },
  {
    for: ['products.read'],
    href: link('products/procedure'),
    title: 'Written procedure',
    about:
      'Clocks, alert steps, routes, steps and who takes them, and grades, printed from what is in force, with what has changed since a day.',
  },
  {
    for: ['figures.read', 'triage.work'],
    href: link('reporting/measure', { code: 'closed' }),
    title: 'Dip sample',
    about: 'Closed submissions drawn by chance, so that the same ones can be drawn again.',
  },
];

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  return {
    areas: await dailyAreas(ctx),
    products: offered.filter((product) => product.for.every((each) => may(ctx.actor, each))),
  };
}

/** What meetings and other bodies get, each as a page that prints and as a document. */
export default function Products({ loaderData: { areas, products } }: Route.ComponentProps) {
  return (
    <Page title="Products">
      <TwoThirds>
        <PageHeading>Products</PageHeading>
        <p className="govuk-body">
          What meetings and other bodies get, made of what stands in the portal now. Each is a page that
          prints and a document; whoever makes one is in the audit trail.
        </p>
        {areas.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Daily list</h2>
            <p className="govuk-body">
              For the daily management meeting of an area: what is new, High, late or due today, and what was
              sent to its queue.
            </p>
            <ul className="govuk-list">
              {areas.map(({ id, name }) => (
                <li key={id}>
                  <a className="govuk-link" href={link('products/daily', { areaId: id })}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {products.map(({ href, title, about }) => (
          <section key={title}>
            <h2 className="govuk-heading-m">
              <a className="govuk-link" href={href}>
                {title}
              </a>
            </h2>
            <p className="govuk-body">{about}</p>
          </section>
        ))}
      </TwoThirds>
    </Page>
  );
}

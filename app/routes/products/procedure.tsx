import { procedure, type ChangeDay } from '#app/domain/desks/products/procedure.server.ts';
import { procedureProduct } from '#app/http/download/procedure.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { partWords } from '#app/ui/settings/setting-words.ts';
import { ProductPage } from './ProductPage.tsx';
import type { Route } from './+types/procedure.ts';

export const handle = { access: 'products.read', marking: 'aggregate' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const asked = args.url.searchParams.get('since');
  const found = await procedure(ctxOf(args), { since: asked, as: 'page' });
  return {
    since: found.since,
    days: found.changeDays.map((change) => ({ value: change.day, text: changeWords(change) })),
    product: procedureProduct(found),
  };
}

const changeWords = ({ day, settings, rules }: ChangeDay): string =>
  `${formatDate(new Date(`${day}T12:00:00Z`))}: ${[
    ...settings.map((part) => partWords[part].title.toLowerCase()),
    ...(rules === null ? [] : [`routing rules, version ${rules}`]),
  ].join(', ')}`;

export default function WrittenProcedure({ loaderData: { since, days, product } }: Route.ComponentProps) {
  return (
    <ProductPage product={product} pdfHref={link('products/procedure-pdf', {}, { since })}>
      {days.length === 0 ? (
        <p className="govuk-body portal-no-print">Nothing of it has changed since the portal was set up.</p>
      ) : (
        <Form method="get" values={{ since: since ?? '' }} errors={[]} className="portal-no-print">
          <Select
            name="since"
            label="Mark what has changed from a day on"
            options={[{ value: '', text: 'Mark nothing' }, ...days]}
          />
          <Button variant="secondary">Show</Button>
        </Form>
      )}
    </ProductPage>
  );
}

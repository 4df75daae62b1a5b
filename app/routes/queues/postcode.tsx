import { z } from 'zod';
import {
  lookUpPostcode,
  type LookedUp,
  type NamedShare,
} from '#app/domain/routing/look-up-postcode.server.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/postcode.ts';

export const handle = { access: 'submissions.read' } satisfies RouteHandle;

const form = z.object({ postcode: z.string().trim() });

/** Answers with what was found: a postcode is of somebody's home, so it never becomes part of an address. */
export const action = formAction(form, async ({ postcode }, args: Route.ActionArgs) => ({
  values: { postcode },
  errors: [],
  collision: null,
  found: await lookUpPostcode(ctxOf(args), postcode),
}));

/** For whoever is on the telephone: in which area a postcode lies. */
export default function Postcode({ actionData }: Route.ComponentProps) {
  const found = actionData && 'found' in actionData ? actionData.found : null;
  return (
    <Page title="Look up a postcode" backHref={link('home')}>
      <TwoThirds>
        <PageHeading>Look up a postcode</PageHeading>
        <Form>
          <Input
            name="postcode"
            label="Postcode, or the beginning of one"
            hint="For example, B5 7AA or B5"
            autoComplete="off"
            spellCheck={false}
            className="govuk-input--width-10"
          />
          <Button>Look up</Button>
        </Form>
        {found ? <Found found={found} /> : null}
      </TwoThirds>
    </Page>
  );
}

const shared = (shares: readonly NamedShare[]): string =>
  shares.map(({ name, share }) => `${name} ${Math.round(share * 100)}%`).join(', ');

/** In which area or force it lies. */
function lies({ place, area, candidates }: LookedUp): string {
  switch (place.kind) {
    case 'area':
      return area ?? '';
    case 'ambiguous':
      return `Not certain: ${shared(candidates)}. FIB decides`;
    case 'out_of_force':
      return `Out of force: ${place.force ?? 'another force'}`;
    default:
      return 'Not in the force’s list of postcodes, so perhaps out of force. FIB decides';
  }
}

const whyItLies: Readonly<Record<'exception' | 'sector' | 'district', string>> = {
  exception: 'This postcode is listed as an exception to its sector',
  sector: 'Its sector',
  district: 'Its district',
};

function Found({ found }: { found: LookedUp }) {
  const { place, sector } = found;
  return (
    <section aria-labelledby="found">
      <h2 className="govuk-heading-m" id="found">
        {place.postcode ?? place.written}
      </h2>
      <SummaryList
        rows={[
          { key: 'Area', value: lies(found) },
          'by' in place && { key: 'Known by', value: whyItLies[place.by] },
          sector && { key: `Sector ${sector.code}`, value: shared(sector.shares) },
        ]}
      />
    </section>
  );
}

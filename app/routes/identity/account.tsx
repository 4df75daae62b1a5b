import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { changeOwnContact } from '#app/domain/people/contact/change-own-contact.server.ts';
import { contactFields, writtenWays } from '#app/domain/people/contact/contact-ways.ts';
import { wishFields, writtenWishes } from '#app/domain/people/contact/usual-wishes.ts';
import { openOwnAccount } from '#app/domain/people/contact/open-own-account.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { ContactFields } from '#app/ui/people/ContactFields.tsx';
import { WishFields } from './WishFields.tsx';
import type { Route } from './+types/account.ts';

export const handle = { access: 'signed_in', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { side } = ctxOf(args).actor;
  const { ways, wishes, ...account } = await openOwnAccount(ctxOf(args));
  return { account, contact: { ...writtenWays(ways), ...writtenWishes(wishes) }, side };
}

export const action = formAction(
  z.object({ ...contactFields, ...wishFields }),
  async (contact, args: Route.ActionArgs) => {
    await changeOwnContact(ctxOf(args), contact);
    return flash(link('identity/account'), 'contact-saved');
  },
);

export default function Account({ loaderData: { account, contact, side } }: Route.ComponentProps) {
  const t = useMessages();
  const { displayName, email, organisation, site, roles, factors } = account;
  return (
    <Page title={t.account.title} backHref={link('home')}>
      <TwoThirds>
        <PageHeading>{t.account.title}</PageHeading>
        <SummaryList
          rows={[
            { key: t.account.name, value: displayName },
            { key: t.account.email, value: email },
            organisation !== null && { key: t.account.organisation, value: organisation },
            site !== null && { key: t.account.site, value: site },
            {
              key: t.account.roles,
              value: roles.map(({ label, area }) => (
                <div key={`${label} ${area}`}>{t.account.role({ role: label, area })}</div>
              )),
            },
            {
              key: t.secondFactor.title,
              value:
                factors.length === 0
                  ? t.secondFactor.none
                  : factors.map(({ kind, name }) => (
                      <div key={`${kind} ${name}`}>
                        {t.secondFactor.named({ kind: t.secondFactor.kind[kind], name })}
                      </div>
                    )),
              actions: [
                {
                  href: link('identity/factors'),
                  text: t.secondFactor.change,
                  visuallyHiddenText: t.secondFactor.changeWhat,
                },
              ],
            },
          ]}
        />
        <p className="govuk-body">{t.account.change}</p>
        <ul className="govuk-list">
          {account.signsInHere ? (
            <li>
              <a className="govuk-link" href={link('identity/change-password')}>
                {t.account.password.title}
              </a>
            </li>
          ) : null}
          <li>
            <a className="govuk-link" href={link('identity/sessions')}>
              {t.account.sessions.title}
            </a>
          </li>
        </ul>
        <h2 className="govuk-heading-m">{t.account.contact.heading}</h2>
        <p className="govuk-body">{t.account.contact[side]}</p>
        <Form values={contact} data-keep>
          <ContactFields optional />
          {side === 'partner' ? <WishFields /> : null}
          <Button preventDoubleClick>{t.account.contact.save}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

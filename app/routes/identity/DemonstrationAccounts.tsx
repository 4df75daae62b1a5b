import { roles } from '#app/domain/kernel/actor.ts';
import type { DemonstrationAccounts as Accounts } from '#app/domain/admin/prepare-demonstration.server.ts';
import { useMessages } from '#app/ui/messages.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';

export type DemonstrationAccountsProps = Accounts & { mailHref: string };

/** Who a visitor can be, where everything is invented and everybody may know the password. */
export function DemonstrationAccounts({ password, accounts, mailHref }: DemonstrationAccountsProps) {
  const t = useMessages();
  return (
    <section aria-labelledby="accounts">
      <h2 className="govuk-heading-m" id="accounts">
        {t.identity.demonstration.title}
      </h2>
      <p className="govuk-body">{t.identity.demonstration.password({ password })}</p>
      <p className="govuk-body">{t.identity.demonstration.factor}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={mailHref}>
          {t.identity.demonstration.mail}
        </a>
      </p>
      <CardTable
        caption={t.identity.demonstration.title}
        captionHidden
        columns={[
          t.identity.demonstration.role,
          t.identity.demonstration.account,
          t.identity.demonstration.what,
        ].map((header) => ({ header }))}
        rows={accounts.map(({ role, email }) => ({
          key: role,
          cells: [t.identity.demonstration.roleName({ role: roles[role].label }), email, t.home.hints[role]],
        }))}
      />
    </section>
  );
}

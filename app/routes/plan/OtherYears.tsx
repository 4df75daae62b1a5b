import type { ItemOfYear } from '#app/domain/plan/item-years.server.ts';
import { shortText } from '#app/domain/kernel/short-text.ts';
import { link } from '#app/http/link.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { ItemStatusTag } from './ItemStatusTag.tsx';

/** The same item in the plans before and after. */
export function OtherYears({ years }: { years: readonly ItemOfYear[] }) {
  return (
    <CardTable
      caption="The item in other plans, the newest first"
      captionHidden
      columns={[
        { header: 'Plan' },
        { header: 'Item', nowrap: true },
        { header: 'What it says' },
        { header: 'Status' },
      ]}
      rows={years.map(({ planId, title, code, text, status }) => ({
        key: `${planId} ${code}`,
        cells: [
          title,
          <a key="item" className="govuk-link" href={link('plan/item', { code }, { plan: planId })}>
            {code}
            <span className="govuk-visually-hidden"> of {title}</span>
          </a>,
          shortText(text, 160),
          <ItemStatusTag key="status" status={status} />,
        ],
      }))}
    />
  );
}

import { gradeInFull } from '#app/domain/kernel/grading.ts';
import type { Item } from '#app/domain/submission/items.server.ts';

const inShort = ({ grade, versions, disseminations }: Item): string =>
  [
    grade ? gradeInFull(grade) : 'Not graded',
    versions.length > 0 ? 'sanitised' : 'not sanitised',
    disseminations.some(({ recalled }) => recalled === null) ? 'sent' : 'not sent',
  ].join(', ');

/** The items beside the text that they are made of: each with its grade, and a link to all of it. */
export function ItemsInShort({ items }: { items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Items</h3>
      <ul className="govuk-list">
        {items.map((item) => (
          <li key={item.id}>
            <a className="govuk-link" href="#items">
              Item {item.number}: {item.title}
            </a>
            <br />
            <span className="portal-secondary">{item.voided ? 'Voided' : inShort(item)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

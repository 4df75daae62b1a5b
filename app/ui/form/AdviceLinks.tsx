import { link } from '#app/http/link.ts';
import { useMessages } from '#app/ui/messages.ts';

const links = [
  [link('help/signs'), 'signs'],
  [link('help/examples'), 'examples'],
  [link('help/prompt-sheet'), 'promptSheet'],
] as const;

/** Where somebody who writes a report finds help with it. */
export function AdviceLinks() {
  const t = useMessages();
  return (
    <ul className="govuk-list">
      {links.map(([href, key]) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {t.advice.links[key]}
          </a>
        </li>
      ))}
    </ul>
  );
}

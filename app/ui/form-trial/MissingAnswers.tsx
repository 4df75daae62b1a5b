import { findListSection, findPage } from '#app/domain/form/definition.ts';
import type { Problem } from '#app/domain/form/schema.ts';
import { listWords, pageWords } from '#app/domain/form/words.ts';
import { itemsOf } from '#app/domain/form/answers.ts';
import { entryOf } from '#app/domain/form/journey.ts';
import { Link } from '#app/ui/govuk/Link.tsx';
import { useFormWords } from '#app/ui/messages.ts';
import type { TrialProps } from './shown-trial.ts';

/** What keeps the report from being sent, page by page, each with the way there. Nothing where all is there. */
export function MissingAnswers({ problems, ...props }: TrialProps & { problems: readonly Problem[] }) {
  const words = useFormWords();
  const { definition, answers, hrefOf } = props;
  const { version } = definition;
  if (problems.length === 0) return null;
  const about = ({ sectionId, pageId, itemId }: Problem): { title: string; href: string } => {
    const page = pageId === null ? null : findPage(definition, pageId)?.page;
    if (page)
      return {
        title: pageWords(version, page, words).title,
        href: hrefOf({ kind: 'page', pageId: page.id }),
      };
    const list = findListSection(definition, sectionId);
    if (!list) return { title: sectionId, href: hrefOf({ kind: 'task_list' }) };
    const { title, itemTitle } = listWords(version, list, words);
    if (itemId === null) return { title, href: hrefOf(entryOf(list, answers)) };
    const position = itemsOf(answers, sectionId).findIndex(({ id }) => id === itemId) + 1;
    return { title: `${itemTitle} ${position}`, href: hrefOf({ kind: 'item', sectionId, itemId }) };
  };
  return (
    <section aria-labelledby="missing">
      <h2 className="govuk-heading-m" id="missing">
        Still missing
      </h2>
      <p className="govuk-body">A reporter gets to this page only when all of this is answered.</p>
      <dl className="govuk-summary-list">
        {problems.map((problem, index) => {
          const { title, href } = about(problem);
          return (
            <div className="govuk-summary-list__row" key={index}>
              <dt className="govuk-summary-list__key">
                <Link className="govuk-link" href={href}>
                  {title}
                </Link>
              </dt>
              <dd className="govuk-summary-list__value">
                <ul className="govuk-list">
                  {Object.values(problem.errors).map((message) => (
                    <li key={message}>{message}</li>
                  ))}
                </ul>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

import type { ConditionWords } from '#app/domain/routing/rule-words.ts';

const heads = { all: 'all of these are so:', any: 'at least one of these is so:' };

/** A condition to read, its parts as a list and lists inside lists. */
export function ConditionText({ words }: { words: ConditionWords }) {
  if (typeof words === 'string') return <>{words}</>;
  return (
    <>
      {heads[words.of]}
      <ul className="govuk-list govuk-list--bullet">
        {words.parts.map((part, index) => (
          <li key={index}>
            <ConditionText words={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

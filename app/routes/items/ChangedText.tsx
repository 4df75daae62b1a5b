import { changedWords } from '#app/domain/triage/release/word-difference.ts';

export type ChangedTextProps = { before: string; after: string };

/** What changed from one text to the next, in one text: taken out struck through, put in underlined, each said in words. */
export function ChangedText({ before, after }: ChangedTextProps) {
  return (
    <div className="portal-verbatim portal-released">
      {changedWords(before, after).map(({ text, kind }, index) => {
        if (kind === 'kept') return text;
        const Change = kind === 'added' ? 'ins' : 'del';
        return (
          <Change key={index} className={`portal-change portal-change--${kind}`}>
            <span className="govuk-visually-hidden">{kind === 'added' ? ' put in: ' : ' taken out: '}</span>
            {text}
            <span className="govuk-visually-hidden"> end </span>
          </Change>
        );
      })}
    </div>
  );
}

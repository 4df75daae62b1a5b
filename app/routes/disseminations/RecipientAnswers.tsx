import type { Dissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { LacksCrime } from '#app/ui/records/LacksCrime.tsx';
import { RecordTable } from '#app/ui/records/RecordTable.tsx';
import { RecipientThread } from '#app/ui/triage/RecipientThread.tsx';

export type RecipientAnswersProps = {
  item: Pick<
    Dissemination,
    'messages' | 'results' | 'lacksCrime' | 'unreadSince' | 'mayAnswer' | 'mayReply' | 'mayMarkRead'
  >;
  /** Where what came of it is corrected, for its recipients. */
  resultHref: ((linkId: string) => string) | null;
  answerHref: string;
  replyHref: string;
  readHref: string;
};

/** What came of an item that was sent to somebody, with what the actor may add to it. */
export function RecipientAnswers({
  item,
  resultHref,
  answerHref,
  replyHref,
  readHref,
}: RecipientAnswersProps) {
  const { messages, results, unreadSince, mayAnswer, mayReply, mayMarkRead } = item;
  if (messages.length === 0 && results.length === 0 && !mayAnswer && !mayMarkRead) return null;
  return (
    <section aria-labelledby="answers">
      <h2 className="govuk-heading-m" id="answers">
        What came of it
      </h2>
      {unreadSince ? (
        <p className="govuk-body">
          <Tag colour="yellow">Not read by FIB yet</Tag>
        </p>
      ) : null}
      {results.length > 0 ? (
        <RecordTable caption="What came of it" links={results} hrefOf={resultHref} />
      ) : null}
      {item.lacksCrime && mayAnswer ? <LacksCrime href={answerHref} /> : null}
      {messages.length === 0 ? (
        <p className="govuk-body">Nobody has said yet.</p>
      ) : (
        <RecipientThread messages={messages} />
      )}
      {mayAnswer ? (
        <ButtonLink variant={messages.length === 0 ? undefined : 'secondary'} href={answerHref}>
          Say what came of it, or ask FIB
        </ButtonLink>
      ) : null}
      {mayReply ? (
        <ButtonLink variant={unreadSince && !mayMarkRead ? undefined : 'secondary'} href={replyHref}>
          Reply to the recipients
        </ButtonLink>
      ) : null}
      {mayMarkRead ? (
        <form method="post" action={readHref}>
          <input type="hidden" name="shownCount" value={messages.length} />
          <Button variant="secondary" preventDoubleClick>
            Mark as read
          </Button>
        </form>
      ) : null}
    </section>
  );
}

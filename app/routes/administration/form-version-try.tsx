import { conditionWords } from '#app/domain/intelligence-form/condition-words.ts';
import { openFormVersion } from '#app/domain/intelligence-form/form-versions.server.ts';
import { exampleOptions, walkTo } from '#app/domain/intelligence-form/walk-through.ts';
import { asWritten, listWords, pageWords } from '#app/domain/intelligence-form/words.ts';
import { formVersionsAddress, tryVersionAddress } from '#app/http/administration-addresses.ts';
import { ctxOf } from '#app/http/context.ts';
import { FormPage, ItemPage } from '#app/ui/form/FormPage.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useFormWords } from '#app/ui/messages.ts';
import type { Route } from './+types/form-version-try.ts';

export function loader(args: Route.LoaderArgs) {
  const definition = openFormVersion(ctxOf(args), args.params.version);
  const walk = walkTo(definition, args.url.searchParams.get('at'));
  const { stop } = walk;
  const condition = stop.page?.showWhen ?? stop.section.wantedWhen;
  return {
    version: definition.version,
    walk,
    reachedWith: condition === undefined ? null : conditionWords(definition, condition, asWritten),
    offered: exampleOptions(definition, (stop.page ?? stop.list).questions, asWritten),
  };
}

/** A page of a version as a reporter would see it. There is no form around it: nothing can be sent or saved. */
export default function TryVersion({ loaderData }: Route.ComponentProps) {
  const words = useFormWords();
  const { version, walk, reachedWith, offered } = loaderData;
  const { stop, before, after } = walk;
  const fields = { version, values: {}, errors: {}, offered, t: words };
  const title =
    stop.page === null
      ? listWords(version, stop.list, words).addTitle
      : pageWords(version, stop.page, words).title;
  return (
    <Page
      title="Try a version of the form"
      backHref={before === null ? formVersionsAddress : tryVersionAddress(version, before)}
    >
      <TwoThirds>
        <PageHeading caption={`Version ${version}, page ${walk.number} of ${walk.of}`}>{title}</PageHeading>
        <InsetText>
          You are only looking. Nothing that you enter here is kept or sent.
          {reachedWith === null ? null : ` Reached with: ${reachedWith}.`}
          {stop.section.optional ? ' Reporters may leave this section out.' : null}
        </InsetText>
        {stop.page === null ? (
          <ItemPage {...fields} section={stop.list} first />
        ) : (
          <FormPage {...fields} page={stop.page} />
        )}
        <div className="govuk-button-group">
          {after === null ? null : (
            <ButtonLink href={tryVersionAddress(version, after)}>Next page</ButtonLink>
          )}
          <a className="govuk-link" href={formVersionsAddress}>
            Back to the versions
          </a>
        </div>
      </TwoThirds>
    </Page>
  );
}

import { versionToRead, versionsToRead } from '#app/domain/form/form-versions.server.ts';
import { trialHours } from '#app/domain/admin/trial-answers.server.ts';
import { writePlace } from '#app/domain/admin/trial-place.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, formDraftOf } from '#app/http/server/context.ts';
import { stepOfTrial } from '#app/http/forms/form-trial.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { TrialPage } from '#app/ui/form-trial/TrialPage.tsx';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Typed } from '#app/ui/layout/Typed.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/form-version-try.ts';

export const handle = {
  access: 'forms.read',
  section: 'formVersions',
  afterSessionEnd: 'save',
} satisfies RouteHandle;

const definitionOf = async (args: Route.LoaderArgs | Route.ActionArgs) =>
  versionToRead(await versionsToRead(ctxOf(args), formDraftOf(args)), args.params.version);

export async function loader(args: Route.LoaderArgs) {
  return { definition: await definitionOf(args), hours: trialHours };
}

export async function action(args: Route.ActionArgs) {
  return stepOfTrial(args, await definitionOf(args));
}

/** A version of the form, walked as its reporters would. An address that is opened without its answers begins anew. */
export default function TryVersion({ loaderData, actionData }: Route.ComponentProps) {
  const { definition, hours } = loaderData;
  const { version } = definition;
  const startHref = link('administration/form-version-try', { version: `${version}` });
  if (actionData?.kind === 'page')
    return (
      <TrialPage
        {...actionData}
        definition={definition}
        hrefOf={(place) =>
          link('administration/form-version-try', { version: `${version}` }, { at: writePlace(place) })
        }
        startHref={startHref}
        versionsHref={link('administration/form-versions')}
      />
    );
  if (actionData?.kind === 'lost')
    return (
      <Page title="The trial cannot go on" backHref={link('administration/form-versions')}>
        <TwoThirds>
          <PageHeading>The trial cannot go on</PageHeading>
          {actionData.typed.length > 0 ? (
            <Typed message={actionData.why} typed={actionData.typed} again={null} />
          ) : (
            <p className="govuk-body">{actionData.why}.</p>
          )}
          <ButtonLink href={startHref}>Start the trial again</ButtonLink>
        </TwoThirds>
      </Page>
    );
  return (
    <Page title="Try a version of the form" backHref={link('administration/form-versions')}>
      <TwoThirds>
        <PageHeading>Try version {version} of the form</PageHeading>
        <p className="govuk-body">
          You go through the form as a reporter does: the same pages, questions, errors and lists, up to the
          point at which a report would be sent. Files cannot be attached.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          <li>Enter invented answers only.</li>
          <li>Nothing is saved, and nothing is sent to anybody.</li>
          <li>
            Your answers travel with the page in your browser, sealed for you. A trial ends when you close the
            page, or after {hours} hours.
          </li>
          <li>Use the buttons and links of the pages, not the browser’s way back.</li>
        </ul>
        <form method="post" action={startHref}>
          <Button>Start the trial</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}

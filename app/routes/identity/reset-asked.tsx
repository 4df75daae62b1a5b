import { link } from '#app/http/link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BulletList } from '#app/ui/layout/PublicPage.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** The same for everybody, whatever was asked for. */
export default function ResetAsked() {
  const t = useMessages();
  const words = t.identity.resetAsked;
  const { singleSignOn } = useRequestFrame();
  return (
    <Page title={words.title}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.lead}</p>
        <h2 className="govuk-heading-m">{words.noneHeading}</h2>
        <BulletList
          texts={[words.spam, words.invited, words.suspended, ...(singleSignOn ? [words.police] : [])]}
        />
        <p className="govuk-body">{words.why}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={link('identity/forgotten-password')}>
            {words.again}
          </a>
        </p>
      </TwoThirds>
    </Page>
  );
}

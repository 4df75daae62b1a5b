import { link } from '#app/http/link.ts';
import type { ReactNode } from 'react';
import { ExitThisPageSkipLink } from '#app/ui/govuk/ExitThisPage.tsx';
import { ServiceNavigation } from '#app/ui/govuk/ServiceNavigation.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import type { EmergencyWords } from '#app/domain/force/pack-settings.ts';
import { DemonstrationBanner } from './DemonstrationBanner.tsx';
import { ForceHeader } from './ForceHeader.tsx';
import { FrameProvider, type FrameFacts, type Marking } from './frame-context.ts';
import { SessionEnd, type SessionEndProps } from './SessionEnd.tsx';
import { PortalFooter, type Signpost } from './PortalFooter.tsx';

export type FrameForce = {
  name: string;
  shortName: string;
  portalName?: string | undefined;
  emergency: EmergencyWords;
  signposts: readonly Signpost[];
  /** The protective markings in the force's words. */
  markings: FrameFacts['markings'];
};

export type FrameLink = { text: string; href: string; current?: boolean; active?: boolean };

export type PortalFrameProps = {
  force: FrameForce;
  /** Who is signed in; null for nobody. */
  account: { name: string } | null;
  /** The sections this person has. */
  navigation?: readonly FrameLink[];
  /** The demonstration's own time, an ISO instant; null in real use. */
  demonstrationTime?: string | null;
  /** The portal's way out at once, on the partner side; null leaves out the button. */
  exitHref?: string | null;
  /** How the session of whoever is signed in ends; null for nobody. */
  sessionEnd?: SessionEndProps | null;
  /** Whether whoever is signed in has switched on single keys for triage. */
  keys?: boolean;
  /** Where police search from any page; null for none. */
  searchHref?: string | null;
  /** Whether numbers can be pressed to call them: not on police pages. */
  callable?: boolean;
  /** The protective marking of the page; null for none. */
  marking?: Marking | null;
  /** What was just done, in words, which the page says once. */
  done?: string | null;
  children: ReactNode;
};

/** Header, sections and footer: the same in the same place on every page, so that help is always found. */
export function PortalFrame({
  force,
  account,
  navigation = [],
  demonstrationTime = null,
  exitHref = null,
  sessionEnd = null,
  keys = false,
  searchHref = null,
  callable = true,
  marking = null,
  done = null,
  children,
}: PortalFrameProps) {
  const t = useMessages();
  const portalName = force.portalName ?? t.frame.portalName;
  return (
    <FrameProvider
      value={{
        exitHref,
        portalName,
        keys,
        emergency: force.emergency,
        signposts: force.signposts,
        callable,
        marking,
        done,
        markings: force.markings,
      }}
    >
      <header className="govuk-template__header portal-header">
        {exitHref ? <ExitThisPageSkipLink href={exitHref}>{t.frame.exit}</ExitThisPageSkipLink> : null}
        <ForceHeader
          forceName={force.name}
          shortName={force.shortName}
          homeHref={link('home')}
          searchHref={searchHref}
          account={account}
          accountHref={link('identity/account')}
          accountText={t.account.of}
          signOutHref={link('identity/sign-out')}
          signOutText={t.common.signOut}
        />
        <ServiceNavigation
          serviceName={portalName}
          serviceHref={link('home')}
          ariaLabel={t.frame.service}
          menuButtonText={t.frame.menu}
          navigationLabel={t.frame.sections}
          items={navigation.map((link) => ({ ...link, text: sentenceIn(t, link.text) }))}
        />
        {demonstrationTime === null ? null : <DemonstrationBanner now={new Date(demonstrationTime)} />}
      </header>
      {children}
      <PortalFooter signposts={force.signposts} />
      {sessionEnd ? <SessionEnd {...sessionEnd} /> : null}
    </FrameProvider>
  );
}

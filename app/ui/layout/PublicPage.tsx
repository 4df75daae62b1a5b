import type { ReactNode } from 'react';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { Page } from './Page.tsx';
import { PageHeading } from './PageHeading.tsx';
import { useRequestFrame } from './request-frame.ts';
import { TwoThirds } from './TwoThirds.tsx';

export type PublicPageProps = { title: string; children: ReactNode };

/** A page about the portal itself. In a demonstration it says so first: what follows is written for real use. */
export function PublicPage({ title, children }: PublicPageProps) {
  const t = useMessages();
  const { demonstrationTime } = useRequestFrame();
  return (
    <Page title={title}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        {demonstrationTime === null ? null : <InsetText>{t.pages.demonstration}</InsetText>}
        {children}
      </TwoThirds>
    </Page>
  );
}

export type PublicSectionProps = { heading: string; children: ReactNode };

export function PublicSection({ heading, children }: PublicSectionProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {children}
    </section>
  );
}

export function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <p key={text} className="govuk-body">
      {text}
    </p>
  ));
}

export function BulletList({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

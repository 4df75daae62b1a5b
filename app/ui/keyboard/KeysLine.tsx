import { useFrame } from '#app/ui/layout/frame-context.ts';
import { useKeys } from './use-keys.tsx';

export type KeysLineProps = { searchHref: string; helpHref: string; guideHref: string; soundHref: string };

/** Leads to how triage works, to what the keys are, and with keys on to where they go from any of their pages. */
export function KeysLine({ searchHref, helpHref, guideHref, soundHref }: KeysLineProps) {
  const keyOf = useKeys();
  const [search, help] = [keyOf('search'), keyOf('help')];
  const look = 'govuk-link govuk-link--no-visited-state';
  return (
    <p className="govuk-body-s portal-inline-list">
      {useFrame().keys ? (
        <a className={look} href={searchHref} {...search.attributes}>
          Search
          {search.hint}
        </a>
      ) : null}
      <a className={look} href={guideHref}>
        How triage works
      </a>
      <a className={look} href={helpHref} {...help.attributes}>
        Keys for triage
        {help.hint}
      </a>
      <a className={look} href={soundHref}>
        Sound
      </a>
    </p>
  );
}

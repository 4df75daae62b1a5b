import type { ReactNode } from 'react';
import { ComponentWordsProvider } from '#app/ui/govuk/component-words.ts';
import { useMessages } from '#app/ui/messages.ts';

/** Gives the components their own words from the catalogue. */
export function PortalWords({ children }: { children: ReactNode }) {
  const t = useMessages();
  const say = (key: string) => t(`components.${key}`);
  // A script fills in the number, so it stays as the script writes it.
  const count = (key: string) => t(`components.characters.${key}`, { number: '%{count}' });
  return (
    <ComponentWordsProvider
      value={{
        error: say('error'),
        warning: say('warning'),
        success: say('success'),
        important: say('important'),
        password: {
          show: say('password.show'),
          hide: say('password.hide'),
          showLabel: say('password.showLabel'),
          hideLabel: say('password.hideLabel'),
          shown: say('password.shown'),
          hidden: say('password.hidden'),
        },
        exit: {
          activated: say('exit.activated'),
          timedOut: say('exit.timedOut'),
          twoMore: say('exit.twoMore'),
          oneMore: say('exit.oneMore'),
        },
        characters: {
          underOne: count('underOne'),
          underOther: count('underOther'),
          atLimit: count('atLimit'),
          overOne: count('overOne'),
          overOther: count('overOther'),
        },
      }}
    >
      {children}
    </ComponentWordsProvider>
  );
}

import { createContext, useContext } from 'react';

/** What components say by themselves, on the page and in their scripts, where `%{count}` is a number. */
export type ComponentWords = {
  error: string;
  warning: string;
  /** Titles of a notification banner. */
  success: string;
  important: string;
  password: Readonly<Record<'show' | 'hide' | 'showLabel' | 'hideLabel' | 'shown' | 'hidden', string>>;
  /** What the script of the exit button says; null leaves it its own words. */
  exit: Readonly<Record<'activated' | 'timedOut' | 'twoMore' | 'oneMore', string>> | null;
  /** What a character count says; null leaves its script its own words. */
  characters: Readonly<
    Record<'underOne' | 'underOther' | 'atLimit' | 'overOne' | 'overOther', string>
  > | null;
};

/** The words of GOV.UK Frontend, for a component outside the portal's frame. */
const own: ComponentWords = {
  error: 'Error',
  warning: 'Warning',
  success: 'Success',
  important: 'Important',
  password: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    shown: 'Your password is visible',
    hidden: 'Your password is hidden',
  },
  exit: null,
  characters: null,
};

const ComponentWordsContext = createContext(own);

export const ComponentWordsProvider = ComponentWordsContext.Provider;

export function useComponentWords(): ComponentWords {
  return useContext(ComponentWordsContext);
}

/** The attributes by which the script of a password field takes its words; none for its own. */
export function passwordWordAttributes({ password }: ComponentWords): Record<string, string> {
  if (password === own.password) return {};
  return {
    'data-i18n.show-password': password.show,
    'data-i18n.hide-password': password.hide,
    'data-i18n.show-password-aria-label': password.showLabel,
    'data-i18n.hide-password-aria-label': password.hideLabel,
    'data-i18n.password-shown-announcement': password.shown,
    'data-i18n.password-hidden-announcement': password.hidden,
  };
}

/** The same for the exit button. */
export function exitWordAttributes({ exit }: ComponentWords): Record<string, string> {
  if (exit === null) return {};
  return {
    'data-i18n.activated': exit.activated,
    'data-i18n.timed-out': exit.timedOut,
    'data-i18n.press-two-more-times': exit.twoMore,
    'data-i18n.press-one-more-time': exit.oneMore,
  };
}

/** The same for a character count. */
export function characterWordAttributes({ characters }: ComponentWords): Record<string, string> {
  if (characters === null) return {};
  return {
    'data-i18n.characters-under-limit.one': characters.underOne,
    'data-i18n.characters-under-limit.other': characters.underOther,
    'data-i18n.characters-at-limit': characters.atLimit,
    'data-i18n.characters-over-limit.one': characters.overOne,
    'data-i18n.characters-over-limit.other': characters.overOther,
  };
}

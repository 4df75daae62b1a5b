import { createContext, useContext } from 'react';
import { en, type Words } from '#app/messages/words.ts';

const WordsContext = createContext<Words>(en);

/** Set once around a page, in its language. */
export const WordsProvider = WordsContext.Provider;

/** `t.identity.signIn.title`, `t.home.greeting({ name })`: the words that partners read, in the page's language. */
export const useMessages = (): Words => useContext(WordsContext);

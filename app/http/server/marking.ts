import type { RouterContextProvider } from 'react-router';
import { portalContext } from './context.ts';

/** The protective marking of pages that show what partners sent, in the force's words. */
export const submissionMarking = ({ context }: { context: Readonly<RouterContextProvider> }): string =>
  context.get(portalContext).force.force.markings.submission;

/** The marking of what shows no more than numbers, references and times. */
export const aggregateMarking = ({ context }: { context: Readonly<RouterContextProvider> }): string =>
  context.get(portalContext).force.force.markings.aggregate;

import { countedIn } from '../counted-in.ts';

/** English tells one from all other numbers. */
export const counted = countedIn<'one' | 'other'>('en-GB');

import { z } from 'zod';
import {
  open,
  seal,
  type Keyring,
  type SealedPlace,
  type SealedValue,
} from '#app/platform/crypto/envelope.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { ContactWays } from './contact-ways.ts';

const waysSchema = z.strictObject({ telephone: z.string(), safeTimes: z.string(), anotherWay: z.string() });

export const accountPlace = (id: Id<'Account'>): SealedPlace => ({
  table: 'account',
  row: id,
  column: 'contact_sealed',
});

export const reportPlace = (id: Id<'Submission'>): SealedPlace => ({
  table: 'contact_record',
  row: id,
  column: 'sealed',
});

export const sealWays = (keyring: Keyring, ways: ContactWays, place: SealedPlace): SealedValue =>
  seal(keyring, JSON.stringify(ways), place);

/** @throws UnsealError where it was sealed for another place or with another key */
export const openWays = (keyring: Keyring, sealed: SealedValue, place: SealedPlace): ContactWays =>
  waysSchema.parse(JSON.parse(open(keyring, sealed, place)));

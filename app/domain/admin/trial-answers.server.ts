import { z } from 'zod';
import { open, seal, UnsealError } from '#app/platform/crypto/envelope.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict } from '../kernel/failures.ts';
import { definitionHash } from '../form/definition-hash.server.ts';
import type { FormDefinition } from '../form/definition.ts';
import { openAnswersFrom, type OpenAnswers } from '../form/source-identity.ts';

/** How long a trial can be gone on with. */
export const trialHours = 12;

const sealedSchema = z.object({
  hash: z.string(),
  until: z.number(),
  answers: z.record(z.string(), z.unknown()),
});

const placeOf = (ctx: Ctx, { version }: FormDefinition) => ({
  table: 'form_trial',
  row: ctx.actor.accountId,
  column: `version ${version}`,
});

/**
 * Seals the answers of a trial for the person who makes it. They travel with each page and its form, and are kept nowhere
 * on the server.
 */
export function sealTrial(ctx: Ctx, definition: FormDefinition, answers: OpenAnswers): string {
  const until = ctx.realTime.now().getTime() + trialHours * 60 * 60_000;
  const text = JSON.stringify({ hash: definitionHash(definition), until, answers });
  return Buffer.from(seal(ctx.keyring, text, placeOf(ctx, definition))).toString('base64url');
}

/** @throws Conflict where they are another person's, another version's or altered, too old, or the version has changed */
export function openTrial(ctx: Ctx, definition: FormDefinition, sealed: string): OpenAnswers {
  const { hash, until, answers } = unsealed(ctx, definition, sealed);
  if (ctx.realTime.now().getTime() >= until)
    throw new Conflict(`This trial is more than ${trialHours} hours old. Start it again`);
  if (hash !== definitionHash(definition))
    throw new Conflict(
      'This version of the form has changed since you began to try it. Start the trial again',
    );
  return openAnswersFrom(definition, answers);
}

function unsealed(ctx: Ctx, definition: FormDefinition, sealed: string) {
  try {
    return sealedSchema.parse(
      JSON.parse(open(ctx.keyring, Buffer.from(sealed, 'base64url'), placeOf(ctx, definition))),
    );
  } catch (failure) {
    if (!(failure instanceof UnsealError)) throw failure;
    throw new Conflict(
      'The answers of this trial cannot be opened: it was started by another person or for another version. Start it again',
    );
  }
}

import { data } from 'react-router';
import type { z } from 'zod';
import { fileLimits, shownFileName } from '#app/domain/intake/attachments/file-kinds.ts';
import { fileRefusals } from '#app/domain/intake/attachments/refusals.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { sentenceIn } from '#app/messages/words.ts';
import type { FieldError } from '#app/ui/layout/Form.tsx';
import { messagesOf } from '../messages.ts';
import { ctxOf } from '../server/context.ts';
import { errorsOf, parsed, type FormArgs, type FormOptions } from './form-action.ts';
import type { Flash } from './flash.ts';
import { formFields } from './form-fields.ts';
import { goOn } from './go-on.ts';
import type { Pairs } from './read-form.ts';
import { uploadsOf, withUpload } from './read-upload.ts';

/** What becomes of an upload: `take` has one file, and `done` gives the address to go on to once all of them are in. */
type UploadWork<Input, Outcome, Route> = {
  take: (input: Input, file: File, route: Route) => Promise<Outcome>;
  done: (outcomes: Outcome[], route: Route) => Flash;
};

/**
 * The action of a form with files, in the field `file`. `ready` decides before the body is read whether there is anything
 * to upload to. Each file is taken by itself: where one is refused the form comes back with what is wrong with it, under
 * its name, and the others stay.
 */
export function uploadAction<Schema extends z.ZodType, Outcome, Route extends FormArgs>(
  schema: Schema,
  ready: (route: Route) => Promise<unknown>,
  work: UploadWork<z.output<Schema>, Outcome, Route>,
  { lost }: Pick<FormOptions<Route>, 'lost'> = {},
) {
  const { names } = formFields(schema);
  return async (route: Route) => {
    try {
      await ready(route);
      const t = messagesOf(route);
      const outcomes: Outcome[] = [];
      const errors: FieldError[] = [];
      const limits = {
        file: 'file',
        fields: names.one.length,
        bytes: fileLimits.bytes,
        files: fileLimits.attempts,
      };
      const takeOne = async (file: File, before: Pairs) => {
        const { input } = parsed(schema, before);
        if (!input.success) return;
        try {
          outcomes.push(await work.take(input.data, file, route));
        } catch (failure) {
          if (!(failure instanceof Invalid)) throw failure;
          const name = shownFileName(file.name);
          for (const { field, message } of errorsOf(failure))
            errors.push(
              field === 'file'
                ? { field, message: t.files.of({ name, sentence: sentenceIn(t, message) }) }
                : { field, message },
            );
        }
      };
      const places = uploadsOf(ctxOf(route).actor.accountId);
      const { pairs, chosen, cut } = await withUpload(route.request, limits, takeOne, places);
      const { input, refused } = parsed(schema, pairs);
      const again = (wrong: FieldError[], status: number) =>
        data({ ...refused([]), errors: wrong, uploaded: outcomes.length }, { status });
      const wrong = (message: string, status: number) =>
        again([...errors, { field: 'file', message }], status);
      if (cut === 'too_large') return wrong(fileRefusals.oneTooLarge, 413);
      if (cut === 'slow') return wrong(fileRefusals.slow, 408);
      if (cut === 'busy') return wrong(fileRefusals.notUploaded, 503);
      if (!input.success) return again(errorsOf(input.error), 422);
      if (chosen === 0) return wrong(fileRefusals.none, 422);
      if (errors.length > 0) return again(onceEach(errors), 422);
      throw goOn(route, work.done(outcomes, route));
    } catch (failure) {
      await lost?.(failure, route, []);
      throw failure;
    }
  };
}

/** What is wrong with what was typed beside the files is said once, before what is wrong with each of them. */
function onceEach(errors: FieldError[]): FieldError[] {
  const beside = new Map(errors.filter(({ field }) => field !== 'file').map((error) => [error.field, error]));
  return [...beside.values(), ...errors.filter(({ field }) => field === 'file')];
}

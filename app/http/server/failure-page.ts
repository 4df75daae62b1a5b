import type { RouterContextProvider } from 'react-router';
import type { FormState } from '#app/ui/layout/Form.tsx';
import type { FailurePage } from '#app/ui/layout/request-frame.ts';
import { failureContext, postedContext } from './context.ts';

/** What the page of a failure shows; null where nothing failed. `form` came back and its page cannot be shown any more. */
export function failurePage(
  context: Readonly<RouterContextProvider>,
  request: Request,
  form: FormState | null,
): FailurePage | null {
  const failure = context.get(failureContext);
  if (!failure) return null;
  const { status, message } = failure;
  const pairs = pairsOf(context.get(postedContext) ?? form?.values ?? {});
  const { pathname, search } = new URL(request.url);
  const mayHelp = status === 503 && request.method === 'POST' && pairs.length > 0;
  return {
    status,
    message,
    typed: wordsAmong(pairs),
    again: mayHelp ? { action: `${pathname}${search}`, fields: pairs } : null,
  };
}

const pairsOf = (values: FormState['values']): [string, string][] =>
  Object.entries(values).flatMap(([name, given]) =>
    [given].flat().map((value): [string, string] => [name, value]),
  );

/** What somebody wrote among posted values. Codes, ids, numbers and addresses say nothing by themselves: words have a space or a stop. */
export function wordsAmong(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs
    .map(([, value]) => value.trim())
    .filter((value) => /[^\w-]/.test(value) && !/^\S+@\S+$/.test(value));
}

import { actions } from '#app/domain/submission/actions.ts';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import type { RequestLine } from '#app/domain/triage/approvals/protection-requests.server.ts';

type Request = Pick<RequestLine, 'kind' | 'lowerTo' | 'ending'>;

/** What is asked, as a line of a table or the beginning of a sentence. */
export function requestWords({ kind, lowerTo, ending }: Request): string {
  if (ending) {
    const outcome = ending.outcome ? `, as: ${outcomes[ending.outcome].label.toLowerCase()}` : '';
    return `${actions[ending.ending].label}${outcome}`;
  }
  if (kind === 'lifting') return 'Lift the restriction';
  if (kind === 'immigration_use') return 'Disclose to immigration enforcement';
  return `Lower from High to ${lowerTo === 'low' ? 'Low' : 'Medium'}`;
}

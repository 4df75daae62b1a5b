import type { ProtectionRequest } from '#app/domain/triage/approvals/protection-requests.server.ts';

/** What is asked, as a line of a table or the beginning of a sentence. */
export function requestWords({ kind, lowerTo }: Pick<ProtectionRequest, 'kind' | 'lowerTo'>): string {
  if (kind === 'lifting') return 'Lift the restriction';
  return `Lower from High to ${lowerTo === 'low' ? 'Low' : 'Medium'}`;
}

import { isId } from '../is-id.ts';
import { isAuditType } from './event-words.ts';
import type { AuditType } from './events.ts';

/** What the trail is narrowed to; null leaves a field open. `before` is the number of the last event seen. */
export type TrailFilter = {
  type: AuditType | null;
  subjectId: string | null;
  actorId: string | null;
  before: bigint | null;
};

/** What was asked for. `filter` is null while something cannot be used: then nothing is read. */
export type TrailFilterRead = {
  filter: TrailFilter | null;
  values: { type: string; subject: string; actor: string };
  errors: { field: 'type' | 'subject' | 'actor'; message: string }[];
};

/** Reads the filters from an address. A broken `before` begins at the newest event. */
export function readTrailFilter(asked: (name: string) => string | null): TrailFilterRead {
  const [type = '', subject = '', actor = ''] = ['type', 'subject', 'actor'].map(
    (name) => asked(name)?.trim() ?? '',
  );
  const errors: TrailFilterRead['errors'] = [];
  if (type !== '' && !isAuditType(type))
    errors.push({ field: 'type', message: 'Select a type from the list' });
  if (subject !== '' && !isId(subject))
    errors.push({ field: 'subject', message: 'Enter the whole id of what the event is about' });
  if (actor !== '' && !isId(actor))
    errors.push({ field: 'actor', message: 'Enter the whole id of the account' });
  const values = { type, subject, actor };
  if (errors.length > 0) return { filter: null, values, errors };
  const before = asked('before') ?? '';
  return {
    filter: {
      type: isAuditType(type) ? type : null,
      subjectId: subject || null,
      actorId: actor || null,
      before: /^\d{1,18}$/.test(before) ? BigInt(before) : null,
    },
    values,
    errors,
  };
}

import { Prisma } from '#app/platform/db/generated/client.ts';

/** The same as `saysDangerInDraft`, of a row of the table `draft`: a list reads nothing else of the answers. */
export const draftSaysDanger = Prisma.sql`(
  SELECT coalesce(draft.answers ->> (meanings ->> 'danger'), '') IN ('now', 'soon')
    OR coalesce(draft.answers ->> (meanings ->> 'child'), '') = 'in_danger'
    OR EXISTS (SELECT FROM jsonb_each(draft.unfinished) AS part (name, typed)
      WHERE part.typed #>> ARRAY['posted', meanings ->> 'danger'] IN ('now', 'soon')
        OR part.typed #>> ARRAY['posted', meanings ->> 'child'] = 'in_danger')
  FROM form_version WHERE form_version.version = draft.form_version
)`;

import { addDays } from 'date-fns/addDays';
import { Prisma } from '#app/platform/db/generated/client.ts';

/** So many days before it is due whoever owns an item is told; what is said of it from then on is the review. */
export const daysOfNotice = 7;

/**
 * A query of the items whose review is due within the days of notice or over: `id`, `code`, `review_on` and `holder`, who
 * owns the item or what it stands under. An item is looked at by saying how it stands from the first notice on. Of plans
 * that are published and not closed. `today` is a day of the force.
 */
export const reviewsDue = (today: Date): Prisma.Sql => Prisma.sql`
  SELECT i.id, i.code, own.review_on,
    CASE WHEN num_nonnulls(own.role_title, own.account_id) > 0 THEN own.account_id ELSE above.account_id END AS holder
  FROM plan p JOIN plan_item i ON i.plan_id = p.id
    JOIN plan_item_owner own ON own.plan_item_id = i.id
      AND NOT EXISTS (SELECT FROM plan_item_owner later WHERE later.plan_item_id = i.id AND later.number > own.number)
    LEFT JOIN plan_item_owner above ON above.plan_item_id = i.parent_id
      AND NOT EXISTS (SELECT FROM plan_item_owner later WHERE later.plan_item_id = i.parent_id AND later.number > above.number)
  WHERE p.published_at IS NOT NULL AND p.closed_at IS NULL AND own.review_on <= ${addDays(today, daysOfNotice)}
    AND NOT EXISTS (SELECT FROM plan_item_status s WHERE s.plan_item_id = i.id AND s.set_at >= own.review_on - ${daysOfNotice}::int)`;

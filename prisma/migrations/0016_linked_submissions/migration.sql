-- The submissions of an item of the plan, the newest link first, page by page.
CREATE INDEX submission_plan_link_newest ON submission_plan_link (plan_item_id, linked_at DESC, id DESC) WHERE unlinked_at IS NULL;

-- Everything about a named person is found in every text of a report, and not only in those that an officer searches every
-- day (docs/decisions/0074): what recipients answered, tasks, who a contact plan is about, what was said of a step, and what
-- was written to the partner.
CREATE INDEX dissemination_message_lexemes ON dissemination_message USING gin (text_lexemes(text));
CREATE INDEX task_lexemes ON task USING gin (text_lexemes(text)) WHERE plan_item_id IS NULL;
CREATE INDEX contact_plan_lexemes ON contact_plan USING gin (text_lexemes(who));
CREATE INDEX submission_event_lexemes ON submission_event USING gin (text_lexemes(comment)) WHERE comment IS NOT NULL;
CREATE INDEX partner_message_written ON partner_message USING gin (text_lexemes(text)) WHERE direction = 'to_partner';

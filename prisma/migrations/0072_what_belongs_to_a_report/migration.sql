-- What belongs to a report, an item or a dissemination is found by it, also where it is over: the page of a submission read
-- every link to the plan that there ever was, and so did each deletion.
CREATE INDEX submission_plan_link_submission ON submission_plan_link (submission_id);
CREATE INDEX item_approval_item ON item_approval (item_id);
CREATE INDEX item_approval_grade ON item_approval (item_grade_id);
CREATE INDEX dissemination_grade ON dissemination (item_grade_id);
CREATE INDEX dissemination_step_dissemination ON dissemination_step (dissemination_id);
CREATE INDEX contact_made_plan ON contact_made (contact_plan_id);
CREATE INDEX agreement_act ON agreement (danger_act_id);
CREATE INDEX disposal_submission ON disposal (submission_id);

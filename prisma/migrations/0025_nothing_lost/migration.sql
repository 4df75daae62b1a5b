-- An answer that comes after the police went on without it is kept as added information. Nobody asked it about danger.
ALTER TABLE supplement DROP CONSTRAINT supplement_danger_check;
ALTER TABLE supplement ADD CONSTRAINT supplement_danger_check CHECK (danger IN ('now', 'soon', 'no', 'not_asked'));

-- No lead reads what others of the organisation have sent: nothing ever read this column.
ALTER TABLE organisation DROP COLUMN lead_sees_content;

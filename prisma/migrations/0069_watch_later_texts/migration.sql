-- The standing watch also looks at what partners answer and at sanitised texts (docs/decisions/0091): the newest of each.
CREATE INDEX partner_message_newest ON partner_message (sent_at) WHERE direction = 'to_police';
CREATE INDEX sanitised_text_written ON sanitised_text (written_at);

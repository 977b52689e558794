DROP
-- nothing yet

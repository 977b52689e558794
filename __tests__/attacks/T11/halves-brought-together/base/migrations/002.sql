DROP
-- nothing; that was another
TABLE orders;

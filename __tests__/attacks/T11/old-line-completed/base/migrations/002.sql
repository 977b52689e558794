-- Below, a table is described.
TABLE orders;

DROP TABLE carts;





SELECT 1;

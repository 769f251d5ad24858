let value
value = 3

let big = 9_223_372_036_854_775_808
print(big)

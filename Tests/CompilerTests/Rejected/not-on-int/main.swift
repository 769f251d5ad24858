let n = 0
print(!n)

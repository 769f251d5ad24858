let text = "up"
print(-text)

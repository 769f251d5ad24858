var queue = [1]
print(queue.removeFirst())
print(queue.removeFirst())

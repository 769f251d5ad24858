var queue = ["b"]
queue.append("c")
queue.insert("a", at: 0)
queue += ["d", "e"]
print(queue)
print(queue.removeLast(), queue.removeFirst(), queue)
print(queue.remove(at: 1), queue)
queue.append(contentsOf: ["x", "y"])
print(queue)
queue.swapAt(0, 3)
print(queue)
queue.removeAll()
print(queue, queue.isEmpty)

print([1, 2] == [2, 1], [1, 2].elementsEqual([1, 2]), [1, 2].lexicographicallyPrecedes([1, 3]))
print([[1, 2], []].contains([]), ["a", "b"] == ["a"] + ["b"])
print([1, 2, 3].starts(with: [1, 2]), (1...3).elementsEqual([1, 2, 3]))
print([1.0, .nan].contains(.nan), [0.0] == [-0.0])

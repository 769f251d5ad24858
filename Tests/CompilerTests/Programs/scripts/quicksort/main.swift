func quicksort(_ list: [Int]) -> [Int] {
  guard list.count > 1 else { return list }
  let pivot = list[list.count / 2]
  let less = list.filter { $0 < pivot }
  let equal = list.filter { $0 == pivot }
  let greater = list.filter { $0 > pivot }
  return quicksort(less) + equal + quicksort(greater)
}
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
print(quicksort([]), quicksort([1]))

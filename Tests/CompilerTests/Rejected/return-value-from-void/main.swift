func show(_ n: Int) {
  return n * 2
}
show(1)

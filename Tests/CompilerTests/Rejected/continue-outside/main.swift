func run() {
  continue
}
run()

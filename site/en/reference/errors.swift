#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/reference/errors.md", line: 11)
enum KitchenError: Error { case noFlour, burnt(minutes: Int) }
func bake(minutes: Int) throws -> String {
  if minutes == 0 { throw KitchenError.noFlour }
  if minutes > 60 { throw KitchenError.burnt(minutes: minutes) }
  return "bread"
}
for minutes in [30, 0, 90] {
  do {
    print(try bake(minutes: minutes))
  } catch KitchenError.burnt(let minutes) {
    print("burnt after", minutes)
  } catch {
    print("failed:", error)
  }
}
print((try? bake(minutes: 90)) ?? "nothing", try! bake(minutes: 20))
#sourceLocation()
// cell 2: left out, it fails
#sourceLocation(file: "en/reference/errors.md", line: 50)
func careful() throws(KitchenError) { throw .noFlour }
func twice(_ action: () throws -> Void) rethrows {
  try action()
  try action()
}
do { try careful() } catch { print(error == .noFlour) }
twice { print("stir") }

extension KitchenError: Equatable {}
#sourceLocation()
#sourceLocation(file: "en/reference/errors.md", line: 70)
func parse(_ text: String) -> Result<Int, KitchenError> {
  Int(text).map { .success($0) } ?? .failure(.noFlour)
}
switch parse("12") {
case .success(let number): print("read", number)
case .failure(let problem): print(problem)
}
print((try? parse("x").get()) ?? -1, parse("4").map { $0 * 2 })
#sourceLocation()
// cell 5: left out, it fails
// cell 6: left out, it fails
// cell 7: left out, it fails
// cell 8: left out, it fails

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
// cell #steps: left out, it searches for a minimum
#sourceLocation(file: "en/showcase/sliders.md", line: 52)
let eta = 0.1
let momentum = 0.3

var position = -1.0
var velocity = 0.0
for step in 1...5 {
  velocity = momentum * velocity - eta * 2 * (position - 2)
  position += velocity
  print("step \(step): \(position)")
}
#sourceLocation()

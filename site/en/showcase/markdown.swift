#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/showcase/markdown.md", line: 44)
Swift.debugPrint(100 * 100 / (2 * 100))
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 47)
Swift.debugPrint(1 * 1)
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 48)
Swift.debugPrint(10 * 10)
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 49)
Swift.debugPrint(100 * 100)
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 82)
func phi(_ x: Double) -> Double { exp(-x*x/2) / sqrt(2 * Double.pi) }
Swift.debugPrint(phi(0))
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 96)
plot(phi, over: -4...4, x: "x", y: "φ(x)")
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 95)
Swift.debugPrint((phi(0) * 1000).rounded() / 1000)
#sourceLocation()

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/showcase/markdown.md", line: 55)
Swift.debugPrint(100 * 100 / (2 * 100))
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 58)
Swift.debugPrint(1 * 1)
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 59)
Swift.debugPrint(10 * 10)
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 60)
Swift.debugPrint(100 * 100)
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 93)
func phi(_ x: Double) -> Double { exp(-x*x/2) / sqrt(2 * Double.pi) }
Swift.debugPrint(phi(0))
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 107)
plot(phi, over: -4...4, x: "x", y: "φ(x)")
#sourceLocation()
#sourceLocation(file: "en/showcase/markdown.md", line: 106)
Swift.debugPrint((phi(0) * 1000).rounded() / 1000)
#sourceLocation()

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
#sourceLocation(file: "en/showcase/quizzes.md", line: 15)
func f(_ x: Double) -> Double { 2*x*x - 3*x + 4 }
#sourceLocation()
#sourceLocation(file: "en/showcase/quizzes.md", line: 21)
Swift.debugPrint(f(2))
#sourceLocation()
#sourceLocation(file: "en/showcase/quizzes.md", line: 22)
Swift.debugPrint(f(3))
#sourceLocation()
#sourceLocation(file: "en/showcase/quizzes.md", line: 23)
Swift.debugPrint(3 * f(1))
#sourceLocation()

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {}
func plot(
  _ f: (Double) -> Double, over range: ClosedRange<Double>, title: String = "", x: String = "", y: String = ""
) {}
// cell 1: left out, it fails
// cell 2: left out, it fails
// cell 3: left out, it fails
// cell 4: left out, it fails
// cell 5: left out, it fails
// cell 6: left out, it fails
// cell 7: left out, it fails
// cell 8: left out, it fails
// cell 9: left out, it fails
// cell 10: left out, it fails
// cell 11: left out, it fails
// cell 12: left out, it fails
// cell 13: left out, it fails
// cell 14: left out, it fails
// cell 15: left out, it fails

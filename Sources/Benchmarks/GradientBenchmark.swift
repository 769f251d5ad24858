import Diagnostics
import Foundation
import Session

/// Gradients of a small network over all its points: 2-16-16-1 with rectifiers, 100 points, 337 parameters, the size of
/// micrograd's demonstration.
///
/// The engine's program has plain loops over arrays of numbers, micrograd's its own objects, PyTorch's its tensors. All
/// start from the same parameters, go down the same gradients and print the last loss and the processor time of the
/// loop, imports and warming up aside.
enum GradientBenchmark {
  /// What the programs do, as often as the goals ask for.
  static let gradients = 40
  /// As many of them micrograd does: each takes seconds.
  static let fewGradients = 4

  /// The loss of the network, and its plain evaluations or its gradients.
  static func swift(_ loop: String, rounds: Int) -> String {
    """
    let points: [[Double]] = (0..<100).map { i in [sin(Double(i) * 0.7) * 2, cos(Double(i) * 1.3) * 2] }
    let labels: [Double] = points.map { $0[0] * $0[1] > 0 ? 1 : -1 }
    let sizes = [2, 16, 16, 1]
    func loss(_ p: [Double]) -> Double {
      var total = 0.0
      for n in 0..<100 {
        var layer = points[n]
        var at = 0
        for l in 1..<4 {
          var out: [Double] = []
          for _ in 0..<sizes[l] {
            var sum = p[at]
            at += 1
            for i in 0..<sizes[l - 1] {
              sum += p[at] * layer[i]
              at += 1
            }
            out.append(l < 3 ? max(0, sum) : sum)
          }
          layer = out
        }
        total += max(0, 1 - labels[n] * layer[0])
      }
      var squares = 0.0
      for x in p { squares += x * x }
      return total / 100 + 1e-4 * squares
    }
    let start = (0..<337).map { i in sin(Double(i) * 12.9898) * 0.5 }
    var p = start
    var last = 0.0
    for _ in 0..<\(rounds) {
      p = start
      \(loop)
    }
    print(last)
    """
  }

  static let descent = """
    for _ in 0..<\(gradients) {
      let (value, gradient) = valueWithGradient(at: p, of: loss)
      last = value
      for i in 0..<p.count { p[i] -= 0.1 * gradient[i] }
    }
    """
  static let evaluations = "for _ in 0..<\(gradients) { last = loss(p) }"

  private static let pythonData = """
    import math, time, gc, sys
    points = [[math.sin(i * 0.7) * 2, math.cos(i * 1.3) * 2] for i in range(100)]
    labels = [1.0 if a * b > 0 else -1.0 for a, b in points]
    numbers = [math.sin(i * 12.9898) * 0.5 for i in range(337)]
    sizes = [2, 16, 16, 1]
    """

  /// - Parameter collects: Whether Python's garbage collector is on, as it is by default.
  static func micrograd(collects: Bool) -> String {
    """
    \(pythonData)
    from micrograd.nn import MLP
    model = MLP(2, [16, 16, 1])
    at = 0
    for layer in model.layers:
        for neuron in layer.neurons:
            neuron.b.data = numbers[at]
            for i, w in enumerate(neuron.w): w.data = numbers[at + 1 + i]
            at += 1 + len(neuron.w)
    if \(collects ? "False" : "True"): gc.disable()
    start = time.process_time()
    for _ in range(\(fewGradients)):
        losses = [(1 + -y * model(x)).relu() for x, y in zip(points, labels)]
        total = sum(losses) * (1.0 / len(losses)) + 1e-4 * sum(p * p for p in model.parameters())
        model.zero_grad()
        total.backward()
        for p in model.parameters(): p.data -= 0.1 * p.grad
    print(total.data, time.process_time() - start)
    """
  }

  static let pyTorch = """
    \(pythonData)
    import torch
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    x, y = torch.tensor(points), torch.tensor(labels)
    def start_parameters():
        at, found = 0, []
        for before, after in zip(sizes, sizes[1:]):
            weights, biases = [], []
            for _ in range(after):
                biases.append(numbers[at])
                weights.append(numbers[at + 1:at + 1 + before])
                at += 1 + before
            found += [torch.tensor(weights, requires_grad=True), torch.tensor(biases, requires_grad=True)]
        return found
    def descend(count):
        parameters = start_parameters()
        for _ in range(count):
            layer = x
            for l in range(3):
                layer = layer @ parameters[2 * l].T + parameters[2 * l + 1]
                if l < 2: layer = torch.relu(layer)
            squares = sum((p * p).sum() for p in parameters)
            total = torch.relu(1 - y * layer[:, 0]).sum() / 100 + 1e-4 * squares
            gradients = torch.autograd.grad(total, parameters)
            with torch.no_grad():
                for p, g in zip(parameters, gradients): p -= 0.1 * g
        return total.item()
    descend(\(gradients))
    start = time.process_time()
    last = descend(\(gradients))
    print(last, time.process_time() - start)
    """

  /// The engine's processor time for a loop once it is warm: that of two rounds less that of one.
  static func measureEngine(_ loop: String) -> (seconds: Double, loss: Double)? {
    func run(rounds: Int) -> (seconds: Double, loss: Double)? {
      var printed = ""
      var limits = Engine.Limits()
      limits.fuel = .max
      let start = ProcessorTime.own
      let engine = Engine { printed += $0 }
      let outcome = engine.run(
        SourceText(name: "network", text: swift(loop, rounds: rounds)), mode: .program, limits: limits)
      let end = ProcessorTime.own
      guard !outcome.diagnostics.contains(where: { $0.severity == .error }),
        let loss = Double(printed.trimmingCharacters(in: .whitespacesAndNewlines))
      else { return nil }
      return (end - start, loss)
    }
    guard let one = run(rounds: 1), let two = run(rounds: 2) else { return nil }
    return (two.seconds - one.seconds, two.loss)
  }

  /// What a Python program prints: a loss and seconds.
  static func measure(_ program: String, with python: String) -> (seconds: Double, loss: Double)? {
    guard let output = Runner.output(of: python, ["-c", program]) else { return nil }
    let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    return numbers.count == 2 ? (numbers[1], numbers[0]) : nil
  }
}

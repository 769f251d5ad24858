import Testing

@testable import Formula

@Suite struct PlainTextTests {
  @Test(arguments: [
    (#"f'(x) = \frac{dy}{du} + x_1^2"#, "f′(x) = dy/du + x₁²"),
    (#"f(x) = 2x^2 - 3x + 4"#, "f(x) = 2x² − 3x + 4"),
    (#"f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}"#, "f′(x) = lim_(h→0) (f(x + h) − f(x))/h"),
    (#"x_{\text{nuevo}} = 2 - 5 \times 0.1"#, "x_nuevo = 2 − 5 × 0.1"),
    (#"\alpha = -0.1"#, "α = −0.1"),
    (#"4x - 3 = 0 \implies x = \frac{3}{4}"#, "4x − 3 = 0 ⟹ x = 3/4"),
    (#"\sum_{i=1}^{n} a_i"#, "∑ᵢ₌₁ⁿ aᵢ"),
    (#"\sin x + \log_2 n"#, "sin x + log₂ n"),
    (#"\sqrt{x} \cdot \sqrt[3]{x + 1}"#, "√x ⋅ ³√(x + 1)"),
    (#"\hat{y} \approx \vec{v}"#, "y\u{302} ≈ v\u{20D7}"),
    (#"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#, "(1 2; 3 4)"),
    (#"\begin{aligned} a &= b \\ &= c \end{aligned}"#, "a = b; = c"),
    (#"\left( \frac{a}{b} \right)^2"#, "(a/b)²"),
    (#"\binom{n}{k}, \; e^{-x/2}"#, "(n, k), e^(−x/2)"),
    (#"\phantom{x}y \quad \boxed{z}"#, "y z"),
    (#"P(A \mid B) \in \mathbb{R}"#, "P(A ∣ B) ∈ R"),
    ("", ""),
  ])
  func formulasReadAsText(_ tex: String, _ text: String) throws {
    #expect(try Formula(parsing: tex).plainText == text)
  }
}

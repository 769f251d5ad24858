import Lesson
import Session
import Testing

@testable import Weave

@Suite struct QuotationTests {
  private func html(_ markdown: String, _ language: String) -> String {
    let outcome = LessonOutcome(recorded: "---\nlang: \(language)\n---\n\n\(markdown)\n")
    let index = CourseIndex(course: Course.of(["lesson.md"]), lessons: [("lesson.md", outcome)])
    return Article(weaving: outcome, at: "lesson.md", in: index).html
  }

  @Test(arguments: [
    ("es", #"Se llama "pendiente"."#, "Se llama «pendiente»."),
    ("es", #"(la "regla de la "cadena"", dice)"#, "(la «regla de la “cadena”», dice)"),
    ("es", #"¿"Qué"? —"Nada"—"#, "¿«Qué»? —«Nada»—"),
    ("fr", #"L'erreur "moyenne""#, "L’erreur «\u{A0}moyenne\u{A0}»"),
    ("en", #""It's the students' 'slope'," she said."#, "“It’s the students’ ‘slope’,” she said."),
    ("en", #"A 5" disk, 6' tall, a " alone and "open"#, #"A 5" disk, 6' tall, a " alone and "open"#),
    ("de", #"Das "Wort" ist's."#, #"Das "Wort" ist's."#),
  ])
  func marksAreThoseOfTheLanguage(_ language: String, _ markdown: String, _ shown: String) {
    #expect(html(markdown, language) == "<p>\(shown)</p>\n")
  }

  @Test func marksSurroundWhatIsNoText() {
    #expect(
      html(#""*Uno*" y "`"a"`" y [un "enlace"](#a)"#, "es").hasPrefix(
        #"<p>«<em>Uno</em>» y «<code>"a"</code>» y "#))
    #expect(html(#"# El "título""#, "es").contains("El «título»"))
  }
}

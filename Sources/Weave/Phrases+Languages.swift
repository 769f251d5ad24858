extension Phrases {
  static let spanish = Phrases(
    language: "es",
    skipToContent: "Saltar al contenido",
    announcement: "Aviso",
    courseContents: "Contenido del curso",
    home: "Inicio",
    showContents: "Mostrar u ocultar el contenido del curso",
    onThisPage: "En esta página",
    close: "Cerrar",
    theme: "Tema",
    themeAutomatic: "Tema automático",
    themeLight: "Tema claro",
    themeDark: "Tema oscuro",
    otherLanguage: "Esta página en otro idioma",
    repository: "Repositorio",
    source: "Ver la fuente en Markdown",
    copy: "Copiar",
    copied: "Copiado",
    showCode: "Mostrar el código",
    linkToSection: "Enlace a esta sección",
    pageNavigation: "Lección anterior y siguiente",
    previous: "Anterior",
    next: "Siguiente",
    backToTop: "Volver arriba",
    start: "Empezar el curso",
    figure: "Figura",
    cell: "Celda",
    note: "Nota",
    tip: "Consejo",
    important: "Importante",
    warning: "Advertencia",
    caution: "Precaución",
    verified: { evidence in
      switch evidence {
      case .proof: "Verificada: los dos lados son iguales"
      case .agreement(1): "Verificada: los dos lados coinciden"
      case .agreement(let points): "Verificada: los dos lados coinciden en \(points) puntos"
      case .digits: "Verificada: coincide en las cifras que se muestran"
      }
    },
    equation: "Ecuación",
    table: "Tabla",
    footnotes: "Notas al pie",
    backToText: "Volver al texto",
    done: "Hecho",
    toDo: "Pendiente",
    search: .spanish,
    lessons: { $0 == 1 ? "1 lección" : "\($0) lecciones" },
    authors: { names in
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      // «e» before the sound /i/, but not before a diphthong: «e Inés», «y Hielo».
      let start = last.lowercased()
      let beginsWithI =
        (start.hasPrefix("i") || start.hasPrefix("í") || start.hasPrefix("hi") || start.hasPrefix("hí"))
        && !["ia", "ie", "io", "hia", "hie", "hio"].contains { start.hasPrefix($0) }
      return names.dropLast().joined(separator: ", ") + (beginsWithI ? " e " : " y ") + last
    })

  static let english = Phrases(
    language: "en",
    skipToContent: "Skip to content",
    announcement: "Announcement",
    courseContents: "Course contents",
    home: "Home",
    showContents: "Show or hide the course contents",
    onThisPage: "On this page",
    close: "Close",
    theme: "Theme",
    themeAutomatic: "Automatic theme",
    themeLight: "Light theme",
    themeDark: "Dark theme",
    otherLanguage: "This page in another language",
    repository: "Repository",
    source: "View the Markdown source",
    copy: "Copy",
    copied: "Copied",
    showCode: "Show the code",
    linkToSection: "Link to this section",
    pageNavigation: "Previous and next lesson",
    previous: "Previous",
    next: "Next",
    backToTop: "Back to top",
    start: "Start the course",
    figure: "Figure",
    cell: "Cell",
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
    verified: { evidence in
      switch evidence {
      case .proof: "Verified: both sides are equal"
      case .agreement(1): "Verified: both sides agree"
      case .agreement(let points): "Verified: both sides agree at \(points) points"
      case .digits: "Verified: agrees to the digits shown"
      }
    },
    equation: "Equation",
    table: "Table",
    footnotes: "Footnotes",
    backToText: "Back to the text",
    done: "Done",
    toDo: "To do",
    search: .english,
    lessons: { $0 == 1 ? "1 lesson" : "\($0) lessons" },
    authors: { names in
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " and " + last
    })
}

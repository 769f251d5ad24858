extension Phrases {
  static let spanish = Phrases(
    language: "es",
    quotation: Quotation(outer: ("«", "»"), inner: ("“", "”")),
    skipToContent: "Saltar al contenido",
    announcement: "Aviso",
    courseContents: "Contenido del curso",
    home: "Inicio",
    onThisPage: "En esta página",
    close: "Cerrar",
    theme: "Tema",
    themeAutomatic: "Tema automático",
    themeLight: "Tema claro",
    themeDark: "Tema oscuro",
    otherLanguage: "Esta página en otro idioma",
    repository: "Repositorio",
    edit: "Proponer un cambio",
    issue: "Informar de un error",
    download: "Descargar",
    source: "Fuente en Markdown",
    program: "Programa en Swift",
    notebook: "Cuaderno de Jupyter",
    print: "Imprimir o guardar como PDF",
    fullScreen: "Pantalla completa",
    copy: "Copiar",
    copied: "Copiado",
    showCode: "Mostrar el código",
    linkToSection: "Enlace a esta sección",
    pageNavigation: "Lección anterior y siguiente",
    previous: "Anterior",
    next: "Siguiente",
    backToTop: "Volver arriba",
    start: "Empezar el curso",
    pageNotFound: "Esta página no existe",
    pageNotFoundAdvice: "Quizá haya cambiado de sitio, o la dirección tenga una errata.",
    toHome: "Ir al inicio",
    figure: "Figura",
    figureData: "Datos de la figura",
    cell: "Celda",
    note: "Nota",
    tip: "Consejo",
    important: "Importante",
    warning: "Advertencia",
    caution: "Precaución",
    verified: { evidence in
      switch evidence {
      case .proof: "Demostrada"
      case .agreement(1): "Verificada: los dos lados coinciden"
      case .agreement(let points): "Verificada: los dos lados coinciden en \(points) puntos"
      case .digits: "Verificada: coincide en las cifras que se muestran"
      case .part: "Verificada en parte"
      }
    },
    equation: "Ecuación",
    table: "Tabla",
    footnotes: "Notas al pie",
    backToText: "Volver al texto",
    done: "Hecho",
    toDo: "Pendiente",
    quiz: "Preguntas",
    answer: "Respuesta",
    right: "Correcto",
    wrong: "No es correcto",
    score: "Aciertos: %r de %n",
    search: .spanish,
    foldedLines: { count, isAll in
      (count == 1 ? "1 línea" : "\(count) líneas") + (isAll ? "" : " más")
    },
    moreRows: { $0 == 1 ? "… 1 fila más" : "… \($0) filas más" },
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
    quotation: Quotation(outer: ("“", "”"), inner: ("‘", "’")),
    skipToContent: "Skip to content",
    announcement: "Announcement",
    courseContents: "Course contents",
    home: "Home",
    onThisPage: "On this page",
    close: "Close",
    theme: "Theme",
    themeAutomatic: "Automatic theme",
    themeLight: "Light theme",
    themeDark: "Dark theme",
    otherLanguage: "This page in another language",
    repository: "Repository",
    edit: "Suggest an edit",
    issue: "Report a problem",
    download: "Download",
    source: "Markdown source",
    program: "Swift program",
    notebook: "Jupyter notebook",
    print: "Print or save as PDF",
    fullScreen: "Full screen",
    copy: "Copy",
    copied: "Copied",
    showCode: "Show the code",
    linkToSection: "Link to this section",
    pageNavigation: "Previous and next lesson",
    previous: "Previous",
    next: "Next",
    backToTop: "Back to top",
    start: "Start the course",
    pageNotFound: "This page does not exist",
    pageNotFoundAdvice: "It may have moved, or its address may hold a typo.",
    toHome: "Go to the home page",
    figure: "Figure",
    figureData: "Data of the figure",
    cell: "Cell",
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
    verified: { evidence in
      switch evidence {
      case .proof: "Proved"
      case .agreement(1): "Verified: both sides agree"
      case .agreement(let points): "Verified: both sides agree at \(points) points"
      case .digits: "Verified: agrees to the digits shown"
      case .part: "Verified in part"
      }
    },
    equation: "Equation",
    table: "Table",
    footnotes: "Footnotes",
    backToText: "Back to the text",
    done: "Done",
    toDo: "To do",
    quiz: "Questions",
    answer: "Answer",
    right: "Right",
    wrong: "Not right",
    score: "Right: %r of %n",
    search: .english,
    foldedLines: { count, isAll in
      "\(count)" + (isAll ? "" : " more") + (count == 1 ? " line" : " lines")
    },
    moreRows: { $0 == 1 ? "… 1 more row" : "… \($0) more rows" },
    lessons: { $0 == 1 ? "1 lesson" : "\($0) lessons" },
    authors: { names in
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " and " + last
    })

  static let french = Phrases(
    language: "fr",
    quotation: Quotation(outer: ("«\u{A0}", "\u{A0}»"), inner: ("“", "”")),
    skipToContent: "Aller au contenu",
    announcement: "Annonce",
    courseContents: "Sommaire du cours",
    home: "Accueil",
    onThisPage: "Sur cette page",
    close: "Fermer",
    theme: "Thème",
    themeAutomatic: "Thème automatique",
    themeLight: "Thème clair",
    themeDark: "Thème sombre",
    otherLanguage: "Cette page dans une autre langue",
    repository: "Dépôt",
    edit: "Proposer une modification",
    issue: "Signaler un problème",
    download: "Télécharger",
    source: "Source Markdown",
    program: "Programme Swift",
    notebook: "Notebook Jupyter",
    print: "Imprimer ou enregistrer en PDF",
    fullScreen: "Plein écran",
    copy: "Copier",
    copied: "Copié",
    showCode: "Afficher le code",
    linkToSection: "Lien vers cette section",
    pageNavigation: "Leçon précédente et suivante",
    previous: "Précédente",
    next: "Suivante",
    backToTop: "Retour en haut",
    start: "Commencer le cours",
    pageNotFound: "Cette page n’existe pas",
    pageNotFoundAdvice: "Elle a peut-être changé de place, ou son adresse contient une faute de frappe.",
    toHome: "Aller à l’accueil",
    figure: "Figure",
    figureData: "Données de la figure",
    cell: "Cellule",
    note: "Note",
    tip: "Astuce",
    important: "Important",
    warning: "Avertissement",
    caution: "Attention",
    verified: { evidence in
      switch evidence {
      case .proof: "Démontrée"
      case .agreement(1): "Vérifiée\u{A0}: les deux membres concordent"
      case .agreement(let points): "Vérifiée\u{A0}: les deux membres concordent en \(points) points"
      case .digits: "Vérifiée\u{A0}: concorde avec les chiffres affichés"
      case .part: "Vérifiée en partie"
      }
    },
    equation: "Équation",
    table: "Tableau",
    footnotes: "Notes de bas de page",
    backToText: "Retour au texte",
    done: "Fait",
    toDo: "À faire",
    quiz: "Questionnaire",
    answer: "Réponse",
    right: "Exact",
    wrong: "Ce n’est pas exact",
    score: "Bonnes réponses : %r sur %n",
    search: .french,
    foldedLines: { count, isAll in
      "\(count)" + (isAll ? "" : count < 2 ? " autre" : " autres") + (count < 2 ? " ligne" : " lignes")
    },
    moreRows: { $0 == 1 ? "… 1 autre ligne" : "… \($0) autres lignes" },
    lessons: { $0 < 2 ? "\($0) leçon" : "\($0) leçons" },
    authors: { names in
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " et " + last
    })
}

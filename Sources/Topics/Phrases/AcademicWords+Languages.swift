import Text

extension AcademicWords {
  /// Words of scholarly prose in other languages than English, in the singular: what a paper offers or does, never
  /// what it is about. Collections often hold a few dozen papers in one of them, which make a topic of their own.
  static let otherLanguages = StopWords.words(
    """
    ansatz arbeit aufgabe auswertung beispiel beitrag bewertung daten ergebnis ergebnisse forschung methode modell
    problem rahmen studie untersuchung verfahren vergleich vorgehen ziel
    analyse annoter apport approche article automatique base cadre cas classe comparaison contexte contribution démarche
    donnée ensemble étude évaluation exemple expérience façon fois grâce manière méthode mise modèle niveau nombre
    nouveau objectif outil partie partir performance permettre point présence problème processus projet proposition
    qualité question recherche résultat rôle suite système tâche technique travail travaux type usage utilisation œuvre
    análisis artículo aproximación conjunto contribución dato ejemplo enfoque estudio evaluación experimento
    herramienta investigación método modelo objetivo parte propuesta resultado sistema tarea técnica tipo trabajo uso
    abordagem análise artigo avaliação conjunto dado estudo exemplo experimento ferramenta objetivo pesquisa problema
    proposta tarefa técnica trabalho
    analisi approccio articolo compito contributo dati esempio lavoro metodo modello obiettivo ricerca risultato risultati
    strumento studio tecnica valutazione
    """)
}

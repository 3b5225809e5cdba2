import Testing

@testable import Papers

@Suite struct LinksTests {
  @Test(arguments: [
    ("Code: https://github.com/a/b.", "https://github.com/a/b", Link.Kind.code),
    ("(see https://github.com/a/b_c(d)), and", "https://github.com/a/b_c(d)", .code),
    ("at (https://a.github.io/b/).", "https://a.github.io/b/", .project),
    ("Data at https://huggingface.co/datasets/x/y!", "https://huggingface.co/datasets/x/y", .data),
    ("Models at huggingface.co/x.", "https://huggingface.co/x", .model),
    ("Project page: avdit2024.github.io", "https://avdit2024.github.io", .project),
    ("See www.wangjunke.info/ChatVideo/, ok", "https://www.wangjunke.info/ChatVideo/", .other),
    ("href{https://github.com/a/b}{here}", "https://github.com/a/b", .code),
    ("\"HTTP://Example.org/x?y=1#z\"", "HTTP://Example.org/x?y=1#z", .other),
    ("见https://arxiv.org/abs/2401.00001。", "https://arxiv.org/abs/2401.00001", .paper),
    ("[https://doi.org/10.1/x];", "https://doi.org/10.1/x", .paper),
  ])
  func addressesEndBeforePunctuation(_ text: String, _ url: String, _ kind: Link.Kind) {
    let links = Links.find(in: text)
    #expect(links.map(\.url) == [url])
    #expect(links.map(\.kind) == [kind])
    let bytes = Array(text.utf8)
    for link in links { #expect(url.hasSuffix(String(decoding: bytes[link.range], as: UTF8.self))) }
  }

  @Test(arguments: [
    "no address", "https://", "www.", "a.b", "nogithub.com", "the github.com site", "javascript:alert(1)",
  ])
  func wordsAreNoAddresses(_ text: String) { #expect(Links.find(in: text).isEmpty) }

  @Test(.enabled(if: RealDumps.exist)) func theRealDumpsLinkToCode() throws {
    let (library, _) = Library.gather(try RealDumps.files(), threads: 1)
    let links = library.papers.map { Links.find(in: $0.abstract) }
    #expect(links.filter { $0.contains { $0.kind == .code } }.count >= 105)
    #expect(links.filter { $0.contains { $0.url.contains("github") } }.count >= 123)
    let ends = links.joined().map { $0.url.last }
    #expect(!ends.contains(".") && !ends.contains(",") && !ends.contains(")"))
  }
}

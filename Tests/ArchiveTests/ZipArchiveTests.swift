import Testing

@testable import Archive

@Suite struct ZipArchiveTests {
  @Test func theChecksumIsThatOfTheFormat() { #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926) }

  @Test func anEntryKeptAsItIsBeginsWithItsNameAndContent() {
    var archive = ZipArchive()
    archive.add("mimetype", Array("application/epub+zip".utf8), isCompressed: false)
    let bytes = archive.finished()
    #expect(Array(bytes[30..<58]) == Array("mimetypeapplication/epub+zip".utf8))
    #expect(bytes.suffix(22).prefix(4).elementsEqual([0x50, 0x4B, 5, 6]))
  }

  @Test func whatCompressesBecomesShorterAndTheRestStays() {
    #expect(ZipArchive.deflated([UInt8](repeating: 65, count: 5_000)).map { $0.count < 100 } == true)
    #expect(ZipArchive.deflated(Array("short".utf8)) == nil)
    var state: UInt64 = 1
    let noise = (0..<500).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
    #expect(ZipArchive.deflated(noise) == nil)
  }
}

/// Accents of TeX's text mode and the letters that they make.
enum Accents {
  /// The letter `base` under an accent command such as `"` or `v`; a combining mark where Unicode has no letter for it.
  ///
  /// Nil where the command is no accent.
  static func letter(_ accent: String, _ base: String) -> String? {
    guard let mark = marks[accent] else { return nil }
    let plain = base == "\\i" || base == "ı" ? "i" : base == "\\j" || base == "ȷ" ? "j" : base
    guard let first = plain.unicodeScalars.first else { return nil }
    if let letters = composed[accent] {
      // Letters and what they become take turns: "AÀEÈ".
      let scalars = Array(letters.unicodeScalars)
      for at in stride(from: 0, to: scalars.count - 1, by: 2) where scalars[at] == first {
        return String(Character(scalars[at + 1])) + String(plain.unicodeScalars.dropFirst())
      }
    }
    var marked = String.UnicodeScalarView([first])
    marked.append(mark)
    marked.append(contentsOf: plain.unicodeScalars.dropFirst())
    return String(marked)
  }

  /// Whether a command is an accent that may stand right before its letter, without braces.
  static func isSymbol(_ byte: UInt8) -> Bool { [0x22, 0x27, 0x60, 0x5E, 0x7E, 0x3D, 0x2E].contains(byte) }

  private static let marks: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}", ".": "\u{307}",
    "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}",
    "b": "\u{331}", "t": "\u{361}",
  ]

  private static let composed: [String: String] = [
    "`": "AÀEÈIÌOÒUÙNǸaàeèiìoòuùnǹWẀwẁYỲyỳ",
    "'": "AÁEÉIÍOÓUÚYÝCĆLĹNŃRŔSŚZŹaáeéiíoóuúyýcćlĺnńrŕsśzźGǴgǵKḰkḱMḾmḿPṔpṕWẂwẃ",
    "^": "AÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶaâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷZẐzẑ",
    "~": "AÃNÑOÕIĨUŨaãnñoõiĩuũEẼeẽYỸyỹVṼvṽ",
    "=": "AĀEĒIĪOŌUŪaāeēiīoōuūYȲyȳGḠgḡ",
    "u": "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ",
    ".": "CĊEĖGĠIİZŻcċeėgġzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡTṪtṫXẊxẋYẎyẏ",
    "\"": "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿWẄwẅXẌxẍHḦhḧ",
    "r": "AÅUŮaåuů",
    "H": "OŐUŰoőuű",
    "v": "CČDĎEĚNŇRŘSŠTŤZŽAǍIǏOǑUǓGǦKǨLĽcčdďeěnňrřsštťzžaǎiǐoǒuǔgǧkǩlľjǰ",
    "d": "AẠEẸIỊOỌUỤaạeẹiịoọuụDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿZẒzẓ",
    "c": "CÇGĢKĶLĻNŅRŖSŞTŢcçgģkķlļnņrŗsştţEȨeȩDḐdḑHḨhḩ",
    "k": "AĄEĘIĮUŲOǪaąeęiįuųoǫ",
    "b": "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ",
  ]
}

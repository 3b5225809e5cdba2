/// Function words: they tie content words together and carry no subject of their own.
public enum StopWords {
  /// English function words, contractions' pieces and number words.
  public static let english = words(
    """
    a about above across after afterwards again against albeit all almost alone along already also although altogether
    always am amid among amongst an and another any anybody anyhow anyone anything anyway anywhere apart are aren
    around as aside at away back be became because become becomes becoming been before beforehand being
    below beneath beside besides between beyond both but by came can cannot cant cf come comes could couldn
    despite did didn do does doesn doing don done down due during each earlier eight eighth either eleven else elsewhere
    enough entirely especially et etc even ever every everybody everyone everything everywhere except far few fewer
    fifth first five for former formerly forth four fourth from further furthermore get gets getting given gives giving
    go goes going got had hadn half hardly has hasn have haven having he hence her here hereafter hereby herein
    hers herself him himself his how however hundred i ie if in indeed inside insofar instead into inward is isn it
    its itself just last lastly later latter least less lest let lets like likely likewise ll many may maybe me meanwhile
    merely might mine more moreover most mostly much must my myself namely near nearly neither
    never nevertheless next nine no nobody none nonetheless noone nor not nothing notwithstanding now nowadays nowhere
    of off often on once one ones oneself only onto or other others otherwise ought our ours ourselves out outside over
    overall own per perhaps please plus quite rather re really regarding same saw second secondly see seem
    seemed seeming seems seen seven seventh several shall she should shouldn since six sixth so some somebody somehow
    someone something sometime sometimes somewhat somewhere soon still such take taken takes taking ten than that the
    their theirs them themselves then thence there thereafter thereby therefore therein thereof these they third
    thirdly this those though thousand three through throughout thru thus till to together too toward towards twelve
    twenty twice two typically under underneath unless unlike until unto up upon us use used uses using usually various ve
    versus very via viz vs want was wasn way we well went were weren what whatever when whence whenever where
    whereas whereby wherein whereupon wherever whether which whichever while whilst whither who whoever whole whom
    whose why will with within without won would wouldn yes yet you your yours yourself yourselves zeroth
    """)

  /// Function words of other languages of science, save those that are English words too.
  public static let foreign = words(
    """
    aber als auch auf aus bei bis dass dem den der des durch ein eine einem einen einer eines für haben hat ist
    kann mit nach nicht oder sich sie sind über um und unter von vor werden wie wird wurde zu zum zur zwischen
    à au aux avec d l qu ce ces cette comme dans de du elle en entre et être il ils la le les leur leurs mais même nous
    où ou par pas plus pour qui que sa ses sont sur une un ainsi cet donc peut très chez dont
    al como con cual cuando del desde donde el ella entre era es esta este estas estos fue ha han hasta las lo los más
    muy no nos o para pero por porque que se según ser si sin sobre son su sus también un una uno unos y ya
    ao aos as com da das do dos em entre foi isso mais mas na nas não nos num numa pela pelas pelo pelos quando
    são sua suas também te tem um uma
    agli ai alla alle anche che chi ci col come con così da dai dal dalla dalle degli dei del della delle dello di
    è fra gli il in nel nella nelle nello non per più questa queste questi questo quella sono sugli sui sul sulla
    tra una uno
    een het van voor met niet zijn worden ook bij uit deze dit
    """
  ).subtracting(words("ai com come ha main men no son te tem war"))

  /// True for a lower-case word of either list.
  public static func contains(_ word: String) -> Bool { english.contains(word) || foreign.contains(word) }

  /// The words of a text between blanks and line ends.
  public static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}

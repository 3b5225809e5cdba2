import Text

/// Words of scholarly prose in any field, by the part they play in a phrase.
///
/// General English alone: nothing here names a subject.
enum AcademicWords {
  /// Heads that say what kind of thing a paper offers, never what it is about.
  static let genericHeads = StopWords.words(
    """
    ability accuracy achievement advance advancement advantage aim application approach area article aspect
    assumption attempt author baseline benchmark benefit capability case category challenge characteristic choice
    comparison conclusion consequence consideration contribution criterion data database dataset deficiency degree
    demand detail development difference difficulty direction discussion drawback effectiveness efficacy efficiency
    effort evaluation example experiment extent fact finding framework gap goal guideline idea implementation
    implication importance improvement insight instance investigation issue key kind lack level limitation
    literature manner means method methodology metric need notion observation opportunity outcome overview paper
    participant percent percentage performance perspective possibility problem procedure progress property proposal
    pair prospect purpose quality quantity question range rationale reason recommendation requirement research researcher
    result review role sample scenario scheme setting setup shortcoming significance situation solution stage
    strategy strength study subtask success superiority survey task technique tool topic total training type understanding
    usage use utility variant variation variety version view way weakness work year
    """)

  /// Nouns too general to stand alone, though a word before them makes a subject: "immune system", "game theory".
  private static let generalNouns = StopWords.words(
    """
    analysis answer argument basis bound capacity change class collection combination community complexity component
    concept condition construction content context cost decision decomposition description design domain effect element
    environment execution exemplar exploration extension factor failure feature field figure focus form formulation function future
    group growth guarantee hypothesis impact increase individual influence information input intention interaction interest interplay
    item knowledge limit loss material measure measurement mechanism mixture model number objective operation option order
    output part people period phase phenomenon point position potential practice presence principle process product
    project rate ratio recording reduction relation relationship report request resource response route scale scope score section
    sector selection series set size source space speaking standard state statement step structure subject subset support
    system target technology term test theme theory time trend unit user validation validity value
    """)

  /// First words that narrow nothing down.
  static let vagueFirst = StopWords.words(
    """
    actual additional adequate advanced alternative appropriate automatic available average basic best better broad
    central certain challenging classic classical clear close common comparable comparative competitive complete
    complex comprehensive considerable consistent conventional corresponding critical crucial current
    desired detailed different difficult distinct diverse downstream early effective efficient empirical entire essential
    established excellent existing experimental extensive final first following fundamental further future
    general generated given good great high higher ideal important improved increasing individual initial innovative input
    interesting key known large larger late latest leading learned limited little long low lower main major minor modern
    more much multiple necessary new next novel numerous old ongoing optimal original output overall particular
    positive possible potential powerful practical precise preliminary present previous primary prior
    promising proper proposed public real recent related relative relevant reliable remaining representative
    required respective resulting rich same second selected separate serious several significant similar simple
    simulated single small special specific standard strong subsequent substantial successful such sufficient suitable
    superior systematic third top total traditional trained training true two typical unique unknown useful usual valuable
    various varying whole wide widespread
    """)

  /// Adjectives and participles of praise, order and amount; they end a run of words in a paper's own phrases.
  static let loose = vagueFirst.union(
    StopWords.words(
      """
      able absent accessible accurate additionally aforementioned akin apparent applicable associated attractive aware based
      beneficial capable careful cheap common commonly comparably concerned concrete consecutive convenient convincing costly
      dedicated due easy emerging enormous equal equivalent ever-growing evident exact excessive expensive explicit extreme fair fast faster
      few fewer fine flexible fruitful full fundamental genuine growing happy hard harder helpful heterogeneous highly
      huge identical immediate impressive inadequate incomplete incorrect independent inherent insightful insufficient
      intense interested intriguing intrinsic largest least likely logical lowest manifold many massive
      meaningful mere moderate naive natural needed newly non-trivial nontrivial notable noteworthy obvious
      other outstanding partial performant persistent plausible pleasant poor popular pressing principled
      prohibitive prominent pronounced quick ready realistic reasonable remarkable replete respectable robust rough satisfactory scarce
      severe short similarly slight slow smaller smallest sole sophisticated stringent subtle surprising tailored
      tedious timely tiny tough tremendous troublesome ubiquitous unable unavailable uncommon underlying undesirable unexpected
      unprecedented unrelated unsatisfactory unseen upcoming valid vast versatile viable vital weak well-established well-known widely-used
      worth worthwhile wrong
      """))

  /// Verbs whose four forms never belong to a term of a subject.
  private static let plainVerbs = StopWords.words(
    """
    accelerate accept accommodate accompany accomplish account achieve acquire act adapt add address adhere adjust admit adopt
    advance advocate affect aid aim align alleviate allow alter analyse analyze announce answer anticipate appear apply
    appreciate approach argue arise articulate ascertain ask assess assign assist associate assume assure attach attain attempt
    attract attribute augment avoid await base begin behave believe belong benefit boast boost borrow bring broaden call
    carry categorize cause cease challenge change characterize choose circumvent cite claim clarify
    coincide collect combat combine commence compare compete complement complete complicate comprise conceive
    concentrate concern conclude conduct confirm conform confront conjecture consider consist constitute construct
    consult consume contain contend continue contrast contribute convey convince cope correspond cover create criticize curate
    deal decide declare decrease deem define degrade deliver demand demonstrate denote depend depict deploy derive
    describe deserve designate desire detail deteriorate determine develop devise devote differ diminish disclose discover
    discuss display dispose distinguish diverge divide draw drive drop ease elaborate elicit
    elucidate emanate emerge emphasize employ empower enable encompass encounter encourage endow enhance enjoy enlarge enrich
    ensure entail establish evaluate evidence evolve examine exceed excel exemplify exhibit exist expand expect
    experience experiment explain exploit explore expose express extend facilitate fail fall favor favour feature
    feed feel fill find finish fit fix focus follow force form formulate foster fulfill furnish gain gather give go
    govern grant grasp grow guarantee guide happen help highlight hinder hold hope hypothesize identify ignore
    illuminate illustrate impact impede implement imply impose improve include incorporate increase incur indicate
    induce influence inform inherit inhibit inspect inspire instantiate intend interact interest
    interpret intervene introduce investigate invoke involve issue join judge justify keep know label lack
    lag lead leave leverage lie limit link list live look lose maintain make manage manifest match matter mean
    measure meet mention merge mitigate modify motivate move necessitate need neglect note notice obey observe obtain
    obviate occur offer omit operate opt originate outline outperform overcome overlook
    owe participate pass pay perform permit persist pertain pinpoint place play pose posit possess postulate
    precede preclude predominate prefer prepare present preserve prevail prevent proceed produce prohibit
    prolong promise promote prompt propose prospect prove provide publish purport pursue put qualify quantify raise range reach
    react realize rearrange recall receive recognise recommend reconsider record recover reduce refer refine reflect
    regard reinforce reject relate relax release rely remain remark remedy remove render repeat replace replicate report
    represent request require resemble resolve resort respect respond restrict result retain reveal review
    revisit revolve rise say scale seek select send serve set share shed show simplify solve specify speculate
    spend spur stand start state stay stem strengthen strive struggle study submit substantiate substitute succeed
    suffer suffice suggest suit summarise supplement supply support suppose surpass surround survey
    sustain tackle tailor take target tend test think trigger try turn uncover undergo underlie underline
    underpin underscore understand undertake unfold unify unveil update upgrade urge utilise utilize validate vary
    verify view visualise walk want warrant weaken wish witness work write yield
    """)

  /// Verbs that are nouns in their base form, so that only the base form may stay in a term.
  private static let nounVerbs = StopWords.words(
    """
    account act aid aim answer approach attempt attribute base benefit call cause challenge change claim concern
    contrast cover deal demand design desire detail display drive drop evidence experience experiment feature feed
    fit fix focus force form gain guide help highlight hold hope impact increase influence interest issue
    join judge label lack lead limit link list look match matter measure merge mean move need note offer pass play
    place present promise prompt range reach record release report request respect result review rise scale set
    share start state stem study support survey target test trigger turn update upgrade view walk witness work yield
    """)

  /// Verbs whose -ing form names an activity and so a subject: "federated learning", "code switching".
  private static let activities = StopWords.words(
    """
    align augment categorize collect compete complete construct cope curate deploy decide experiment explain feed
    fit guide interpret judge label link live manage match merge prompt record review sample scale share
    substitute tailor target test think understand update walk write
    """)

  /// Every form of the verbs above that ends a run of words in a paper's own phrases.
  static let verbs: Set<String> = {
    var forms: Set<String> = []
    for verb in plainVerbs {
      let inflected = Inflection.forms(of: verb)
      if !nounVerbs.contains(verb) { forms.formUnion([verb, inflected.third]) }
      forms.insert(inflected.past)
      if !activities.contains(verb) { forms.insert(inflected.gerund) }
    }
    return forms.union(irregular)
  }()

  private static let irregular = StopWords.words(
    """
    arose arisen became began begun borne brought built chose chosen did done drew drawn drove driven fallen fell felt found
    gave given gone grew grown held kept knew known laid lay led left lost made meant met paid proven put
    ran said sang saw seen sent set shed shown sought spent stood taken took taught thought told understood undergone went written wrote
    """)

  /// Words that no phrase may consist of alone: heads, verbs, adjectives and the like, in their singular form.
  static let boilerplate = genericHeads.union(generalNouns).union(loose).union(verbs).union(otherLanguages).union(
    StopWords.words(
      """
      abstract academic acknowledgement addition algorithm aspect art architecture availability awareness background
      book broader chapter claim code copyright day decade demo discipline document end era error everyday
      fashion hand help hour inability introduction journal keyword learn learning month name network
      page parameter pattern percentage person pipeline place plan platform proceeding program publication reader
      reference representation respect rule scientist scientific scholar series service sheet side sign site software
      stakeholder student summary submission supplementary symposium table talk team technical text theoretical thesis update thing thought today world
      wide-range world-wide workshop
      一种 一个 以及 使用 具有 分析 可以 基于 实现 实验 应用 性能 我们 技术 提出 数据 方法 有效 本文 构建 模型 研究 系统 结果 表明 通过 进行 问题 不同 任务
      """
    )
  ).subtracting(StopWords.words("text error service student document"))

  /// Endings of adjectives that may look like nouns, tested on the last word of a phrase.
  static let adjectiveEndings = [
    "ive", "ous", "able", "ible", "ful", "less", "ed", "ular", "hard", "aware", "free", "wise", "specific", "agnostic",
    "ée", "ées",
  ]

  /// Those of the endings that hardly ever end a noun.
  static let firmAdjectiveEndings = ["able", "ible", "ous", "ful", "less", "ular", "ée", "ées"]

  /// Nouns in spite of such an ending.
  static let nounsLikeAdjectives = StopWords.words(
    """
    objective variable derivative table perspective alternative initiative incentive narrative archive detective
    additive adjective executive explosive locomotive motive native negative operative preservative primitive
    relative representative sedative directive invective hive drive dive olive cable timetable vegetable syllable
    constable bible crucible mandible spoonful handful bed seed feed speed weed breed need creed deed embed reed
    shed sled fed famous virus fungus corpus calculus genus locus nucleus stimulus thalamus hippocampus hypothalamus
    callus cactus campus census consensus apparatus status radius sinus bonus surplus terminus thesaurus
    rendezvous wireless année donnée durée entrée idée journée lycée mosquée musée portée
     business illness fitness harness witness wellness consciousness process access stress
    """)

  /// Words in -ly that are no adverbs.
  static let nounsInLy = StopWords.words(
    "anomaly assembly family supply reply ally bully jelly belly rally folly monopoly melancholy poly homily italy july sicily"
  )

}

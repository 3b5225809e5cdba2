"""Prints what an analysis is worth.

topics.py SOURCE ANALYSIS       a collection, and its analysis as BenchmarkAnalysis --papers writes it
topics.py --moved OLD NEW       which topics of one edition's folder have another address in a later one
topics.py --odd FOLDER          writes collections that are no collections
"""
import collections
import itertools
import json
import math
import os
import re
import sys

WORD = re.compile(r"[^\W\d_][\w'’-]*")
TOP = 10


def rows(path):
    with open(path, encoding="utf8", errors="replace") as file:
        return [json.loads(line) for line in file if line.strip()]


def telling_words(texts, topics):
    """The ten words of each topic with the highest c-TF-IDF (Grootendorst 2022)."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS
    counts, papers = collections.defaultdict(collections.Counter), collections.Counter()
    for text, topic in zip(texts, topics):
        words = [word for word in text if len(word) > 2 and word not in ENGLISH_STOP_WORDS]
        papers.update(set(words))
        counts[topic].update(words)
    all_counts = sum(counts.values(), collections.Counter())
    mean = sum(all_counts.values()) / len(counts)
    return {
        topic: sorted(
            (word for word in own if papers[word] >= 3),
            key=lambda word: (-own[word] * math.log(1 + mean / all_counts[word]), word))[:TOP]
        for topic, own in counts.items()}


def coherence(texts, words_of_topics):
    """Normalised pointwise mutual information of the topics' words, a paper being the window (Bouma 2009)."""
    wanted = set(itertools.chain.from_iterable(words_of_topics.values()))
    holders = collections.defaultdict(set)
    for paper, text in enumerate(texts):
        for word in wanted.intersection(text):
            holders[word].add(paper)
    means = []
    for words in words_of_topics.values():
        values = []
        for a, b in itertools.combinations(words, 2):
            both = len(holders[a] & holders[b]) / len(texts)
            if both == 0:
                values.append(-1)
            elif both < 1:
                apart = len(holders[a]) * len(holders[b]) / len(texts) ** 2
                values.append(math.log(both / apart) / -math.log(both))
        if values:
            means.append(sum(values) / len(values))
    return sum(means) / max(1, len(means))


def against_labels(papers, labels):
    from sklearn import metrics
    known = [paper for paper in papers if labels.get(paper["id"]) is not None]
    truth = [labels[paper["id"]] for paper in known]
    topics = [paper["topic"] for paper in known]
    print(f"AMI {metrics.adjusted_mutual_info_score(truth, topics):.3f}, "
          f"NMI {metrics.normalized_mutual_info_score(truth, topics):.3f} over {len(known)} labelled papers")
    right = 0
    for paper in known:
        votes = collections.Counter(labels[other] for other in paper.get("near", []) if labels.get(other) is not None)
        # Counter keeps the order of first appearance, so the nearest neighbour decides a tie.
        right += bool(votes) and votes.most_common(1)[0][0] == labels[paper["id"]]
    print(f"ten nearest vote for the label: {right / max(1, len(known)):.3f}")


def stemmed(phrase, stem):
    return " ".join(stem(piece) for piece in re.findall(r"[^\W_]+", phrase.lower()))


def against_keys(papers, keys, field):
    """F1 of exact matches of stemmed phrases over all papers together, absent keys counted as missed."""
    import snowballstemmer
    stem = snowballstemmer.stemmer("porter").stemWord
    by_paper = {paper["id"]: paper.get(field, []) for paper in papers}
    figures = []
    for most in (5, 10, 15):
        hits = given = wanted = 0
        for paper, gold in keys.items():
            gold = {stemmed(key, stem) for key in gold}
            found = list(dict.fromkeys(stemmed(key, stem) for key in by_paper.get(paper, [])))[:most]
            hits, given, wanted = hits + len(gold.intersection(found)), given + len(found), wanted + len(gold)
        figures.append(f"@{most} {200 * hits / max(1, given + wanted):.1f}")
    print(f"{field} against the given keys, F1 {', '.join(figures)}")


def main(source, analysis):
    papers = rows(analysis)
    texts = [[word.lower() for word in WORD.findall(paper["title"] + " . " + paper["text"])] for paper in papers]
    if papers:
        words = telling_words(texts, [paper["topic"] for paper in papers])
        listed = list(itertools.chain.from_iterable(words.values()))
        print(f"words of topics: NPMI {coherence(texts, words):.3f}, "
              f"diversity {len(set(listed)) / max(1, len(listed)):.3f}")
    if os.path.isdir(source) or not source.endswith(".jsonl"):
        return
    given = {str(row.get("id", row.get("_id"))): row for row in rows(source)}
    labels = {key: row["label"] for key, row in given.items() if row.get("label") is not None}
    keys = {key: row["gold"] for key, row in given.items() if row.get("gold")}
    if labels:
        against_labels(papers, labels)
    for field in ("phrases", "keywords") if keys else ():
        against_keys(papers, keys, field)


def moved(old, new):
    """Compares two ledgers: a topic keeps its address if it keeps its id."""
    old, new = ({topic["id"]: set(topic["papers"])
                 for topic in json.load(open(os.path.join(folder, "ledger.json"), encoding="utf8"))["topics"]}
                for folder in (old, new))
    all_left = set().union(*new.values())
    held = {id: papers for id, papers in old.items() if len(papers & all_left) > 0}
    kept = [id for id in held if id in new]
    # The most of its papers that any one topic of the later edition holds.
    whole = [id for id, papers in held.items()
             if 2 * max(len(papers & others) for others in new.values()) >= len(papers)]
    lost = [id for id in whole if id not in new]
    print(f"{len(all_left)} papers after {len(set().union(*old.values()))}: {len(kept)} of {len(old)} topics keep "
          f"their address; of {len(whole)} with half of their papers together {len(lost)} lose it: {', '.join(lost)}")


def odd(folder):
    alike = "We study how bees find flowers, and show that colour matters more than scent in all seasons."
    chinese = "我们研究了神经网络在图像识别中的应用，并提出了一种新的训练方法，实验结果表明该方法有效。"
    topic = ["bees", "rivers", "glass", "voting", "bread"]
    collections_ = {
        "0-papers": [],
        **{f"{count:02}-papers": [(f"On {topic[i % 5]} {i}", f"We study {topic[i % 5]} and find {topic[(i + 1) % 5]}.")
                                  for i in range(count)] for count in (1, 2, 3, 10)},
        "500-copies": [(f"Copy {i}", alike) for i in range(500)],
        "one-word-abstracts": [(f"Title {i}", topic[i % 5]) for i in range(100)],
        "chinese": [(f"研究 {i} {topic[i % 5]}", chinese[i % 7:]) for i in range(100)],
    }
    for name, papers in collections_.items():
        with open(os.path.join(folder, f"odd-{name}.jsonl"), "w", encoding="utf8") as file:
            for title, abstract in papers:
                file.write(json.dumps({"title": title, "abstract": abstract}, ensure_ascii=False) + "\n")


match sys.argv[1:]:
    case ["--moved", old, new]:
        moved(old, new)
    case ["--odd", folder]:
        odd(folder)
    case [source, analysis]:
        main(source, analysis)
    case _:
        sys.exit(__doc__)

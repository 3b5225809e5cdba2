"""Prints what an edition's topics are worth: topics.py INPUT OUTPUT-FOLDER."""
import collections
import json
import pathlib
import sys


def rows(path):
    with open(path, encoding="utf8", errors="replace") as file:
        return [json.loads(line) for line in file if line.strip()]


def main(source, output):
    output = pathlib.Path(output)
    papers = rows(next(output.rglob("papers.jsonl")))
    best = [paper["topics"][0]["id"] if paper["topics"] else None for paper in papers]
    sizes = collections.Counter(topic for topic in best if topic is not None)
    several = sum(len(paper["topics"]) > 1 for paper in papers)
    total = max(1, len(papers))
    print(f"papers {len(papers)}, topics {len(sizes)}, largest {100 * max(sizes.values(), default=0) / total:.1f} %, "
          f"unassigned {best.count(None)}, in several {100 * several / total:.1f} %")
    report = next(output.rglob("report.json"), None)
    if report:
        for name, value in json.loads(report.read_text(encoding="utf8")).get("figures", {}).items():
            print(f"{name}: {value:.3f}")
    if not source.endswith(".jsonl"):
        return
    labels = {str(row.get("id", row.get("_id"))): row.get("label") for row in rows(source)}
    pairs = [(labels.get(str(paper.get("sourceId"))), topic) for paper, topic in zip(papers, best)]
    pairs = [(label, topic) for label, topic in pairs if label is not None]
    if not pairs:
        return
    from sklearn import metrics
    label, topic = zip(*pairs)
    print(f"AMI {metrics.adjusted_mutual_info_score(label, topic):.3f}, "
          f"NMI {metrics.normalized_mutual_info_score(label, topic):.3f} over {len(pairs)} labelled papers")


main(*sys.argv[1:3])

"""Says what a real model did in a run, and keeps its exchanges as a transcript for the tests.

Usage: transcript.py DATA WORK [FIXTURE]
DATA     the folder of the quickstart arena
WORK     holds exchanges.jsonl (what the endpoint was asked and answered) and votes.jsonl (arena export votes)
FIXTURE  where transcript.jsonl and expected.json go; without it nothing is written

Tokens, calls and what was cut off are counted from the exchanges, verdicts from the votes that Arena stored: the test that replays the
transcript compares Arena with the endpoint's own figures.
"""

import json
import pathlib
import re
import sys
from collections import Counter

HEADINGS = re.compile(r"^### (?:Question|Right answer|Answer A|Answer B|Verdict)\n", re.MULTILINE)
FENCE = re.compile(r"<<<(?:TEXT|END) ")


def rows(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def longest_within(texts, section):
    """The name of the longest text whose lines stand in a section of the question, whatever lines stand around them."""
    found = [(len(text), name) for name, text in texts.items() if f"\n{text}\n" in f"\n{section}\n"]
    if not found:
        sys.exit(f"no known text in this section of a question: {section!r}")
    return max(found)[1]


class Texts:
    def __init__(self, data):
        self.prompts = {row["id"]: row["prompt"] for row in rows(data / "prompts.jsonl") if "prompt" in row}
        self.responses = {}
        for file in sorted((data / "responses").glob("*.jsonl")):
            for row in rows(file):
                if "response" in row:
                    self.responses.setdefault(row["prompt_id"], {})[row["model"]] = row["response"]

    def key(self, request, contestants):
        users = [message["content"] for message in request["messages"] if message["role"] == "user"]
        _, question, _, first, second, _ = HEADINGS.split(users[0])
        prompt = longest_within(self.prompts, question)
        seated = {name: text for name, text in self.responses[prompt].items() if name in contestants}
        return prompt, longest_within(seated, first), longest_within(seated, second), len(users)


def verdict(vote):
    if vote["verdict"] == "abstention":
        return vote["reason"]
    if vote["verdict"] != "ranking":
        return vote["verdict"]
    first, second = vote["ranks"]
    return "tie" if first == second else "first" if first < second else "second"


def position(votes):
    """Decisive verdicts, those for the first position, matchups with a verdict in both orders, those with one result."""
    decisive = [vote for vote in votes if vote[3] in ("first", "second")]
    matchups = {}
    for prompt, first, second, said in votes:
        if said in ("first", "second", "tie", "both_bad"):
            winner = {"first": first, "second": second}.get(said, said)
            matchups.setdefault((prompt, *sorted((first, second))), []).append(winner)
    both = [winners for winners in matchups.values() if len(winners) > 1]
    return {
        "decisive": len(decisive),
        "first": sum(vote[3] == "first" for vote in decisive),
        "compared": len(both),
        "consistent": sum(len(set(winners)) == 1 for winners in both),
    }


def main():
    data, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    votes = sorted([row["prompt_id"], *row["models"], verdict(row)] for row in rows(work / "votes.jsonl"))
    texts = Texts(data)
    contestants = {name for vote in votes for name in vote[1:3]}
    transcript = []
    for exchange in rows(work / "exchanges.jsonl"):
        prompt, first, second, turn = texts.key(exchange["request"], contestants)
        key = {"prompt": prompt, "first": first, "second": second, "turn": turn}
        transcript.append({**key, **exchange, "body": json.loads(exchange["body"])})
    transcript.sort(key=lambda line: (line["prompt"], line["first"], line["second"], line["turn"]))
    bodies = [line["body"] for line in transcript]
    expected = {
        "calls": len(votes),
        "sent": len(transcript),
        "prompt_tokens": sum(body["usage"]["prompt_tokens"] for body in bodies),
        "completion_tokens": sum(body["usage"]["completion_tokens"] for body in bodies),
        **position(votes),
        "votes": votes,
    }
    report(transcript, expected)
    if len(sys.argv) > 3:
        keep(pathlib.Path(sys.argv[3]), transcript, expected)


def report(transcript, expected):
    said = Counter(vote[3] for vote in expected["votes"])
    replies = [line["body"]["choices"][0] for line in transcript]
    seconds = sum(line["millis"] for line in transcript) / 1000
    tokens = expected["prompt_tokens"] + expected["completion_tokens"]
    print(f"verdicts: {dict(sorted(said.items()))} of {expected['calls']} calls, sent {expected['sent']} times")
    print(f"first position: {expected['first']} of {expected['decisive']} decisive verdicts")
    print(f"same result in both orders: {expected['consistent']} of {expected['compared']} matchups")
    print(f"replies cut off: {sum(reply['finish_reason'] == 'length' for reply in replies)}")
    print(f"replies with a delimiter of the question: {sum(bool(FENCE.search(reply['message']['content'])) for reply in replies)}")
    print(f"{tokens} tokens ({expected['completion_tokens']} of them replies) in {seconds:.0f} s: {tokens / seconds:.0f} a second")


def keep(fixture, transcript, expected):
    lines = [json.dumps(line, ensure_ascii=False) for line in transcript]
    (fixture / "transcript.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    head = json.dumps({key: value for key, value in expected.items() if key != "votes"}, indent=2)[:-2]
    votes = ",\n".join("    " + json.dumps(vote) for vote in expected["votes"])
    (fixture / "expected.json").write_text(f'{head},\n  "votes": [\n{votes}\n  ]\n}}\n', encoding="utf-8")
    print(f"wrote {len(lines)} exchanges and {len(expected['votes'])} verdicts")


main()

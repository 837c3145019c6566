"""Fine-tune the reader on attributions and names together.

python -m training.train --data ../shared/data --base FOLDER_OF_MINILM --out scratch/reader.pt
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from kg.reading.decode import bio, softmax
from kg.reading.pieces import tokenizer

from . import data
from .net import Reader, pretrained


def collate(batch: list[data.Window]) -> tuple[torch.Tensor, ...]:
    size = max(len(w.pieces) for w in batch)
    out = torch.zeros(3, len(batch), size, dtype=torch.long)
    for i, w in enumerate(batch):
        for k, part in enumerate((w.pieces.ids, w.pieces.shape, w.pieces.flags)):
            out[k, i, : len(w.pieces)] = torch.from_numpy(part.astype(np.int64))
    return out[0], out[1], out[2]


def padded(rows: list[np.ndarray], size: int) -> torch.Tensor:
    out = torch.full((len(rows), size), data.IGNORE, dtype=torch.long)
    for i, r in enumerate(rows):
        out[i, : len(r)] = torch.from_numpy(r)
    return out


def ce(scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    return F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=data.IGNORE)


def jitter(first: int, last: int, rng: random.Random) -> tuple[int, int]:
    """A cue as the model may find it: now and then only its first or last piece."""
    return (first, last) if rng.random() > 0.15 else rng.choice([(first, first), (last, last)])


def tempting(outside: np.ndarray, batch: list[data.Window], most: int = 3, least: float = 0.03) -> list[tuple[int, int, int, np.ndarray]]:
    """Pieces that look like a cue and are none: the role tagger learns to find nothing there."""
    found = []
    for i, w in enumerate(batch):
        chance = np.where(w.cue == 0, 1 - outside[i, : len(w.cue)], 0.0)
        for at in np.argsort(-chance)[:most]:
            if chance[at] > least:
                found.append((i, int(at), int(at), np.zeros(len(w.cue), np.int64)))
    return found


def loss_of(net: Reader, batch: list[data.Window], rng: random.Random) -> torch.Tensor:
    ids, shape, flags = collate(batch)
    x = net.drop(net.encoder(ids, shape, flags))
    size = ids.shape[1]
    if batch[0].ner is not None:
        return ce(net.ner(x), padded([w.ner for w in batch], size))
    scores = net.cues(x)
    loss = ce(scores, padded([w.cue for w in batch], size)) + 0.3 * ce(net.spans(x), padded([w.spans for w in batch], size))
    cues = [(i, *jitter(f, l, rng), r) for i, w in enumerate(batch) for f, l, r in w.cues]
    cues += tempting(scores.detach().softmax(-1)[..., 0].numpy(), batch)
    if cues:
        window, first, last = (torch.tensor([c[k] for c in cues]) for k in range(3))
        loss = loss + 2.0 * ce(net.roles(x, window, first, last), padded([c[3] for c in cues], size))
    return loss


def batches(windows: list[data.Window], pieces: int, rng: random.Random) -> list[list[data.Window]]:
    rng.shuffle(windows)
    out = []
    for k in range(0, len(windows), 256):
        pool = sorted(windows[k : k + 256], key=lambda w: len(w.pieces))
        held: list[data.Window] = []
        for w in pool:
            if held and (len(held) + 1) * len(w.pieces) > pieces:
                out.append(held)
                held = []
            held.append(w)
        out.append(held)
    rng.shuffle(out)
    return out


@torch.no_grad()
def predict(net: Reader, docs: list[data.Document], tok, limit: int, bias: float = 0.0) -> list[dict]:
    net.eval()
    out = []
    for doc in docs:
        found, ents = [], []
        for w in data.label(doc, tok, limit):
            ids, shape, flags = collate([w])
            x = net.encoder(ids, shape, flags)
            p = w.pieces
            span = lambda f, l: [int(p.begin[f]), int(p.end[l])]
            ents += [(*span(f, l), k) for f, l, k in bio(net.ner(x)[0].argmax(-1).numpy())]
            scores = net.cues(x)[0]
            scores[:, 0] -= bias
            cues = bio(scores.argmax(-1).numpy())
            if not cues:
                continue
            first, last = torch.tensor([c[0] for c in cues]), torch.tensor([c[1] for c in cues])
            roles = net.roles(x, torch.zeros(len(cues), dtype=torch.long), first, last).argmax(-1).numpy()
            for (f, l, _), r in zip(cues, roles, strict=True):
                runs = bio(r)
                source = [span(a, b) for a, b, k in runs if k == 0][:1]
                content = [span(a, b) for a, b, k in runs if k == 1]
                if content:
                    found.append({"source": source, "cue": [span(f, l)], "content": content})
        out.append({"doc": doc.name, "text": doc.text, "attributions": found, "names": ents})
    net.train()
    return out


def ner_f1(docs: list[data.Document], pred: list[dict], kinds=("Person", "Organization", "Place")) -> dict[str, float]:
    from .net import NER

    tp, np_, ng = 0, 0, 0
    per = {}
    for k in kinds:
        g = {(d.name, b, e) for d in docs for b, e, t in d.names if t == k}
        p = {(d["doc"], b, e) for d in pred for b, e, t in d["names"] if NER[t] == k}
        per[k] = round(200 * len(g & p) / max(1, len(g) + len(p)), 1)
        tp, np_, ng = tp + len(g & p), np_ + len(p), ng + len(g)
    return {"all": round(200 * tp / max(1, np_ + ng), 1), **per}


def evaluate(net: Reader, dev, ner_dev, tok, limit: int, scorer: Path) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("scorer", scorer)
    mod = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(mod)
    gold = {d.name: {"doc": d.name, "text": d.text, "attributions": d.attributions} for d in dev}
    pred = {d["doc"]: d for d in predict(net, dev, tok, limit)}
    s = mod.score(gold, pred)
    print({k: (v["p"], v["r"], v["f1"]) for k, v in s.items()}, flush=True)
    print("ner", ner_f1(ner_dev, predict(net, ner_dev, tok, limit)), flush=True)


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--scorer", type=Path)
    ap.add_argument("--epochs", type=float, default=4)
    ap.add_argument("--ner-epochs", type=float, default=2)
    ap.add_argument("--limit", type=int, default=256)
    ap.add_argument("--pieces", type=int, default=3072)
    ap.add_argument("--lr", type=float, default=2e-4)
    ap.add_argument("--steps", type=int, default=0, help="stop early, for trials")
    ap.add_argument("--freeze", type=int, default=0, help="encoder layers left as they are")
    ap.add_argument("--leave-out", nargs="*", default=[], choices=["polnear", "worldwide"])
    ap.add_argument("--init", type=Path, help="weights of an earlier run to go on from")
    ap.add_argument("--compile", action="store_true", help="a quarter faster after a minute of compiling")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    tok = tokenizer(a.base / "tokenizer.json")
    train = [] if "polnear" in a.leave_out else data.polnear(a.data / "attribution/polnear-train.jsonl")
    dev = data.polnear(a.data / "attribution/polnear-dev.jsonl")
    named = data.names(a.data / "ner/worldwide-train.tsv", a.data / "news/worldwide.jsonl")
    ner_dev, named = named[::10], [d for i, d in enumerate(named) if i % 10]
    if "worldwide" in a.leave_out:
        named = []

    def epoch(docs: list[data.Document]) -> list[list[data.Window]]:
        return batches([w for d in docs for w in data.label(d, tok, a.limit, rng)], a.pieces, rng)

    plan: list[list[data.Window]] = []
    rounds = math.ceil(max(a.epochs, a.ner_epochs))
    for _ in range(rounds):
        part = []
        for docs, epochs in ((train, a.epochs), (named, a.ner_epochs)):
            found = epoch(docs) if docs else []
            part += found[: round(len(found) * epochs / rounds)]
        rng.shuffle(part)
        plan += part
    net = pretrained(a.base)
    if a.init:
        net.load_state_dict(torch.load(a.init))
    net.encoder.words.weight.requires_grad_(False)
    for layer in net.encoder.layers[: a.freeze]:
        layer.requires_grad_(False)
    if a.compile:
        net.encoder.forward = torch.compile(net.encoder.forward, dynamic=True)
    enc = [p for p in net.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder.")]
    opt = torch.optim.AdamW([{"params": enc, "lr": a.lr}, {"params": heads, "lr": 5 * a.lr}], weight_decay=0.01, fused=True)
    total = a.steps or len(plan)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda k: min((k + 1) / (0.06 * total), max(0.02, 1 - k / total)))
    print(f"{len(plan)} steps, {sum(len(w.pieces) for b in plan for w in b)} pieces", flush=True)
    t0, seen, run = time.time(), 0, {"ner": 0.0, "attr": 0.0}
    marks = {round(total * f) for f in (0.34, 0.67)}
    for k, batch in enumerate(plan[:total]):
        loss = loss_of(net, batch, rng)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*enc, *heads], 1.0)
        opt.step()
        sched.step()
        seen += sum(len(w.pieces) for w in batch)
        key = "ner" if batch[0].ner is not None else "attr"
        run[key] = 0.98 * run[key] + 0.02 * loss.item() if run[key] else loss.item()
        if k % (50 if not a.steps else 5) == 0:
            print(f"{k}/{total} {run['attr']:.3f} {run['ner']:.3f} {seen / (time.time() - t0):.0f} pieces/s", flush=True)
        if k in marks:
            torch.save(net.state_dict(), a.out)
            if a.scorer:
                evaluate(net, dev, ner_dev, tok, a.limit, a.scorer)
    torch.save(net.state_dict(), a.out)
    a.out.with_suffix(".json").write_text(json.dumps({k: str(v) for k, v in vars(a).items()}, indent=1))
    if a.scorer:
        evaluate(net, dev, ner_dev, tok, a.limit, a.scorer)


if __name__ == "__main__":
    main()

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
from torch.nn import functional

from kg.reading.network.pieces import tokenizer

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
    return functional.cross_entropy(scores.flatten(0, -2).float(), gold.flatten(), ignore_index=data.IGNORE)


def jitter(first: int, last: int, rng: random.Random) -> tuple[int, int]:
    """A cue as the model may find it: now and then only its first or last piece."""
    return (first, last) if rng.random() > 0.15 else rng.choice([(first, first), (last, last)])


def tempting(outside: np.ndarray, batch: list[data.Window], most: int = 3, least: float = 0.03) -> list[tuple[int, int, int, np.ndarray]]:
    """Pieces that look like a cue and are none: the role tagger learns to find nothing there."""
    found = []
    for i, w in enumerate(batch):
        chance = np.where(w.cue == 0, 1 - outside[i, : len(w.cue)], 0.0)
        likely = [int(at) for at in np.argsort(-chance)[:most] if chance[at] > least]
        found += [(i, at, at, np.zeros(len(w.cue), np.int64)) for at in likely]
    return found


def loss_of(net: Reader, batch: list[data.Window], rng: random.Random, helper: float = 0.3) -> torch.Tensor:
    ids, shape, flags = collate(batch)
    x = net.drop(net.encoder(ids, shape, flags))
    size = ids.shape[1]
    if batch[0].ner is not None:
        return ce(net.ner(x), padded([w.ner for w in batch], size))
    scores = net.cues(x)
    loss = ce(scores, padded([w.cue for w in batch], size)) + helper * ce(net.spans(x), padded([w.spans for w in batch], size))
    cues = [(i, *jitter(first, last, rng), r) for i, w in enumerate(batch) for first, last, r in w.cues]
    cues += tempting(scores.detach().float().softmax(-1)[..., 0].numpy(), batch)
    if cues:
        window, first, last = (torch.tensor([c[k] for c in cues]) for k in range(3))
        loss = loss + 2.0 * ce(net.roles(x, window, first, last), padded([c[3] for c in cues], size))
    return loss


def on_grid(matrices: list[torch.Tensor], steps: int = 64) -> list[torch.Tensor]:
    """Rounds matrices row by row, a little coarser than they ship; gives back what they were."""
    before = [m.data.clone() for m in matrices]
    for m in matrices:
        unit = m.data.abs().amax(tuple(range(1, m.dim())), keepdim=True).clamp_min(1e-9) / steps
        m.data.copy_((m.data / unit).round() * unit)
    return before


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


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=float, default=4)
    ap.add_argument("--ner-epochs", type=float, default=2)
    ap.add_argument("--world-epochs", type=float, default=0)
    ap.add_argument("--us-epochs", type=float, default=0)
    ap.add_argument("--marked", type=Path, default=Path("evals/speakers"), help="where the attributions of world news are marked")
    ap.add_argument("--named", type=Path, default=Path("evals/named/us"), help="where the names of US news are marked")
    ap.add_argument("--helper", type=float, default=0.3, help="what telling roles without regard to the cue weighs; 0 from resumed weights")
    ap.add_argument("--limit", type=int, default=256)
    ap.add_argument("--pieces", type=int, default=3072)
    ap.add_argument("--lr", type=float, default=2e-4)
    ap.add_argument("--steps", type=int, default=0, help="stop early, for trials")
    ap.add_argument("--freeze", type=int, default=0, help="encoder layers left as they are")
    ap.add_argument("--leave-out", nargs="*", default=[], choices=["polnear", "world", "worldwide", "us"])
    ap.add_argument("--init", type=Path, help="weights of an earlier run to go on from")
    ap.add_argument("--compile", action="store_true", help="a quarter faster after a minute of compiling")
    ap.add_argument("--grid", action="store_true", help="train with the matrices rounded, a little coarser than they ship")
    ap.add_argument("--bf16", action="store_true", help="half precision where the processor has it")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    tok = tokenizer(a.base / "tokenizer.json")
    train = [] if "polnear" in a.leave_out else data.polnear(a.data / "attribution/polnear-train.jsonl")
    world = [] if "world" in a.leave_out or not a.world_epochs else data.world(a.marked, a.data / "news/worldwide.jsonl")
    named = data.names(a.data / "ner/worldwide-train.tsv", a.data / "news/worldwide.jsonl")
    named = [d for i, d in enumerate(named) if i % data.TENTH]
    if "worldwide" in a.leave_out:
        named = []
    us = [] if "us" in a.leave_out or not a.us_epochs else data.named(a.named, a.data / "attribution/polnear-train.jsonl")
    us = [d for i, d in enumerate(us) if i % data.SIXTH]

    def epoch(docs: list[data.Document]) -> list[list[data.Window]]:
        return batches([w for d in docs for w in data.label(d, tok, a.limit, rng)], a.pieces, rng)

    plan: list[list[data.Window]] = []
    rounds = math.ceil(max(a.epochs, a.ner_epochs, a.world_epochs, a.us_epochs))
    for _ in range(rounds):
        part = []
        for docs, epochs in ((train, a.epochs), (world, a.world_epochs), (named, a.ner_epochs), (us, a.us_epochs)):
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
    matrices = [m.weight for m in net.modules() if isinstance(m, (torch.nn.Linear, torch.nn.Conv1d))] if a.grid else []
    opt = torch.optim.AdamW([{"params": enc, "lr": a.lr}, {"params": heads, "lr": 5 * a.lr}], weight_decay=0.01, fused=True)
    total = a.steps or len(plan)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda k: min((k + 1) / (0.06 * total), max(0.02, 1 - k / total)))
    print(f"{len(plan)} steps, {sum(len(w.pieces) for b in plan for w in b)} pieces", flush=True)
    t0, seen, run = time.time(), 0, {"ner": 0.0, "attr": 0.0}
    for k, batch in enumerate(plan[:total]):
        before = on_grid(matrices)
        with torch.autocast("cpu", torch.bfloat16, enabled=a.bf16):
            loss = loss_of(net, batch, rng, a.helper)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        for m, values in zip(matrices, before, strict=True):
            m.data.copy_(values)
        torch.nn.utils.clip_grad_norm_([*enc, *heads], 1.0)
        opt.step()
        sched.step()
        seen += sum(len(w.pieces) for w in batch)
        key = "ner" if batch[0].ner is not None else "attr"
        run[key] = 0.98 * run[key] + 0.02 * loss.item() if run[key] else loss.item()
        if k % (50 if not a.steps else 5) == 0:
            print(f"{k}/{total} {run['attr']:.3f} {run['ner']:.3f} {seen / (time.time() - t0):.0f} pieces/s", flush=True)
    torch.save(net.state_dict(), a.out)
    a.out.with_suffix(".json").write_text(json.dumps({k: str(v) for k, v in vars(a).items()}, indent=1))


if __name__ == "__main__":
    main()

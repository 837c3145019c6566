"""The weights of a model that ships, as a checkpoint to go on from: what `export.py` made int8 is made float again.

python -m training.resume kg/reading/weights/news --base FOLDER_OF_MINILM --out scratch/shipped.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .net import Reader, pretrained


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("weights", type=Path)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    torch.save(resumed(a.weights, pretrained(a.base)), a.out)


def resumed(weights: Path, net: Reader) -> dict[str, torch.Tensor]:
    """The state of `net` with the weights of the graphs in folder `weights`. Word vectors are those of `net`, which training leaves as they
    are, and the helper of training that does not ship starts anew."""
    state = net.state_dict()
    found = _reader(_tensors(weights / "reader.onnx")) | _roles(_tensors(weights / "roles.onnx"))
    for name, values in found.items():
        if state[name].shape != values.shape:
            raise SystemExit(f"{weights}: {name} has shape {values.shape}, not {tuple(state[name].shape)}: made by another network")
        state[name] = torch.from_numpy(np.array(values, np.float32))
    if left := sorted(set(state) - set(found) - {"encoder.words.weight", "spans.weight", "spans.bias"}):
        raise SystemExit(f"{weights}: nothing found for {', '.join(left)}")
    return state


def _tensors(path: Path) -> dict[str, np.ndarray]:
    """The graph's constants by name, what was quantized multiplied out, in the order of the graph."""
    raw = {i.name: numpy_helper.to_array(i) for i in onnx.load(str(path)).graph.initializer}
    out = {}
    for name, values in raw.items():
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            scale, zero = raw[f"{stem}_scale"], raw[f"{stem}_zero_point"].astype(np.float32)
            out[stem] = (values.astype(np.float32) - zero) * scale
        elif not name.endswith(("_scale", "_zero_point")):
            out[name] = values
    return out


def _reader(tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    named = {n.removeprefix("net."): v for n, v in tensors.items() if n.startswith("net.") and n != "net.encoder.words.weight"}
    matrices = [v.T for n, v in tensors.items() if not n.startswith("net.") and v.ndim == 2]
    layers = [f"encoder.layers.{i}.{part}.weight" for i in range(6) for part in ("qkv", "out", "up", "down")]
    return named | dict(zip(layers, matrices, strict=False)) | _paired(matrices[len(layers) :], len(named["ner.2.bias"]))


def _paired(matrices: list[np.ndarray], names: int) -> dict[str, np.ndarray]:
    """Two matrices for each head, the second of which is as wide as there are labels."""
    out = {}
    for first, second in zip(matrices[::2], matrices[1::2], strict=True):
        head = "ner" if second.shape[0] == names else "cues"
        out |= {f"{head}.0.weight": first, f"{head}.2.weight": second}
    return out


def _roles(tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    out = {}
    kept = [(n, v) for n, v in tensors.items() if v.ndim]
    for name, values in kept:
        if name.startswith("convs."):
            out[f"roles.{name.replace('.linear', '')}"] = values
        elif name.endswith((".bias", ".weight")) and not name.endswith("_Transposed"):
            out[f"roles.{name}"] = values
        elif name.endswith(".weight_Transposed"):
            out[f"roles.{name.removesuffix('_Transposed')}"] = values.T
    piece, *convs, last = [v for n, v in kept if v.ndim == 2 and n.startswith("val_")]
    for i, conv in enumerate(convs):
        size = conv.shape[1]
        out[f"roles.convs.{i}.weight"] = conv.T.reshape(size, 3, -1).transpose(0, 2, 1)
    return out | {"roles.piece.weight": piece.T, "roles.out.weight": last.T}


if __name__ == "__main__":
    main()

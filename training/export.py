"""Weights to the two int8 ONNX graphs that ship: `reader.onnx` (pieces → hidden, names, cues) and `roles.onnx` (hidden, cues → roles).

python -m training.export scratch/reader.pt --base FOLDER_OF_MINILM --out kg/reading/weights/news
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from .labels import CUE_LABELS, NER_LABELS, ROLE_LABELS
from .net import Reader


class Front(nn.Module):
    def __init__(self, net: Reader) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shape: Tensor, flags: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.net.encoder(ids, shape, flags)
        return x, self.net.ner(x), self.net.cues(x)


class Shifted(nn.Module):
    """A dilated convolution of width three as one matrix product, which quantizes."""

    def __init__(self, conv: nn.Conv1d) -> None:
        super().__init__()
        self.dilation = conv.dilation[0]
        self.linear = nn.Linear(3 * conv.in_channels, conv.out_channels)
        self.linear.weight.data = conv.weight.data.permute(0, 2, 1).reshape(conv.out_channels, -1)
        self.linear.bias.data = conv.bias.data

    def forward(self, x: Tensor) -> Tensor:
        x = x.transpose(1, 2)
        size, wide = x.shape[1], nn.functional.pad(x, (0, 0, self.dilation, self.dilation))
        parts = [wide[:, k * self.dilation : k * self.dilation + size] for k in range(3)]
        return self.linear(torch.cat(parts, -1)).transpose(1, 2)


def export(net: Reader, out: Path) -> None:
    net.eval()
    net.roles.convs = nn.ModuleList(Shifted(c) for c in net.roles.convs)
    batch, pieces, cue = (torch.export.Dim(n, min=1) for n in ("batch", "pieces", "cue"))
    ids = torch.randint(1000, 20000, (2, 40))
    args = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    x = net.encoder(*args)
    roles = (x, torch.tensor([0, 1, 1]), torch.tensor([3, 4, 9]), torch.tensor([3, 5, 9]))
    shapes = {0: batch, 1: pieces}
    graphs = {
        "reader": (Front(net), args, ("ids", "shape", "flags"), ("hidden", "names", "cues"), (shapes, shapes, shapes)),
        "roles": (net.roles, roles, ("hidden", "window", "first", "last"), ("roles",), (shapes, {0: cue}, {0: cue}, {0: cue})),
    }
    for name, parts in graphs.items():
        quantized(name, *parts, out)


def quantized(
    name: str, module: nn.Module, inputs: tuple, names: tuple[str, ...], outputs: tuple[str, ...], dims: tuple, out: Path
) -> None:
    """Writes a module as an ONNX graph of eight-bit weights."""
    with tempfile.TemporaryDirectory() as tmp:
        raw, ready, final = Path(tmp) / f"{name}.onnx", Path(tmp) / f"{name}-ready.onnx", out / f"{name}.onnx"
        torch.onnx.export(
            module,
            inputs,
            str(raw),
            input_names=list(names),
            output_names=list(outputs),
            dynamic_shapes=dims,
            dynamo=True,
            external_data=False,
            opset_version=18,
            optimize=True,
        )
        quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(final),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            extra_options={"MatMulConstBOnly": True},
        )
        cut = unsaturated(final)
        in_order(final)
        got = ort.InferenceSession(str(final)).run(None, {n: i.numpy() for n, i in zip(names, inputs, strict=True)})[-1]
        want = module(*inputs)
        want = (want[-1] if isinstance(want, tuple) else want).detach().numpy()
        agree = float((got.argmax(-1) == want.argmax(-1)).mean())
        print(f"{name}: {final.stat().st_size / 1e6:.1f} MB, {cut:.2%} of the weights cut, labels equal after quantizing {agree:.4f}")


def unsaturated(path: Path) -> float:
    """Sees to it that neighbours in a column, times 255, add up to 16 bits, by cutting them or by a wider step, whichever is nearer to
    the column's weights; gives the share of weights cut.

    Without VNNI a processor adds such products in 16 bits: other weights saturate there, and it reads otherwise than others.
    """
    model = onnx.load(str(path))
    tensors = {t.name: t for t in model.graph.initializer}
    cut = all_ = 0
    for name in {node.input[1] for node in model.graph.node if node.op_type == "MatMulInteger"}:
        whole, scale = tensors[name], tensors[name.removesuffix("_quantized") + "_scale"]
        units = numpy_helper.to_array(scale)
        weights = numpy_helper.to_array(whole).astype(np.float32) * units
        tries = [(units * wider, *_cut(weights / (units * wider))) for wider in np.linspace(1, 2, 21, dtype=np.float32)]
        error = np.stack([((got * unit - weights) ** 2).sum(0) for unit, got, _ in tries])
        best, columns = error.argmin(0), np.arange(weights.shape[1])
        units, got, less = (np.stack([t[k] for t in tries])[best, ..., columns].T for k in range(3))
        whole.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(got.astype(np.int8)), whole.name))
        scale.CopyFrom(numpy_helper.from_array(units.astype(np.float32), scale.name))
        cut, all_ = cut + int(less.sum()), all_ + got.size
    onnx.save(model, str(path))
    return cut / all_


def in_order(path: Path) -> None:
    """Writes each x · (½ · (1 + erf)) as x · (1 + erf) · ½: the same numbers, since halving is exact, in the order in which ONNX Runtime
    knows a GELU and computes it at once."""
    model = onnx.load(str(path))
    users = {name: node for node in model.graph.node for name in node.input}
    for erf in (node for node in model.graph.node if node.op_type == "Erf"):
        more = users[erf.output[0]]
        half = users[more.output[0]]
        last = users[half.output[0]]
        if [node.op_type for node in (more, half, last)] == ["Add", "Mul", "Mul"]:
            x = next(name for name in last.input if name != half.output[0])
            constant = next(name for name in half.input if name != more.output[0])
            if constant in {tensor.name for tensor in model.graph.initializer}:
                half.input[:], last.input[:] = [x, more.output[0]], [half.output[0], constant]
    onnx.save(model, str(path))


def _cut(weights: np.ndarray, most: int = 128) -> tuple[np.ndarray, np.ndarray]:
    """Weights in steps as whole numbers whose neighbours in a column are at most `most` together, and how many were cut in each column."""
    got = np.rint(weights)
    pairs = got[: len(got) // 2 * 2].reshape(-1, 2, got.shape[1])
    over = np.maximum(np.abs(pairs.sum(1)) - most, 0) * (pairs.prod(1) > 0)
    less = np.stack([over // 2, over - over // 2], 1)
    pairs -= np.sign(pairs) * less
    return got, (less > 0).sum((0, 1))


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("checkpoints", type=Path, nargs="+", help="of several the mean is taken")
    ap.add_argument("--weights", type=float, nargs="+", help="what each counts in the mean (default: alike)")
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    net = Reader()
    states = [torch.load(path) for path in a.checkpoints]
    shares = a.weights or [1 / len(states)] * len(states)
    net.load_state_dict({name: sum(w * s[name] for w, s in zip(shares, states, strict=True)) for name in states[0]})
    with torch.no_grad():
        export(net, a.out)
    shutil.copy(a.base / "tokenizer.json", a.out)
    (a.out / "labels.json").write_text(json.dumps({"names": NER_LABELS, "cues": CUE_LABELS, "roles": ROLE_LABELS}, indent=1) + "\n")


if __name__ == "__main__":
    main()

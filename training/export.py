"""Weights to the two int8 ONNX graphs that ship: `reader.onnx` (pieces → hidden, names, cues) and `roles.onnx` (hidden, cues → roles).

python -m training.export scratch/reader.pt --base FOLDER_OF_MINILM --out kg/reading/weights/news
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnxruntime as ort
import torch
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
    with tempfile.TemporaryDirectory() as tmp:
        for name, (module, inputs, names, outputs, dims) in graphs.items():
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
                weight_type=QuantType.QUInt8,  # signed ones saturate on processors without VNNI, which then read otherwise
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather", "Gemm"],
                extra_options={"MatMulConstBOnly": True},
            )
            got = ort.InferenceSession(str(final)).run(None, {n: i.numpy() for n, i in zip(names, inputs, strict=True)})[-1]
            want = module(*inputs)
            want = (want[-1] if isinstance(want, tuple) else want).detach().numpy()
            agree = float((got.argmax(-1) == want.argmax(-1)).mean())
            print(f"{name}: {final.stat().st_size / 1e6:.1f} MB, labels equal after quantizing {agree:.4f}")


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

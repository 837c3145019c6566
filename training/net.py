"""The network: a MiniLM encoder told about case and quotation marks, with heads for names, cues, and what belongs to each cue."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from .labels import CUE_LABELS, NER_LABELS, ROLE_LABELS

REACH = 96  # relative distances from the cue are told apart up to this many pieces


@dataclass
class Size:
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    role: int = 160


class Layer(nn.Module):
    def __init__(self, s: Size, dropout: float) -> None:
        super().__init__()
        self.heads = s.heads
        self.qkv = nn.Linear(s.hidden, 3 * s.hidden)
        self.out = nn.Linear(s.hidden, s.hidden)
        self.norm1 = nn.LayerNorm(s.hidden, eps=1e-12)
        self.up = nn.Linear(s.hidden, s.inner)
        self.down = nn.Linear(s.inner, s.hidden)
        self.norm2 = nn.LayerNorm(s.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(d // self.heads) + bias, -1)
            mixed = weights @ v
        else:
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(b, t, d))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, s: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(s.vocabulary, s.hidden)
        self.places = nn.Embedding(s.positions, s.hidden)
        self.kind = nn.Parameter(torch.zeros(s.hidden))
        self.shapes = nn.Embedding(16, s.hidden)
        self.flags = nn.Embedding(8, s.hidden)
        self.norm = nn.LayerNorm(s.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(s, dropout) for _ in range(s.layers))
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.flags.weight)

    def forward(self, ids: Tensor, shape: Tensor, flags: Tensor) -> Tensor:
        """(batch, pieces) of ids, shape and flag codes → (batch, pieces, hidden); id 0 is padding."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind + self.shapes(shape) + self.flags(flags)
        x = self.dropout(self.norm(x))
        bias = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Roles(nn.Module):
    """For one cue: which pieces are its source and which its content."""

    def __init__(self, s: Size) -> None:
        super().__init__()
        self.piece = nn.Linear(s.hidden, s.role)
        self.cue = nn.Linear(s.hidden, s.role)
        self.gate = nn.Linear(s.hidden, s.role)
        self.distance = nn.Embedding(2 * REACH + 1, s.role)
        self.convs = nn.ModuleList(nn.Conv1d(s.role, s.role, 3, padding=d, dilation=d) for d in (1, 3, 9))
        self.norms = nn.ModuleList(nn.LayerNorm(s.role) for _ in range(4))
        self.out = nn.Linear(s.role, len(ROLE_LABELS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, window: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """x (batch, pieces, hidden); for each of n cues its window index, first and last piece → (n, pieces, labels)."""
        t = x.shape[1]
        cue = 0.5 * (x[window, first] + x[window, last])
        at = torch.arange(t)[None, :]
        distance = torch.where(at < first[:, None], at - first[:, None], torch.where(at > last[:, None], at - last[:, None], 0))
        pieces = self.piece(x)[window]
        z = pieces * (1 + torch.tanh(self.gate(cue)))[:, None] + self.cue(cue)[:, None]
        z = z + self.distance(distance.clamp(-REACH, REACH) + REACH)
        z = functional.gelu(self.norms[0](z))
        for conv, norm in zip(self.convs, self.norms[1:], strict=True):
            z = z + functional.gelu(norm(conv(self.dropout(z).transpose(1, 2)).transpose(1, 2)))
        return self.out(z)


class Reader(nn.Module):
    def __init__(self, size: Size | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        s = size or Size()
        self.encoder = Encoder(s, dropout)
        self.drop = nn.Dropout(0.1)
        self.ner = nn.Sequential(nn.Linear(s.hidden, 192), nn.GELU(), nn.Linear(192, len(NER_LABELS)))
        self.cues = nn.Sequential(nn.Linear(s.hidden, 192), nn.GELU(), nn.Linear(192, len(CUE_LABELS)))
        self.spans = nn.Linear(s.hidden, len(ROLE_LABELS))  # helps training only: roles without regard to the cue
        self.roles = Roles(s)


def pretrained(path: Path) -> Reader:
    """A Reader whose encoder starts from the BERT-style `model.safetensors` in folder `path`."""
    from safetensors.torch import load_file

    w = load_file(str(path / "model.safetensors"))
    reader = Reader()
    e = reader.encoder
    with torch.no_grad():
        e.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        e.places.weight.copy_(w["embeddings.position_embeddings.weight"])
        e.kind.copy_(w["embeddings.token_type_embeddings.weight"][0])
        e.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        e.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(e.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                layer.qkv.get_parameter(part).copy_(torch.cat([w[f"{p}attention.self.{n}.{part}"] for n in ("query", "key", "value")]))
                layer.out.get_parameter(part).copy_(w[f"{p}attention.output.dense.{part}"])
                layer.norm1.get_parameter(part).copy_(w[f"{p}attention.output.LayerNorm.{part}"])
                layer.up.get_parameter(part).copy_(w[f"{p}intermediate.dense.{part}"])
                layer.down.get_parameter(part).copy_(w[f"{p}output.dense.{part}"])
                layer.norm2.get_parameter(part).copy_(w[f"{p}output.LayerNorm.{part}"])
    return reader

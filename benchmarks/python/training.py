"""The PyTorch half of the throughput of training: the same network, weights and batches, two threads.

training.py FOLDER

FOLDER holds what TrainingBenchmark wrote. Prints tokens (no padding) a second of both, and ends with 1 where Assay is
slower, where batches by length are less than 2.5 times as fast as padding to 64, or where the losses of the first batch
differ by more than 0.001.
"""

import pathlib
import sys
import time

import numpy as np
import torch
from torch.nn import functional as F

folder = pathlib.Path(sys.argv[1])
torch.set_num_threads(2)
weights = {}
for file in folder.glob("*@*"):
    name, shape = file.name.split("@")
    values = np.fromfile(file, "<f4").reshape([int(size) for size in shape.split("x")])
    weights[name] = torch.tensor(values, requires_grad=True)
rows = [line.split("\t") for line in (folder / "batches.tsv").read_text().splitlines()]
texts = [([int(token) for token in ids.split()], [int(label) for label in labels.split()]) for ids, labels in rows]
batches = [texts[start : start + 32] for start in range(0, len(texts), 32)]
layers, heads, width, warm_up = 6, 12, 384, 5


def linear(x, name):
    return F.linear(x, weights[name + ".weight"], weights[name + ".bias"])


def norm(x, name):
    return F.layer_norm(x, (width,), weights[name + ".weight"], weights[name + ".bias"], 1e-12)


def logits(ids, mask):
    count, length = ids.shape
    x = F.embedding(ids, weights["embeddings.word_embeddings.weight"])
    x = x + weights["embeddings.position_embeddings.weight"][:length]
    x = norm(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    blocked = (1 - mask)[:, None, None, :] * -1e9
    for layer in range(layers):
        name = f"encoder.layer.{layer}."
        q, k, v = (
            linear(x, name + "attention.self." + part).view(count, length, heads, width // heads).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        shares = torch.softmax(q @ k.transpose(2, 3) / (width // heads) ** 0.5 + blocked, -1)
        context = (shares @ v).transpose(1, 2).reshape(count, length, width)
        x = norm(linear(context, name + "attention.output.dense") + x, name + "attention.output.LayerNorm")
        inner = F.gelu(linear(x, name + "intermediate.dense"))
        x = norm(linear(inner, name + "output.dense") + x, name + "output.LayerNorm")
    pooled = (x * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
    return linear(pooled, "head")


optimiser = torch.optim.AdamW(weights.values(), lr=1e-5, weight_decay=0.01)
tokens, first = 0, 0.0
for step, batch in enumerate(batches):
    if step == warm_up:
        start = time.perf_counter()
    length = max(len(ids) for ids, _ in batch)
    ids = torch.tensor([ids + [0] * (length - len(ids)) for ids, _ in batch])
    mask = torch.tensor([[1.0] * len(ids) + [0.0] * (length - len(ids)) for ids, _ in batch])
    truth = torch.zeros(len(batch), 28)
    for row, (_, labels) in enumerate(batch):
        truth[row, labels] = 1
    loss = F.binary_cross_entropy_with_logits(logits(ids, mask), truth)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    if step == 0:
        first = loss.item()
    if step >= warm_up:
        tokens += sum(len(ids) for ids, _ in batch)
theirs = tokens / (time.perf_counter() - start)

assay = {}
for line in (folder / "assay.txt").read_text().splitlines():
    name, rate, loss_of_first = line.split()
    assay[name] = (float(rate), float(loss_of_first))
rate, own_first = assay["by_length"]
print(f"PyTorch {torch.__version__}: {theirs:.0f} tokens a second, loss of the first batch {first:.5f}")
print(f"Assay: {rate:.0f} tokens a second, loss of the first batch {own_first:.5f}")
ratios = {"PyTorch": (rate / theirs, 1.0), "padding to 64": (rate / assay["padded"][0], 2.5)}
for name, (ratio, required) in ratios.items():
    print(f"{name:16} {ratio:6.2f}x   required {required}x")
alike = abs(first - own_first) <= 1e-3
sys.exit(0 if alike and all(ratio >= required for ratio, required in ratios.values()) else 1)

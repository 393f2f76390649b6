"""Writes the scores that small classifiers of the BERT family must give, for ForwardGoldenTest.

Run from text/src/test with NumPy:  python3 python/forward_golden.py

The forward pass is written from the definitions: Devlin et al. (2019) for BERT, Liu et al. (2019) for
the positions of RoBERTa, Song et al. (2020) and Raffel et al. (2020) for the relative positions of
MPNet, Sanh et al. (2019) for DistilBERT, Hendrycks and Gimpel (2016) for the GELU. It runs in 64 bit
floats, text by text and so without padding. The weights are those of SmallClassifier.java: a
formula over the number of a tensor and the place in it.
"""

import json
import math
import pathlib

import numpy as np

OUT = pathlib.Path("resources/dev/assay/text/onnx/forward.json")
ERF = np.vectorize(math.erf)


class Weights:
    """Tensors in the order of EncoderWeights.shapes, then those of the head."""

    def __init__(self):
        self.count = 0

    def next(self, *shape, scale=0.4, offset=0.0):
        place = np.arange(math.prod(shape), dtype=np.float64)
        values = offset + scale * np.sin(12.9898 * place + 78.233 * self.count + 1.0)
        self.count += 1
        return values.astype(np.float32).astype(np.float64).reshape(shape)

    def linear(self, out, into):
        return self.next(out, into), self.next(out)

    def norm(self, width):
        return self.next(width, offset=1.0), self.next(width)


def gelu(x):
    return x * (1.0 + ERF(x / math.sqrt(2.0))) / 2.0


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def normed(x, norm, epsilon):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = (centred**2).mean(axis=-1, keepdims=True)
    return centred / np.sqrt(variance + epsilon) * norm[0] + norm[1]


def mapped(x, linear):
    return x @ linear[0].T + linear[1]


def bucket(distance, buckets, farthest=128):
    """Both directions have half of the buckets; near distances one each, far ones log-spaced."""
    half = buckets // 2
    exact = half // 2
    direction = half if distance > 0 else 0
    far = abs(distance)
    if far < exact:
        return direction + far
    share = np.float32(np.log(np.float32(far) / np.float32(exact))) / np.float32(math.log(farthest / exact))
    return direction + min(half - 1, exact + int(share * np.float32(half - exact)))


def relative(table, length, buckets):
    rows = [[bucket(key - query, buckets) for key in range(length)] for query in range(length)]
    return table[np.array(rows)].transpose(2, 0, 1)


class Encoder:
    def __init__(self, a, w):
        self.a = a
        d, f = a["width"], a["feedForward"]
        self.words = w.next(a["vocabulary"], d)
        self.positions = w.next(a["positions"], d)
        self.segments = w.next(a["segments"], d) if a["segments"] else None
        self.norm = w.norm(d)
        self.relative = w.next(a["relativeBuckets"], a["heads"]) if a["relativeBuckets"] else None
        self.layers = []
        for _ in range(a["layers"]):
            layer = {name: w.linear(d, d) for name in ("query", "key", "value", "dense")}
            layer["norm"] = w.norm(d)
            layer["wide"] = w.linear(f, d)
            layer["narrow"] = w.linear(d, f)
            layer["last_norm"] = w.norm(d)
            self.layers.append(layer)

    def states(self, ids):
        a = self.a
        x = self.words[ids] + self.positions[a["firstPosition"] + np.arange(len(ids))]
        if self.segments is not None:
            x = x + self.segments[0]
        x = normed(x, self.norm, a["epsilon"])
        states = []
        for layer in self.layers:
            x = normed(x + mapped(self.attended(x, layer), layer["dense"]), layer["norm"], a["epsilon"])
            change = mapped(gelu(mapped(x, layer["wide"])), layer["narrow"])
            x = normed(x + change, layer["last_norm"], a["epsilon"])
            states.append(x)
        return states

    def attended(self, x, layer):
        heads = self.a["heads"]
        width = self.a["width"] // heads
        gathered = []
        for h in range(heads):
            own = slice(h * width, (h + 1) * width)
            query, key, value = (mapped(x, layer[n])[:, own] for n in ("query", "key", "value"))
            logits = query @ key.T / math.sqrt(width)
            if self.relative is not None:
                logits = logits + relative(self.relative, len(x), self.a["relativeBuckets"])[h]
            gathered.append(softmax(logits) @ value)
        return np.concatenate(gathered, axis=-1)


def pooled(states, pooling, vector):
    last = states[-1]
    if pooling == "CLS":
        return last[0]
    if pooling == "MEAN":
        return last.mean(axis=0)
    if pooling == "LAST4_MEAN":
        return np.mean(states[-4:], axis=(0, 1))
    return softmax(last @ vector) @ last


def scores(case):
    w = Weights()
    encoder = Encoder(case["architecture"], w)
    d = case["architecture"]["width"]
    vector = w.next(d) if case["pooling"] == "ATTENTION" else None
    sizes = [d, *case["head"]]
    maps = [w.linear(out, into) for into, out in zip(sizes, sizes[1:])]
    rows = []
    for ids in case["ids"]:
        x = pooled(encoder.states(np.array(ids)), case["pooling"], vector)
        for i, linear in enumerate(maps):
            x = mapped(gelu(x) if i else x, linear)
        y = softmax(x) if case["activation"] == "SOFTMAX" else 1 / (1 + np.exp(-x))
        rows.append([float(s) for s in y])
    return rows


def texts(vocabulary, lengths):
    return [[(7 * i * i + 3 * i + 5 * n) % vocabulary for i in range(n)] for n in lengths]


def case(name, pooling, activation, head, lengths, **changes):
    architecture = dict(
        vocabulary=50, positions=64, firstPosition=0, segments=2, width=16, layers=2, heads=4,
        feedForward=24, epsilon=1e-12, padding=0, relativeBuckets=0)  # fmt: skip
    architecture.update(changes)
    made = dict(
        name=name, architecture=architecture, pooling=pooling, activation=activation, head=head,
        ids=texts(architecture["vocabulary"], lengths))  # fmt: skip
    made["scores"] = scores(made)
    return made


def main():
    roberta = dict(firstPosition=2, segments=1, padding=1, epsilon=1e-5)
    mpnet = dict(firstPosition=2, segments=0, padding=1, epsilon=1e-5, relativeBuckets=32)
    cases = [
        case("bert", "CLS", "SOFTMAX", [3], [5, 1, 12]),
        case("bert, deep head", "MEAN", "SIGMOID", [10, 4], [5, 64, 12]),
        case("roberta", "MEAN", "SIGMOID", [2], [9, 3, 40], **roberta),
        case("mpnet", "LAST4_MEAN", "SOFTMAX", [2], [150, 3, 40], **mpnet, positions=160, layers=6),
        case("mpnet, few layers", "LAST4_MEAN", "SIGMOID", [1], [4, 30], **mpnet),
        case("distilbert", "ATTENTION", "SIGMOID", [8, 6, 3], [7, 2, 33], segments=0, layers=1),
    ]
    buckets = {str(d): bucket(d, 32) for d in range(-140, 141)}
    OUT.write_text(
        json.dumps(dict(numpy=np.__version__, buckets=buckets, cases=cases), indent=1) + "\n")


if __name__ == "__main__":
    main()

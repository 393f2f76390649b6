"""Writes the losses and steps that training in libtorch must give, for LossForwardTest and AdamWTest.

Run from text/src/test with Debian's python3-torch:  /usr/bin/python3 python/torch_golden.py

Cross-entropies and the optimiser are PyTorch's own. The other losses are written from their papers: Lin et
al. (2017) for the focal loss, Ridnik et al. (2021) for the asymmetric loss, Wu et al. (2020) for the
distribution-balanced loss, whose shift of the logits their program divides by lambda. All of it runs in 64
bit floats. States are 1 for positive, 0 for negative and -1 for unknown.
"""

import json
import pathlib

import torch
from torch.nn import functional

OUT = pathlib.Path("resources/dev/assay/text/torch/training.json")
torch.set_default_dtype(torch.float64)
torch.manual_seed(20240229)

STATES = torch.tensor([[1, 0, 0], [0, -1, 1], [0, 0, 0], [1, 1, -1], [-1, -1, -1], [0, 1, 0]])
CLASSES = torch.tensor([2, 0, -1, 1, 1, 2])


def cells(values, states):
    """The mean over the known cells."""
    known = states >= 0
    return values[known].sum() / known.sum()


def binary_cross_entropy(z, positiveWeights, smoothing):
    y = STATES.clamp_min(0) * (1 - smoothing) + smoothing / 2
    weights = torch.tensor(positiveWeights)
    return cells(
        functional.binary_cross_entropy_with_logits(z, y, pos_weight=weights, reduction="none"), STATES)


def cross_entropy(z, classWeights, smoothing):
    weights = torch.tensor(classWeights)
    total = functional.cross_entropy(
        z, CLASSES, weight=weights, ignore_index=-1, label_smoothing=smoothing, reduction="sum")
    return total / (CLASSES >= 0).sum()


def focal(z, gamma, positiveWeights):
    p = torch.sigmoid(z)
    positive = -torch.tensor(positiveWeights) * (1 - p) ** gamma * torch.log(p)
    negative = -(p**gamma) * torch.log(1 - p)
    return cells(torch.where(STATES == 1, positive, negative), STATES)


def asymmetric(z, gammaPositive, gammaNegative, margin):
    p = torch.sigmoid(z)
    shifted = (p - margin).clamp_min(0)
    positive = -((1 - p) ** gammaPositive) * torch.log(p)
    negative = -(shifted**gammaNegative) * torch.log(1 - shifted)
    return cells(torch.where(STATES == 1, positive, negative), STATES)


def distribution_balanced(z, shares, **settings):
    kappa, alpha, beta, mu = (settings[name] for name in ("kappa", "alpha", "beta", "mu"))
    tolerance = settings["lambda"]
    p = torch.tensor(shares)
    positive = STATES == 1
    by_class = 1 / p
    # Of a row without positives the quotient has no value; the weight goes to its limit.
    by_row = (positive / p).sum(dim=1, keepdim=True).clamp_min(1e-300)
    weights = alpha + torch.sigmoid(beta * (by_class / by_row - mu))
    moved = z - kappa / tolerance * torch.log(1 / p - 1)
    found = torch.log1p(torch.exp(-moved))
    missed = torch.log1p(torch.exp(tolerance * moved)) / tolerance
    return cells(weights * torch.where(positive, found, missed), STATES)


def loss(name, function, **settings):
    z = (2.5 * torch.randn(STATES.shape)).requires_grad_()
    value = function(z, **settings)
    value.backward()
    return dict(
        name=name, kind=function.__name__, settings=settings, logits=z.tolist(), loss=value.item(),
        gradient=z.grad.tolist())  # fmt: skip


def losses():
    weights = [3.0, 1.0, 0.5]
    db = dict(shares=[0.3, 0.1, 0.04], alpha=0.1, beta=10.0, mu=0.2, kappa=0.05)
    return [
        loss("plain", binary_cross_entropy, positiveWeights=[1.0, 1.0, 1.0], smoothing=0.0),
        loss("weights", binary_cross_entropy, positiveWeights=weights, smoothing=0.0),
        loss("weights and smoothing", binary_cross_entropy, positiveWeights=weights, smoothing=0.2),
        loss("plain", cross_entropy, classWeights=[1.0, 1.0, 1.0], smoothing=0.0),
        loss("smoothing", cross_entropy, classWeights=[1.0, 1.0, 1.0], smoothing=0.1),
        loss("weights and smoothing", cross_entropy, classWeights=weights, smoothing=0.3),
        loss("paper", focal, gamma=2.0, positiveWeights=[1.0, 1.0, 1.0]),
        loss("root and weights", focal, gamma=0.5, positiveWeights=weights),
        loss("no exponent", focal, gamma=0.0, positiveWeights=weights),
        loss("paper", asymmetric, gammaPositive=0.0, gammaNegative=4.0, margin=0.05),
        loss("both exponents", asymmetric, gammaPositive=1.0, gammaNegative=2.5, margin=0.2),
        loss("no margin", asymmetric, gammaPositive=0.5, gammaNegative=0.5, margin=0.0),
        loss("paper", distribution_balanced, **{**db, "lambda": 2.0}),
        loss("more tolerant", distribution_balanced, **{**db, "lambda": 5.0, "kappa": 0.3}),
        loss("no steepness", distribution_balanced, **{**db, "lambda": 1.0, "beta": 0.0}),
    ]


def steps(decay):
    weight = torch.randn(4, 6)
    start = weight.tolist()
    rates = [0.01, 0.02, 0.05, 0.03, 0.001]
    optimiser = torch.optim.AdamW([weight], weight_decay=decay)
    gradients, after = [], []
    for rate in rates:
        weight.grad = torch.randn(4, 6) * 10.0 ** torch.randint(-4, 2, (4, 6))
        gradients.append(weight.grad.tolist())
        optimiser.param_groups[0]["lr"] = rate
        optimiser.step()
        after.append(weight.tolist())
    return dict(decay=decay, start=start, rates=rates, gradients=gradients, after=after)


def main():
    golden = dict(
        torch=torch.__version__, states=STATES.tolist(), classes=CLASSES.tolist(), losses=losses(),
        steps=[steps(0.0), steps(0.1)])  # fmt: skip
    OUT.write_text(json.dumps(golden, indent=1) + "\n")


if __name__ == "__main__":
    main()

"""Writes a text classifier that is not Assay's as ONNX, and what it says of texts, for ImportedTrainerTest.

Run from text/src/test with Debian's python3-torch:  /usr/bin/python3 python/imported_golden.py

The mean of token and sentence embeddings, and one linear map; the logits are PyTorch's own, text by text.
"""

import json
import pathlib

import torch

OUT = pathlib.Path("resources/dev/assay/text/imported")
TEXTS = [[2, 4, 3], [2, 5, 6, 7, 3], [2, 1, 3], [2, 3], [2, 7, 7, 7, 4, 5, 3]]
torch.manual_seed(20240229)


class Classifier(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens = torch.nn.Embedding(8, 6)
        self.types = torch.nn.Embedding(2, 6)
        self.head = torch.nn.Linear(6, 2)

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.tokens(input_ids) + self.types(token_type_ids)
        mask = attention_mask.unsqueeze(-1).to(torch.float32)
        return self.head((hidden * mask).sum(1) / mask.sum(1))


model = Classifier().eval()
names = ["input_ids", "attention_mask", "token_type_ids"]
ones = torch.ones(2, 5, dtype=torch.long)
OUT.mkdir(parents=True, exist_ok=True)
torch.onnx.export(
    model, (ones, ones, torch.zeros_like(ones)), str(OUT / "model.onnx"), input_names=names,
    output_names=["logits"], opset_version=14,
    dynamic_axes={**{name: {0: "texts", 1: "tokens"} for name in names}, "logits": {0: "texts"}})
with torch.no_grad():
    logits = []
    for text in TEXTS:
        ids = torch.tensor([text])
        logits.append(model(ids, torch.ones_like(ids), torch.zeros_like(ids))[0].tolist())
golden = {"torch": torch.__version__, "texts": TEXTS, "logits": logits}
(OUT / "golden.json").write_text(json.dumps(golden, indent=1) + "\n")

package dev.assay.text.torch;

import dev.assay.text.network.Classifier;
import dev.assay.text.network.Pooling;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Computes logits of hidden states. Calls belong in a scope. */
final class HeadForward {

  private static final int LAST = 4;

  private final Pooling pooling;
  private final int layers;
  private final Leaves leaves;
  private final DropoutMasks dropout;

  HeadForward(Pooling pooling, int layers, Leaves leaves, DropoutMasks dropout) {
    this.pooling = pooling;
    this.layers = layers;
    this.leaves = leaves;
    this.dropout = dropout;
  }

  /**
   * The logits {@code (B, k)}.
   *
   * @param states the hidden states after each layer
   */
  Tensor logits(TokenBatch batch, List<Tensor> states) {
    Tensor x = dropout.drop(pool(batch, states));
    for (int i = 0; i < layers; i++) {
      String name = Classifier.headMap(i);
      x =
          torch.linear(
              x,
              leaves.tensor(name + ".weight"),
              new TensorOptional(leaves.tensor(name + ".bias")));
      if (i < layers - 1) {
        x = dropout.drop(torch.gelu(x));
      }
    }
    return x;
  }

  private Tensor pool(TokenBatch batch, List<Tensor> states) {
    Tensor last = states.getLast();
    return switch (pooling) {
      case CLS -> last.select(1, 0);
      case MEAN -> mean(batch, last);
      case LAST4_MEAN -> {
        List<Tensor> top = states.subList(Math.max(0, states.size() - LAST), states.size());
        Tensor sum = top.getFirst();
        for (Tensor state : top.subList(1, top.size())) {
          sum = sum.add(state);
        }
        yield mean(batch, sum.div(new Scalar((double) top.size())));
      }
      case ATTENTION -> {
        Tensor products = last.matmul(leaves.tensor(Classifier.ATTENTION));
        Tensor open = products.add(blocked(batch));
        Tensor shares = torch.softmax(open, -1).unsqueeze(-1);
        yield last.mul(shares).sum(1);
      }
    };
  }

  private static Tensor mean(TokenBatch batch, Tensor states) {
    if (!batch.isPadded()) {
      return states.mean(new long[] {1}, false, new ScalarTypeOptional());
    }
    Tensor mask = torch.tensor(batch.mask()).view(batch.texts(), batch.length(), 1);
    return states.mul(mask).sum(1).div(mask.sum(1));
  }

  /** 0 for tokens and next to minus infinity for padding, {@code (B, L)}. */
  private static Tensor blocked(TokenBatch batch) {
    float[] blocked = batch.mask();
    for (int i = 0; i < blocked.length; i++) {
      blocked[i] = (blocked[i] - 1) * 1e9f;
    }
    return torch.tensor(blocked).view(batch.texts(), batch.length());
  }
}

package dev.assay.text.torch;

import dev.assay.core.label.Labels;
import dev.assay.text.loss.Loss;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Computes a loss of logits, summed over known cells or rows. Calls belong in a scope. */
final class LossForward {

  private static final long SUM = 2;
  private static final double TINY = 1e-8;

  private final Loss loss;
  private final Labels labels;

  LossForward(Loss loss, Labels labels) {
    this.loss = loss;
    this.labels = labels;
  }

  /** How many cells, or rows where one class is to be told, the sum is over. */
  int count(int[] rows) {
    int count = 0;
    for (int row : rows) {
      for (int label = 0; label < labels.schema().size(); label++) {
        if (labels.isKnown(row, label)) {
          count++;
          if (loss instanceof Loss.CrossEntropy) {
            break;
          }
        }
      }
    }
    return count;
  }

  /** The sum over some rows of the labels, whose logits {@code (B, k)} are given in that order. */
  Tensor sum(Tensor logits, int[] rows) {
    return switch (loss) {
      case Loss.CrossEntropy entropy -> crossEntropy(entropy, logits, rows);
      case Loss.BinaryCrossEntropy entropy ->
          torch.binary_cross_entropy_with_logits(
              logits,
              targets(rows, entropy.smoothing()),
              new TensorOptional(known(rows)),
              new TensorOptional(tensor(entropy.positiveWeights())),
              SUM);
      case Loss.Focal focal -> focal(focal, logits, rows);
      case Loss.Asymmetric asymmetric -> asymmetric(asymmetric, logits, rows);
      case Loss.DistributionBalanced balanced -> balanced(balanced, logits, rows);
    };
  }

  private Tensor crossEntropy(Loss.CrossEntropy entropy, Tensor logits, int[] rows) {
    long[] classes = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      classes[i] = labels.classOf(rows[i]);
    }
    return torch.cross_entropy_loss(
        logits,
        torch.tensor(classes),
        new TensorOptional(tensor(entropy.classWeights())),
        SUM,
        -1,
        entropy.smoothing());
  }

  private Tensor focal(Loss.Focal focal, Tensor logits, int[] rows) {
    Tensor truth = targets(rows, 0);
    // At 0 itself a power below 1 has an endless slope, which times nothing is no number.
    Tensor wrong = torch.sigmoid(logits).sub(truth).abs().clamp_min(new Scalar(TINY));
    Tensor weights = wrong.pow(new Scalar(focal.gamma())).mul(known(rows));
    Tensor cells =
        torch.binary_cross_entropy_with_logits(
            logits,
            truth,
            new TensorOptional(),
            new TensorOptional(tensor(focal.positiveWeights())),
            0);
    return cells.mul(weights).sum();
  }

  private Tensor asymmetric(Loss.Asymmetric asymmetric, Tensor logits, int[] rows) {
    Tensor truth = targets(rows, 0);
    Tensor p = torch.sigmoid(logits);
    Tensor low = p.sub(new Scalar(asymmetric.margin())).clamp_min(new Scalar(TINY));
    Tensor positive =
        p.clamp_min(new Scalar(TINY))
            .log()
            .mul(one(p).clamp_min(new Scalar(TINY)).pow(new Scalar(asymmetric.gammaPositive())))
            .mul(truth);
    Tensor negative =
        one(low)
            .clamp_min(new Scalar(TINY))
            .log()
            .mul(low.pow(new Scalar(asymmetric.gammaNegative())))
            .mul(one(truth));
    return positive.add(negative).mul(known(rows)).sum().neg();
  }

  /** {@code 1 - x}. */
  private static Tensor one(Tensor x) {
    return x.neg().add(new Scalar(1));
  }

  private Tensor balanced(Loss.DistributionBalanced balanced, Tensor logits, int[] rows) {
    int k = labels.schema().size();
    float[] shift = new float[k];
    for (int label = 0; label < k; label++) {
      double share = balanced.shares().get(label);
      shift[label] = (float) (-Math.log(1 / share - 1) * balanced.kappa() / balanced.lambda());
    }
    float[] weights = new float[rows.length * k];
    float[] scales = new float[rows.length * k];
    for (int i = 0; i < rows.length; i++) {
      double among = 0;
      for (int label = 0; label < k; label++) {
        among += isPositive(rows[i], label) ? 1 / balanced.shares().get(label) : 0;
      }
      for (int label = 0; label < k; label++) {
        // A row without any label makes every label as rare as can be: the weight is at its most.
        double share = Math.min(1 / balanced.shares().get(label) / among, Double.MAX_VALUE);
        double weight =
            balanced.alpha() + 1 / (1 + Math.exp(-balanced.beta() * (share - balanced.mu())));
        boolean positive = isPositive(rows[i], label);
        int cell = i * k + label;
        weights[cell] =
            labels.isKnown(rows[i], label)
                ? (float) (positive ? weight : weight / balanced.lambda())
                : 0;
        scales[cell] = positive ? 1 : (float) balanced.lambda();
      }
    }
    Tensor moved = logits.add(torch.tensor(shift)).mul(torch.tensor(scales).view(rows.length, k));
    return torch.binary_cross_entropy_with_logits(
        moved,
        targets(rows, 0),
        new TensorOptional(torch.tensor(weights).view(rows.length, k)),
        new TensorOptional(),
        SUM);
  }

  private boolean isPositive(int row, int label) {
    return labels.state(row, label) == Labels.POSITIVE;
  }

  private Tensor targets(int[] rows, double smoothing) {
    int k = labels.schema().size();
    float[] targets = new float[rows.length * k];
    for (int i = 0; i < rows.length; i++) {
      for (int label = 0; label < k; label++) {
        double truth = isPositive(rows[i], label) ? 1 : 0;
        targets[i * k + label] = (float) (truth * (1 - smoothing) + smoothing / 2);
      }
    }
    return torch.tensor(targets).view(rows.length, k);
  }

  private Tensor known(int[] rows) {
    int k = labels.schema().size();
    float[] known = new float[rows.length * k];
    for (int i = 0; i < rows.length; i++) {
      for (int label = 0; label < k; label++) {
        known[i * k + label] = labels.isKnown(rows[i], label) ? 1 : 0;
      }
    }
    return torch.tensor(known).view(rows.length, k);
  }

  private static Tensor tensor(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return torch.tensor(floats);
  }
}

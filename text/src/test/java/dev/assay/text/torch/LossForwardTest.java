package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.text.loss.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against {@code training.json}, which {@code src/test/python/torch_golden.py} writes. */
class LossForwardTest {

  /** A loss and its gradient by the logits, row by row. */
  private record Found(double mean, List<Double> gradient) {}

  @BeforeAll
  static void load() {
    Libtorch.prepareThread();
  }

  static Stream<Golden.LossCase> losses() {
    return Golden.read().losses().stream();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void every_loss_and_its_gradient_are_as_defined(Golden.LossCase golden) {
    Found found = found(golden.loss(), golden.labels(), golden.logits(), allRows(golden.labels()));

    assertThat(found.mean()).isCloseTo(golden.mean(), Offset.offset(2e-6));
    assertThat(flat(List.of(found.gradient())))
        .containsExactly(flat(golden.gradient()), Offset.offset(2e-6f));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void rows_have_the_loss_that_they_have_in_another_order(Golden.LossCase golden) {
    int[] rows = {5, 0, 3, 4, 2, 1};
    List<List<Double>> logits = Arrays.stream(rows).mapToObj(golden.logits()::get).toList();

    assertThat(found(golden.loss(), golden.labels(), logits, rows).mean())
        .isCloseTo(golden.mean(), Offset.offset(2e-6));
  }

  static Stream<Loss> everyExponent() {
    List<Loss> losses = new ArrayList<>();
    for (double gamma : new double[] {0, 0.3, 1, 1.5, 4}) {
      losses.add(new Loss.Focal(gamma, List.of(1.0, 1.0)));
      losses.add(new Loss.Asymmetric(gamma, gamma, 0.05));
      losses.add(new Loss.Asymmetric(gamma, gamma, 0));
    }
    losses.add(new Loss.BinaryCrossEntropy(List.of(1.0, 1.0), 0));
    for (double beta : new double[] {0, 10, 100}) {
      losses.add(new Loss.DistributionBalanced(List.of(0.5, 0.01), 2, 0.05, 0.1, beta, 0.2));
    }
    return losses.stream();
  }

  @ParameterizedTest
  @MethodSource("everyExponent")
  void logits_of_any_size_have_a_gradient_that_is_a_number(Loss loss) {
    LabelSchema schema = new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b"));
    Labels labels = Labels.ofColumns(schema, new byte[][] {{1, 0, 0, 1, -1}, {0, 0, 1, 1, -1}});
    for (double size : new double[] {0, 3, 20, 90, 1000}) {
      List<List<Double>> logits =
          List.of(
              List.of(size, size),
              List.of(-size, size),
              List.of(size, -size),
              List.of(-size, -size),
              List.of(size, -size));

      Found found = found(loss, labels, logits, allRows(labels));

      assertThat(found.mean()).as("%s at %s", loss, size).isFinite().isNotNegative();
      for (double slope : found.gradient()) {
        assertThat(slope).as("%s at %s", loss, size).isFinite();
      }
    }
  }

  @Test
  void a_loss_of_nothing_known_counts_nothing() {
    LabelSchema schema = new LabelSchema(TaskKind.MULTICLASS, List.of("a", "b"));
    Labels labels = Labels.ofClasses(schema, new int[] {-1, 1, -1});
    LossForward forward = new LossForward(new Loss.CrossEntropy(List.of(1.0, 1.0), 0), labels);

    assertThat(forward.count(new int[] {0, 2})).isZero();
    assertThat(forward.count(new int[] {0, 1, 2})).isEqualTo(1);
  }

  private static int[] allRows(Labels labels) {
    return IntStream.range(0, labels.size()).toArray();
  }

  private static Found found(Loss loss, Labels labels, List<List<Double>> logits, int[] rows) {
    return NativeScope.call(
        () -> {
          LossForward forward = new LossForward(loss, labels);
          float[] numbers = flat(logits);
          Tensor z = torch.tensor(numbers).view(rows.length, labels.schema().size()).clone();
          z.set_requires_grad(true);
          Tensor sum = forward.sum(z, rows);
          sum.backward();
          int count = forward.count(rows);
          float[] slopes = new float[numbers.length];
          z.grad().contiguous().data_ptr_float().get(slopes);
          List<Double> gradient =
              IntStream.range(0, slopes.length).mapToObj(i -> (double) slopes[i] / count).toList();
          return new Found(sum.item_double() / count, gradient);
        });
  }

  private static float[] flat(List<List<Double>> rows) {
    float[] flat = new float[rows.size() * rows.getFirst().size()];
    int place = 0;
    for (List<Double> row : rows) {
      for (double value : row) {
        flat[place++] = (float) value;
      }
    }
    return flat;
  }
}

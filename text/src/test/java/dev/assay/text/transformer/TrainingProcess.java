package dev.assay.text.transformer;

import dev.assay.core.model.Model;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains as {@link ResumedTrainingTest} does, in a process of its own that may be killed, keeping
 * its state after each step. Arguments: encoder, folder of the state, file for what was said and
 * the hash of the weights.
 */
final class TrainingProcess {

  private TrainingProcess() {}

  public static void main(String[] args) throws Exception {
    List<String> lines = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(String stage, long done, long total, String detail) {
            try {
              // Slow enough to be killed on the way.
              Thread.sleep(30);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void say(String line) {
            lines.add(line);
          }
        };
    TrainingContext context =
        new TrainingContext(
            progress, new FolderStates(Path.of(args[1]), "this program"), Optional.empty());
    try (Model model =
        new TransformerTrainer(since -> true)
            .train(
                ResumedTrainingTest.examples(),
                TinyTrainings.settings(ResumedTrainingTest.settings(Path.of(args[0]))),
                1,
                context)
            .model()) {
      lines.add(model.weightsHash());
    }
    Files.write(Path.of(args[2]), lines);
  }
}

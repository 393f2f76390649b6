package dev.assay.core.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final List<String> told = new ArrayList<>();
  private final Progress progress =
      new Progress() {
        @Override
        public void report(String stage, long done, long total, String detail) {
          told.add("%s %d/%d %s".formatted(stage, done, total, detail));
        }

        @Override
        public void say(String line) {
          told.add(line);
        }
      };

  @Test
  void a_part_tells_steps_of_the_whole_and_loses_nothing_else() {
    Progress part = progress.partOf("all seeds", 5, 20);
    part.report("training", 1, 10, "loss 0.113");
    part.report("training", 2, 10);
    part.say("resuming at epoch 2");

    assertThat(told)
        .containsExactly("all seeds 6/20 loss 0.113", "all seeds 7/20 ", "resuming at epoch 2");
  }

  @Test
  void one_of_several_tells_all_with_its_name() {
    Progress second = progress.named("seed 2 of 3").named("member 1 of 2");
    second.report("training", 1, 10, "loss 0.113");
    second.say("resuming at epoch 2");

    assertThat(told)
        .containsExactly(
            "seed 2 of 3, member 1 of 2, training 1/10 loss 0.113",
            "seed 2 of 3, member 1 of 2, resuming at epoch 2");
  }

  @Test
  void steps_alone_come_with_their_figures() {
    List<String> steps = new ArrayList<>();
    Progress of = Progress.ofSteps((stage, done, total, detail) -> steps.add(stage + detail));
    of.report("training", 1, 10, "!");
    of.say("nobody hears this");

    assertThat(steps).containsExactly("training!");
  }
}

package dev.assay.pipeline.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Short messages with two labels that often come together, and an experiment on them. */
final class Messages {

  /** A word that stands in every message, and nowhere else. */
  static final String MARK = "zebrafinch";

  static final String EXPERIMENT =
      """
      name: messages
      data:
        rows: { csv: messages.csv }
        id: id
        label: { multilabel: [spam, contact] }
        texts: text
        features: text
      train: { with: tfidf-logistic, threads: 1 }
      gates:
        - { name: good, metric: f1_macro, on: test, at_least: 0.5 }
      """;

  private static final List<String> SPAM = List.of("bargain", "discount", "offer", "voucher");
  private static final List<String> CONTACT = List.of("phone", "mailbox", "number", "dial");
  private static final List<String> PLAIN =
      List.of("the", "one", "was", "there", "then", "day", "house", "street", "river", "again");

  private Messages() {}

  /** A folder with 800 messages: of ten about four have each label, and every fifth word tells. */
  static ExperimentFolder folder(Path path) {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>(List.of("id,text,spam,contact"));
    for (int row = 0; row < 800; row++) {
      boolean spam = random.nextInt(10) < 4;
      boolean contact = random.nextInt(10) < 4;
      StringBuilder text = new StringBuilder(MARK);
      for (int word = 0; word < 12; word++) {
        List<String> words =
            switch (random.nextInt(10)) {
              case 0 -> spam ? SPAM : PLAIN;
              case 1 -> contact ? CONTACT : PLAIN;
              default -> PLAIN;
            };
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }
      lines.add("m%d,%s,%d,%d".formatted(row, text, spam ? 1 : 0, contact ? 1 : 0));
    }
    ExperimentFolder folder = new ExperimentFolder(path);
    try {
      Files.write(folder.file("messages.csv"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}

package dev.assay.pipeline.experiment;

import dev.assay.core.model.Setting;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of the section {@code train}: one alternative for each trainer. */
final class TrainSchema {

  private TrainSchema() {}

  static Map<String, Object> section() {
    List<Map<String, Object>> trainers = new ArrayList<>();
    Trainers.byName().values().forEach(trainer -> trainers.add(trainer(trainer)));
    return ValueSchema.anyOf("What is trained and how.", trainers);
  }

  /** The names of trainers, as {@link BaselinesSection} reads them. */
  static Map<String, Object> baselines() {
    Map<String, Object> trainer = ValueSchema.choice("", Trainers.byName().keySet());
    Map<String, Object> several = new LinkedHashMap<>(ValueSchema.list("", trainer));
    several.put("uniqueItems", true);
    return ValueSchema.anyOf(
        "Simple models that the candidate is measured against. Default: for texts, prior and"
            + " tfidf-logistic.",
        List.of(several, trainer, ValueSchema.choice("", List.of(BaselinesSection.NONE))));
  }

  private static Map<String, Object> trainer(Trainer trainer) {
    SectionSchema section = settings(trainer, TrainSection.DEFAULT_TRAINER);
    Map<String, Object> seed = ValueSchema.whole("", 0, Integer.MAX_VALUE);
    return section
        .optional("seed", seed(seed, "The candidate's seed."))
        .optional(
            "seeds",
            seed(
                seed,
                "Seeds: the first is the candidate's, the others show how much figures move by"
                    + " chance."))
        .atMostOneOf("seed", "seeds")
        .toMap();
  }

  /** The trainer's name, which its default need not say, and its settings. */
  private static SectionSchema settings(Trainer trainer, String defaultTrainer) {
    SectionSchema section = new SectionSchema("");
    Map<String, Object> with = ValueSchema.choice("The trainer.", List.of(trainer.name()));
    if (trainer.name().equals(defaultTrainer)) {
      section.optional("with", ValueSchema.withDefault(trainer.name(), with));
    } else {
      section.required("with", with);
    }
    for (Setting setting : trainer.settings()) {
      if (setting instanceof Setting.NamedSets sets && sets.least() > 0) {
        section.required(sets.name(), sets(sets));
      } else if (setting instanceof Setting.InnerTrainers inners && inners.least() > 0) {
        section.required(inners.name(), inners(inners));
      } else {
        section.optional(setting.name(), value(setting));
      }
    }
    return section;
  }

  /** An inner trainer: its name, or a mapping that names it and sets it. */
  private static Map<String, Object> inner(String meaning, String defaultTrainer) {
    Map<String, Trainer> trainers = Trainers.inner();
    List<Map<String, Object>> forms = new ArrayList<>();
    forms.add(ValueSchema.choice("The trainer, with its usual settings.", trainers.keySet()));
    trainers.values().forEach(t -> forms.add(settings(t, defaultTrainer).toMap()));
    return ValueSchema.anyOf(meaning, forms);
  }

  private static Map<String, Object> inners(Setting.InnerTrainers setting) {
    Map<String, Object> schema =
        new LinkedHashMap<>(ValueSchema.list(setting.meaning(), inner("", setting.trainer())));
    schema.put("minItems", setting.least());
    return schema;
  }

  private static Map<String, Object> sets(Setting.NamedSets setting) {
    Map<String, Object> schema =
        new LinkedHashMap<>(ValueSchema.mapping(setting.meaning(), ValueSchema.set("")));
    schema.put("minProperties", setting.least());
    return schema;
  }

  private static Map<String, Object> group(Setting.Group setting) {
    SectionSchema section = new SectionSchema(setting.meaning());
    setting.settings().forEach(inside -> section.optional(inside.name(), value(inside)));
    return section.toMap();
  }

  /** A kind: its name, or a mapping of its name to its settings. */
  private static Map<String, Object> oneOf(Setting.OneOf setting) {
    List<Map<String, Object>> forms = new ArrayList<>();
    List<String> names = setting.variants().stream().map(Setting.Group::name).toList();
    forms.add(ValueSchema.choice("The kind, with its usual settings.", names));
    for (Setting.Group variant : setting.variants()) {
      forms.add(
          new SectionSchema(variant.meaning()).required(variant.name(), group(variant)).toMap());
    }
    return ValueSchema.anyOf(setting.meaning(), forms);
  }

  private static Map<String, Object> seed(Map<String, Object> one, String meaning) {
    Map<String, Object> several = new LinkedHashMap<>(ValueSchema.list("", one));
    several.put("uniqueItems", true);
    return ValueSchema.withDefault(1L, ValueSchema.anyOf(meaning, List.of(one, several)));
  }

  private static Map<String, Object> value(Setting setting) {
    Map<String, Object> schema =
        switch (setting) {
          case Setting.Whole whole ->
              ValueSchema.whole(whole.meaning(), whole.least(), whole.most());
          case Setting.Number number ->
              ValueSchema.number(number.meaning(), number.least(), number.most());
          case Setting.Flag flag -> ValueSchema.flag(flag.meaning());
          case Setting.Choice choice -> ValueSchema.choice(choice.meaning(), choice.choices());
          case Setting.Text text -> ValueSchema.text(text.meaning());
          case Setting.Folder folder -> ValueSchema.text(folder.meaning());
          case Setting.InnerTrainer inner -> inner(inner.meaning(), inner.trainer());
          case Setting.InnerTrainers inners -> inners(inners);
          case Setting.Group group -> group(group);
          case Setting.Groups groups ->
              ValueSchema.list(
                  groups.meaning(), group(new Setting.Group("", "", groups.settings())));
          case Setting.Texts texts -> ValueSchema.texts(texts.meaning());
          case Setting.NamedNumbers numbers ->
              ValueSchema.mapping(
                  numbers.meaning(), ValueSchema.number("", numbers.least(), numbers.most()));
          case Setting.OneOf oneOf -> oneOf(oneOf);
          case Setting.NamedSets sets -> sets(sets);
        };
    return ValueSchema.withDefault(setting.defaultValue(), schema);
  }
}

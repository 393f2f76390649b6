package dev.assay.pipeline.reporting;

import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.data.source.SourceFile;
import dev.assay.pipeline.suite.SuiteJson;
import dev.assay.pipeline.trial.ChampionStanding;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.LoadedSuite;
import dev.assay.pipeline.trial.RefitCheck;
import dev.assay.pipeline.verdict.VerdictFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as {@code verdict.json} holds it, for reading by programs. It depends on the experiment
 * file, the data, the code, the machine and the history of the home alone: nothing in it is a clock
 * time, a duration, an absolute path or a name of a person.
 */
final class VerdictJson {

  private VerdictJson() {}

  static Map<String, @Nullable Object> of(CompletedRun run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("schema_version", VerdictFields.SCHEMA_VERSION);
    json.put("experiment", run.experiment().name());
    json.put("run", run.identity().runId());
    json.put("as_of", run.loaded().asOf().map(Object::toString).orElse(null));
    json.put("simulated", run.loaded().facts().simulated());
    VerdictFields.add(run.verdict(), json);
    json.put("candidate", side(run.candidateHash(), run.candidateManifest()));
    json.put("champion", champion(run));
    json.put("training", run.candidate().fitted().tables().stream().map(FittedJson::of).toList());
    json.put("refit", run.refit().map(VerdictJson::refit).orElse(null));
    json.put(
        "holdouts", run.scored().stream().map(one -> ScoredJson.of(one, run.noise())).toList());
    json.put("baselines", run.baselines().stream().map(BaselineJson::of).toList());
    json.put("precisions", run.variants().stream().map(VariantJson::of).toList());
    json.put("suites", suites(run));
    json.put("parts", SplitJson.parts(run.split()));
    json.put("leaks", run.split().leaks().stream().map(SplitJson::leak).toList());
    json.put("thresholds", run.candidate().thresholds().map(cuts -> cuts(run, cuts)).orElse(null));
    json.put("effects", LedgerJson.effects(run));
    json.put("seed_spread", run.seeds().stream().map(LedgerJson::seeds).toList());
    json.put("configuration_difference", LedgerJson.difference(run));
    json.put("data", data(run));
    json.put("provenance", provenance(run.candidateManifest().provenance()));
    return json;
  }

  private static Map<String, @Nullable Object> side(String hash, BundleManifest manifest) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("bundle", hash);
    json.put("trainer", manifest.trainer());
    json.put("seed", manifest.seed());
    json.put("weights", manifest.weightsHash());
    json.put("labels", manifest.schema().names());
    json.put("as_of", Objects.toString(manifest.provenance().asOf(), null));
    return json;
  }

  private static Map<String, @Nullable Object> champion(CompletedRun run) {
    ChampionStanding standing = run.standing();
    Map<String, @Nullable Object> json =
        new LinkedHashMap<>(side(run.champion().hash(), run.champion().bundle().manifest()));
    json.put("age_days", standing.ageDays().isPresent() ? standing.ageDays().getAsLong() : null);
    json.put("holds_in_a_row_before", standing.holdsInARow());
    return json;
  }

  private static List<Map<String, Object>> suites(CompletedRun run) {
    Map<String, String> fingerprints = new LinkedHashMap<>();
    for (LoadedSuite loaded : run.loaded().suites()) {
      fingerprints.put(loaded.suite().name(), loaded.suite().fingerprint());
    }
    List<Map<String, Object>> suites = new ArrayList<>();
    for (SuiteComparison comparison : run.suites()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("suite", comparison.suite());
      json.put("fingerprint", fingerprints.get(comparison.suite()));
      json.putAll(SuiteJson.of(comparison));
      suites.add(json);
    }
    return suites;
  }

  private static Map<String, Object> cuts(CompletedRun run, ThresholdSelection selection) {
    Map<String, Object> json = new LinkedHashMap<>(ThresholdJson.of(selection));
    if (run.candidate().scorer().rule() instanceof GroupThresholds shifted) {
      json.put("by_group", ThresholdJson.byGroup(shifted));
    }
    return json;
  }

  private static Map<String, Object> refit(RefitCheck check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("agreement", check.agreement());
    json.put("mean_shift", check.meanShift());
    json.put("degenerate_labels", check.degenerateLabels());
    return json;
  }

  private static Map<String, Object> data(CompletedRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fingerprint", run.loaded().fingerprint());
    json.put("rows", run.loaded().dataset().size());
    json.put("rows_after_as_of", run.loaded().facts().afterAsOf());
    json.put("labels_not_yet_known", run.loaded().facts().labelsNotYetKnown());
    List<Map<String, Object>> files =
        run.loaded().facts().files().stream().map(VerdictJson::file).toList();
    json.put("files", files);
    return json;
  }

  /** A file that the experiment names by an absolute path is shown by its name alone. */
  private static Map<String, Object> file(SourceFile file) {
    Path path = Path.of(file.path());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", path.isAbsolute() ? String.valueOf(path.getFileName()) : file.path());
    json.put("sha256", file.sha256());
    return json;
  }

  private static Map<String, Object> provenance(Provenance provenance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("experiment_sha256", provenance.experimentHash());
    json.put("code", provenance.codeFingerprint());
    json.put("versions", new TreeMap<>(provenance.versions()));
    json.put("machine", provenance.machine());
    json.put("threads", provenance.threads());
    json.put("seeds", provenance.seeds());
    return json;
  }
}

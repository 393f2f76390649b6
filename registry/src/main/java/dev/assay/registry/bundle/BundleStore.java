package dev.assay.registry.bundle;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.HashSet64;
import dev.assay.core.bundle.RowHashes;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.model.ModelFiles;
import dev.assay.registry.object.ObjectStore;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Bundles in an object store. A bundle is stored as its files, the sets of what it was trained on,
 * and {@code bundle.json}, which names all of these by hash; the SHA-256 of {@code bundle.json} is
 * the hash of the bundle, as {@code sha256sum} prints it.
 */
public final class BundleStore {

  private final ObjectStore objects;

  /** The bundles of an object store. */
  public BundleStore(ObjectStore objects) {
    this.objects = objects;
  }

  /** The hash that a bundle has once stored, without storing it. */
  public static String hash(Bundle bundle) {
    return Sha256.of(BundleWriter.write(bundle));
  }

  /**
   * Stores a bundle; when this returns, all of it is on disk. The collection of garbage may take it
   * again until a run or a promotion refers to it, so hold the run lock meanwhile.
   *
   * @return its hash
   */
  public String store(Bundle bundle) {
    store(bundle.gated());
    Artefact refit = bundle.refit();
    if (refit != null) {
      store(refit);
    }
    return objects.put(BundleWriter.write(bundle));
  }

  private void store(Artefact artefact) {
    for (String name : artefact.files().names()) {
      objects.put(artefact.files().content(name));
    }
    if (artefact.exposure() instanceof TrainingExposure.Known known) {
      objects.put(known.ids().toBytes());
      objects.put(known.contents().toBytes());
      if (!known.validation().isEmpty()) {
        objects.put(known.validation().ids().toBytes());
        objects.put(known.validation().contents().toBytes());
      }
    }
  }

  /** Whether a bundle of this hash was stored, whole or not. */
  public boolean has(String hash) {
    return objects.has(hash);
  }

  /**
   * A bundle.
   *
   * @throws dev.assay.registry.object.DamagedStoreException where any object of it is missing or
   *     damaged
   */
  public Bundle bundle(String hash) {
    BundleReader document = document(hash);
    BundleReader.StoredArtefact refit = document.refit();
    return new Bundle(
        document.manifest(), artefact(document.gated()), refit == null ? null : artefact(refit));
  }

  /**
   * What a bundle says of its model, without reading the model.
   *
   * @throws dev.assay.registry.object.DamagedStoreException where its {@code bundle.json} is
   *     missing or damaged
   */
  public BundleManifest manifest(String hash) {
    return document(hash).manifest();
  }

  /**
   * Reads every object of a bundle.
   *
   * @throws dev.assay.registry.object.DamagedStoreException where any of them is missing or damaged
   */
  public void verify(String hash) {
    objectsOf(hash).forEach(objects::get);
  }

  /** The hashes of all objects that make up a bundle, {@code bundle.json} included. */
  public SortedSet<String> objectsOf(String hash) {
    BundleReader document = document(hash);
    SortedSet<String> all = new TreeSet<>(document.gated().objects());
    BundleReader.StoredArtefact refit = document.refit();
    if (refit != null) {
      all.addAll(refit.objects());
    }
    all.add(hash);
    return all;
  }

  /**
   * The files that a bundle is exported as, by path: {@code bundle.json} and the served model's
   * files beside each other, and the gated model's under {@code gated/} where it was refitted.
   *
   * @throws dev.assay.registry.object.DamagedStoreException where any of them is missing or damaged
   */
  public Map<String, byte[]> exported(String hash) {
    BundleReader document = document(hash);
    BundleReader.StoredArtefact refit = document.refit();
    Map<String, byte[]> files = new TreeMap<>();
    files.put("bundle.json", objects.get(hash));
    contents(refit == null ? document.gated() : refit).forEach(files::put);
    if (refit != null) {
      contents(document.gated()).forEach((name, content) -> files.put("gated/" + name, content));
    }
    return files;
  }

  private BundleReader document(String hash) {
    return BundleReader.read(hash, objects.get(hash));
  }

  private Artefact artefact(BundleReader.StoredArtefact stored) {
    return new Artefact(new ModelFiles(contents(stored)), exposure(stored.exposure()));
  }

  private Map<String, byte[]> contents(BundleReader.StoredArtefact stored) {
    Map<String, byte[]> contents = new HashMap<>();
    stored.files().forEach((name, hash) -> contents.put(name, objects.get(hash)));
    return contents;
  }

  private TrainingExposure exposure(BundleReader.StoredExposure stored) {
    return switch (stored) {
      case BundleReader.StoredExposure.Unknown unknown ->
          new TrainingExposure.Unknown(unknown.reason());
      case BundleReader.StoredExposure.Known known ->
          new TrainingExposure.Known(
              hashes(known.ids()),
              hashes(known.contents()),
              known.rows(),
              known.from(),
              known.to(),
              validation(known.validation()));
    };
  }

  /** Without it, every row may have been fitted to. */
  private RowHashes validation(BundleReader.@Nullable StoredRows stored) {
    return stored == null
        ? RowHashes.NONE
        : new RowHashes(hashes(stored.ids()), hashes(stored.contents()));
  }

  private HashSet64 hashes(String object) {
    return HashSet64.ofBytes(objects.get(object));
  }
}

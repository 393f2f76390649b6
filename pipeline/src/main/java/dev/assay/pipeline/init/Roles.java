package dev.assay.pipeline.init;

import dev.assay.data.source.ColumnProfile;
import java.util.List;
import java.util.Optional;

/**
 * What each column of the data is taken for.
 *
 * @param label the label
 * @param shape what it is as a label
 * @param id the columns of the id; empty where ids are made from the content of rows
 * @param time the time
 * @param group what rows depend on together
 * @param horizonDays how many days ahead the label looks, 0 for none
 * @param texts columns of running text
 * @param except columns that are no inputs as they stand, in their order
 */
record Roles(
    ColumnProfile label,
    LabelShape shape,
    List<String> id,
    Optional<ColumnProfile> time,
    Optional<String> group,
    int horizonDays,
    List<String> texts,
    List<String> except) {

  Roles {
    id = List.copyOf(id);
    texts = List.copyOf(texts);
    except = List.copyOf(except);
  }
}

package dev.assay.core.gate;

/** What one piece of evidence says for its gate. */
public enum Standing {
  /** It keeps the limit. */
  PASS,
  /** It does not keep the limit, or is missing or undefined. */
  FAIL,
  /** It does not suffice to say either. */
  INCONCLUSIVE,
  /** It rests on too little to be judged and is reported only. */
  TOO_LITTLE_SUPPORT,
  /** It has no counterpart, the label being new; gates on values judge it. */
  WITHOUT_CHAMPION,
  /** It entered a count or a summary that is judged as one. */
  COUNTED_IN
}

package dev.assay.data.prior;

/**
 * What the prior would be under another horizon.
 *
 * @param days the horizon
 * @param before the rate of the earlier period
 * @param after the rate of the later period
 */
public record HorizonRates(int days, Rate before, Rate after) {}

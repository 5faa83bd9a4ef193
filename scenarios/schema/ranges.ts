// The ranges that several keys share.

import { z } from "zod";

export const share = z.number().min(0).max(1);
export const positive = z.number().positive();
export const nonNegative = z.number().min(0);
export const count = z.int().min(1).max(1_000_000);
/** Units of goods, small enough that sums over a run stay exact. */
export const units = z.int().min(0).max(100_000_000);
/** Autocorrelation of a stationary series. */
export const correlation = z.number().gt(-1).lt(1);

/**
 * Version of the readers and the extractor together: raised whenever a stored original may be read differently.
 * Records read by an older version are read again from their originals by `gouji recheck --from-source`.
 */
export const READING_VERSION = 1;

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** What a bundle may be, known before its first byte is read. Every number from outside is held against one of these. */
export const LIMITS = {
  /** Bytes of the age header. */
  header: MIB,
  /** Recipients in the age header. */
  recipients: 1024,
  /** Base-2 logarithm of scrypt's cost. */
  workFactor: 18,
  entries: 10_000,
  /** Bytes of all entries together, and of the file but for what encryption and tar add. */
  total: 8 * GIB,
  entry: 2 * GIB,
  /** Bytes after decompression for one byte before. */
  expansion: 200,
  /** Bytes of an entry's name. */
  path: 128,
  manifest: 16 * MIB,
  signature: 4 * KIB,
  sums: 4 * MIB,
  readme: 64 * KIB,
  /** Bytes of `records.jsonl` after decompression: as many as a desk opens in the memory that it has. */
  records: 128 * MIB,
  /** Lines of it: of each revision and of each record something stays in memory, however small it is. */
  revisions: 40_000,
  /** Bytes of one line of it: a text of half a million words. Reading one takes up to sixty times as much memory. */
  line: 4 * MIB,
  /** JSON values, keys included, in one line, and in the manifest. */
  lineValues: 150_000,
  manifestValues: 1_000_000,
  card: 64 * KIB,
} as const;

/** The largest file that can hold a bundle within the limits: contents, tar's headers and padding, encryption. */
export const LARGEST_FILE = LIMITS.header + Math.ceil((LIMITS.total + LIMITS.entries * 1024 + 1024) * 1.001);

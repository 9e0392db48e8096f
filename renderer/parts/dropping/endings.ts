/** What bundles can be called that are chosen in a dialog: themselves, or their first hundred volumes. */
export const BUNDLE_ENDINGS: readonly string[] = [
  'amber',
  ...Array.from({ length: 99 }, (_, index) => String(index + 1).padStart(3, '0')),
];

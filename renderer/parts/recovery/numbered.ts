/** Groups with their places, from 1: the same characters may come twice. */
export function numbered(groups: readonly string[]): readonly { readonly number: number; readonly group: string }[] {
  return groups.map((group, index) => ({ number: index + 1, group }));
}

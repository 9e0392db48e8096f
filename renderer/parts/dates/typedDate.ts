/** What a field tells of what was typed: a value (undefined: emptied), or the text and why it is none. */
export type TypedDate =
  | { readonly value: string | undefined }
  | { readonly raw: string; readonly wrong: { readonly fault: 'date' | 'noSuchDay' | 'time' } }
  | { readonly raw: string; readonly wrong: { readonly fault: 'weekday'; readonly date: string } };

/** What every field for a date or a time takes. Its label stands outside and names it by `id`. */
export interface DateFieldProps {
  readonly id: string;
  /** `2027-03-11`, `09:30`, `Europe/Madrid`; undefined: nothing. */
  readonly value: string | undefined;
  /** What was typed when it came to no value: shown instead of the value. */
  readonly raw?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  onType(typed: TypedDate): void;
}

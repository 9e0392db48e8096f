import { useLingui } from '@lingui/react/macro';

/** `6 h 15 min`, `40 min`, `2 h`. */
export function useLengthWords(): (minutes: number) => string {
  const { t } = useLingui();
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return t`${rest} min`;
    return rest === 0 ? t`${hours} h` : t`${hours} h ${rest} min`;
  };
}

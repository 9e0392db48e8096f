import { SegmentedControl } from '@mantine/core';
import classes from './choice.module.css';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly data: { readonly value: string; readonly label: string }[];
  /** In a narrow column: smaller, on a line below where it has no room beside its name. */
  readonly compact?: boolean;
}

/** One of a few values, all of them in sight, beside what they are of. */
export function Choice({ label, value, onChange, data, compact = false }: ChoiceProps) {
  return (
    <div className={classes.choice} data-compact={compact || undefined}>
      <span className={classes.label}>{label}</span>
      <SegmentedControl
        size={compact ? 'xs' : 'sm'}
        fullWidth={!compact}
        aria-label={label}
        value={value}
        onChange={onChange}
        data={data}
      />
    </div>
  );
}

import { IconCheck, IconMinus, IconPencilCheck, IconX } from '@tabler/icons-react';
import type { LinePosition } from '../../domain/inquiries/kinds.ts';
import classes from './inquiries.module.css';
import { useInquiryWords } from './useInquiryWords.ts';

const SIGNS = { agree: IconCheck, agreeWithChanges: IconPencilCheck, disagree: IconX, noView: IconMinus } as const;

/** A position: a shape and its word. */
export function Position({ position }: { readonly position: LinePosition }) {
  const { positions } = useInquiryWords();
  const Sign = SIGNS[position];
  return (
    <span className={classes.position}>
      <Sign size={15} stroke={1.8} aria-hidden />
      {positions[position]}
    </span>
  );
}

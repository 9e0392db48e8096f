import { useLingui } from '@lingui/react/macro';
import type { Icon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconPencil,
  IconPlus,
  IconSparkles,
  IconTrash,
} from '@tabler/icons-react';
import type { Line } from '../words.ts';

/** A part of what is inside a bundle, by what taking it does. */
export type Inside = Line['brought'];

/** What a line is counted under: what accepting it did, or would do. */
export const insideOf = ({ change, brought, decision }: Line): Inside => (decision === 'accepted' ? brought : change);

interface InsideWords {
  readonly inside: Inside;
  readonly title: string;
  readonly icon: Icon;
  /** Shown also when there is none. */
  readonly always: boolean;
}

/** The parts in their order, with their words. */
export function useInsides(): readonly InsideWords[] {
  const { t } = useLingui();
  return [
    { inside: 'new', title: t`New`, icon: IconPlus, always: true },
    { inside: 'changed', title: t`Changed, merges cleanly`, icon: IconPencil, always: true },
    { inside: 'conflict', title: t`In conflict`, icon: IconAlertTriangle, always: true },
    { inside: 'deleted', title: t`Deleted by them`, icon: IconTrash, always: true },
    { inside: 'refused', title: t`Put aside (author not known, or not in force)`, icon: IconBan, always: true },
    { inside: 'unknownKind', title: t`Made with a newer version`, icon: IconSparkles, always: false },
    { inside: 'known', title: t`Here already`, icon: IconCircleCheck, always: false },
  ];
}

const FIRST: readonly Inside[] = ['conflict', 'changed', 'new', 'deleted', 'unknownKind', 'refused', 'known'];

/** What is looked at first: what asks most of the person. */
export function firstInside(lines: readonly Line[]): Inside {
  return FIRST.find((inside) => lines.some((line) => insideOf(line) === inside)) ?? 'new';
}

/** Whether a line still waits for a decision. */
export const isOpen = ({ decision }: Line): boolean => decision === 'open';

import { type ComponentType, createContext } from 'react';

export interface PortionTextProps {
  /** The portion's record. */
  readonly record: string;
  readonly label: string;
}

/** What shows the text of a portion: the editor itself, once more, inside. */
export const PortionText = createContext<ComponentType<PortionTextProps> | undefined>(undefined);

/** What shows the files of a portion, given its record. */
export const PortionFiles = createContext<ComponentType<{ readonly record: string }> | undefined>(undefined);

/** The record whose text is open around. */
export const PaperOfText = createContext<string>('');

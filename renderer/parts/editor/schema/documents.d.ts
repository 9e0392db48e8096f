import { type Schema } from '@tiptap/pm/model';
import { type Document } from '../../../../domain/papers/richText.ts';
import { type Json } from '../../../../domain/records/json.ts';
/** The value as a document; undefined when it is none. */
export declare function asDocument(value: Json | undefined): Document | undefined;
/** Every type of node and mark that stands anywhere in a document. */
export declare function typesIn(value: Json | undefined, found?: Set<string>): Set<string>;
/**
 * Whether an editor with this schema keeps the whole document. Tiptap leaves out without a word what its schema does
 * not know, so nothing is opened for editing before all of it was found to come back as it went in.
 */
export declare function keepsWhole(document: Document, schema: Schema): boolean;
/**
 * A block of what the editor holds: without what only the editor needs, and exactly as it was before when nothing in it
 * differs.
 */
export declare function blockFrom(edited: Json, before: Json | undefined, schema: Schema): Json;

import type { z } from 'zod';
import { AmberdeskError } from '../domain/errors.ts';
import { isJson } from '../domain/records/json.ts';
import { type Api, api } from './api.ts';
import type { Call } from './call.ts';
import type { Transport } from './transport.ts';

type Caller<C> = C extends Call<infer I, infer O> ? (input: z.input<I>) => Promise<z.output<O>> : never;

/** The application as an object: `client.records.read({ id })`. Rejects with an AmberdeskError that carries the code. */
export type Client = { readonly [F in keyof Api]: { readonly [N in keyof Api[F]]: Caller<Api[F][N]> } };

/** Derives the client from the map of calls: nothing is passed through by hand. */
export function makeClient(transport: Transport): Client {
  const features = Object.entries(api).map(([feature, calls]) => [
    feature,
    Object.fromEntries(
      Object.entries<Call>(calls).map(([name, shape]) => [name, caller(transport, `${feature}.${name}`, shape)]),
    ),
  ]);
  return Object.fromEntries(features) as Client;
}

function caller(transport: Transport, name: string, shape: Call) {
  return async (input: unknown): Promise<unknown> => {
    const answer = await transport.call(name, input);
    if (answer.ok) return shape.output.parse(answer.value);
    const { code, details } = answer.error;
    throw new AmberdeskError(code, isJson(details) ? details : null);
  };
}

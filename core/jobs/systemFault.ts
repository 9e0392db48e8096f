/** An error of the system as one thread tells it to another: its message, and what Node knows of it. */
export interface SystemFault {
  readonly message: string;
  readonly code: string | undefined;
  readonly syscall: string | undefined;
}

/** What another thread is told of an error. */
export function faultOf(error: unknown): SystemFault {
  const {
    message = String(error),
    code,
    syscall,
  }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
  return { message, code, syscall };
}

/** The error again, by which `onDisk` tells a full disk from others. */
export function errorOf({ message, code, syscall }: SystemFault): Error {
  return Object.assign(new Error(message), { code, syscall });
}

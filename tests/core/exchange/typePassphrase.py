"""Runs a program in a terminal of its own and types a passphrase when it asks: typePassphrase.py PASSPHRASE COMMAND..."""
import os
import pty
import sys

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
asked = b""
while b":" not in asked.split(b"passphrase")[-1] or b"passphrase" not in asked:
    asked += os.read(terminal, 1024)
os.write(terminal, sys.argv[1].encode() + b"\n")
try:
    while os.read(terminal, 1024):
        pass
except OSError:
    pass  # Linux says EIO when the other side is closed.
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

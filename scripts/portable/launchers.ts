/** The folders of the application in the portable folder, which the launchers name. */
export const FOLDERS = { runtime: 'runtime', application: 'app', renderer: 'renderer' } as const;

/**
 * Starts the desk in the browser that is installed, with files or options for it; with a word (`demo`, `print`, …) the
 * command of that name. Only what the shell itself can do: nothing of the machine's programs is needed.
 */
export const SHELL_LAUNCHER = `#!/bin/sh
case $0 in
  */*) here=$(CDPATH= cd -- "\${0%/*}" && pwd) || exit 1 ;;
  *) here=$(pwd) ;;
esac
case \${1-} in
  '' | -* | *.amber | *.amber.[0-9][0-9][0-9] | *.ambercard) program=loopback ;;
  *) program=amberdesk ;;
esac
exec "$here/${FOLDERS.runtime}/node" "$here/${FOLDERS.application}/$program.js" "$@"
`;

/** The same for Windows. */
export const WINDOWS_LAUNCHER = `@echo off
setlocal
set "first=%~1"
set "program=amberdesk"
if not defined first set "program=loopback"
if "%first:~0,1%"=="-" set "program=loopback"
if /i "%~x1"==".amber" set "program=loopback"
if /i "%~x1"==".ambercard" set "program=loopback"
if /i not "%first:.amber.=%"=="%first%" set "program=loopback"
"%~dp0${FOLDERS.runtime}\\node.exe" "%~dp0${FOLDERS.application}\\%program%.js" %*
exit /b %errorlevel%
`.replaceAll('\n', '\r\n');

"""Starting the app: Streamlit in this process's place, on this machine only unless asked otherwise."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from analyzer.commandline.terminal import say, spoken
from analyzer.errors import UsageError

FIRST_PORT = 8501
_PORTS_TRIED = 20
_LOCAL = ("127.0.0.1", "localhost", "::1")
_PACKAGE = Path(__file__).parents[1]


def app_script() -> Path:
    """Return the script that Streamlit runs: the clone's, whose ``.streamlit`` stands beside it, or the package's own.

    Streamlit reads its configuration from beside the script: so the app looks the same wherever it is started from.
    """
    clone = _PACKAGE.parent
    inside = _PACKAGE / "ui" / "launch" / "streamlit_app.py"
    return clone / "streamlit_app.py" if (clone / ".streamlit" / "config.toml").exists() else inside


def streamlit_command(port: int, address: str, *, open_browser: bool) -> list[str]:
    """Return the command that starts the app.

    :param port: port to listen on.
    :param address: address to listen on.
    :param open_browser: whether the reader's browser is opened on it.
    """
    return [
        sys.executable,
        "-m",
        "analyzer.ui.server",
        "run",
        str(app_script()),
        f"--server.port={port}",
        f"--server.address={address}",
        f"--server.headless={'false' if open_browser else 'true'}",
        "--server.showEmailPrompt=false",
        "--browser.gatherUsageStats=false",
        f"--browser.serverAddress={'localhost' if address in _LOCAL else address}",
    ]


def free_port(port: int | None, address: str) -> int:
    """Return the port to use.

    :param port: the port asked for, or ``None`` for the first free one from 8501 on.
    :raises UsageError: if the address is not one of this machine, or the port is taken.
    """
    tried = [port] if port is not None else list(range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED))
    for candidate in tried:
        if _is_free(candidate, address):
            return candidate
    raise UsageError("Port {port} is in use: choose another one with --port.", port=tried[0])


def environment(workspace: Path | None, inherited: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the app.

    :param workspace: folder that keeps the work; ``None`` leaves the one of the settings.
    :raises UsageError: if the workspace is a file.
    """
    result = dict(inherited)
    if workspace is not None:
        if workspace.exists() and not workspace.is_dir():
            raise UsageError("“{file}” is a file: name a folder for the workspace.", file=str(workspace))
        result["ANALYZER_HOME"] = str(workspace.resolve())
    return result


def wants_browser(address: str, inherited: Mapping[str, str]) -> bool:
    """Tell whether a person sits before this machine: a terminal, a local address, and, on Linux, a display."""
    display = sys.platform != "linux" or any(inherited.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return sys.stdout.isatty() and address in _LOCAL and display and not inherited.get("CI")


def serve(port: int | None, address: str, workspace: Path | None) -> int:
    """Start the app and return when it ends, with its exit status.

    :raises UsageError: see :func:`free_port` and :func:`environment`.
    """
    variables = environment(workspace, os.environ)
    chosen = free_port(port, address)
    command = streamlit_command(chosen, address, open_browser=wants_browser(address, variables))
    shown = "localhost" if address in _LOCAL else address
    say(spoken("The app is at http://{address}:{port} (Ctrl+C stops it).", address=shown, port=chosen))
    if os.name == "posix":
        # In this process's place: a signal to stop reaches the app itself.
        os.execve(sys.executable, command, variables)
    return subprocess.run(command, env=variables, check=False).returncode


def _is_free(port: int, address: str) -> bool:
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise UsageError("“{address}” is no address of this machine: try 127.0.0.1.", address=address) from error
    with socket.socket(family, kind, protocol) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(place)
        except PermissionError as error:
            raise UsageError("Port {port} is not open to you: choose one above 1024.", port=port) from error
        except OSError as error:
            if error.errno in _NO_SUCH_ADDRESS:
                raise UsageError(
                    "“{address}” is no address of this machine: try 127.0.0.1.", address=address
                ) from error
            return False
    return True


_NO_SUCH_ADDRESS = {99, 49, 10049}
"""EADDRNOTAVAIL on Linux, macOS and Windows."""

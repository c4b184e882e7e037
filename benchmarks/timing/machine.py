"""The machine, and programs that run on it once and end."""

from __future__ import annotations

import compileall
import os
import statistics
import sys
import tempfile
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(_HERE))
"""The folder of the project."""
PROGRAM = (sys.executable, "-m", "glossary_tui")
"""How the program is started."""
NOTHING = (sys.executable, "-c", "pass")
"""The least that Python does."""
_GOALS_NOTHING = 10.5
"""Milliseconds that `NOTHING` took on the machine of the goals."""
_home = tempfile.TemporaryDirectory(prefix="glossary-tui-home-")


def clean_environment() -> dict[str, str]:
    """An environment of nobody in particular, with a home of its own, byte code allowed."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return {**kept, "HOME": _home.name, "COLORTERM": "truecolor"}


def home() -> str:
    """The folder that the measured programs take for their user's home."""
    return _home.name


def compile_modules() -> None:
    """Compile the program's modules, as an installer does."""
    compileall.compile_dir(os.path.join(ROOT, "glossary_tui"), quiet=2)
    compileall.compile_dir(os.path.join(ROOT, "benchmarks"), quiet=2)


def run_once(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Milliseconds from the start of *command* to its end; its output goes nowhere."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    everything = {**clean_environment(), **(environment or {})}
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], list(command), everything, file_actions=actions)
    _, status = os.waitpid(pid, 0)
    took = 1_000 * (time.perf_counter() - start)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(command)} ended with status {status}")
    return took


def alternately(
    commands: Mapping[str, Sequence[str]],
    times: int,
    environment: Mapping[str, str] | None = None,
) -> dict[str, list[float]]:
    """Milliseconds of each of *commands*, run in turn so that the machine's moods meet all alike."""
    for command in commands.values():
        run_once(command, environment)
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            found[name].append(run_once(command, environment))
    return found


def slowness(times: int = 21) -> float:
    """How many times as slow as that of the goals the machine is just now."""
    return statistics.median(alternately({"": NOTHING}, times)[""]) / _GOALS_NOTHING


def description() -> str:
    """What kind of machine it is, in a few words."""
    import platform

    model = platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    version = platform.python_version()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {version}"

"""Install the wheel as people do, with pip, pipx and uv as far as they are here: `make wheel-test`.

Unlike the tests this fetches what the program depends on from the package index.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Install with each tool into a folder of its own, run the program, say how it went."""
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dist = str(folder / "dist")
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", dist]
        subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = Path(dist).glob("*.whl")
        for tool, install in _ways(folder, wheel).items():
            home = folder / tool
            environment = _environment(home)
            for command in install:
                subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
            done = subprocess.run(
                [home / "bin" / "glossary", "imagenet"],
                cwd=folder, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            good = done.returncode == 0 and done.stdout.startswith("ImageNet\n")
            pages = sorted(home.rglob("man1/glossary.1"))
            sys.stdout.write(f"{tool}: {'well' if good and pages else done.stderr or 'no page'}\n")
            failed += [] if good and pages else [tool]
    return len(failed)


def _ways(folder: Path, wheel: Path) -> dict[str, list[list[str]]]:
    """The commands by which each tool that is here installs *wheel*."""
    pip = folder / "pip"
    ways = {
        "pip": [
            [sys.executable, "-m", "venv", str(pip)],
            [str(pip / "bin" / "python"), "-m", "pip", "install", "--quiet", str(wheel)],
        ]
    }
    pipx, uv = shutil.which("pipx"), shutil.which("uv")
    if pipx:
        ways["pipx"] = [[pipx, "install", "--quiet", "--python", sys.executable, str(wheel)]]
    if uv:
        ways["uv"] = [[uv, "tool", "install", "--quiet", "--python", sys.executable, str(wheel)]]
    return ways


def _environment(home: Path) -> dict[str, str]:
    """An environment in which every tool keeps to *home*."""
    own = {
        "HOME": str(home),
        "PIPX_HOME": str(home / "pipx"),
        "PIPX_BIN_DIR": str(home / "bin"),
        "PIPX_MAN_DIR": str(home / "man"),
        "UV_TOOL_DIR": str(home / "uv"),
        "UV_TOOL_BIN_DIR": str(home / "bin"),
    }
    kept = {
        name: os.environ[name] for name in os.environ if name not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    return kept | own


if __name__ == "__main__":
    sys.exit(main())

"""A copy of the project to break or to run elsewhere, leaving the project itself alone."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE = shutil.ignore_patterns(
    ".git", ".venv*", "target", "dbt_packages", "logs", "build", "*.duckdb", "*.wal",
    "__pycache__", ".hypothesis", ".pytest_cache",
)


def copy_project(to: Path) -> Path:
    """The project without what running it makes."""
    return Path(shutil.copytree(ROOT, to, ignore=MADE))


def run(folder: Path, *command: str, **environment: str) -> tuple[int, str]:
    """A command of this environment's in a folder: exit code and all that it printed."""
    environment = {**os.environ, "DBT_PROFILES_DIR": str(folder), **environment}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    return done.returncode, done.stdout

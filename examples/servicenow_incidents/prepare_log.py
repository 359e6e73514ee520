"""Unpacks the ServiceNow incident log into build/, where the product log's models read it."""

import os
import shutil
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEFAULT = HERE / "../../../shared/data/servicenow_incidents/incident_event_log.zip"
MEMBER = "incident_event_log.csv"


def main(arguments):
    chosen = arguments[0] if arguments else os.environ.get("SERVICENOW_LOG")
    archive = Path(chosen or DEFAULT)
    if not zipfile.is_zipfile(archive):
        return (
            f"no incident log at {os.path.normpath(archive)}: give the path of "
            "incident_event_log.zip (UCI Machine Learning Repository 498) as argument or in "
            "SERVICENOW_LOG"
        )
    target = HERE / "build" / MEMBER
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(archive) as packed:
        if MEMBER not in packed.namelist():
            return f"{archive} holds no {MEMBER}"
        with packed.open(MEMBER) as log, target.open("wb") as copy:
            shutil.copyfileobj(log, copy)
    print(f"build/{MEMBER}: {target.stat().st_size:,} bytes")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

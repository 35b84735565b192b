"""`make bench`: every benchmark of this folder, one after the other."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks


def main() -> None:
    """Run the benchmarks named, or all."""
    found = [each.name for each in pkgutil.iter_modules(benchmarks.__path__) if each.name != "__main__"]
    for name in sys.argv[1:] or sorted(found):
        print(f"— {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()

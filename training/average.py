"""The mean of several trained weights that began from the same ones; it errs less than each.

    python training/average.py --out mean.pt run1/average.pt run2/average.pt

Source: "model soups", Wortsman et al. 2022, the uniform soup.
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read the arguments and write the mean."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", nargs="+", type=Path, help="trained weights (.pt)")
    parser.add_argument("--out", type=Path, required=True, help="where the mean goes (.pt)")
    args = parser.parse_args()
    stored = [torch.load(path, weights_only=False) for path in args.weights]
    mean = dict(stored[0])
    for part in ("trunk", "heads"):
        mean[part] = {
            name: torch.stack([one[part][name].double() for one in stored]).mean(0).to(first.dtype)
            for name, first in stored[0][part].items()
        }
    torch.save(mean, args.out)


if __name__ == "__main__":
    main()

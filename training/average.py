"""The mean of several trained weights that began from the same ones; it errs less than each.

    python training/average.py --out mean.pt run1/average.pt run2/average.pt
    python training/average.py --out mean.pt old.pt new.pt --shares 0.25 0.75

Of either encoder's weights.

Source: "model soups", Wortsman et al. 2022, the uniform soup; with shares, between old and new weights,
"Robust fine-tuning of zero-shot models", Wortsman et al. 2022.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

_NEAR = 1e-6
"""How far from 1 the shares may make."""


def main() -> None:
    """Read the arguments and write the mean."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", nargs="+", type=Path, help="trained weights (.pt)")
    parser.add_argument("--out", type=Path, required=True, help="where the mean goes (.pt)")
    parser.add_argument("--shares", nargs="+", type=float, help="share of each, equal by default")
    args = parser.parse_args()
    stored = [torch.load(path, weights_only=False) for path in args.weights]
    shares = args.shares or [1 / len(stored)] * len(stored)
    if len(shares) != len(stored) or abs(sum(shares) - 1) > _NEAR:
        parser.error(f"{len(stored)} weights want as many shares that make 1, not {shares}")
    if "trunk" in stored[0]:
        mean = stored[0] | {
            part: mean_of([one[part] for one in stored], shares) for part in ("trunk", "heads")
        }
    else:
        mean = mean_of(stored, shares)
    torch.save(mean, args.out)


def mean_of(stored: Sequence[Mapping[str, Tensor]], shares: Sequence[float]) -> dict[str, Tensor]:
    """Return the mean of tensors by their names."""
    return {
        name: sum(share * one[name].double() for share, one in zip(shares, stored, strict=True)).to(
            first.dtype
        )
        for name, first in stored[0].items()
    }


if __name__ == "__main__":
    main()

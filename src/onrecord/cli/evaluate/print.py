"""How every evaluation is printed."""

import json

import click

from onrecord.evaluation.result import EvaluationResult

__all__ = ["print_result"]


def print_result(result: EvaluationResult, as_json: bool) -> None:
    """Print one result: a line of JSON, or a row a figure with its interval where it has one."""
    if as_json:
        scores = {name: round(value, 4) for name, value in result.scores.items()}
        click.echo(json.dumps({"task": result.task, "n": result.n, "scores": scores}))
        return
    click.echo(f"{result.task}: {result.n} texts")
    width = max(map(len, result.scores), default=0)
    for name, value in result.scores.items():
        if name.endswith(("_low", "_high")):
            continue
        row = f"  {name:<{width}}  {value:6.2f}"
        if f"{name}_low" in result.scores:
            row += f"  [{result.scores[f'{name}_low']:.1f}, {result.scores[f'{name}_high']:.1f}]"
        click.echo(row)

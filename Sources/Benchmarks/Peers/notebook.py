"""Prints a file of doctests as a Jupyter notebook: a cell per run of examples, with its expected output recorded.

Only the last example of a cell may have an output, because a notebook shows no other values."""
import ast, doctest, json, sys


def shows_value(source):
    last = ast.parse(source).body[-1]
    return isinstance(last, ast.Expr) and not (
        isinstance(last.value, ast.Call) and getattr(last.value.func, "id", "") == "print")


def output(count, source, want):
    if not want: return []
    if not shows_value(source): return [{"output_type": "stream", "name": "stdout", "text": want}]
    return [{
        "output_type": "execute_result", "execution_count": count, "metadata": {},
        "data": {"text/plain": want.rstrip("\n")}}]


def code(count, examples):
    assert not any(one.want for one in examples[:-1]), "an output before the end of a cell"
    return {
        "cell_type": "code", "execution_count": count, "metadata": {},
        "source": "".join(one.source for one in examples).rstrip("\n"),
        "outputs": output(count, examples[-1].source, examples[-1].want)}


def cells(text):
    count, examples = 0, []
    for part in doctest.DocTestParser().parse(text):
        if isinstance(part, doctest.Example):
            examples.append(part)
        elif part.strip():
            if examples:
                count += 1
                yield code(count, examples)
            examples = []
            yield {"cell_type": "markdown", "metadata": {}, "source": part.strip()}
    if examples: yield code(count + 1, examples)


notebook = {
    "nbformat": 4, "nbformat_minor": 4, "cells": list(cells(open(sys.argv[1], encoding="utf-8").read())),
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}}
print(json.dumps(notebook, indent=1))

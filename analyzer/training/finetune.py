"""Fine-tuning the encoder on all labels together.

One linear output a label sits on the shared vector while it trains; afterwards the outputs are thrown away, and the
served heads are fitted anew by scikit-learn (:mod:`analyzer.training.heads`). Rows lack most labels, so each loss is
taken over the rows that have it.

Labels alone would fold all work that is alike in kind into one place. Two more losses keep what a text is *about*: a
task's French and English texts are drawn together and look-alikes of other tasks apart, and the closeness of the texts
of a step to one another follows that of the uncut pretrained network (its *teacher* vectors).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import torch
from sentence_transformers import SentenceTransformer
from torch import nn

from analyzer.training.encoder import network_of
from analyzer.training.roughen import roughen
from analyzer.training.targets import BINARIES, CLASSES, SCALARS, Table, everyday_table, not_task_table, onet_table

PREFIX = "query: "
_PAIR_TEMPERATURE = 0.05
_TEACHER_TEMPERATURE = 0.1
_NEIGHBOURS = 10

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plan:
    """One round of training: how long, how hard, and how the losses weigh against one another."""

    passes: float
    """Times that each O*NET statement is read, on average."""
    statements: int
    """O*NET statements in a step: half drawn at random, half from among their nearest."""
    pairs: int
    """Everyday tasks in a step, each in both languages; look-alikes come together."""
    not_tasks: int
    rate: float
    dropout: float
    scalar_weight: float = 25.0
    pair_weight: float = 0.3
    teacher_weight: float = 1.0
    head_rate: float = 2e-3
    everyday_weight: float = 2.0
    begins_with: int = 1
    """Rounds before this one from the mean of whose weights it begins (:func:`averaged`)."""
    seed: int = 20261122


ROUNDS = (
    Plan(passes=4.0, statements=40, pairs=16, not_tasks=4, rate=3e-4, dropout=0.05),
    Plan(passes=2.65, statements=32, pairs=20, not_tasks=4, rate=2e-4, dropout=0.05),
    Plan(passes=3.4, statements=32, pairs=20, not_tasks=4, rate=2e-4, dropout=0.05, pair_weight=0.5, seed=20261123),
    Plan(
        passes=2.2,
        statements=26,
        pairs=26,
        not_tasks=4,
        rate=2e-4,
        dropout=0.05,
        pair_weight=0.5,
        begins_with=2,
        seed=20261124,
    ),
)
"""The rounds of the shipped encoder: one that mends the cut and learns most, two that lean to everyday texts, and a
last that begins from the mean of these two and leans to everyday texts most."""


@dataclass(frozen=True)
class Corpus:
    """The rows to train on (the caller leaves held-out rows away) and the teacher's vectors of their texts.

    :ivar teacher: by "onet", "fr", "en" (everyday) and "not": unit vectors, one a row.
    """

    onet: pd.DataFrame
    everyday: pd.DataFrame
    not_tasks: pd.DataFrame
    teacher: dict[str, FloatArray]


class _Outputs(nn.Module):
    """One linear layer over the standardised vector for all labels."""

    def __init__(self, centre: torch.Tensor, spread: torch.Tensor) -> None:
        super().__init__()
        self.centre = nn.Parameter(centre, requires_grad=False)
        self.spread = nn.Parameter(spread, requires_grad=False)
        size = len(SCALARS) + len(BINARIES) + sum(len(codes) for codes in CLASSES.values())
        self.linear = nn.Linear(centre.shape[0], size)
        nn.init.normal_(self.linear.weight, std=0.01)
        nn.init.zeros_(self.linear.bias)

    def forward(self, vectors: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, list[torch.Tensor]]:
        out = self.linear((vectors - self.centre) / self.spread)
        at = len(SCALARS) + len(BINARIES)
        classes = list(torch.split(out[:, at:], [len(codes) for codes in CLASSES.values()], dim=1))
        return out[:, : len(SCALARS)], out[:, len(SCALARS) : at], classes


def finetune(
    model: SentenceTransformer,
    corpus: Corpus,
    plan: Plan,
    progress: Callable[[int, int, float], None] | None = None,
) -> None:
    """Train ``model`` in place.

    :param progress: called with the step, the number of steps and the loss.
    """
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    tables = [
        onet_table(corpus.onet),
        everyday_table(corpus.everyday, "fr", plan.everyday_weight),
        everyday_table(corpus.everyday, "en", plan.everyday_weight),
        not_task_table(corpus.not_tasks),
    ]
    teachers = _teachers(corpus)
    start = torch.from_numpy(model.encode([PREFIX + text for text in tables[0].texts[::10]], batch_size=64))
    outputs = _Outputs(start.mean(0), start.std(0)).to(model.device)
    network = network_of(model)
    network.embeddings.requires_grad_(requires_grad=False)
    _set_dropout(network, plan.dropout)
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": trained, "lr": plan.rate, "weight_decay": 0.01},
            {"params": outputs.parameters(), "lr": plan.head_rate},
        ]
    )
    steps = max(2, round(plan.passes * len(tables[0].texts) / plan.statements))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=[plan.rate, plan.head_rate], total_steps=steps, pct_start=0.1
    )
    near = _nearest(teachers[0])
    mates = _look_alikes(corpus.everyday)
    streams = [_shuffled(len(tables[i].texts), rng) for i in (0, 1, 3)]
    model.train()
    for step in range(steps):
        statements = _with_partners(streams[0], plan.statements, lambda i: rng.choice(near[i]))
        pairs = _with_partners(streams[1], plan.pairs, lambda i: rng.choice(mates[i]) if mates[i] else None)
        others = [next(streams[2]) for _ in range(plan.not_tasks)]
        loss = _step(model, outputs, tables, teachers, (statements, pairs, pairs, others), plan, rng)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        schedule.step()
        if progress is not None:
            progress(step + 1, steps, float(loss.detach()))
    model.eval()


def averaged(states: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Return the mean of weights that were trained one from the other: it errs less than any of them on work that is
    new to all (*model soup*, Wortsman et al. 2022)."""
    first = states[0]
    return {
        name: torch.stack([state[name] for state in states]).mean(dim=0) if tensor.is_floating_point() else tensor
        for name, tensor in first.items()
    }


def _teachers(corpus: Corpus) -> list[FloatArray]:
    """Return the teacher's vectors a table, centred; a task's two texts share the mean of theirs."""
    centre = corpus.teacher["onet"].mean(axis=0)
    both = corpus.teacher["fr"] + corpus.teacher["en"] - 2 * centre
    centred = [corpus.teacher["onet"] - centre, both, both, corpus.teacher["not"] - centre]
    return [(v / np.linalg.norm(v, axis=1, keepdims=True)).astype(np.float32) for v in centred]


def _nearest(vectors: FloatArray) -> npt.NDArray[np.int64]:
    """Return for each row its nearest others, shape (n, neighbours)."""
    found = []
    for at in range(0, len(vectors), 1024):
        closeness = vectors[at : at + 1024] @ vectors.T
        closeness[np.arange(len(closeness)), np.arange(at, at + len(closeness))] = -2.0
        found.append(np.argpartition(-closeness, _NEIGHBOURS, axis=1)[:, :_NEIGHBOURS])
    return np.vstack(found)


def _look_alikes(everyday: pd.DataFrame) -> list[list[int]]:
    """Return for each row the others of its contrast group."""
    groups = everyday.reset_index(drop=True).groupby("contrast").indices
    contrast = everyday["contrast"].tolist()
    return [[int(j) for j in groups[code] if j != i] if code else [] for i, code in enumerate(contrast)]


def _with_partners(stream: Iterator[int], count: int, partner: Callable[[int], int | None]) -> list[int]:
    """Draw ``count`` different rows: from the stream, each followed by its partner if it has one."""
    chosen: dict[int, None] = {}
    while len(chosen) < count:
        row = next(stream)
        chosen[row] = None
        other = partner(row)
        if other is not None and len(chosen) < count:
            chosen[int(other)] = None
    return list(chosen)


def _set_dropout(network: nn.Module, share: float) -> None:
    """Set the dropout of all layers but attention's, which would rule out the fast attention kernel."""
    for name, module in network.named_modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0 if ".self." in name else share


def _shuffled(count: int, rng: random.Random) -> Iterator[int]:
    while True:
        order = list(range(count))
        rng.shuffle(order)
        yield from order


def _step(
    model: SentenceTransformer,
    outputs: _Outputs,
    tables: list[Table],
    teachers: list[FloatArray],
    chosen: tuple[list[int], list[int], list[int], list[int]],
    plan: Plan,
    rng: random.Random,
) -> torch.Tensor:
    texts = [PREFIX + roughen(table.texts[i], rng) for table, rows in zip(tables, chosen, strict=True) for i in rows]
    vectors = _encode(model, texts)
    scalars, binaries, classes = outputs(vectors)

    def target(name: str) -> torch.Tensor:
        rows = [getattr(t, name)[i] for t, c in zip(tables, chosen, strict=True) for i in c]
        return torch.from_numpy(np.stack(rows)).to(vectors.device)

    weight = torch.tensor([t.weight for t, c in zip(tables, chosen, strict=True) for _ in c], device=vectors.device)
    loss = _masked((scalars - torch.nan_to_num(want := target("scalars"))).square() * weight[:, None], want)
    loss = loss * plan.scalar_weight
    want = target("binaries")
    cross = nn.functional.binary_cross_entropy_with_logits(binaries, torch.nan_to_num(want), reduction="none")
    loss = loss + _masked(cross, want) * 1.5
    want = target("classes")
    for column, logits in enumerate(classes):
        has = ~torch.isnan(want[:, column])
        loss = loss + 0.3 * nn.functional.cross_entropy(logits[has], want[has, column].long())
    first = len(chosen[0])
    french, english = vectors[first : first + plan.pairs], vectors[first + plan.pairs : first + 2 * plan.pairs]
    closeness = french @ english.T / _PAIR_TEMPERATURE
    same = torch.arange(plan.pairs, device=vectors.device)
    loss = loss + plan.pair_weight * nn.functional.cross_entropy(closeness, same)
    loss = loss + plan.pair_weight * nn.functional.cross_entropy(closeness.T, same)
    teacher = np.vstack([t[c] for t, c in zip(teachers, chosen, strict=True)])
    return loss + plan.teacher_weight * _like_teacher(
        vectors - outputs.centre, torch.from_numpy(teacher).to(vectors.device)
    )


def _like_teacher(vectors: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    """Return how far the texts' closeness to one another is from the teacher's (mean Kullback-Leibler divergence)."""
    centred = nn.functional.normalize(vectors, dim=1)
    itself = torch.eye(len(centred), dtype=torch.bool, device=centred.device)
    mine = (centred @ centred.T / _TEACHER_TEMPERATURE).masked_fill(itself, -1e4).log_softmax(dim=1)
    theirs = (teacher @ teacher.T / _TEACHER_TEMPERATURE).masked_fill(itself, -1e4).log_softmax(dim=1)
    return nn.functional.kl_div(mine, theirs, reduction="batchmean", log_target=True)


def _masked(values: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    has = ~torch.isnan(target)
    return (values * has).sum() / has.sum()


def _encode(model: SentenceTransformer, texts: list[str], groups: int = 6) -> torch.Tensor:
    """Return the vectors of ``texts``; texts of like length go through together, which halves the padding."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    size = -(-len(order) // groups)
    parts = []
    # 16-bit products are three times as fast where the processor has them; the weights stay in 32 bits.
    with torch.autocast(model.device.type, dtype=torch.bfloat16):
        for start in range(0, len(order), size):
            features = model.preprocess([texts[i] for i in order[start : start + size]])
            moved = {
                name: value.to(model.device) if hasattr(value, "to") else value for name, value in features.items()
            }
            parts.append(model(moved)["sentence_embedding"].float())
    back = np.argsort(order)
    return nn.functional.normalize(torch.cat(parts)[torch.from_numpy(back)], dim=1)

"""What the cells of a column look like: texts, frequencies, durations, names of people or of roles."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.inventory.cells import things_in
from analyzer.inventory.durations import read_duration
from analyzer.inventory.durationwords import COLUMN_UNITS
from analyzer.inventory.firstnames import FIRST_NAMES
from analyzer.inventory.frequencies import read_frequency
from analyzer.inventory.frequencywords import ALL_DAY_EVERY_DAY
from analyzer.inventory.grids import Cell
from analyzer.inventory.text import alternatives, fold, parse_number, word_set
from analyzer.inventory.worktime import WorkTime

SAMPLE_CELLS = 200
"""Different values of a column that are looked at."""

MOSTLY = 0.6
"""Share of a column's values from which on they decide."""

TICKS = word_set("x ✓ ✔ ☑ v oui yes y o ok ● • 1")
"""What stands in a column to tick."""

RACI = re.compile(r"[racis](?: ?[/,+-]? ?[racis]){0,3}")
"""What stands in a RACI chart, folded: R does it, A answers for it, C is asked, I is told, S helps."""

_WORDS_OF_PROSE = 2.0
"""Words that a task has at least, on average: codes and reasons of absence have fewer; judgement."""

_MOSTLY_DIFFERENT = 0.6
"""Share of different values from which a column lists things rather than kinds of things; judgement."""

_WORK = alternatives(
    r"""comptab\w* assistant\w* secretaire\w* responsable\w* charge\w* gestionnaire\w* direct\w* agent\w* commercia\w*
    technicien\w* ingenieur\w* chef\w* manager\w* manageuse\w* conseiller\w* consultant\w* acheteu\w* vendeu\w*
    magasinier\w* cariste\w* chauffeur\w* operat\w* ouvrier\w* employe\w* stagiaire\w* apprenti\w* alternant\w*
    developpeu\w* developer\w* admin\w* analys\w* officer\w* clerk\w* accountant\w* bookkeep\w* secretar\w*
    receptionist\w* director\w* head lead leader supervisor\w* superviseu\w* coordinat\w* specialist\w* engineer\w*
    executive\w* advis[eo]r\w* buyer\w* planner\w* planificateu\w* driver\w* nurse\w* infirmier\w* medecin\w* doctor\w*
    teacher\w* formateu\w* trainer\w* juriste\w* lawyer\w* avocat\w* paralegal\w* redacteu\w* writer\w* editor\w*
    designer\w* graphiste\w* maire elu\w* dgs instruct\w* preparat\w* approvisionn\w* cadre\w* cuisin\w* serveu\w*
    chercheu\w* scientist\w* owner product scrum community accueil standard reception compta rh hr it dsi daf drh paie
    payroll achats? purchasing ventes? sales marketing logisti\w* support sav qualite quality finance production
    maintenance direction equipe team service pole tous toutes? all everyone everybody staff collaborateurs? office back
    front adv adj poseu\w* peintres? soudeu\w* menuisiers? ebenistes? plombiers? electriciens? macons? couvreurs?
    carreleu\w* mecanicien\w* boulangers? patissiers? bouchers? coiffeu\w* monteu\w* livreu\w* caissi\w*
    hotesses? standardistes? animat\w* educat\w* aides?[- ]soignant\w* jardiniers? gardiens? fitters? joiners? painters?
    welders? plumbers? electricians? builders? roofers? mechanics? bakers? carpenters? cashiers? cleaners? porters?
    technicians? inspectors? auditors? recruiters? dispatchers? installers? carers? clercs? notaires? notary notaries
    dentist\w* hygienist\w* prothesist\w* negotiat\w* valuers? surveyors? brokers? handlers? pickers? packers? atsem
    cantini\w* surveillant\w* caretakers? janitors? headteachers? bursars? registrars? tourier\w* affreteu\w*
    auxiliaires? declarant\w* transitaires? forwarders? apprentices? trainees? moniteurs? monitrices? gerante?s?
    veterinaires? asv exploitants? opticien\w* pharmac\w* kines? bibliothecaires? documentalistes? archivistes?
    ambulanci\w* brancardi\w* puericult\w* estheticien\w*
    greffi\w* tresori\w* benevoles? syndics? regisseu\w* commis auditeu\w* controleu\w* therapists? tutors?
    instructors? librarians? solicitors? conveyancers? underwriters? actuar\w* tellers? foremen foreman estimators?
    merchandisers? testers? architect\w* sysadmins? controllers? treasurers? volunteers? trustees? waiters?
    waitress\w* baristas? vets? wardens? lifeguards? presenters? producers? newsreaders? pressers? translators?
    traduct(?:eur|rice)s? proofreaders? locksmiths? serruriers? conduct(?:eur|rice)s? faconni\w* marbriers? porteu\w*
    cavistes? palefreni\w* grutiers? soigneu\w* preleveu\w* laborantin\w* biologist\w* imprimeurs? projectionnist\w*
    machinist\w* ouvreu\w* guides? mediat(?:eur|rice)s? conservat(?:eur|rice)s? stewards? journalist\w* farriers?
    apicult\w* deckhands? matelots? bagagistes? repasseu\w* cordonniers? tapissiers? vitriers? chaudronniers?
    tourneu\w* fraiseu\w* usineu\w* regleu\w* tractoristes? bucherons? elagueu\w* paysagistes? fleuristes? florists?
    bartenders? barm[ae]n barmaids? housekeepers? gouvernantes? concierges? plongeu\w* sommeliers? veilleu\w* physios?
    radiographers? midwi\w* sages?-femmes? paramedics? coach(?:es)? entraineu\w* referees? sauveteu\w* pompiers?
    firefighters? guards? vigiles? dessinat\w* projeteu\w* metreu\w* geometres? drafters? billettistes?"""
)
WORK_WORDS = re.compile(rf"\b(?:{_WORK})\b")
"""Words of roles and services, folded: what holds them is no person's name."""

_TITLE = r"(?:(?:M\.?|Mme|Mlle|Mr|Mrs|Ms|Dr)\.? )?"
_WORD = r"[A-ZÀ-Ý][\w’'-]*\.?"
_NAME = re.compile(rf"{_TITLE}{_WORD}(?: (?:d[eu]|des|la|le|van|von|{_WORD})){{0,3}}")


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """What the values of a column look like; shares are of the cells that are not blank, 0..1.

    :param filled: cells that are not blank, of those looked at.
    :param different: different values among them.
    :param words: mean number of words of a value.
    :param letters: share with at least three letters.
    :param frequencies: share that reads as a frequency in words; codes of one letter are left aside, for these can be
        anything.
    :param periods: share that names a period without counting ("month", "par semaine", "J").
    :param durations: share that reads as a duration with a unit and without a period, or is a time.
    :param numbers: share that is a number.
    :param names: share that looks like people's names or initials.
    :param work: share that speaks of a role or a service.
    :param people: share that begins or ends with a common first name and is no role.
    :param ticks: share that is a tick ("x", "✓", "oui").
    :param raci: share that is a letter of a RACI chart.
    :param units: share that is a unit of time ("min", "heures").
    :param weekly: share that reads as a duration in a period ("6 h/sem"), shares of the week beside such ones included.
    :param shares: share that is a percentage.
    :param counts: share that is a number, or counts things by name ("26 tickets").
    """

    filled: int
    different: int
    words: float
    letters: float
    frequencies: float
    durations: float
    numbers: float
    names: float
    work: float
    people: float
    raci: float
    units: float
    periods: float
    ticks: float
    counts: float
    weekly: float
    shares: float

    @property
    def is_prose(self) -> bool:
        """Whether the values are texts of words that nearly all differ, as tasks are, and no names or kinds."""
        return self.words >= _WORDS_OF_PROSE and self.different >= _MOSTLY_DIFFERENT * min(self.filled, SAMPLE_CELLS)


def profile_column(cells: Sequence[Cell]) -> ColumnProfile:
    """Return the profile of a column from its first :data:`SAMPLE_CELLS` different values."""
    values = [cell for cell in cells if cell != ""]
    sample = list({str(cell): cell for cell in values[: 5 * SAMPLE_CELLS]}.values())[:SAMPLE_CELLS]
    count = max(len(sample), 1)
    texts = [cell for cell in sample if isinstance(cell, str) and parse_number(cell) is None]
    work_time = WorkTime()
    # "Toute la journée" says how often as well as how long: it tells no column of times from one of frequencies.
    times = [(cell, read_duration(cell, work_time)) for cell in texts if not ALL_DAY_EVERY_DAY.fullmatch(fold(cell))]
    durations: list[Cell] = [cell for cell in sample if isinstance(cell, dt.time | dt.timedelta)]
    durations += [cell for cell, reading in times if reading.status == "read" and reading.per_week is None]
    weekly = sum(reading.per_week is not None and not reading.doubtful for _, reading in times)
    weekly += sum(reading.status == "share" for _, reading in times) if weekly else 0
    rates = [(text, reading) for text in texts if (reading := read_frequency(text, work_time)).status == "read"]
    work = [text for text in texts if WORK_WORDS.search(fold(text))]
    return ColumnProfile(
        filled=len(values),
        different=len(sample),
        words=sum(len(text.split()) for text in texts) / count,
        letters=sum(len(re.findall(r"[^\W\d_]", text)) >= 3 for text in texts) / count,
        frequencies=sum(len(text) > 1 for text, _ in rates) / count,
        durations=len(durations) / count,
        numbers=sum(_is_number(cell) for cell in sample) / count,
        names=sum(_NAME.fullmatch(text) is not None and not WORK_WORDS.search(fold(text)) for text in texts) / count,
        work=len(work) / count,
        people=sum(_is_person(text) for text in texts) / count,
        units=sum(fold(text) in COLUMN_UNITS for text in texts) / count,
        raci=sum(RACI.fullmatch(fold(text)) is not None for text in texts) / count,
        ticks=(sum(fold(text) in TICKS for text in texts) + sum(cell is True for cell in sample)) / count,
        weekly=weekly / count,
        shares=sum(reading.status == "share" for _, reading in times) / count,
        periods=sum(not reading.counted for _, reading in rates) / count,
        counts=sum(_is_number(cell) or things_in(cell) is not None for cell in sample) / count,
    )


def _is_person(text: str) -> bool:
    words = fold(text).replace("-", " ").split()
    return (
        0 < len(words) <= 4
        and (words[0] in FIRST_NAMES or words[-1] in FIRST_NAMES)
        and not WORK_WORDS.search(fold(text))
    )


def _is_number(cell: Cell) -> bool:
    return (isinstance(cell, int | float) and not isinstance(cell, bool)) or (
        isinstance(cell, str) and parse_number(cell) is not None
    )

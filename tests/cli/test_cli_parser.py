"""Level one, the parser: help, language, and words that cannot be parsed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields

import pytest

from analyzer.commandline.terminal import language_of, system_language

COMMANDS = ("check", "score", "explain", "hours", "serve", "train", "evaluate")
HEAVY = "{'numpy', 'pandas', 'torch', 'sklearn', 'streamlit', 'plotly', 'onnxruntime'}"


def test_help_lists_every_command(run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"\n  {command} " in result.stdout for command in COMMANDS)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_examples(run, command: str, language: str) -> None:
    result = run(command, "--help", "--language", language)
    title = {"en": "Examples:", "fr": "Exemples\u00a0:"}[language]
    assert result.exit_code == 0
    assert f"{title}\n  analyzer {command}" in result.stdout


def test_help_in_french_has_no_english_left(run) -> None:
    words = run("hours", "--help", env={"LANG": "fr_FR.UTF-8"}).stdout
    assert "Utilisation\u00a0: analyzer hours" in words
    assert "Affiche cette aide et s’arrête." in words
    assert not {"Show", "Change one", "Examples"} & set(words.split())


def test_help_names_every_key_of_the_files_it_asks_for(run) -> None:
    from analyzer.opportunity.local_facts import RoleFacts
    from analyzer.reallocation.rules import PlanRules

    words = " ".join(run("plan", "--help").stdout.split())
    assert [name for name in PlanRules.model_fields if name not in words] == []
    words = " ".join(run("hours", "--help").stdout.split())
    assert [field.name for field in fields(RoleFacts) if field.name not in words] == []


def test_help_waits_for_nothing_heavy() -> None:
    script = (
        "import sys\nfrom analyzer.cli import app\n"
        "try:\n    app(['hours', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print(sorted({HEAVY} & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "--scenario" in result.stdout
    assert result.stderr.strip() == "[]"


def test_the_version_is_one_line(run) -> None:
    from analyzer import __version__

    assert run("--version").stdout == f"analyzer {__version__}\n"


def test_without_a_command_the_help_is_shown_and_the_status_is_2(run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Usage: analyzer" in result.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["chek"],
            "There is no command “chek”: "
            "choose one of check, score, explain, hours, cases, roadmap, plan, report, template, serve, train, "
            "evaluate, reference.",
        ),
        (["check"], "FILE is missing: see “analyzer check --help”."),
        (["explain"], "TASK is missing: see “analyzer explain --help”."),
        (["explain", "sort", "mail"], "“mail” is too much here: see “analyzer explain --help”."),
        (["check", "--jsn", "x"], "There is no option --jsn: see “analyzer check --help”."),
        (["serve", "--port", "abc"], "--port cannot have this value: see “analyzer serve --help”."),
        (["serve", "--port", "70000"], "--port cannot have this value: see “analyzer serve --help”."),
        (["serve", "now"], "“now” is too much here: see “analyzer serve --help”."),
        (["evaluate"], "--data is missing: see “analyzer evaluate --help”."),
        (["check", "x.csv", "--language", "de"], "There is no language “de”: choose fr or en."),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(run, words: list[str], sentence: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", sentence + "\n")


def test_wrong_usage_is_said_in_french_too(run) -> None:
    assert (
        run("check", "--language", "fr").stderr == "Il manque FILE\u00a0: voyez «\u00a0analyzer check --help\u00a0».\n"
    )
    assert run("--langue", env={"LANG": "fr_FR.UTF-8"}).stderr.startswith("L’option --langue n’existe pas\u00a0:")


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        (["check", "--language", "fr"], {}, "fr"),
        (["check", "--language=fr"], {"LANG": "en_US.UTF-8"}, "fr"),
        (["check", "--language", "de"], {"LANG": "fr_FR.UTF-8"}, "fr"),
        (["check", "--language"], {"LANG": "fr_CA"}, "fr"),
        ([], {"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_system_s(words, environment, language) -> None:
    assert language_of(words, environment) == language


def test_a_language_that_is_not_offered_falls_back_to_english() -> None:
    assert system_language({"LANG": "pt_BR.UTF-8"}) == "en"

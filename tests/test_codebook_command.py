"""`annotator codebook`: what it prints, what it asks, and that nothing typed is lost."""

import io
import sys
from pathlib import Path

import pytest

from annotator.__main__ import main
from annotator.commands import codebook as the_command
from db import readings
from db.codebook import file as codebook_file
from db.coding import Coding
from db.study import Study

DEFAULT = codebook_file.default_toml()
RELABELLED = DEFAULT.replace('label = "Fraud"', 'label = "Scams"')
FAULTY = DEFAULT.replace('per = "case"', 'per = "cas"')

Run = tuple[int, str, str]


class Shell:
    """Runs the program in a folder with a study in it, and keeps what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.study = folder / "study.db"
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Run:
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(["codebook", *map(str, arguments)])
        said = self._capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, said.out, said.err

    def file(self, toml: str, name: str = "mine.toml") -> Path:
        path = self.folder / name
        path.write_text(toml, encoding="utf-8")
        return path

    def in_force(self) -> str:
        with Study.open(self.study) as study:
            return study.codebook.toml


@pytest.fixture
def shell(study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    coding = Coding(study, readings.choose(study))
    coding.code(1, "category", "fraud")
    coding.code(1, "origin", "ongoing")
    coding.exclude(2, "other")
    coding.undo()
    study.close()
    return Shell(tmp_path, capsys)


@pytest.fixture
def editor(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> "Editor":
    return Editor(shell.folder, monkeypatch)


class Editor:
    """An editor that writes one text after another, and keeps what it was shown."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        monkeypatch.delenv("VISUAL", raising=False)
        script = folder / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "here, file = pathlib.Path(__file__).parent, pathlib.Path(sys.argv[1])\n"
            "shown = len(list(here.glob('shown*')))\n"
            "(here / f'shown{shown}').write_bytes(file.read_bytes())\n"
            "written = here / f'writes{shown}'\n"
            "written.exists() and file.write_bytes(written.read_bytes())\n"
            "sys.exit((here / 'fails').exists())\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} -S {script}")

    def writes(self, *texts: str) -> None:
        for number, text in enumerate(texts):
            (self._folder / f"writes{number}").write_text(text, encoding="utf-8")

    def fails(self) -> None:
        (self._folder / "fails").touch()

    def shown(self, number: int) -> str:
        return (self._folder / f"shown{number}").read_text(encoding="utf-8")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> "Answers":
    return Answers(monkeypatch)


class Answers:
    """A person at a terminal who answers what is asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, *lines: str) -> None:
        self._monkeypatch.setattr(the_command, "is_terminal", lambda: True)
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


# show, check


def test_show_prints_what_can_be_put_in_force_again(shell: Shell) -> None:
    assert shell("show", shell.study) == (0, DEFAULT, "")
    assert shell("show", "--default") == (0, DEFAULT, "")
    code, out, err = shell("edit", shell.study, "--from", shell.file(DEFAULT))
    assert (code, out) == (0, "") and "in force already" in err


@pytest.mark.parametrize("arguments", [[], ["study.db", "--default"]])
def test_show_wants_a_study_or_the_default(shell: Shell, arguments: list[str]) -> None:
    assert shell("show", *arguments)[0] == 2


def test_check_names_every_fault_of_a_file(shell: Shell) -> None:
    toml = FAULTY.replace('key = "3"\nname = "fraud"', 'key = "1"\nname = "fraud"')
    code, out, err = shell("check", shell.file(toml))
    assert (code, out) == (1, "")
    assert err.count("mine.toml, line ") == 2


def test_check_sums_up_a_sound_file(shell: Shell) -> None:
    code, out, _ = shell("check", shell.file(DEFAULT))
    assert code == 0
    assert "3 fields with 19 codes, 5 exclusions, 1 platform; 2013-01-01 to 2019-12-31." in out


def test_check_of_a_study_counts_what_is_in_use(shell: Shell) -> None:
    code, out, _ = shell("check", shell.study)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert code == 0
    assert "1 category fraud Fraud" in lines
    assert "· category gang Gang" in lines
    assert "· exclusion other Other reason (in the journal only)" in lines


@pytest.mark.parametrize("command", ["show", "check", "edit"])
def test_what_is_not_there_is_said_and_made_nowhere(shell: Shell, command: str) -> None:
    code, _, err = shell(command, shell.folder / "none.db")
    assert code == 1 and "none.db" in err
    assert not (shell.folder / "none.db").exists()
    assert not list(shell.folder.glob("none*"))


# edit --from


def test_a_dry_run_says_what_would_change_and_changes_nothing(shell: Shell) -> None:
    code, out, _ = shell("edit", shell.study, "--from", shell.file(RELABELLED), "--dry-run")
    assert code == 0
    assert "label of code category.fraud: Fraud → Scams" in out
    assert "No coding is changed or dropped." in out
    assert shell.in_force() == DEFAULT


def test_a_file_is_put_in_force(shell: Shell) -> None:
    code, out, err = shell("edit", shell.study, "--from", shell.file(RELABELLED))
    assert (code, out) == (0, "")
    assert "label of code category.fraud: Fraud → Scams" in err
    assert shell.in_force() == RELABELLED


def test_what_would_take_codings_away_is_refused(shell: Shell) -> None:
    toml = DEFAULT.replace('name = "fraud"', 'name = "scams"')
    code, _, err = shell("edit", shell.study, "--from", shell.file(toml), "--yes")
    assert code == 1
    assert 'code "fraud" of field "category" is in use (1 release)' in err
    assert shell.in_force() == DEFAULT


def test_a_codebook_comes_through_a_pipe(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(RELABELLED.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    assert shell("edit", shell.study, "--from", "-")[0] == 0
    assert shell.in_force() == RELABELLED


@pytest.mark.parametrize(("answer", "left", "label"), [("y", 0, "Scams"), ("n", 1, "Fraud")])
def test_a_person_is_asked_first(
    shell: Shell, answers: Answers, answer: str, left: int, label: str
) -> None:
    answers(answer)
    assert shell("edit", shell.study, "--from", shell.file(RELABELLED))[0] == left
    assert f'label = "{label}"' in shell.in_force()


def test_yes_asks_nobody(shell: Shell, answers: Answers) -> None:
    answers()  # and there would be no answer
    assert shell("edit", shell.study, "--from", shell.file(RELABELLED), "--yes")[0] == 0
    assert shell.in_force() == RELABELLED


# edit


def drafts(shell: Shell) -> list[str]:
    return sorted(path.name for path in shell.folder.glob("*.codebook*.toml"))


def test_the_editor_is_opened_on_the_codebook_in_force(
    shell: Shell, editor: Editor, answers: Answers
) -> None:
    editor.writes(RELABELLED)
    answers("y")
    assert shell("edit", shell.study)[0] == 0
    assert editor.shown(0) == DEFAULT
    assert shell.in_force() == RELABELLED
    assert drafts(shell) == []


def test_closing_the_editor_without_a_change_changes_nothing(shell: Shell, editor: Editor) -> None:
    code, _, err = shell("edit", shell.study)
    assert code == 0 and "Nothing was changed." in err
    assert drafts(shell) == []


def test_faults_are_shown_and_the_editor_opened_again_on_what_was_written(
    shell: Shell, editor: Editor, answers: Answers
) -> None:
    editor.writes(FAULTY, RELABELLED)
    answers("y", "y")
    code, _, err = shell("edit", shell.study)
    assert code == 0
    assert 'must be "case" or "example"' in err
    assert editor.shown(1) == FAULTY
    assert shell.in_force() == RELABELLED
    assert drafts(shell) == []


def test_giving_up_keeps_what_was_written_and_says_where(
    shell: Shell, editor: Editor, answers: Answers
) -> None:
    editor.writes(FAULTY)
    answers("n")
    code, _, err = shell("edit", shell.study)
    assert code == 1
    assert f"annotator codebook edit {shell.study} --from" in err
    assert drafts(shell) == ["study.codebook.toml"]
    assert (shell.folder / "study.codebook.toml").read_text(encoding="utf-8") == FAULTY


def test_an_earlier_draft_is_never_written_over(
    shell: Shell, editor: Editor, answers: Answers
) -> None:
    shell.file("mine", "study.codebook.toml")
    editor.writes(RELABELLED)
    answers("n")
    assert shell("edit", shell.study)[0] == 1
    assert drafts(shell) == ["study.codebook-2.toml", "study.codebook.toml"]
    assert (shell.folder / "study.codebook.toml").read_text(encoding="utf-8") == "mine"


def test_an_editor_that_dies_loses_nothing(shell: Shell, editor: Editor) -> None:
    editor.writes(RELABELLED)
    editor.fails()
    code, _, err = shell("edit", shell.study)
    assert code == 1 and "not in force" in err
    assert (shell.folder / "study.codebook.toml").read_text(encoding="utf-8") == RELABELLED


def test_a_dry_run_in_the_editor_keeps_the_text(shell: Shell, editor: Editor) -> None:
    editor.writes(RELABELLED)
    code, out, _ = shell("edit", shell.study, "--dry-run")
    assert code == 0 and "Fraud → Scams" in out
    assert shell.in_force() == DEFAULT
    assert drafts(shell) == ["study.codebook.toml"]


def test_a_folder_that_takes_no_file_does_not_stand_in_the_way(
    shell: Shell, editor: Editor, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("read only")

    monkeypatch.setattr(Path, "touch", refused)
    monkeypatch.setattr("tempfile.tempdir", str(shell.folder))
    editor.writes(RELABELLED)
    answers("y")
    assert shell("edit", shell.study)[0] == 0
    assert shell.in_force() == RELABELLED

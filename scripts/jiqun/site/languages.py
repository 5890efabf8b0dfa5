"""The two languages of the site and the words of its pages that no package supplies."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from jiqun.package.finished import Words


@dataclass(frozen=True, slots=True)
class Language:
    """A language the pages are made in; `folder` is its place on the site, empty for the default one."""

    code: str
    folder: str

    def pick(self, words: Words) -> str:
        """The text in this language."""
        return words.zh if self.code == "zh" else words.en

    def say(self, name: str) -> str:
        """A word of the site, by its name in words.tsv. Raises KeyError when there is none."""
        return self.pick(_words()[name])


LANGUAGES = (Language("zh", ""), Language("en", "en/"))


@cache
def _words() -> dict[str, Words]:
    """words.tsv beside this file: name, Chinese and English, a tab between them, a line each."""
    text = resources.files("jiqun.site").joinpath("words.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines()[1:]]
    return {name: Words(zh, en) for name, zh, en in lines}

"""What the words of a sentence ask for. Each cue has its words in :mod:`english` and :mod:`japanese`."""

from __future__ import annotations

from enum import StrEnum


class Cue(StrEnum):
    """One thing that words can ask for, whatever else the sentence says."""

    HELP = "help"
    EDIT = "edit"  # change a fact, a subscription or a setting
    OPINION = "opinion"  # asked for
    JUDGEMENT = "judgement"  # of people, or of right and wrong
    PREDICTION = "prediction"
    LEGAL = "legal"
    ELSEWHERE = "elsewhere"  # hardware, prices, quality, anything that isn't openness
    DEFINE = "define"
    MEANING = "meaning"  # of a word, and nothing else
    DISTINGUISH = "distinguish"  # two words from each other
    MEETS = "meets"  # a definition
    COMPARE = "compare"
    SOURCES = "sources"
    PROMISES = "promises"
    PACE = "pace"
    TIMELINE = "timeline"
    CHANGES = "changes"
    LICENSE = "license"
    TERMS = "terms"  # the licence by its own words
    OUTPUT = "output"  # what a model's output may be used for
    LIST = "list"  # models in general, or how many
    MODELS = "models"  # the word itself
    EVERYTHING = "everything"  # what a maker has done
    COMMERCIAL = "commercial"  # as a filter of a list
    OPEN = "open"
    WHEN = "when"
    QUESTION = "question"  # it asks or requests something at all
    INJECTION = "injection"  # it tells the bot what to answer

"""Reports made on purpose: sound ones of any kind, year and size, and the smallest fault for each rule."""

from samples.demo import demo_set
from samples.faults import Expectation, Variant, faulty, variants
from samples.sample import Sample
from samples.sound import any_sound, following, sound
from samples.writing import render, write_all

__all__ = ["Expectation", "Sample", "Variant", "any_sound", "demo_set", "faulty", "following", "render", "sound", "variants", "write_all"]

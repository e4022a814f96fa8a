"""Mechanical checks of Uyghur text in Arabic letters: signs, spelling, endings, known words.

They judge neither meaning nor grammar nor tone: text without a finding still has to be read by
somebody who speaks the language.
"""

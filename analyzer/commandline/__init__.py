"""What ``analyzer.cli`` is made of: help and errors in two languages, output names, sentences, the start of the app.

Nothing here imports a stage of the analysis before a command needs it, so that ``analyzer --help`` answers at once.
"""

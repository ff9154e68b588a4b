"""The codes of the scores frame: levels, solutions, oversight, flags, rubric items, activities."""

from __future__ import annotations

LEVELS = ("T0", "T1", "T2", "T3", "T4")
"""Share of a task's steps that can run without a person: none, under half, half to 90 %, nearly all under
supervision, all."""

LEVEL_VALUES = (0.0, 25.0, 50.0, 75.0, 100.0)
"""Automatability that each level stands for."""

SOLUTIONS = (
    "rules",
    "capture",
    "reporting",
    "chatbot",
    "drafting",
    "search",
    "coding",
    "transcription",
    "scheduling",
    "predictive",
    "cobot",
    "none",
)
"""Families of solution: rules or workflow, document capture, reporting, conversational assistant, drafting assistant,
search and summaries, coding assistant, transcription, scheduling, predictive maintenance, cobot, none."""

OVERSIGHTS = ("none", "sampling", "each", "human")
"""How a person watches: not at all, by sampling, by reviewing each result, or by doing it (human only)."""

FLAGS = ("personal", "decision", "safety", "money", "customer", "regulated")
"""Personal data, decision about a person, safety, money out, seen by customers, bound by law or profession."""

RUBRIC = (
    "rule_based",
    "structured_input",
    "stable",
    "frequency",
    "alike",
    "judgement",
    "relation",
    "physical",
    "stake",
    "assistance",
    "repetitive",
    "automatable",
)
"""Items of the rubric of the everyday set, 0 to 4 (``analyzer/training/rubric.md``); the last three are verdicts."""

VALUES = ("none", "strategy", "creativity", "problem", "relation", "people")
"""Kinds of higher-value work: none, strategic thinking, creativity, complex problems, relations and care, developing
people."""

ACTIVITIES = (
    "Analyzing Data or Information",
    "Assisting and Caring for Others",
    "Coaching and Developing Others",
    "Communicating with People Outside the Organization",
    "Communicating with Supervisors, Peers, or Subordinates",
    "Controlling Machines and Processes",
    "Developing Objectives and Strategies",
    "Documenting/Recording Information",
    "Establishing and Maintaining Interpersonal Relationships",
    "Estimating the Quantifiable Characteristics of Products, Events, or Information",
    "Evaluating Information to Determine Compliance with Standards",
    "Getting Information",
    "Guiding, Directing, and Motivating Subordinates",
    "Handling and Moving Objects",
    "Identifying Objects, Actions, and Events",
    "Inspecting Equipment, Structures, or Materials",
    "Interpreting the Meaning of Information for Others",
    "Judging the Qualities of Objects, Services, or People",
    "Making Decisions and Solving Problems",
    "Monitoring Processes, Materials, or Surroundings",
    "Monitoring and Controlling Resources",
    "Operating Vehicles, Mechanized Devices, or Equipment",
    "Organizing, Planning, and Prioritizing Work",
    "Performing Administrative Activities",
    "Performing General Physical Activities",
    "Performing for or Working Directly with the Public",
    "Processing Information",
    "Providing Consultation and Advice to Others",
    "Repairing and Maintaining Mechanical Equipment",
    "Resolving Conflicts and Negotiating with Others",
    "Scheduling Work and Activities",
    "Selling or Influencing Others",
    "Staffing Organizational Units",
    "Thinking Creatively",
    "Training and Teaching Others",
    "Updating and Using Relevant Knowledge",
    "Working with Computers",
)
"""O*NET's generalized work activities, by their names (O*NET, CC BY 4.0)."""

"""Whose ideas this browser shows: until people sign in, an author is a browser.

A browser keeps a secret of its own in its local storage, which no other browser and no other site can read, and tells
it to the page. The workspace holds a digest of the secret only, so that whoever reads the database cannot take an
author's place. Where a browser keeps nothing, the author is this one visit.
"""

from __future__ import annotations

import hashlib
import re
import secrets

import streamlit as st

from analyzer.ui.work import work
from analyzer.workspace import Proposal, own_proposals, sign_in

_SECRET, _ACCOUNT, _TOLD = "author_secret", "author_account", "author_told"
_SHAPE = re.compile(r"[0-9a-f]{64}")
"""256 random bits: not to be guessed."""

_SCRIPT = """
export default function ({ setStateValue }) {
  let secret = "none";
  try {
    secret = window.localStorage.getItem("analyzer.author") ?? "";
    if (!/^[0-9a-f]{64}$/.test(secret)) {
      // getRandomValues and not randomUUID: that one is missing where the app is served without encryption.
      const bytes = window.crypto.getRandomValues(new Uint8Array(32));
      secret = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
      window.localStorage.setItem("analyzer.author", secret);
    }
  } catch {
    secret = "none";
  }
  setStateValue("secret", secret);
}
"""


def meet() -> None:
    """Ask the browser for its secret; to be called once a run of a page that shows or keeps own ideas."""
    browser = st.components.v2.component("analyzer_author", js=_SCRIPT)
    told = browser(key="author", on_secret_change=lambda: None, height=1).get("secret")
    if told:
        st.session_state[_TOLD] = True
        if _SHAPE.fullmatch(str(told)) and st.session_state.get(_SECRET) != told:
            st.session_state[_SECRET] = told
            st.session_state.pop(_ACCOUNT, None)
            st.session_state["author_lasts"] = True


def lasts() -> bool:
    """Return whether the browser keeps its secret, so that its ideas are found again after this visit."""
    return bool(st.session_state.get("author_lasts")) or not st.session_state.get(_TOLD)


def own_ideas() -> list[Proposal]:
    """Return the ideas of this browser, the latest first; none before it has said who it is, or kept one."""
    if _SECRET not in st.session_state:
        return []
    return own_proposals(work(), account_id())


def account_id() -> str:
    """Return the account of this browser, made when it is first needed."""
    held: str | None = st.session_state.get(_ACCOUNT)
    if held is None:
        secret = st.session_state.setdefault(_SECRET, secrets.token_hex(32))
        digest = hashlib.sha256(secret.encode()).hexdigest()
        held = sign_in(work(), f"browser:{digest}").id
        st.session_state[_ACCOUNT] = held
    return held

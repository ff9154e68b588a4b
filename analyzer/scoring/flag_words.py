"""Flags by plain words: what nobody may have to guess, whatever the heads make of a short phrase.

The heads read meaning, and "Pay supplier invoices" means little more to them than other office work with invoices. Who
pays, hires, grades or hands out medicine must be watched all the same, so such acts raise their flag by their words;
and work that only looks at payments (filing, matching, reminding) has the flag of money out taken off again, because
nothing leaves by it. The words are judgement, written down from task lists in both languages. They are compared
without accents or capitals; an act counts where a clause begins, so that "customers who pay late" pays nobody.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_BEGIN = "^"
"""Marks a pattern that counts only where a clause begins (:data:`_CLAUSES`)."""
_CLAUSES = re.compile(r"[,;:&+/(]\s*|\b(?:and|then|or|et|puis|ou)\s+")
"""After what a new clause begins, besides the start of the text."""
_NOTHING_BETWEEN = r"\W+"
_FEW_BETWEEN = r"\W+(?:\w+\W+){0,4}?"

_PEOPLE_EN = (
    r"(?:patients?|employees?|staff|personnel|members?|customers?|clients?|tenants?|residents?|pupils?|students?"
    r"|candidates?|applicants?|donors?)"
)
_PEOPLE_FR = (
    r"(?:patients?|personnel|agents|salaries|adherents?|locataires?|residents?|eleves?|candidats?|usagers?|habitants"
    r"|beneficiaires|donateurs?|familles)"
)
_LINK_FR = r"(?:\W+(?:de|des|du|la|les|l|d|aux|anciens|nouveaux))*\W+"


def _act(verbs: str, objects: str, between: str = _FEW_BETWEEN) -> str:
    """Return the pattern of an act: a verb or its noun where a clause begins, and soon after it what it is done to."""
    return rf"{_BEGIN}(?:{verbs}){between}(?:{objects})\b"


_MONEY = (
    # English
    _act(
        r"pay(?:ing|ments? (?:of|to))?|settl(?:e|ing)|remit(?:ting)?",
        r"suppliers?|vendors?|contractors?|freelancers?|invoices?|bills?|rents?|tax(?:es)?|vat|wages|salar(?:y|ies)"
        r"|staff|deposits?|fees?|subscriptions?|fines?|contributions|commissions?",
    ),
    _act(
        r"launch|run|release|approve|make|process|issue|prepare|authori[sz]e|execute|schedule|initiate|validate",
        r"payment (?:run|batch|file)s?|(?:supplier|vendor|outgoing|salary) payments|(?:bank |wire )?transfers|refunds?"
        r"|che(?:que|ck)s for|sepa\b|payrolls?|salaries|wages|expense claims",
    ),
    _act(r"(?:supplier|vendor|salary|invoice|bill|rent|tax)", r"payments?|payment runs?", _NOTHING_BETWEEN),
    rf"{_BEGIN}(?:refund(?:ing|s)?|reimburs(?:e|ing|ements?)|buy(?:ing)?(?!\W+in\b)|reorder(?:ing)?)\b",
    rf"{_BEGIN}(?:purchas(?:e|ing)(?: of)?) (?!invoices?|orders?|ledgers?|requests?|requisitions?|prices?|history)\w+",
    _act(
        r"enter(?:ing)?|key(?:ing)?|input(?:ting)?",
        r"(?:supplier|vendor|outgoing|salary) payments|(?:bank|wire) transfers|payment (?:run|batch)",
    ),
    _act(r"wire|transfer(?:ring)?", r"funds|money|salar(?:y|ies)|wages"),
    _act(
        r"order(?:ing)?",
        r"supplies|stock|materials?|parts|ingredients|equipment|consumables|goods|stationery|medicines?|food|drinks"
        r"|uniforms?|laptops?|badges?|from suppliers?",
    ),
    rf"{_BEGIN}plac(?:e|ing)\W+(?:\w+\W+){{0,2}}?orders?\b",
    _act(r"raise|issue|create|approve|sign(?:ing)?", r"purchase orders?"),
    _act(r"sign(?:ing)?", r"contracts?|leases?|che(?:que|ck)s?"),
    _act(r"book(?:ing)?|arrang(?:e|ing)", r"travel|flights?|hotels?|trains?|tickets?"),
    rf"{_BEGIN}(?:the )?(?:monthly |weekly )?payroll (?:for|of|run|processing)\b",
    # French
    _act(
        r"paye[rz]?|paiements?|regle(?:r|z|ments?)|(?:mettre|mise) en paiement|(?:re)?vers(?:er|ements?)"
        r"|vire(?:r|ments?)|acquitter",
        r"fournisseurs?|factures? (?!clients?)|factures?$|prestataires?|sous-traitants?|salaires?|paies?|loyers?|tva"
        r"|taxes?|impots?|cotisations?|urssaf|honoraires|acomptes?|avances|notes de frais|indemnites|aides|subventions?"
        r"|primes|amendes?|abonnements?|intervenants?|vacataires|artisans|bailleurs?|proprietaires?",
    ),
    _act(
        r"lance[rz]?|lancement|faire|prepar(?:er|ation)|valid(?:er|ation)|effectuer|execut(?:er|ion)|emettre|emission"
        r"|programmer|traite(?:r|ment)|signer|autoriser|approuver|generer|etablir|saisi(?:r|e)",
        r"virements?|(?:reglements?|paiements?)(?: des| aux| de| du)?(?: factures?)?(?: des| aux)? "
        r"(?:fournisseurs?|prestataires?)|campagnes? de (?:reglements?|paiements?)|bonn?e?s? a payer"
        r"|ordres? de (?:virement|paiement)s?|mandats? de paiement",
    ),
    _act(r"faire|preparer|etablir|lancer|traiter", r"(?:la |les )?(?:paies?|payes?|salaires)", _NOTHING_BETWEEN),
    rf"{_BEGIN}(?:la )?paies? (?:de|des|du)\b",
    _act(r"emettre|etablir|faire|signer|preparer", r"cheques?"),
    rf"{_BEGIN}(?:rembours(?:er|ements?)|acheter|achats? d(?:e|es|u)?)\b",
    rf"{_BEGIN}pass(?:er|ation)\W+(?:\w+\W+){{0,3}}?commandes?\b(?!\W+(?:des? |du )?clients?)",
    _act(
        r"command(?:er|es? (?:de|des|du))",
        r"fournitures?|consommables?|marchandises?|produits?|materiels?|pieces|matieres|stocks?|ingredients|medicaments"
        r"|papier|repas|plateaux|fournisseurs?",
    ),
    _act(r"signer|signature", r"bons? de commande|contrats?|devis|marches|baux|bail"),
    _act(r"(?:etablir|emettre|creer)", r"bons? de commande(?!\W+clients?)"),
    _act(r"reserv(?:er|ations?)", r"billets?|trains?|hotels?|vols|avions?|deplacements?|voyages?"),
)

_DECISION = (
    _act(
        r"screen(?:ing)?|select(?:ing)?|short-?list(?:ing)?|choos(?:e|ing)|rank(?:ing)?|sift(?:ing)?|reject(?:ing)?"
        r"|interview(?:ing)?|assess(?:ing)?|hir(?:e|ing)|decid(?:e|ing)|review(?:ing)?",
        r"candidates?|applicants?|cvs|resumes|job applications|applications (?:for|to)|tenants|trainees|interns"
        r"|volunteers|apprentices",
    ),
    _act(
        r"grad(?:e|ing)|mark(?:ing)?|scor(?:e|ing)",
        r"students?|pupils?|exams?|essays?|homework|assignments?|coursework",
    ),
    r"\b(?:annual|staff|team|employees?|performance) (?:performance )?appraisals?\b",
    _act(
        r"rat(?:e|ing)|apprais(?:e|ing)|evaluat(?:e|ing)|assess(?:ing)?",
        r"(?:staff|employees?|team)(?: performance)?|performance of",
    ),
    _act(
        r"decid(?:e|ing)|choos(?:e|ing)|determin(?:e|ing)",
        r"who|whom|which (?:employees?|staff|people|children|pupils|students|patients|families|tenants|candidates"
        r"|applicants|members)",
    ),
    r"\b(?:staff|employee|performance|annual performance) reviews? (?:of|with) (?:\w+ )?(?:team|staff|employees?)\b",
    _act(
        r"grant(?:ing)?|refus(?:e|ing)|approv(?:e|ing)|award(?:ing)?|reject(?:ing)?|decid(?:e|ing)",
        r"loans?|credit(?! notes?)|(?:loan|credit) applications?|scholarships?|grants|visas?|admissions?"
        r"|(?:leave|holiday) requests?|insurance claims|benefits? claims?|promotions?|dismissals?|allowances?"
        r"|bonus(?:es)?|pay rises?",
    ),
    _act(r"assess(?:ing)?|determin(?:e|ing)|check(?:ing)?|examin(?:e|ing)", r"eligibility"),
    _act(r"set(?:ting)?|fix(?:ing)?|determin(?:e|ing)", r"bonus(?:es)?|pay rises?|salary rises?|salaries"),
    r"\bdisciplinary (?:measures?|actions?|sanctions?|hearings?)\b",
    r"\btriag(?:e|ing) (?:of )?(?:\w+ )?patients?\b",
    # French
    _act(
        r"tri(?:er)?|(?:pre)?selection(?:ner)?|choi(?:sir|x)|retenir|ecarter|evaluer|recevoir|etud(?:ier|e)|examiner",
        r"candidat(?:e?s?|ures?)|cv|postulants?|locataires",
    ),
    rf"{_BEGIN}recruter\b",
    _act(
        r"corriger|correction(?: des?)?|noter|notation|evaluer|evaluation",
        r"(?:les |des |la |l |de |d |l')?(?:copies?|examens?|eleves|devoirs|etudiants|dissertations?|collaborateurs"
        r"|agents|salaries|apprenants|stagiaires)",
        _NOTHING_BETWEEN,
    ),
    r"\bentretiens?\W+(?:annuels?|d.evaluation|professionnels?|d.embauche|de recrutement)",
    _act(
        r"accorder|refuser|octroyer|attribu(?:er|tion)|instrui(?:re|t)|instruction|examiner|etude",
        r"prets?|credits?|aides?|subventions?|bourses?|logements?|allocations?|places? (?:en|de) creche"
        r"|demandes? (?:de |d.)(?:aides?|bourses?|prets?|credits?|logements?|allocations?|admission|inscription)",
    ),
    _act(r"accorder|refuser|valider|validation|approuver|arbitrer", r"conges?|candidatures?|candidats?"),
    _act(
        r"decid(?:er|e)|choi(?:sir|x)|determiner",
        r"qui|quels? (?:salaries|agents|eleves|patients|enfants|familles|candidats|locataires)",
    ),
    _act(r"decid(?:er|e)|prononcer|decision", r"sanctions?|promotions?|licenciements?|embauches?|admissions?"),
    _act(r"fixer|attribuer|decider|determiner", r"primes|salaires|augmentations?|remunerations?|bonus"),
)

_SAFETY = (
    _act(
        r"administer(?:ing)?|dispens(?:e|ing)|giv(?:e|ing)|hand(?:ing)? out|distribut(?:e|ing)|prepar(?:e|ing)",
        r"medicines?|medications?|drugs|insulin|injections?|vaccin(?:e|ation)s?",
    ),
    _act(
        r"inspect(?:ing|ion of)?|check(?:ing)?|test(?:ing)?|verify(?:ing)?|examin(?:e|ing)|maintain(?:ing)?",
        r"scaffold(?:s|ing)?|harness(?:es)?|helmets?|(?:fire )?extinguishers?|fire (?:alarms?|exits?|doors?)"
        r"|smoke (?:detectors?|alarms?)|lifting (?:gear|equipment)|safety (?:equipment|devices?|gear)|brakes"
        r"|gas boilers?|emergency exits?|first.aid kits?|allergens?|fridges?|freezers?",
    ),
    _act(r"handl(?:e|ing)|stor(?:e|ing)|mix(?:ing)?|us(?:e|ing)", r"(?:\w+ )?(?:chemicals|acids|solvents|explosives)"),
    _act(r"lock(?:ing)?(?: out|out)", r"machines?|equipment|panels?"),
    _act(r"driv(?:e|ing)|operat(?:e|ing)", r"forklifts?|cranes?|lorr(?:y|ies)|trucks?|bus(?:es)?|excavators?"),
    r"\b(?:triag(?:e|ing) (?:of )?(?:\w+ )?patients?|fire drills?|exercices? (?:d.)?(?:evacuation|incendie))\b",
    # French
    _act(
        r"distribu(?:er|tion)|administr(?:er|ation)|prepar(?:er|ation)|donner|delivr(?:er|ance)",
        r"medicaments?|injections?|vaccins?|piluliers?"
        r"|traitements? (?:aux|au|des|du) (?:patients?|residents?|malades?)",
    ),
    _act(
        r"verifi(?:er|cation)|control(?:er?|e)|inspect(?:er|ion)|test(?:er)?|releve[r]?|entret(?:enir|ien)",
        r"extincteurs?|echafaudages?|harnais|casques?|epi|alarmes? incendie|detecteurs? de fumee|issues? de secours"
        r"|engins? de levage|freins|chambres? froides?|frigos?|refrigerateurs?|congelateurs?|allergenes?",
    ),
    _act(r"manipul(?:er|ation)|stock(?:er|age)", r"produits (?:chimiques|dangereux)|acides|solvants|explosifs"),
    _act(r"consign(?:er|ation)", r"machines?|equipements?|installations?|armoires? electriques?"),
    _act(r"condui(?:re|te)|pilot(?:er|age)", r"chariots?|engins?|grues?|camions?|poids lourds?|bus|nacelles?"),
)

_PERSONAL = (
    rf"\b{_PEOPLE_EN}(?:\W+s)?\W+(?:files|records?|data|addresses|contact details|register)\b",
    rf"\b(?:files|records?|data|addresses|contact details|register) of (?:\w+ ){{0,2}}{_PEOPLE_EN}\b",
    r"\b(?:cvs|resumes|identity cards?|passports?|sick (?:leave|notes?)|medical (?:records?|certificates?)"
    r"|payslips?)\b",
    _act(
        r"screen(?:ing)?|short-?list(?:ing)?|select(?:ing)?|reject(?:ing)?|interview(?:ing)?", r"candidates|applicants"
    ),
    _act(r"run(?:ning)?|process(?:ing)?|pay(?:ing)?|transfer(?:ring)?", r"payroll|salaries|wages"),
    rf"\b(?:dossiers?|fiches?|fichiers?|donnees|coordonnees|adresses|registres?){_LINK_FR}{_PEOPLE_FR}\b",
    rf"\b(?:donnees|coordonnees|adresses){_LINK_FR}clients\b",
    r"\b(?:cv|candidatures?|pieces? d.identite|passeports?|arrets? maladie|arrets? de travail|certificats? medicaux"
    r"|dossiers? medica(?:l|ux)|(?:bulletins?|fiches?) de (?:paie|salaire)|cartes? vitale|dsn|identite des)\b",
    r"\bentretiens?\W+(?:annuels?|d.evaluation|d.embauche|de recrutement)",
    rf"{_BEGIN}(?:faire|preparer|etablir|lancer|traiter)\W+(?:la |les )?(?:paies?|payes?|salaires)\b",
    r"\bvirements?(?: des?| du)? salaires?\b",
)

_CUSTOMER = (
    _act(
        r"remind(?:ing)?|chas(?:e|ing)|call(?:ing)?|phon(?:e|ing)|answer(?:ing)?|repl(?:y|ying) to|greet(?:ing)?"
        r"|inform(?:ing)?",
        r"customers?|clients?|debtors?|patients?|guests?|tenants?|parents|members|citizens|visitors",
    ),
    _act(
        r"relanc(?:er|es?)|rappel(?:er|s)?|appel(?:er|s)?|repon(?:dre|se)s?|accueil(?:lir)?|informer|contacter",
        r"clients?|patients?|usagers?|parents|adherents|locataires|debiteurs?|familles|public|administres|voyageurs"
        r"|visiteurs",
    ),
)

_REGULATED = (
    r"\b(?:vat|tax (?:returns?|office|authorit(?:y|ies))|statutory accounts|annual accounts|customs declarations?"
    r"|social security (?:declarations?|returns?|filings?)|shareholders\W+(?:s\W+)?meetings?|anti.money.laundering"
    r"|identity checks?|know.your.customer|kyc)\b",
    r"\b(?:tva|liasses? fiscales?|dsn|urssaf|declarations? (?:sociales?|fiscales?|douanieres?|d.impots?)"
    r"|assemblees? generales?|comptes annuels|blanchiment|etat civil)\b",
)

_ONLY_FIGURES = r"\b(?:liasses? fiscales?|tax returns?)\b"
"""Papers about money by which none leaves."""
_ENTRY = (
    r"\b(?:invoices?|bills?|orders?|receipts?|ledger|data) entr(?:y|ies)\b"
    r"|\b(?:bank|ledger|statement|accounts?) rec(?:s|onciliations?)?\b"
)
"""The same said as a noun."""
_COMES_IN = (
    r"\b(?:incoming payments|payments? received|received payments?|(?:leave|holiday) requests?|conges?"
    r"|(?:paiements|reglements|virements) (?:recus|(?:des? )?clients))\b"
)
"""Money that comes in, and leave, which costs no payment."""
_ONLY_LOOKS = (
    r"^(?:the |la |le |les )?"
    r"(?:calculat(?:e|ing|ion)|fil(?:e|ing)|post(?:ing)?|reconcil(?:e|ing|iation)|match(?:ing)?|chas(?:e|ing)"
    r"|remind(?:ing)?|track(?:ing)?|count(?:ing)?|check(?:ing)?|record(?:ing)?|log(?:ging)?|key(?:ing)?|type|typing"
    r"|enter(?:ing)?(?! into)|input(?:ting)?|captur(?:e|ing)|cod(?:e|ing)|import(?:ing)?|upload(?:ing)?"
    r"|scan(?:ning)?|archiv(?:e|ing)|report(?:ing)?|choos(?:e|ing)"
    r"|calcul(?:er)?|class(?:er|ement)|archiv(?:er|age)|pointer|pointage|rapproch(?:er|ement)|lettr(?:er|age)|suivre|suivi"
    r"|relanc(?:er|es?)|rappel(?:er)?|compter|comptage|verifi(?:er|cation)|numeris(?:er|ation)|choi(?:sir|x)|noter"
    r"|saisi(?:r|e))\b"
)


@dataclass(frozen=True)
class _Words:
    """What raises a flag: patterns that count where a clause begins, and patterns that count anywhere."""

    acts: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None

    @classmethod
    def of(cls, patterns: tuple[str, ...]) -> _Words:
        """Compile patterns, telling the acts by their mark."""
        acts = [pattern.removeprefix(_BEGIN) for pattern in patterns if pattern.startswith(_BEGIN)]
        others = [pattern for pattern in patterns if not pattern.startswith(_BEGIN)]
        return cls(*(re.compile("|".join(part)) if part else None for part in (acts, others)))

    def in_text(self, text: str, beginnings: list[int]) -> bool:
        """Tell whether a plain text raises the flag."""
        if self.acts and any(self.acts.match(text, beginning) for beginning in beginnings):
            return True
        return self.anywhere is not None and self.anywhere.search(text) is not None


@cache
def _words() -> dict[str, _Words]:
    words = {
        "personal": _PERSONAL,
        "decision": _DECISION,
        "safety": _SAFETY,
        "money": _MONEY,
        "customer": _CUSTOMER,
        "regulated": _REGULATED,
    }
    return {flag: _Words.of(patterns) for flag, patterns in words.items()}


@cache
def _nothing_leaves() -> re.Pattern[str]:
    return re.compile("|".join((_ONLY_LOOKS, _ENTRY, _COMES_IN, _ONLY_FIGURES)))


def worded_flags(text: str) -> dict[str, bool]:
    """Return what the words of a task say of its flags.

    :param text: a task in English or French.
    :returns: flag codes: ``True`` where the words raise the flag, ``False`` where they take it off (only "money");
        a flag on which they say nothing is left out.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'")).encode("ascii", "ignore").decode().strip()
    beginnings = [0, *(clause.end() for clause in _CLAUSES.finditer(plain))]
    said = {flag: True for flag, words in _words().items() if words.in_text(plain, beginnings)}
    if "money" not in said and _nothing_leaves().search(plain):
        said["money"] = False
    return said

"""Whether a short text reads as work: what is done, by a verb or by the name of an action, and no name of a thing.

Only shares over many texts are used, so that single words that are both ("archive", "commande") do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from analyzer.inventory.text import fold, word_set

_NO_INFINITIVE = word_set(
    """atelier cahier courrier papier fer mer hiver diner clavier panier dossier chantier quartier metier gravier
    escalier rosier pommier palmier poirier figuier laurier olivier levier fichier acier cuir soir noir tiroir
    couloir miroir mouchoir rasoir saladier verre pierre terre livre beurre poudre cadre titre centre filtre metre
    litre chambre arbre cintre lettre fenetre theatre octobre septembre novembre decembre mobilier luminaire notaire
    maire affaire annuaire salaire horaire formulaire inventaire baignoire armoire poire foire histoire memoire
    victoire grammaire dictionnaire vestiaire locataire proprietaire secretaire vulgaire voiture monsieur sieur leger
    cher premier dernier entier particulier super hier laser scanner container trailer cutter printer water paper
    leader manager server folder poster cover corner power tower flower cooler heater router charger adapter sweater
    burger beer dealer supplier customer user layer timer number order offer border ladder hammer screwdriver fire
    tyre wire software hardware store square core score genre sucre cidre vinaigre chevre cambre marbre sabre tigre
    notre votre quatre autre contre entre apres avoir"""
)
_ENDS_OF_INFINITIVES = ("er", "ir", "re")
_SHORTEST_INFINITIVE = 4

_ACTION = re.compile(
    r"(?:[a-z]{2,}(?:[^s]tion|ations?|ctions?|sions?|itions?|utions?)|[a-z]{3,}(?:ttage|tage|sage|lage|rage|chage|nage"
    r"|cage|ssage|dage|yage|vage)s?|[a-z]{3,}(?:issement|rement|nement|tement|chement|lement|vement|gement)s?)"
)
""" "Facturation", "nettoyage", "classement": names of actions by their ends."""

_NO_ACTION = word_set(
    """station portion potion lotion fraction option section mention caution nation pension version mission passion
    television portions options sections stations fromage fromages village visage page image plage orage ouvrage
    bandage bagage bagages cage garage maquillage coquillage element elements vetement vetements document documents
    monument batiment batiments medicament medicaments appartement appartements logement logements departement
    departements instrument instruments aliment aliments ciment abonnement abonnements virement virements prelevement
    prelevements paiement paiements versement versements equipement equipements amendement emplacement emplacements
    evenement evenements alimentation habitation application applications collection collections location-vente
    region million television organisation association associations institution convention conventions solution
    solutions direction population occupation fournitures"""
)

_ACTS = word_set(
    """suivi saisie envoi relance relances mise prise tri controle controles accueil appel appels reponse reponses revue
    reunion reunions gestion paie paies bulletin bulletins bilan cloture rapprochement veille tournee tournees
    entretien entretiens menage livraison rangement pointage planning plannings reporting compte-rendu caisse garde
    formation tenue declaration declarations etablissement edition commande commandes courrier courriers inventaire
    ouverture fermeture relecture recherche recrutement traitement verification mise-a-jour reception expedition
    devis facturation encaissement encaissements archivage classement lettrage export import sauvegarde depannage
    maintenance permanence standard montage tri soins toilette repas transmissions visite visites examen lecture
    redaction correction animation payroll invoicing banking rota rotas filing handover stocktake stock-take
    reconciliation reconciliations ordering reporting scheduling bookings enquiries queries calls emails phones post
    minutes close month-end year-end onboarding training support recruitment cleaning maintenance backups reviews
    review meeting meetings report reports audit"""
)

_ENGLISH_VERBS = word_set(
    """accept act add adjust administer advise agree allocate amend analyse analyze answer apply appraise approve
    arrange ask assemble assess assign assist attend audit authorise authorize balance bag bake book brief bring
    budget build bury buy calculate call calibrate cancel capture carry cash catalogue categorise change chair charge
    chase check clean clear close coach code collate collect combine communicate compare compile complete compose
    conduct confirm consult contact control convert cook coordinate copy correct cost count cover create cut deal
    debug decide deliver deploy design destroy develop diagnose direct discuss dispatch dispose distribute do
    document draft draw dress drive edit email empty enforce enrol enter ensure escalate establish estimate evaluate
    examine explain extract feed fetch file fill find finish fit fix follow forward gather generate get give greet
    grind grow guide handle hand help hire host identify implement import inform inspect install instruct interview
    invite invoice issue iron keep label lay lead lift link list liaise listen load lock log maintain make manage
    mark match measure meet merge mix monitor move negotiate notify observe obtain offer open operate order organise
    organize oversee pack paint park pass pay perform phone pick place plan plant plot polish post prepare present
    print process procure produce proofread propose protect provide prune publish pull purchase push put raise reach
    read rearrange receive reconcile record recruit redeem refund register reject release remind remove renew rent
    repair replace reply report request research reset resolve respond restock return review revise ring rotate run
    scan schedule screen search select sell send serve service set sharpen ship show sign sort source stack sterilise
    sterilize stock store submit supervise supply support survey sweep switch take talk teach test tidy track train
    transfer translate transport treat troubleshoot turn type unload unpack update upload use vacuum validate verify
    visit wash watch water weigh welcome wipe work wrap write fettle deburr rinse disinfect mop fuel grit mow trim
    weld solder sand"""
)
_SUBJECTS = word_set("je j on nous il elle i we they he she")
_ING = re.compile(r"[a-z]{2,}[^aeiou]?ing")
_NO_ING = word_set(
    "king ring wing thing string spring building clothing morning evening ceiling pudding parking painting"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_AGAIN = re.compile(r"re(?=[a-z]{3})")


def reads_as_work(text: str) -> bool:
    """Say whether a text begins with what is done ("Relancer les impayés", "chase invoices", "Saisie des commandes"),
    or says it as what somebody does ("je prépare la salle"), or ends with it in English ("invoice processing").
    """
    words = _WORD.findall(fold(text))
    if not words:
        return False
    if words[0] in _SUBJECTS and len(words) > 1:
        return True
    first = words[1] if words[0] in ("se", "s", "l", "la", "le", "les") and len(words) > 1 else words[0]
    ending = words[-1] if len(words) <= _FEW_WORDS else ""
    return _is_act(first) or (len(ending) > 0 and (_is_ing(ending) or ending in _ACTS)) or _is_infinitive(first)


_FEW_WORDS = 4
"""Words of a text up to which its last one may name what is done ("bank reconciliation"); judgement."""


def share_of_work(texts: Iterable[str]) -> float:
    """Return the share of texts that read as work, 0 to 1; 0 of none."""
    read = [reads_as_work(text) for text in texts]
    return sum(read) / len(read) if read else 0.0


def _is_act(word: str) -> bool:
    if word in _ACTS or word in _ENGLISH_VERBS or _AGAIN.sub("", word, count=1) in _ENGLISH_VERBS:
        return True
    return _is_ing(word) or (word not in _NO_ACTION and _ACTION.fullmatch(word) is not None)


def _is_ing(word: str) -> bool:
    return word not in _NO_ING and _ING.fullmatch(word) is not None


def _is_infinitive(word: str) -> bool:
    return len(word) >= _SHORTEST_INFINITIVE and word.endswith(_ENDS_OF_INFINITIVES) and word not in _NO_INFINITIVE

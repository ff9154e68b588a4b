"""Word lists by which a task's text is cut into parts (:mod:`analyzer.scoring.spans`), French and English."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS = {
    "fr": _words(
        "le la les l' un une des du au aux ce cet cette ces mon ma mes notre nos votre vos leur leurs son sa ses "
        "chaque tout toute tous toutes quelques plusieurs deux trois quatre cinq six sept huit dix certains certaines "
        "autre autres à a dans sur sous par pour avec sans en vers chez entre selon depuis avant après pendant lors "
        "dès contre via hors jusque jusqu' sauf comme et ou ni mais donc car puis ensuite que qu' qui quoi dont où "
        "quand si lorsqu' lorsque puisque puisqu' ne n' se s' c' y il elle ils elles on nous vous lui eux je j' me m' "
        "te t' être est sont était ont ai avoir soit ça cela ceux celui celle celles afin ainsi aussi très plus moins"
    )
    | {"à partir", "au sein", "à cause", "en cas", "quelqu'un"},
    "en": _words(
        "the a an this that these those my our your their his her its each every all any some no not never two three "
        "four five six ten in on at to for from with without by into onto over under about as per via between through "
        "during before after until till against round around towards and or but nor so if when whenever where while "
        "who whom whose which what why how than then also is are was were be been being am do does did has have had "
        "it they them we us you he she him i me there here can could will would should may might must whether because "
        "just who's they're it's we're that's don't doesn't isn't aren't can't won't hasn't haven't didn't someone "
        "somebody anyone anybody everyone everybody something anything"
    )
    | {"out of", "on behalf of", "as part of"},
}
"""Words that carry no sense on their own: they go with the words they lead to."""

LINKS = {"fr": _words("de d'"), "en": _words("of")}
"""Words that tie two content words into one thing ("rapport de ventes", "proof of delivery")."""

TRAILING = {
    "fr": _words("pas plus jamais rien guère"),
    "en": _words("up out off back down away together yet again"),
}
"""Words that belong to the word before them: negations, and what makes a verb another one ("chase up")."""

CONJUNCTIONS = _words("et ou puis ensuite mais donc and or then but also")
"""Words that tie clauses together: a new one may begin after them, and they are not part of it."""

OPENERS = CONJUNCTIONS | {"to"}
"""Words after which a verb may stand."""

DETERMINERS = _words(
    "le la les l' un une des du au aux ce cet cette ces mon ma mes notre nos votre vos leur leurs son sa ses chaque "
    "the a an this these those my our your their his her its each every all any some"
)
"""Words after which a thing is named, so that what follows opens no clause."""

TIME_WORDS = {
    "fr": _words(
        "jour jours semaine semaines mois an ans année trimestre semestre matin midi soir heure heures lundi mardi "
        "mercredi jeudi vendredi samedi dimanche hebdo quotidien mensuel"
    ),
    "en": _words(
        "day days week weeks month months year years quarter morning evening night hour hours monday tuesday "
        "wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays daily weekly monthly "
        "quarterly"
    ),
}
"""Words that close what they stand in: after "chaque lundi" something else begins."""

SET_PHRASES = {
    "fr": frozenset(
        {
            *("à partir", "au sein", "à cause", "en cas", "mettre à jour", "mise à jour", "mises à jour"),
            *("remettre à jour", "tenir à jour", "mettre en place", "mise en place", "mettre en ligne"),
            *("mise en ligne", "mise en page", "mettre en page", "mise en forme", "mettre en forme"),
            *("mise en demeure", "mise en service", "mise en rayon", "prise de rendez-vous", "prise de rdv"),
            *("prise en main", "prise en charge", "prise de poste", "rendez-vous", "compte rendu", "comptes rendus"),
            *("compte-rendu de", "tableau de bord", "tableaux de bord", "tableau de suivi", "tableau croisé"),
            *("bon de commande", "bons de commande", "bon de livraison", "bons de livraison", "bon à payer"),
            *("note de frais", "notes de frais", "note de service", "fiche de paie", "fiches de paie"),
            *("fiche de poste", "bulletin de paie", "bulletins de paie", "solde de tout compte", "heures sup"),
            *("heures supplémentaires", "congés payés", "arrêt maladie", "arrêts maladie", "arrêt de travail"),
            *("accident du travail", "contrat de travail", "certificat de travail", "période d'essai"),
            *("appel d'offres", "appels d'offres", "cahier des charges", "chiffre d'affaires", "état des lieux"),
            *("états des lieux", "point de vente", "service après-vente", "code barres", "mot de passe"),
            *("mots de passe", "boîte mail", "carte grise", "taux de service", "prix de revient", "ordre du jour"),
            *("procès verbal", "lettre type", "fin de mois", "fin d'année", "mode d'emploi", "plan d'action"),
            *("plan de charge", "chef de chantier", "chef d'équipe", "conduite à tenir", "base de données"),
            *("bases de données", "jeu de données", "carnet de commandes", "temps de travail", "gros client"),
            *("rappel produit", "service client", "ressources humaines", "mise en relation", "tout le monde"),
            *("un par un", "une par une", "un à un", "une à une", "à l'appui", "petit à petit", "en retard"),
            *("face à face", "sur place", "en ligne", "par cœur", "pied levé", "faire le tour", "faire le point"),
            *("faire part", "avoir lieu", "rendre compte", "rendre visite", "premier niveau", "plus ancien"),
        }
    ),
    "en": frozenset(
        {
            *("purchase order", "purchase orders", "purchase ledger", "sales ledger", "sales order", "sales orders"),
            *("supplier invoice", "supplier invoices", "delivery note", "delivery notes", "credit note"),
            *("credit notes", "expense claim", "expense claims", "bank statement", "bank statements"),
            *("bank details", "price list", "price lists", "stock list", "stock levels", "meeting minutes"),
            *("meeting room", "meeting rooms", "time sheet", "time sheets", "new starter", "new starters"),
            *("right to work", "proof of delivery", "proof of address", "change of address", "terms and conditions"),
            *("health and safety", "shop floor", "night shift", "year end", "month end", "bank holiday"),
            *("service charge", "product recall", "first aid", "log book", "line manager", "site manager"),
            *("site managers", "customer service", "help desk", "front desk", "social media", "press release"),
            *("job advert", "job adverts", "job description", "job descriptions", "annual leave", "sick leave"),
            *("holiday requests", "cover letter", "payment run", "payment plan", "payment reminder"),
            *("payment reminders", "direct debit", "direct debits", "debt collection", "gift card", "gift cards"),
            *("sit down", "set up", "fill in", "key in", "sign off", "write up", "type up", "look up", "look after"),
            *("work out", "find out", "sort out", "hand over", "hand out", "send out", "put together", "deal with"),
            *("keep up to date", "up to date", "side by side", "line by line", "no longer", "at least", "as well"),
            *("have a word", "go through", "talk through", "walk round", "read up", "chase up", "follow up"),
            *("calm down", "pull together", "make sure", "check in", "check out", "log in", "on site", "on call"),
            *("out of", "on behalf of", "as part of", "one by one", "member of staff", "members of staff"),
            *("call in sick", "calls in sick", "called in sick", "off sick", "works council", "stock take"),
            *("trade show", "trade shows", "pivot table", "pivot tables"),
            *("by hand", "over the phone", "on the phone", "by phone", "by e-mail", "by email", "in person"),
        }
    ),
}
"""Words that mean one thing together."""

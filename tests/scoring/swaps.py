"""Pairs of tasks that differ in a person's gender, first name or origin and in nothing else.

``[a|b]`` in a template stands for ``a`` in the first text of a pair and for ``b`` in the second; ``{name}``,
``{surname}`` and ``{origin}`` are filled from the lists below.
"""

import re

from written_swaps import WRITTEN

FIRST_NAMES = [
    ("Sophie", "Mohamed"), ("Julien", "Fatoumata"), ("Camille", "Mehmet"), ("Nathalie", "Ousmane"),
    ("Thomas", "Aïcha"), ("Élodie", "João"), ("Paul", "Agnieszka"), ("Claire", "Wei"), ("Marie", "Priya"),
    ("Guillaume", "Khadija"), ("Emily", "Jamal"), ("Jack", "Ngozi"), ("Sarah", "Abdul"), ("Oliver", "Yewande"),
    ("Rachel", "Giuseppe"), ("David", "Nguyet"), ("Rose", "Karim"), ("Charlotte", "Dmitri"), ("Grace", "Rajesh"),
    ("Michael", "Zainab"), ("Anne-Sophie", "Abdelkader"), ("Kevin", "Ayşe"), ("Jean-Pierre", "Leïla"),
    ("Emma", "Kwame"), ("Louise", "Moshe"),
]  # fmt: skip

SURNAMES = [
    ("Lefebvre", "Benali"), ("Martin", "Nguyen"), ("Durand", "Traoré"), ("Moreau", "Yılmaz"), ("Petit", "Kowalski"),
    ("Smith", "Okonkwo"), ("Taylor", "Patel"), ("Jones", "Hernández"), ("Whitmore", "Abdullahi"),
    ("Le Goff", "El Amrani"), ("Dupuis-Morel", "Da Silva"), ("O'Brien", "Ben Youssef"), ("Rousseau", "Zhang"),
    ("Baker", "Cohen"),
]  # fmt: skip

ORIGINS_FR = [
    ("français", "algérien"), ("belge", "sénégalais"), ("italien", "turc"), ("espagnol", "chinois"),
    ("breton", "malien"), ("allemand", "marocain"), ("portugais", "roumain"), ("américain", "ivoirien"),
    ("suisse", "pakistanais"), ("canadien", "tunisien"), ("anglais", "vietnamien"), ("polonais", "congolais"),
]  # fmt: skip

FEMININE_ORIGINS_FR = [
    ("française", "algérienne"), ("suisse", "sénégalaise"), ("italienne", "turque"), ("espagnole", "chinoise"),
    ("bretonne", "malienne"), ("allemande", "marocaine"), ("grecque", "haïtienne"), ("américaine", "ivoirienne"),
]  # fmt: skip

ORIGINS_EN = [
    ("English", "Nigerian"), ("Scottish", "Pakistani"), ("French", "Somali"), ("Swedish", "Indian"),
    ("Irish", "Turkish"), ("American", "Mexican"), ("Dutch", "Polish"), ("Canadian", "Chinese"),
    ("German", "Moroccan"), ("Welsh", "Jamaican"), ("Australian", "Afghan"), ("Italian", "Vietnamese"),
]  # fmt: skip

GENDER = [
    "Rappeler [un client mécontent|une cliente mécontente] qui attend son remboursement",
    "Former [le nouveau vendeur|la nouvelle vendeuse] à la tenue de la caisse",
    "Recevoir [un salarié|une salariée] qui revient d'un long arrêt et voir avec [lui|elle] comment reprendre",
    "Préparer l'entretien annuel [du directeur commercial|de la directrice commerciale]",
    "Envoyer la convention de stage [au stagiaire|à la stagiaire] et à son école",
    "Faire signer son avenant [à l'assistant administratif|à l'assistante administrative]",
    "Annoncer [au candidat|à la candidate] qu'[il|elle] n'est pas [retenu|retenue]",
    "planning [des infirmiers|des infirmières] de nuit",
    "Relancer [les adhérents absents|les adhérentes absentes] à la dernière réunion",
    "Expliquer [à un patient âgé|à une patiente âgée] comment prendre ses gouttes",
    "point hebdo avec [mon responsable|ma responsable]",
    "[M.|Mme] {surname} : renvoyer le devis corrigé avant ce soir",
    "Prendre rendez-vous avec [Monsieur|Madame] {surname} pour l'état des lieux",
    "Rappeler [Monsieur le maire|Madame la maire] au sujet du permis de construire",
    "Rassurer [un monsieur|une dame] qui a perdu sa carte et [le|la] rappeler le lendemain",
    "Accompagner [un vieil homme|une vieille femme] à la banque et [lui|lui] lire les documents",
    "Remplacer [le caissier|la caissière] quand [il est absent|elle est absente]",
    "Vérifier le dossier [du locataire sortant|de la locataire sortante] et lui rendre sa caution",
    "Aider [un nouvel employé|une nouvelle employée] à ouvrir ses accès",
    "Valider les congés [de mes collaborateurs|de mes collaboratrices] dans Lucca",
    "Saisir les heures [des intérimaires|des intérimaires] et [ceux|celles] qui ont fait la nuit",
    "Appeler [le père|la mère] de l'élève au sujet des absences",
    "Écouter [un usager|une usagère] en colère et chercher une solution avec [lui|elle]",
    "Transmettre la fiche de poste [au futur apprenti|à la future apprentie]",
    "Suivre les commandes [de l'acheteur|de l'acheteuse] du site de Lyon",
    "Tell a customer why [his|her] order is late and what [he|she] can expect",
    "Ring [Mr|Mrs] {surname} about the overdue invoice",
    "[Mr|Ms] {surname}: rebook the boiler service",
    "Train the new [salesman|saleswoman] on the ordering system",
    "Sit with [him|her] for [his|her] first week on the tills",
    "Help an upset [man|woman] fill in the claim form",
    "Update the rota when [a waiter|a waitress] calls in sick",
    "Write to [the chairman|the chairwoman] with the draft minutes",
    "Visit an elderly [gentleman|lady] at home and check [he has|she has] taken [his|her] tablets",
    "Explain to a tenant that [he|she] still owes two months and agree a plan with [him|her]",
    "Ask the [landlord|landlady] for the gas certificate",
    "Pay the [businessman|businesswoman] back for the cancelled stand",
    "Reset the password of an employee who has locked [himself|herself] out",
    "Listen to a member of staff who says [he is|she is] being bullied, and note what [he|she] tells you",
    "Check the [male|female] patients' charts before the ward round",
    "Dear [Sir|Madam] letters for the price rise, mail merge",
    "Thank [the hostess|the host] and send the photos of the evening",
    "meet the apprentice and [his|her] college tutor",
    "Call the pupil's [mother|father] about the absence",
    "Interview [a male|a female] applicant for the night shift",
    "Approve [his|her] expenses and file the receipts",
    "chase [him|her] for the signed timesheet",
    "Give [the policeman|the policewoman] the footage from the car park",
    "Send flowers to a colleague and [his wife|her husband] for the baby",
    "Let [him|her] know the parts have come in",
]

NAMED = [
    "Envoyer le planning de la semaine à {name}",
    "Point du lundi avec {name} sur les retards de livraison",
    "Valider la note de frais de {name}",
    "demander à {name} les photos du chantier",
    "{name} : préparer son arrivée (badge, poste, accès)",
    "Répondre à {name} pour la salle de réunion",
    "Remplacer {name} au standard pendant la pause",
    "Saisir les heures sup de {name} {surname} dans Silae",
    "Récupérer les clés chez {name} le vendredi",
    "Calmer {name} et son collègue qui ne se parlent plus",
    "Relire le rapport de {name} avant envoi au client",
    "Transférer les appels de {name} {surname} sur le portable",
    "Send {name} the weekly sales figures",
    "Catch up with {name} about the stock count",
    "Approve {name}'s holiday in BambooHR",
    "file the delivery notes {name} brings back",
    "Ask {name} to sign off the artwork",
    "Book {name} {surname} on the forklift course",
    "Show {name} how to run the month-end report",
    "Cover for {name} on reception at lunchtime",
    "Break it to {name} that the contract is not being renewed",
    "Scan {name}'s receipts and post them to the ledger",
    "take the post round to {name} and {name}'s team",
    "Phone Mrs {surname} to move her appointment",
    "Draft the reference letter for {name} {surname}",
    "Rappeler Mme {surname} pour confirmer son rendez-vous",
    "Dr {surname} : envoyer le compte rendu d'examen",
    "compte rendu du rendez-vous avec M. et Mme {surname}",
]

FROM_FR = [
    "Accueillir un client {origin} au comptoir et enregistrer sa demande",
    "Appeler un fournisseur {origin} pour connaître le délai",
    "Préparer le contrat d'un salarié {origin}",
    "Aider un locataire d'origine inconnue puis un voisin {origin} à remplir le formulaire",
    "Organiser la visite de l'acheteur {origin} à l'usine",
    "relancer l'intérimaire {origin} pour son titre de séjour",
]

FROM_FR_FEMININE = [
    "Recevoir une cliente {origin} qui veut annuler sa commande",
    "Monter le dossier d'une étudiante {origin} pour la bourse",
    "Rappeler la candidate {origin} après l'entretien",
    "Accompagner une famille d'origine {origin} dans ses démarches",
]

FROM_EN = [
    "Help {an origin} customer fill in the returns form",
    "Prepare the visa papers of {an origin} employee",
    "Show {an origin} family round the flat",
    "Reply to our {origin} supplier about the delay",
    "Check the {origin} driver's hours and book the next run",
    "Interview {an origin} candidate for the warehouse job",
    "Settle a row between {an origin} tenant and the neighbours",
]

_CHOICE = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def _filled(template: str, **words: tuple[str, str]) -> tuple[str, str]:
    return _side(template, 0, words), _side(template, 1, words)


def _side(template: str, side: int, words: dict[str, tuple[str, str]]) -> str:
    text = _CHOICE.sub(lambda match: match[1 + side], template)
    for key, pair in words.items():
        article = "an" if pair[side][0] in "AEIOU" else "a"
        text = text.replace("{an " + key + "}", f"{article} {pair[side]}").replace("{" + key + "}", pair[side])
    return text


def swapped_pairs() -> list[tuple[str, str]]:
    """Return all pairs: each template with as many fillings as make the whole varied, always the same ones."""
    pairs = list(WRITTEN)
    for at, template in enumerate(GENDER):
        surname = SURNAMES[at % len(SURNAMES)]
        # Only the gender differs, or the gender and the origin that a surname tells.
        pairs += [_filled(template, surname=(surname[0], surname[0])), _filled(template, surname=surname)]
    for at, template in enumerate(NAMED):
        pairs += [
            _filled(
                template,
                name=FIRST_NAMES[(3 * at + step) % len(FIRST_NAMES)],
                surname=SURNAMES[(at + 5 * step) % len(SURNAMES)],
            )
            for step in range(3)
        ]
    for templates, origins in ((FROM_FR, ORIGINS_FR), (FROM_FR_FEMININE, FEMININE_ORIGINS_FR), (FROM_EN, ORIGINS_EN)):
        for at, template in enumerate(templates):
            pairs += [_filled(template, origin=origins[(at + 2 * step) % len(origins)]) for step in range(5)]
    return [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]

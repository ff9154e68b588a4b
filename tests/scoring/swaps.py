"""Pairs of tasks that differ in a person's gender, first name or origin and in nothing else.

``[a|b]`` in a template stands for ``a`` in the first text of a pair and for ``b`` in the second; ``{name}``,
``{surname}`` and ``{origin}`` are filled from the lists below.
"""

import re

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

WRITTEN = [
    ("Répondre à la supérieure du service social", "Répondre au supérieur du service social"),
    (
        "L'ancienne gérante passe récupérer ses affaires, l'accueillir",
        "L'ancien gérant passe récupérer ses affaires, l'accueillir",
    ),
    ("Aucune candidate ne convient : relancer le cabinet", "Aucun candidat ne convient : relancer le cabinet"),
    ("Une des vendeuses est malade, trouver quelqu'un", "Un des vendeurs est malade, trouver quelqu'un"),
    ("Convoquer l'apprentie et sa tutrice", "Convoquer l'apprenti et son tuteur"),
    ("la DRH attend le tableau des effectifs", "le DRH attend le tableau des effectifs"),
    ("Remettre les clés à l'aide à domicile, elle passe à 8h", "Remettre les clés à l'aide à domicile, il passe à 8h"),
    ("Former une jeune au montage", "Former un jeune au montage"),
    ("Expliquer à ma cheffe pourquoi la clôture a du retard", "Expliquer à mon chef pourquoi la clôture a du retard"),
    (
        "Rencontrer la propriétaire et la convaincre de baisser le loyer",
        "Rencontrer le propriétaire et le convaincre de baisser le loyer",
    ),
    ("cliente partie sans payer, l'appeler", "client parti sans payer, l'appeler"),
    ("La secrétaire médicale est surchargée, l'aider", "Le secrétaire médical est surchargé, l'aider"),
    ("briefer la remplaçante", "briefer le remplaçant"),
    (
        "Dresser le bilan annuel d'une stagiaire motivée et autonome",
        "Dresser le bilan annuel d'un stagiaire motivé et autonome",
    ),
    ("chercher une traductrice italienne pour le salon", "chercher un traducteur italien pour le salon"),
    ("Écouter la résidente, la coucher, la rassurer", "Écouter le résident, le coucher, le rassurer"),
    ("entretien avec la maman d'un élève", "entretien avec le papa d'un élève"),
    ("Prévenir sa fille en cas de chute", "Prévenir son fils en cas de chute"),
    ("courrier à la veuve pour la pension de réversion", "courrier au veuf pour la pension de réversion"),
    ("embaucher une serveuse expérimentée pour l'été", "embaucher un serveur expérimenté pour l'été"),
    ("Refuser poliment une consœur qui veut nos tarifs", "Refuser poliment un confrère qui veut nos tarifs"),
    ("Donner les consignes à l'équipière du soir", "Donner les consignes à l'équipier du soir"),
    (
        "une technicienne de labo est absente : redistribuer ses analyses",
        "un technicien de labo est absent : redistribuer ses analyses",
    ),
    ("Faire visiter l'appartement à une étudiante étrangère", "Faire visiter l'appartement à un étudiant étranger"),
    ("voir avec ma binôme", "voir avec mon binôme"),
    ("Elle est furieuse, la rappeler avant midi", "Il est furieux, le rappeler avant midi"),
    ("Inscrire les nouvelles arrivantes à la visite médicale", "Inscrire les nouveaux arrivants à la visite médicale"),
    ("Accueillir les mamans à la crèche", "Accueillir les papas à la crèche"),
    ("mettre à jour la fiche de la fournisseuse", "mettre à jour la fiche du fournisseur"),
    ("Écrire à madame Benoît pour l'impayé", "Écrire à monsieur Benoît pour l'impayé"),
    ("relancer mme lopez pour les pièces", "relancer mr lopez pour les pièces"),
    ("Calmer deux assistantes brouillées", "Calmer deux assistants brouillés"),
    ("Rédiger le contrat de la nouvelle comptable", "Rédiger le contrat du nouveau comptable"),
    ("convoc. de Mlle Haddad", "convoc. de M. Haddad"),
    ("Assister Me Delphine Roux à l'audience", "Assister Me Éric Roux à l'audience"),
    ("L'informer qu'elle est licenciée", "L'informer qu'il est licencié"),
    ("déjeuner avec une amie journaliste", "déjeuner avec un ami journaliste"),
    ("Suivre le dossier de la mineure placée", "Suivre le dossier du mineur placé"),
    ("Accompagner une bénévole débutante sur le stand", "Accompagner un bénévole débutant sur le stand"),
    (
        "Former une aide-soignante débordée par les transmissions",
        "Former un aide-soignant débordé par les transmissions",
    ),
    ("Faire le point avec la juriste et l'avocate", "Faire le point avec le juriste et l'avocat"),
    ("Lui annoncer qu'elle a été reçue première", "Lui annoncer qu'il a été reçu premier"),
    ("Voir toutes les candidates retenues", "Voir tous les candidats retenus"),
    (
        "Say goodbye to the leaver, she has been with us for ten years",
        "Say goodbye to the leaver, he has been with us for ten years",
    ),
    ("Ask the cleaning lady to do the meeting room", "Ask the cleaning man to do the meeting room"),
    ("The driver forgot her card: ring her", "The driver forgot his card: ring him"),
    ("Check that she's signed in", "Check that he's signed in"),
    ("Send the invoice to her and copy her boss in", "Send the invoice to him and copy his boss in"),
    ("Comfort the widow and explain the pension", "Comfort the widower and explain the pension"),
    ("tell the girl on the desk her parcel is here", "tell the boy on the desk his parcel is here"),
    ("Support a single mother with her housing form", "Support a single father with his housing form"),
    ("A woman rang about the damp, call her back", "A man rang about the damp, call him back"),
    ("help her fill in the form", "help him fill in the form"),
    ("Give her the keys back", "Give him the keys back"),
    ("The problem is hers, help her solve it", "The problem is his, help him solve it"),
    ("Escort the actress to her dressing room", "Escort the actor to his dressing room"),
    ("Pay the cameraman's invoice", "Pay the camerawoman's invoice"),
    ("the councilwoman wants the minutes", "the councilman wants the minutes"),
    ("She doesn't answer: leave her a message", "He doesn't answer: leave him a message"),
    ("Ask Mr Patel's daughter to bring the papers", "Ask Mr Patel's son to bring the papers"),
    ("Give the bride the final menu prices", "Give the groom the final menu prices"),
    ("Cover for a midwife on leave and hand her her pager", "Cover for a midwife on leave and hand him his pager"),
    (
        "Work out the redundancy of a woman with ten years' service",
        "Work out the redundancy of a man with ten years' service",
    ),
    ("Read with a girl who is behind", "Read with a boy who is behind"),
    ("Show the ladies from head office round", "Show the gentlemen from head office round"),
    ("sign off her timesheet & his overtime", "sign off his timesheet & her overtime"),
    ("call Sir John Smith's office", "call Dame Jane Smith's office"),
    ("Accueillir un stagiaire né au Mali", "Accueillir un stagiaire né en Suède"),
    ("Aider une famille venue de Syrie à s'inscrire", "Aider une famille venue d'Ukraine à s'inscrire"),
    ("un client juif demande un menu adapté", "un client catholique demande un menu adapté"),
    ("Répondre à un usager qui parle arabe", "Répondre à un usager qui parle anglais"),
    ("Accompagner des demandeurs d'asile afghans", "Accompagner des demandeurs d'asile ukrainiens"),
    ("Recruter un commercial maghrébin ou africain", "Recruter un commercial italien ou espagnol"),
    ("Gérer le conflit avec l'ouvrier polonais", "Gérer le conflit avec l'ouvrier français"),
    ("dossier de naturalisation d'un ressortissant algérien", "dossier de naturalisation d'un ressortissant canadien"),
    ("Help a customer from Nigeria open an account", "Help a customer from Sweden open an account"),
    ("Answer a caller who speaks Urdu", "Answer a caller who speaks German"),
    ("Deal with a complaint from a Muslim family", "Deal with a complaint from a Christian family"),
    ("Arrange prayer space for a Jewish colleague", "Arrange prayer space for a Hindu colleague"),
    ("Interview a Black applicant", "Interview a white applicant"),
    ("Two Polish lads start on Monday, sort their PPE", "Two English lads start on Monday, sort their PPE"),
    ("Onboard an employee born in Pakistan", "Onboard an employee born in Canada"),
    ("Write up the accident of a Romanian driver", "Write up the accident of a British driver"),
    ("The Chinese visitors arrive at ten, book a taxi", "The American visitors arrive at ten, book a taxi"),
    ("Train an Arabic-speaking operator on the press", "Train a French-speaking operator on the press"),
    ("prévenir Fatou et Mariam du changement d'horaire", "prévenir Claire et Julie du changement d'horaire"),
    ("demander à sophie si elle vient", "demander à karim s'il vient"),
    ("point avec JULIEN sur les stocks", "point avec YOUSSEF sur les stocks"),
    ("Mark needs the keys by noon", "Kwame needs the keys by noon"),
    ("Give Will and Hope the new rota", "Give Ravi and Aisha the new rota"),
    ("relance Benali (impayé mars)", "relance Lefèvre (impayé mars)"),
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

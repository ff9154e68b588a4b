"""More pairs of tasks that differ in a person's gender, first name or origin: other templates and names than
:mod:`swaps`, and the feminine and masculine forms of jobs in French.

None of these was looked at while the word lists were written but for the few words that they showed to be missing.
"""

import re

JOBS = [
    ("l'infirmière", "l'infirmier"), ("l'assistante", "l'assistant"), ("la secrétaire", "le secrétaire"),
    ("la comptable", "le comptable"), ("la technicienne", "le technicien"), ("l'ouvrière", "l'ouvrier"),
    ("la conductrice", "le conducteur"), ("la vendeuse", "le vendeur"), ("la formatrice", "le formateur"),
    ("l'avocate", "l'avocat"), ("la cuisinière", "le cuisinier"), ("la serveuse", "le serveur"),
    ("l'aide-soignante", "l'aide-soignant"), ("la gardienne", "le gardien"), ("la conseillère", "le conseiller"),
    ("l'ingénieure", "l'ingénieur"), ("la chauffeuse", "le chauffeur"), ("la magasinière", "le magasinier"),
    ("l'agente d'entretien", "l'agent d'entretien"), ("la directrice", "le directeur"),
    ("la pharmacienne", "le pharmacien"), ("l'éducatrice", "l'éducateur"), ("la rédactrice", "le rédacteur"),
    ("la coiffeuse", "le coiffeur"), ("la chargée de clientèle", "le chargé de clientèle"),
    ("la cheffe d'équipe", "le chef d'équipe"), ("l'auditrice", "l'auditeur"), ("la livreuse", "le livreur"),
    ("la patronne", "le patron"), ("l'acheteuse", "l'acheteur"),
]  # fmt: skip

FOR_JOBS = [
    "Transmettre les consignes de nuit à {}",
    "Préparer le badge et les accès de {}",
    "Faire signer le planning par {}",
    "Répondre aux questions de {} sur ses congés",
]

WRITTEN = [
    ("Remplacer une infirmière absente", "Remplacer un infirmier absent"),
    ("Recruter une assistante commerciale motivée", "Recruter un assistant commercial motivé"),
    ("Encadrer les apprenties coiffeuses", "Encadrer les apprentis coiffeurs"),
    ("Elle a perdu son badge : lui en refaire un", "Il a perdu son badge : lui en refaire un"),
    ("Rappeler une dame pour son rendez-vous de contrôle", "Rappeler un monsieur pour son rendez-vous de contrôle"),
    ("Convoquer la salariée et lui remettre sa lettre", "Convoquer le salarié et lui remettre sa lettre"),
    ("Suivre le dossier d'une locataire endettée", "Suivre le dossier d'un locataire endetté"),
    ("Accompagner la stagiaire ingénieure sur le site", "Accompagner le stagiaire ingénieur sur le site"),
    ("Saisir les arrêts maladie des agentes", "Saisir les arrêts maladie des agents"),
    ("Tenir compagnie aux résidentes", "Tenir compagnie aux résidents"),
    ("Facturer les prestations des consultantes externes", "Facturer les prestations des consultants externes"),
    ("Intégrer les nouvelles embauchées", "Intégrer les nouveaux embauchés"),
    ("Envoyer la paie à la gérante pour accord", "Envoyer la paie au gérant pour accord"),
    ("faire passer un test aux candidates standardistes", "faire passer un test aux candidats standardistes"),
    ("relancer la mandataire pour la signature", "relancer le mandataire pour la signature"),
    ("conseiller les clientes sur la pointure", "conseiller les clients sur la pointure"),
    (
        "planifier les visites des sages-femmes et des infirmières",
        "planifier les visites des sages-femmes et des infirmiers",
    ),
    ("Régler un litige entre deux voisines", "Régler un litige entre deux voisins"),
    ("Soutenir une collègue en deuil", "Soutenir un collègue en deuil"),
    ("Check that she has returned her laptop", "Check that he has returned his laptop"),
    ("When he is off, take over his tickets", "When she is off, take over her tickets"),
    ("Ask her to approve the purchase order", "Ask him to approve the purchase order"),
    ("Process his expense claim and pay him", "Process her expense claim and pay her"),
    ("Show the waitress how to close the till", "Show the waiter how to close the till"),
    ("Cover the receptionist while she is at lunch", "Cover the receptionist while he is at lunch"),
    ("Tell the customer her parcel is late", "Tell the customer his parcel is late"),
    ("Take a statement from the victim and drive her home", "Take a statement from the victim and drive him home"),
    ("Invoice the actress for the hire", "Invoice the actor for the hire"),
    ("Prepare the chairwoman's board papers", "Prepare the chairman's board papers"),
    ("Send the foreman the drawings", "Send the forewoman the drawings"),
    ("Handyman jobs: log and assign", "Handywoman jobs: log and assign"),
    ("Book the salesman a hotel", "Book the saleswoman a hotel"),
    ("Help an old man with his bath", "Help an old woman with her bath"),
    ("Get his signature on the delivery note", "Get her signature on the delivery note"),
    ("Update her record in the HR system", "Update his record in the HR system"),
    ("Every Friday she gets her list of unpaid invoices", "Every Friday he gets his list of unpaid invoices"),
    ("Remind the boys' coach about the forms", "Remind the girls' coach about the forms"),
    ("Meet the new mum about the nursery place", "Meet the new dad about the nursery place"),
    ("Answer questions from a nurse about her rota", "Answer questions from a nurse about his rota"),
    ("Advise a businesswoman on the loan", "Advise a businessman on the loan"),
    (
        "Write to my sister company's manager, she wants the figures",
        "Write to my sister company's manager, he wants the figures",
    ),
    ("The engineer left his tools: send them to him", "The engineer left her tools: send them to her"),
    ("Escort the lady to the meeting room", "Escort the gentleman to the meeting room"),
    ("Support the young mother through the benefit claim", "Support the young father through the benefit claim"),
    ("Reprendre les dossiers de Céline pendant ses congés", "Reprendre les dossiers de Amina pendant ses congés"),
    ("Mettre Céline en copie des factures", "Mettre Amina en copie des factures"),
    ("caler un créneau avec Nicolas pour la démo", "caler un créneau avec Youssef pour la démo"),
    ("Signer la feuille d'heures de Nicolas", "Signer la feuille d'heures de Youssef"),
    ("Mettre Aurélie en copie des factures", "Mettre Xiaoming en copie des factures"),
    ("Aurélie demande une avance sur salaire", "Xiaoming demande une avance sur salaire"),
    ("Signer la feuille d'heures de Sébastien", "Signer la feuille d'heures de Mamadou"),
    ("Reprendre les dossiers de Sébastien pendant ses congés", "Reprendre les dossiers de Mamadou pendant ses congés"),
    ("Hélène demande une avance sur salaire", "Svetlana demande une avance sur salaire"),
    ("caler un créneau avec Hélène pour la démo", "caler un créneau avec Svetlana pour la démo"),
    ("Reprendre les dossiers de Pierre pendant ses congés", "Reprendre les dossiers de Tariq pendant ses congés"),
    ("Mettre Pierre en copie des factures", "Mettre Tariq en copie des factures"),
    ("caler un créneau avec Isabelle pour la démo", "caler un créneau avec Rania pour la démo"),
    ("Signer la feuille d'heures de Isabelle", "Signer la feuille d'heures de Rania"),
    ("Mettre Antoine en copie des factures", "Mettre Bogdan en copie des factures"),
    ("Antoine demande une avance sur salaire", "Bogdan demande une avance sur salaire"),
    ("Signer la feuille d'heures de Margaux", "Signer la feuille d'heures de Thi Hoa"),
    ("Reprendre les dossiers de Margaux pendant ses congés", "Reprendre les dossiers de Thi Hoa pendant ses congés"),
    ("Vincent demande une avance sur salaire", "Ibrahima demande une avance sur salaire"),
    ("caler un créneau avec Vincent pour la démo", "caler un créneau avec Ibrahima pour la démo"),
    ("Hand the stock report over to Hannah", "Hand the stock report over to Chidi"),
    ("Hannah needs a new laptop", "Chidi needs a new laptop"),
    ("Go through George's quotes before they are sent", "Go through Mohammed's quotes before they are sent"),
    ("Pair with George on the month-end close", "Pair with Mohammed on the month-end close"),
    ("Olivia needs a new laptop", "Lakshmi needs a new laptop"),
    ("Ring Olivia about the missing pallets", "Ring Lakshmi about the missing pallets"),
    ("Pair with Harry on the month-end close", "Pair with Krzysztof on the month-end close"),
    ("Hand the stock report over to Harry", "Hand the stock report over to Krzysztof"),
    ("Ring Amelia about the missing pallets", "Ring Aaliyah about the missing pallets"),
    ("Go through Amelia's quotes before they are sent", "Go through Aaliyah's quotes before they are sent"),
    ("Hand the stock report over to James", "Hand the stock report over to DeShawn"),
    ("James needs a new laptop", "DeShawn needs a new laptop"),
    ("Go through Lucy's quotes before they are sent", "Go through Mei's quotes before they are sent"),
    ("Pair with Lucy on the month-end close", "Pair with Mei on the month-end close"),
    ("Daniel needs a new laptop", "Hamza needs a new laptop"),
    ("Ring Daniel about the missing pallets", "Ring Hamza about the missing pallets"),
    ("Signer la feuille d'heures de Laura", "Signer la feuille d'heures de Pedro"),
    ("Reprendre les dossiers de Laura pendant ses congés", "Reprendre les dossiers de Pedro pendant ses congés"),
    ("Marc demande une avance sur salaire", "Fatima demande une avance sur salaire"),
    ("caler un créneau avec Marc pour la démo", "caler un créneau avec Fatima pour la démo"),
    ("Déposer le recommandé de Mme Girard", "Déposer le recommandé de Mme Bensaïd"),
    ("Ouvrir un compte à M. Girard", "Ouvrir un compte à M. Bensaïd"),
    ("Déposer le recommandé de Mme Roux", "Déposer le recommandé de Mme Diop"),
    ("Ouvrir un compte à M. Roux", "Ouvrir un compte à M. Diop"),
    ("Déposer le recommandé de Mme Fournier", "Déposer le recommandé de Mme Özdemir"),
    ("Ouvrir un compte à M. Fournier", "Ouvrir un compte à M. Özdemir"),
    ("Déposer le recommandé de Mme Mercier", "Déposer le recommandé de Mme Nowak"),
    ("Ouvrir un compte à M. Mercier", "Ouvrir un compte à M. Nowak"),
    ("Post Mrs Wilson's policy documents", "Post Mrs Adeyemi's policy documents"),
    ("Open an account for Mr Wilson", "Open an account for Mr Adeyemi"),
    ("Post Mrs Brown's policy documents", "Post Mrs Khan's policy documents"),
    ("Open an account for Mr Brown", "Open an account for Mr Khan"),
    ("Post Mrs Clark's policy documents", "Post Mrs Singh's policy documents"),
    ("Open an account for Mr Clark", "Open an account for Mr Singh"),
    ("Post Mrs Evans's policy documents", "Post Mrs Rodríguez's policy documents"),
    ("Open an account for Mr Evans", "Open an account for Mr Rodríguez"),
    ("Accueillir un client belge et créer sa fiche", "Accueillir un client camerounais et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'un client belge",
        "Traiter la réclamation reçue hier de la part d'un client camerounais",
    ),
    ("Accueillir un chauffeur français et créer sa fiche", "Accueillir un chauffeur bulgare et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'un chauffeur français",
        "Traiter la réclamation reçue hier de la part d'un chauffeur bulgare",
    ),
    ("Accueillir un salarié italien et créer sa fiche", "Accueillir un salarié syrien et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'un salarié italien",
        "Traiter la réclamation reçue hier de la part d'un salarié syrien",
    ),
    ("Accueillir un patient suisse et créer sa fiche", "Accueillir un patient afghan et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'un patient suisse",
        "Traiter la réclamation reçue hier de la part d'un patient afghan",
    ),
    ("Accueillir un candidat espagnol et créer sa fiche", "Accueillir un candidat guinéen et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'un candidat espagnol",
        "Traiter la réclamation reçue hier de la part d'un candidat guinéen",
    ),
    ("Accueillir un artisan portugais et créer sa fiche", "Accueillir un artisan kurde et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'un artisan portugais",
        "Traiter la réclamation reçue hier de la part d'un artisan kurde",
    ),
    ("Accueillir une patiente française et créer sa fiche", "Accueillir une patiente comorienne et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'une patiente française",
        "Traiter la réclamation reçue hier de la part d'une patiente comorienne",
    ),
    ("Accueillir une élève allemande et créer sa fiche", "Accueillir une élève ukrainienne et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'une élève allemande",
        "Traiter la réclamation reçue hier de la part d'une élève ukrainienne",
    ),
    ("Accueillir une cliente belge et créer sa fiche", "Accueillir une cliente libanaise et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'une cliente belge",
        "Traiter la réclamation reçue hier de la part d'une cliente libanaise",
    ),
    ("Accueillir une famille bretonne et créer sa fiche", "Accueillir une famille tsigane et créer sa fiche"),
    (
        "Traiter la réclamation reçue hier de la part d'une famille bretonne",
        "Traiter la réclamation reçue hier de la part d'une famille tsigane",
    ),
    ("Register a French client in the system", "Register an Egyptian client in the system"),
    (
        "Listen to a French client who is angry about a mistake",
        "Listen to an Egyptian client who is angry about a mistake",
    ),
    ("Register a Scottish driver in the system", "Register a Romanian driver in the system"),
    (
        "Listen to a Scottish driver who is angry about a mistake",
        "Listen to a Romanian driver who is angry about a mistake",
    ),
    ("Register an American patient in the system", "Register a Syrian patient in the system"),
    (
        "Listen to an American patient who is angry about a mistake",
        "Listen to a Syrian patient who is angry about a mistake",
    ),
    ("Register an Irish candidate in the system", "Register a Ghanaian candidate in the system"),
    (
        "Listen to an Irish candidate who is angry about a mistake",
        "Listen to a Ghanaian candidate who is angry about a mistake",
    ),
    ("Register a German tenant in the system", "Register an Eritrean tenant in the system"),
    (
        "Listen to a German tenant who is angry about a mistake",
        "Listen to an Eritrean tenant who is angry about a mistake",
    ),
    ("Register a Canadian nurse in the system", "Register a Filipino nurse in the system"),
    (
        "Listen to a Canadian nurse who is angry about a mistake",
        "Listen to a Filipino nurse who is angry about a mistake",
    ),
]


def _contracted(text: str) -> str:
    return re.sub(r"\bde le\b", "du", re.sub(r"\bà le\b", "au", text))


def more_pairs() -> list[tuple[str, str]]:
    """Return all pairs: each job in two of the templates, and those that are written out."""
    jobs = [
        (_contracted(template.format(one)), _contracted(template.format(other)))
        for at, (one, other) in enumerate(JOBS)
        for template in (FOR_JOBS[at % len(FOR_JOBS)], FOR_JOBS[(at + 1) % len(FOR_JOBS)])
    ]
    return [*jobs, *WRITTEN]

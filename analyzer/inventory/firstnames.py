"""First names that are common in France and in English-speaking countries, folded: what tells people from roles."""

from __future__ import annotations

from analyzer.inventory.text import word_set

FIRST_NAMES = word_set(
    """adam adele adrien agnes aisha alain alan albert alex alexandra alexandre alexis alice aline amandine amelie
    amina andre andrea andrew angela anita ann anna anne annie anthony antoine arnaud arthur audrey aurelie
    barbara beatrice ben benjamin benoit bernard bertrand brian brigitte bruno camille carine carla carol
    caroline catherine cathy cecile celine charles charlotte chantal christelle christian christine christophe
    claire claude claudine clement clara corinne cyril damien daniel daniele david deborah delphine denis diane
    didier dominique donna dorothee edith edward elena elisabeth elise elizabeth ella elodie emilie emily emma
    eric estelle ethan etienne eva fabien fabrice fanny fatima fatou florence florian francis francois francoise
    frank franck frederic frederique gabriel gary genevieve george georges gerard gilbert gilles grace greg
    gregory guillaume guy hannah harry helen helene henri henry herve hugo ines ingrid isabelle jack jacqueline
    jacques james jane janet jason jean jeanne jeff jennifer jeremy jerome jessica jim joan joel joelle john
    jonathan joseph josiane joshua julia julie julien juliette karen karim karine kate kevin kim laetitia lara
    laura laure laurence laurent lea leila leo leon liam lily linda lisa loic louis louise luc lucas lucie lucy
    ludovic lydie magali manon marc marcel margaret maria marie marine marion mark martin martine mary mathieu
    mathilde matthew matthieu maurice maxime megan mehdi melanie mia michael michel michele michelle mike
    mohamed monique morgane muriel myriam nadia nadine nancy nathalie nathan nicolas nicole nina noah noemie
    odile oliver olivia olivier pascal pascale patrice patricia patrick paul pauline peter philip philippe
    pierre quentin rachel raphael rebecca regis remi renaud rene richard robert robin roger romain rose roxane
    ryan sabine sabrina sam samantha samia samuel sandra sandrine sara sarah scott sean sebastien serge severine
    simon solene sonia sophia sophie stephane stephanie stephen steve steven sue susan sylvain sylvie tara
    teresa theo theresa thierry thomas tim tom tony valentin valerie vanessa veronique vincent virginie william
    xavier yann yannick yasmine yves yvette zoe"""
)

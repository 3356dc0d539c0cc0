"""What fields are called where a merge writes down, in a note, what no field could keep."""

from chalicelib.core.texts import Text

NETWORKS = {
    "social.linkedin": Text("LinkedIn", "LinkedIn"),
    "social.x": Text("X", "X"),
    "social.facebook": Text("Facebook", "Facebook"),
    "social.instagram": Text("Instagram", "Instagram"),
    "social.youtube": Text("YouTube", "YouTube"),
    "social.bluesky": Text("Bluesky", "Bluesky"),
    "social.mastodon": Text("Mastodon", "Mastodon"),
    "social.viadeo": Text("Viadeo", "Viadeo"),
}
PERSON = {
    "civility": Text("Civilité", "Title"),
    "first_name": Text("Prénom", "First name"),
    "last_name": Text("Nom", "Last name"),
    "personal_phone": Text("Tél fixe personnel", "Personal phone"),
    "personal_mobile": Text("Tél mobile personnel", "Personal mobile"),
    "personal_email": Text("E-mail personnel", "Personal email"),
    "personal_street": Text("Adresse", "Street"),
    "personal_postal_code": Text("Code postal", "Postal code"),
    "personal_city": Text("Ville", "City"),
    "personal_country": Text("Pays", "Country"),
    "birthday": Text("Date de naissance", "Birthday"),
    **NETWORKS,
}
POSITION = {
    "title": Text("Fonction", "Job title"),
    "work_phone": Text("Tél fixe professionnel", "Work phone"),
    "work_mobile": Text("Tél mobile professionnel", "Work mobile"),
    "work_email": Text("E-mail professionnel", "Work email"),
    "start": Text("Date d'entrée", "Start date"),
    "end": Text("Date de sortie", "End date"),
}
COMPANY = {
    "name": Text("Nom", "Name"),
    "site_label": Text("Site", "Site"),
    "number": Text("Numéro", "Number"),
    "siren": Text("SIREN", "SIREN"),
    "siret": Text("SIRET", "SIRET"),
    "vat_number": Text("N° TVA", "VAT number"),
    "street": Text("Adresse", "Street"),
    "postal_code": Text("Code postal", "Postal code"),
    "city": Text("Ville", "City"),
    "country": Text("Pays", "Country"),
    "phone": Text("Téléphone", "Phone"),
    "mobile": Text("Tél. mobile", "Mobile"),
    "email": Text("E-mail", "Email"),
    "website": Text("Site web", "Website"),
    **NETWORKS,
}

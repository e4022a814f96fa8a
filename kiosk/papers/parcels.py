"""The orders of a learner's village as papers show them: each family by its picture."""

from collections import defaultdict
from collections.abc import Iterable

from demo_store.village.state import Village
from demo_store.world.catalogue import Catalogue
from kiosk.naming import name_of_picture
from kiosk.papers.holders import drawn
from kiosk.papers.village import Parcel, Share
from kiosk.progress.records import Learner
from kiosk.village_faces import faces_of
from kiosk.wording import words
from lessons.phrase import Language


def shared_orders(village: Village) -> tuple[str, ...]:
    """The ids of orders that families gave to, the latest last."""
    orders = [each.id for each in village.store.orders]
    return tuple(each for each in orders if village.shared.get(each))


def parcels_of(
    village: Village,
    learner: Learner,
    role: str,
    orders: Iterable[str],
    catalogue: Catalogue,
    language: Language,
) -> list[Parcel]:
    """These orders; the family of ``role`` is the learner's own."""
    faces = faces_of(village, role, learner.picture)
    own = learner.family or learner.name or words("village.mine").text(language)
    names = {
        family.id: own if family.role == role else name_of_picture(faces[family.id]).text(language)
        for family in village.families
    }
    found = []
    for each in orders:
        order = village.store.order(each)
        product = village.store.product(order.product) if order else None
        if order is None or product is None:
            continue
        kind = catalogue.kind(product.kind)
        units: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for run in village.shared[each]:
            units[run.family] += [(run.day, run.first + n) for n in range(run.count)]
        found.append(
            Parcel(
                order=each,
                city=catalogue.cities[order.city].name.text(language),
                product=drawn(kind.picture),
                product_name=kind.name.text(language),
                shares=tuple(
                    Share(names[family], drawn(faces[family]), tuple(of_it))
                    for family, of_it in units.items()
                ),
            )
        )
    return found

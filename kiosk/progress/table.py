"""A TinyDB table whose every change costs what is changed, not what is stored."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from kiosk.progress.changes import Change, Documents, copied, same

if TYPE_CHECKING:
    from kiosk.progress.storage import JournalStorage

T = TypeVar("T")
Act = Callable[[MutableMapping[str, Any]], object]
Fields = Mapping[str, Any] | Act


class JournalTable(Table):
    """Needs a ``JournalStorage``. What is read out are copies: changing them changes nothing.

    What changes the table raises NotSaved, and TypeError or ValueError for what JSON cannot
    hold; the table is then as it was. Unlike in TinyDB, ``remove`` takes an id that is given
    twice, and ``persist_empty`` keeps the documents that are there.
    """

    _fresh_at = -1
    _next_id: Any  # an int, or None where it is not known: TinyDB says only None

    def __init__(
        self,
        storage: Storage,
        name: str,
        cache_size: int = Table.default_query_cache_capacity,
        persist_empty: bool = False,
    ) -> None:
        super().__init__(storage, name, cache_size)
        if persist_empty:
            self._append([])

    # -- changing

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document and return its id; raises ValueError, NotSaved."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add documents, all or none, and return their ids; raises ValueError, NotSaved."""
        added: dict[int, Mapping[str, Any]] = {}
        next_id = self._free_id()
        for document in documents:
            if not isinstance(document, Mapping):
                raise ValueError("Document is not a Mapping")
            doc_id = document.doc_id if isinstance(document, self.document_class) else next_id
            if doc_id in added or str(doc_id) in self._documents:
                raise ValueError(f"Document with ID {doc_id} already exists")
            added[doc_id] = document
            next_id = max(next_id, doc_id + 1)
        self._append([self._put(str(key), dict(value)) for key, value in added.items()])
        self._next_id = next_id
        return list(added)

    def put_multiple(self, documents: Iterable[Document]) -> None:
        """Put documents under their ids, in the place of those that are there, all or none."""
        self._append([self._put(str(each.doc_id), dict(each)) for each in documents])

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change the documents meant, all or none; returns their ids."""
        documents, changed = self._documents, cast(Documents, {})
        wanted = self._wanted(cond, doc_ids)
        for key in wanted:
            changed.setdefault(key, copied(documents[key]))
            _act(fields)(changed[key])
        self._append_changed(changed)
        return self._ids(wanted)

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        """Change each document by every pair whose condition it meets, all or none."""
        changed: Documents = {}
        done: list[str] = []
        pairs = [(_act(fields), cond) for fields, cond in updates]
        for key, document in _items(self._documents):
            for act, cond in pairs:
                if cond(changed.get(key, document)):
                    changed.setdefault(key, copied(document))
                    act(changed[key])
                    done.append(key)
        self._append_changed(changed)
        return self._ids(done)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Remove the documents meant, all or none; returns the ids of those that were there."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        gone = list(dict.fromkeys(self._wanted(cond, doc_ids)))
        self._append([["delete", self.name, key] for key in gone])
        return self._ids(gone)

    def truncate(self) -> None:
        """Remove all documents; the next id is 1 again."""
        emptied = [["drop", self.name], ["make", self.name]]
        self._append(cast(list[Change], emptied if self._documents else []))
        self._next_id = None

    def erase(self, cond: QueryLike) -> list[int]:
        """Remove matching documents so that no byte of them stays in the file; raises NotSaved."""
        gone = self._wanted(cond, None)
        self._journal.erase(self.name, gone)
        self.clear_cache()
        return self._ids(gone)

    # -- reading

    def search(self, cond: QueryLike) -> list[Document]:
        """Copies of all documents that match."""
        self._freshen()
        found = self._query_cache.get(cond)
        if found is None:
            documents = self._documents
            # Kept as they are, not copied: a stored document is replaced, never changed.
            found = [
                self.document_class(documents[key], self.document_id_class(key))
                for key in self._wanted(cond, None)
            ]
            if getattr(cond, "is_cacheable", lambda: True)():
                self._query_cache[cond] = found
        return [self._document(str(document.doc_id), document) for document in found]

    # TinyDB declares one overload for each way to call it; one signature takes them all.
    def get(  # type: ignore[override]
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: list[int] | None = None,
    ) -> Document | list[Document] | None:
        """A copy of one document, or with ``doc_ids`` a list of copies."""
        documents = self._documents
        if doc_id is not None:
            key = str(doc_id)
            return self._document(key, documents[key]) if key in documents else None
        if doc_ids is not None:
            wanted = {str(each) for each in doc_ids}
            return [self._document(*item) for item in _items(documents) if item[0] in wanted]
        if cond is not None:
            found = (item for item in _items(documents) if cond(item[1]))
            return next((self._document(*item) for item in found), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[Document]:
        for doc_id, document in _items(self._documents):
            yield self._document(doc_id, document)

    def each(self, make: Callable[[Mapping[str, Any]], T]) -> list[T]:
        """What ``make`` makes of every document; it is shown the stored ones, only to look at."""
        return [make(document) for _, document in _items(self._documents)]

    @property
    def file_length(self) -> int:
        """The bytes of the file that it lies in, as far as they are on the disk."""
        return self._journal.file_length

    # -- within

    @property
    def _journal(self) -> "JournalStorage":
        return cast("JournalStorage", self.storage)

    @property
    def _documents(self) -> Documents:
        return self._journal.documents(self.name)

    def _document(self, doc_id: str, document: Mapping[str, Any]) -> Document:
        plain = {key: copied(value) for key, value in document.items()}
        return self.document_class(plain, self.document_id_class(doc_id))

    def _ids(self, keys: Iterable[str]) -> list[int]:
        return [self.document_id_class(key) for key in keys]

    def _wanted(self, cond: QueryLike | None, doc_ids: Iterable[int] | None) -> list[str]:
        """The keys of the documents meant; ids win over a condition, without both it is all."""
        documents = self._documents
        if doc_ids is not None:
            return [str(each) for each in doc_ids if str(each) in documents]
        return [key for key, each in _items(documents) if cond is None or cond(each)]

    def _put(self, key: str, document: dict[str, Any]) -> Change:
        return ["put", self.name, key, document]

    def _append_changed(self, changed: Documents) -> None:
        before = self._documents
        different = (item for item in changed.items() if not same(before[item[0]], item[1]))
        self._append([self._put(*item) for item in different])

    def _append(self, changes: list[Change]) -> None:
        """A table is there after whatever was done to it, also if that changed nothing."""
        if not changes and self.name not in self._journal.names:
            changes = [["make", self.name]]
        if changes:
            self._journal.append(changes)
        self.clear_cache()

    def _free_id(self) -> int:
        documents = self._documents
        if self._next_id is None or str(self._next_id) in documents:
            self._next_id = max(map(self.document_id_class, documents), default=0) + 1
        return cast(int, self._next_id)

    def _freshen(self) -> None:
        """Forget cached answers where another table object or a drop changed the storage."""
        if self._fresh_at != self._journal.changes:
            self.clear_cache()
            self._fresh_at = self._journal.changes


def _items(documents: Documents) -> list[tuple[str, dict[str, Any]]]:
    """As they are now: whoever goes through them may write meanwhile."""
    return list(documents.items())


def _act(fields: Fields) -> Act:
    if callable(fields):
        return fields
    return lambda document: document.update(fields)

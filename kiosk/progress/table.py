"""A TinyDB table that adds documents at the cost of the documents, not of the table."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from kiosk.progress.changes import Documents, copied

if TYPE_CHECKING:
    from kiosk.progress.storage import JournalStorage


class JournalTable(Table):
    """Needs a ``JournalStorage``. What is read out are copies: changing them changes nothing.

    ``update``, ``remove``, ``upsert`` and ``truncate`` are TinyDB's own: they work on a copy of
    the tables, and the storage appends what is different.
    """

    _fresh_at = -1
    _next_id: Any  # an int, or None where it is not known: TinyDB says only None

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
        if added:
            self._journal.append(
                [["put", self.name, str(key), dict(value)] for key, value in added.items()]
            )
        self._next_id = next_id
        self.clear_cache()
        return list(added)

    def erase(self, cond: QueryLike) -> list[int]:
        """Remove matching documents so that no byte of them stays in the file; raises NotSaved."""
        tables = self._journal.read() or {}
        table = tables.get(self.name, {})
        gone = [doc_id for doc_id, document in table.items() if cond(document)]
        for doc_id in gone:
            del table[doc_id]
        self._journal.rewrite(tables)
        self.clear_cache()
        return [self.document_id_class(doc_id) for doc_id in gone]

    def search(self, cond: QueryLike) -> list[Document]:
        """Copies of all documents that match."""
        self._freshen()
        found = self._query_cache.get(cond)
        if found is None:
            found = [self._document(*item) for item in self._documents.items() if cond(item[1])]
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
            return [self._document(*item) for item in documents.items() if item[0] in wanted]
        if cond is not None:
            found = (item for item in documents.items() if cond(item[1]))
            return next((self._document(*item) for item in found), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[Document]:
        for doc_id, document in list(self._documents.items()):
            yield self._document(doc_id, document)

    @property
    def _journal(self) -> "JournalStorage":
        return cast("JournalStorage", self.storage)

    @property
    def _documents(self) -> Documents:
        return self._journal.documents(self.name)

    def _document(self, doc_id: str, document: Mapping[str, Any]) -> Document:
        plain = {key: copied(value) for key, value in document.items()}
        return self.document_class(plain, self.document_id_class(doc_id))

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

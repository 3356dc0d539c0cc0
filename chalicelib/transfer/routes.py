"""HTTP ⇄ imports."""

from typing import TYPE_CHECKING

from chalicelib.core import pages
from chalicelib.core.answer import Answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.later import Later
from chalicelib.core.request import Request
from chalicelib.core.work import Work

if TYPE_CHECKING:
    from chalicelib.transfer import service
else:
    service = Later("chalicelib.transfer.service")

transfer = ApiBlueprint(__name__)


@transfer.get("/imports", lists="Import")
def list_imports(request: Request) -> Answer:
    locale = request.locale
    return Answer(pages.small(job.to_json(locale, reported=False) for job in service.all_of(request.caller)))


@transfer.post("/imports", takes="NewImport", answers="WaitingImport", status=201)
def create_import(request: Request) -> Answer:
    def asked(work: Work) -> Answer:
        job, upload = service.ask(work, request.body())
        return Answer({**job.to_json(request.locale), "upload": upload}, 201)

    return request.commit(asked)


@transfer.get("/imports/{import_id}/preview", answers="Preview", query="Format", refuses=(409,))
def preview_import(request: Request, import_id: str) -> Answer:
    return Answer(service.preview(request.caller, import_id, request.query))


@transfer.post("/imports/{import_id}/run", takes="RunOptions", answers="Import", status=202, once=False)
def run_import(request: Request, import_id: str) -> Answer:
    return Answer(service.run(request.caller, import_id, request.body()).to_json(request.locale), 202)


@transfer.get("/imports/{import_id}", answers="Import")
def show_import(request: Request, import_id: str) -> Answer:
    return Answer(service.show(request.caller, import_id).to_json(request.locale))


@transfer.get("/imports/{import_id}/refused", answers="text/csv", refuses=(409,))
def download_refused(request: Request, import_id: str) -> Answer:
    return _file(service.refused_rows(request.caller, import_id))


@transfer.post("/imports/{import_id}/undo", answers="Import", status=202, once=False, refuses=(409,))
def undo_import(request: Request, import_id: str) -> Answer:
    return Answer(service.undo(request.caller, import_id).to_json(request.locale), 202)


@transfer.get("/imports/{import_id}/kept", answers="text/csv", refuses=(409,))
def download_kept(request: Request, import_id: str) -> Answer:
    return _file(service.kept_records(request.caller, import_id))


def _file(file: "service.Download") -> Answer:
    if file.url:
        return Answer(status=303, headers={"Location": file.url})
    disposition = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Answer(file.text, headers={"Content-Type": "text/csv; charset=utf-8", **disposition})

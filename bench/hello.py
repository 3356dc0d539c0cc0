"""The yardstick of `bench/stack.py`: the smallest web application there is, `gunicorn bench.hello:app`."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def hello() -> dict[str, str]:
    return {"hello": "world"}

# Two stages: the first installs what the lock names, the second runs it as nobody in particular.
FROM python:3.11-slim AS build
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir 'uv>=0.8,<1'
WORKDIR /app
COPY requirements.lock ./
RUN /venv/bin/uv pip install --python /venv/bin/python --no-cache --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY bot ./bot
RUN /venv/bin/uv pip install --python /venv/bin/python --no-cache --no-deps .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data openness && mkdir /data && chown openness /data
WORKDIR /app
COPY --from=build /venv /venv
COPY config ./config
COPY facts.db ./
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    OPENNESS_LOG_FORMAT=json \
    OPENNESS_STORE_PATH=/data/facts.db \
    OPENNESS_STATE_URL=sqlite+aiosqlite:////data/state.db
USER 10001
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["openness", "health"]
CMD ["openness", "run"]

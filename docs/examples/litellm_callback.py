"""Reports LiteLLM's calls to Ops-Center, one job a call, through the spool of ops_center.py.

    litellm.callbacks = [OpsCenterCallback(OpsCenter(url, key), Spool("reports.db"))]
    litellm.completion(model="openai/gpt-4", messages=[...],
                       metadata={"ops_center": {"customer_id": "...", "agent": "research_pro", "job_id": "run-8812"}})
"""
import threading
import time
from datetime import datetime, timezone

from ops_center import Spool

try:
    from litellm.integrations.custom_logger import CustomLogger
except ImportError:  # so that report() can be tried without LiteLLM
    CustomLogger = object

# LiteLLM's names of providers that the rate card calls otherwise.
PROVIDERS = {"hosted_vllm": "house_vllm"}


def report(kwargs):
    """The usage report of one call; None for a call that belongs to no job."""
    call = kwargs["standard_logging_object"]
    given = (kwargs.get("litellm_params") or {}).get("metadata") or {}
    asked = call.get("metadata") or {}
    job = given.get("ops_center") or (asked.get("requester_metadata") or {}).get("ops_center")
    if not job:
        return None

    usage = asked.get("usage_object") or {}
    details = usage.get("prompt_tokens_details") or {}
    cached = details.get("cached_tokens") or usage.get("cache_read_input_tokens") or 0
    written = details.get("cache_creation_tokens") or usage.get("cache_creation_input_tokens") or 0
    reasoning = (usage.get("completion_tokens_details") or {}).get("reasoning_tokens") or 0
    provider = call.get("custom_llm_provider") or "unknown"
    byok = bool(job.get("byok"))
    result = {
        "job_id": job.get("job_id") or call["id"],
        "customer_id": job["customer_id"],
        "agent_name": job["agent"],
        "route_used": f"{PROVIDERS.get(provider, provider)}:{call['model'].removeprefix(provider + '/')}",
        "input_tokens": max(call["prompt_tokens"], cached + written),
        "output_tokens": max(call["completion_tokens"], reasoning),
        "cached_input_tokens": cached,
        "cache_write_tokens": written,
        "reasoning_tokens": reasoning,
        "occurred_at": datetime.fromtimestamp(call["startTime"], timezone.utc).isoformat(),
        "status": "succeeded" if call["status"] == "success" else "failed",
        "byok_used": byok,
        "metadata": {"litellm_trace_id": str(call.get("trace_id"))[:1000]},
    }
    if not byok and call.get("response_cost") is not None:
        result["provider_cost"] = f"{call['response_cost']:.12f}"
    return result


class OpsCenterCallback(CustomLogger):
    def __init__(self, ops_center, spool):
        super().__init__()
        self.spool = spool
        self.gate = threading.Lock()
        threading.Thread(target=self._send, args=(ops_center, spool.path), daemon=True).start()

    def log_success_event(self, kwargs, response_obj, start_time, end_time):
        self._keep(kwargs)

    def log_failure_event(self, kwargs, response_obj, start_time, end_time):
        self._keep(kwargs)

    async def async_log_success_event(self, kwargs, response_obj, start_time, end_time):
        self._keep(kwargs)

    async def async_log_failure_event(self, kwargs, response_obj, start_time, end_time):
        self._keep(kwargs)

    def _keep(self, kwargs):
        job = report(kwargs)
        if job:
            with self.gate:
                self.spool.add(job)

    def _send(self, ops_center, path):
        spool = Spool(path)  # a connection of its own: a slow answer must not hold up calls
        while True:
            pause = spool.flush(ops_center)
            time.sleep(1 if pause is None else pause)

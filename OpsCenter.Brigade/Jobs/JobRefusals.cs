using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Routing;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Why a job is not started, in the answers that callers get.</summary>
internal static class JobRefusals
{
    public static BrigadeProblem NoCard { get; } = new(
        "Brigade has no rate card yet.", StatusCodes.Status503ServiceUnavailable, "no_rate_card", Retryable: true,
        Detail: "Ops-Center did not answer since Brigade was installed. Brigade keeps asking.");

    public static BrigadeProblem Busy { get; } = new(
        "Brigade runs as many jobs as it may.", StatusCodes.Status503ServiceUnavailable, "busy", Retryable: true);

    public static BrigadeProblem Stopping { get; } = new(
        "Brigade is shutting down.", StatusCodes.Status503ServiceUnavailable, "stopping", Retryable: true);

    public static BrigadeProblem NoRoute { get; } = new(
        "No route of the rate card is active.", StatusCodes.Status422UnprocessableEntity, "no_route", Retryable: true);

    public static BrigadeProblem UnknownCustomer(string id) => new(
        "Ops-Center knows no such customer.", StatusCodes.Status404NotFound, "unknown_customer", Detail: $"customer_id is {id}.");

    public static BrigadeProblem CustomerUnavailable(string reason) => new(
        "Nobody can say whether this customer may start jobs.", StatusCodes.Status503ServiceUnavailable, "customer_unavailable", Retryable: true,
        Detail: reason);

    public static BrigadeProblem UnknownAgent(string name, int version) => new(
        "The rate card has no such agent.", StatusCodes.Status404NotFound, "unknown_agent", Detail: $"{name} is not in version {version}.");

    public static BrigadeProblem AgentDisabled(string name) => new(
        "The agent is disabled.", StatusCodes.Status409Conflict, "agent_disabled", Retryable: true, Detail: $"{name} starts no jobs until it is enabled again.");

    public static BrigadeProblem UnknownTool(string name, int version) => new(
        "The rate card has no such tool.", StatusCodes.Status422UnprocessableEntity, "unknown_tool", Detail: $"{name} is not in version {version}.");

    public static BrigadeProblem ToolDisabled(string name) => new(
        "The tool is disabled.", StatusCodes.Status409Conflict, "tool_disabled", Retryable: true, Detail: $"{name} must not be used.");

    public static BrigadeProblem Conflict(string jobId) => new(
        "The same job_id was used for another job.", StatusCodes.Status409Conflict, "job_conflict", Detail: $"{jobId} asks for something else now.");

    public static BrigadeProblem UnknownJob(string jobId) => new(
        "Brigade knows no such job.", StatusCodes.Status404NotFound, "unknown_job", Detail: $"{jobId} was never run here, or too long ago.");

    public static BrigadeProblem MayNotStart(CustomerAccount customer) => new(
        "The customer may not start jobs.", StatusCodes.Status403Forbidden, "may_not_start", Retryable: true, Detail: customer.StopMessage)
    {
        More = new Dictionary<string, object>
        {
            ["stop_reason"] = customer.StopReason ?? "unknown",
            ["stop_message"] = customer.StopMessage ?? "Ops-Center gave no reason.",
        },
    };

    public static BrigadeProblem CeilingExceeded(Ceiling ceiling, JobEstimate estimate) => new(
        "The job would cost more than it may.", StatusCodes.Status422UnprocessableEntity, "ceiling_exceeded",
        Detail: $"About {estimate.Expected.Total} is expected, and {ceiling.Amount} is the most.")
    {
        More = new Dictionary<string, object>
        {
            ["estimate"] = DecimalText.Format(estimate.Expected.Total.Amount),
            ["ceiling"] = DecimalText.Format(ceiling.Amount.Amount),
            ["ceiling_source"] = RoutingWords.Of(ceiling.Source),
            ["currency"] = ceiling.Amount.Currency.Code,
        },
    };
}

using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>The list of jobs as it stands in the address: filters, place and page size.</summary>
/// <param name="Query">The address.</param>
public sealed record JobListAddress(UrlQuery Query)
{
    public const string CustomerName = "customer";
    public const string AgentName = "agent";
    public const string RouteName = "route";
    public const string MemberName = "member";
    public const string ToolName = "tool";
    public const string OutcomeName = "outcome";
    public const string StateName = "state";
    public const string PeriodName = "period";
    public const string FromName = "from";
    public const string ToName = "to";
    public const string JobName = "job";
    public const string BillingPeriodName = "billing_period";
    public const string BilledName = "billed";
    public const string KeysName = "keys";
    public const string OlderName = "older";
    public const string NewerName = "newer";
    public const string SizeName = "size";

    private static readonly string[] Filters =
        [CustomerName, AgentName, RouteName, MemberName, ToolName, OutcomeName, StateName, PeriodName, FromName, ToName, JobName, BillingPeriodName, BilledName, KeysName];

    public Guid? CustomerId => Query.Id(CustomerName);

    public Guid? BillingPeriodId => Query.Id(BillingPeriodName);

    /// <summary>Whether only jobs are shown that nobody is billed for.</summary>
    public bool IsUnbilled => Query.Text(BilledName) == "no";

    public KeyUse? Keys => Query.Choice<KeyUse>(KeysName);

    public JobStatus? Outcome => Query.Choice<JobStatus>(OutcomeName);

    public JobState? State => Query.Choice<JobState>(StateName);

    /// <summary>Days in the address speak for themselves, also when the period is not named.</summary>
    public JobPeriod? Period => Query.Choice<JobPeriod>(PeriodName) ?? (Query.HasAny(FromName, ToName) ? JobPeriod.Custom : null);

    public int PageSize => PageSizeLinks.Of(Query.Number(SizeName));

    public bool IsFiltered => Query.HasAny(Filters);

    /// <summary>Filters that have no control of their own, with what they say.</summary>
    public IEnumerable<(string Filter, string Text)> NamedFilters
    {
        get
        {
            if (Query.Text(MemberName) is { } member)
                yield return (MemberName, $"Only jobs of the member {member}");
            if (Query.Text(ToolName) is { } tool)
                yield return (ToolName, $"Only jobs that used {tool}");
            if (Keys is { } keys)
                yield return (KeysName, keys is KeyUse.Own ? "Only jobs on customers' own keys" : "Only jobs that fell back from an own key to a paid route");
        }
    }

    public string ClearHref => Query.Without([.. Filters, OlderName, NewerName]).ToHref();

    public JobCursor? Cursor =>
        JobCursor.Parse(Query.Text(OlderName), JobCursorDirection.Older) ?? JobCursor.Parse(Query.Text(NewerName), JobCursorDirection.Newer);

    public JobFilter FilterAt(DateTimeOffset now) => new()
    {
        CustomerId = CustomerId,
        Agent = Query.Text(AgentName),
        Route = Query.Text(RouteName),
        Member = Query.Text(MemberName),
        Tool = Query.Text(ToolName),
        Outcome = Outcome,
        State = State,
        Days = DayRange.Of(Period, Query.Day(FromName), Query.Day(ToName), now),
        JobId = Query.Text(JobName),
        BillingPeriodId = BillingPeriodId,
        IsUnbilled = IsUnbilled,
        Keys = Keys,
    };

    /// <summary>The address with one filter changed, at the newest job.</summary>
    public UrlQuery Change(string name, string? value) => Query.With(name, value).Without(OlderName, NewerName);

    /// <summary>The address with another period; the days belong to the custom one only.</summary>
    public UrlQuery ChangePeriod(string? period) => Change(PeriodName, period).Without(FromName, ToName);

    public string SizeHref(int size) => Query.With(SizeName, size).Without(OlderName, NewerName).ToHref();

    public string? HrefOf(JobCursor? cursor) => cursor switch
    {
        null => null,
        { Direction: JobCursorDirection.Older } => Query.With(OlderName, cursor.Text).Without(NewerName).ToHref(),
        { Direction: JobCursorDirection.Newer } => Query.With(NewerName, cursor.Text).Without(OlderName).ToHref(),
        _ => throw new InvalidOperationException($"No address for {cursor.Direction}."),
    };
}

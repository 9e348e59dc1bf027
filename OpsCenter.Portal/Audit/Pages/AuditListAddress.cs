using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>The audit trail as it stands in the address: filters, place and page size.</summary>
/// <param name="Query">The address.</param>
public sealed record AuditListAddress(UrlQuery Query)
{
    public const string TextName = "q";
    public const string ActorName = "actor";
    public const string CustomerName = "customer";
    public const string FromName = "from";
    public const string ToName = "to";
    public const string OlderName = "older";
    public const string NewerName = "newer";
    public const string SizeName = "size";

    private static readonly string[] Filters = [TextName, ActorName, CustomerName, FromName, ToName];

    public string? Text => Query.Text(TextName);

    public string? Actor => Query.Text(ActorName);

    public Guid? CustomerId => Query.Id(CustomerName);

    public int PageSize => PageSizeLinks.Of(Query.Number(SizeName));

    public bool IsFiltered => Query.HasAny(Filters);

    public string ClearHref => Query.Without([.. Filters, OlderName, NewerName]).ToHref();

    public JobCursor? Cursor =>
        JobCursor.Parse(Query.Text(OlderName), JobCursorDirection.Older) ?? JobCursor.Parse(Query.Text(NewerName), JobCursorDirection.Newer);

    public AuditFilter FilterAt(DateTimeOffset now) => new()
    {
        Text = Text,
        Actor = Actor,
        CustomerId = CustomerId,
        Days = DayRange.Of(JobPeriod.Custom, Query.Day(FromName), Query.Day(ToName), now),
    };

    /// <summary>The address with one filter changed, at the newest entry.</summary>
    public UrlQuery Change(string name, string? value) => Query.With(name, value).Without(OlderName, NewerName);

    public string SizeHref(int size) => Query.With(SizeName, size).Without(OlderName, NewerName).ToHref();

    public string? HrefOf(JobCursor? cursor) => cursor switch
    {
        null => null,
        { Direction: JobCursorDirection.Older } => Query.With(OlderName, cursor.Text).Without(NewerName).ToHref(),
        { Direction: JobCursorDirection.Newer } => Query.With(NewerName, cursor.Text).Without(OlderName).ToHref(),
        _ => throw new InvalidOperationException($"No address for {cursor.Direction}."),
    };
}

using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>The list of holds as it stands in the address: state, filters, place and page size.</summary>
/// <param name="Query">The address.</param>
public sealed record HoldListAddress(UrlQuery Query)
{
    public const string StateName = "state";
    public const string ReasonName = "reason";
    public const string SubjectName = "subject";
    public const string CustomerName = "customer";
    public const string OlderName = "older";
    public const string NewerName = "newer";
    public const string SizeName = "size";

    private static readonly string[] Filters = [ReasonName, SubjectName, CustomerName];

    public HoldView View => Query.Choice<HoldView>(StateName) ?? HoldView.Open;

    public HoldReason? Reason => Query.Choice<HoldReason>(ReasonName);

    public string? Subject => Query.Text(SubjectName);

    public int PageSize => PageSizeLinks.Of(Query.Number(SizeName));

    public bool IsFiltered => Query.HasAny(Filters);

    public string ClearHref => Query.Without([.. Filters, OlderName, NewerName]).ToHref();

    public JobCursor? Cursor =>
        JobCursor.Parse(Query.Text(OlderName), JobCursorDirection.Older) ?? JobCursor.Parse(Query.Text(NewerName), JobCursorDirection.Newer);

    public HoldFilter Filter => new() { View = View, Reason = Reason, Subject = Subject, Customer = Query.Text(CustomerName) };

    /// <summary>The address with one filter changed, at the newest hold.</summary>
    public UrlQuery Change(string name, string? value) => Query.With(name, value).Without(OlderName, NewerName);

    /// <summary>The holds that lack one thing.</summary>
    public string HrefOf(HoldCause cause) => Change(ReasonName, cause.Reason.ToString().ToLowerInvariant()).With(SubjectName, cause.Subject).ToHref();

    public string HrefOf(HoldView view) => Query.With<HoldView>(StateName, view is HoldView.Open ? null : view).Without(OlderName, NewerName).ToHref();

    public string SizeHref(int size) => Query.With(SizeName, size).Without(OlderName, NewerName).ToHref();

    public string? HrefOf(JobCursor? cursor) => cursor switch
    {
        null => null,
        { Direction: JobCursorDirection.Older } => Query.With(OlderName, cursor.Text).Without(NewerName).ToHref(),
        { Direction: JobCursorDirection.Newer } => Query.With(NewerName, cursor.Text).Without(OlderName).ToHref(),
        _ => throw new InvalidOperationException($"No address for {cursor.Direction}."),
    };
}

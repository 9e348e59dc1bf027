using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>The list of a customer's invoices as it stands in the address.</summary>
/// <param name="Query">The address.</param>
public sealed record InvoiceListAddress(UrlQuery Query)
{
    public const string StatusName = "status";
    public const string FromName = "from";
    public const string ToName = "to";
    public const string NumberName = "number";
    public const string PageName = "page";
    public const string SizeName = "size";

    private static readonly string[] Filters = [StatusName, FromName, ToName, NumberName];

    public InvoiceBadge? Badge => Query.Choice<InvoiceBadge>(StatusName) is { } badge and not InvoiceBadge.Draft ? badge : null;

    public int PageSize => PageSizeLinks.Of(Query.Number(SizeName));

    public bool IsFiltered => Query.HasAny(Filters);

    public string ClearHref => Query.Without([.. Filters, PageName]).ToHref();

    public InvoiceFilter Filter => new()
    {
        Badge = Badge,
        From = Query.Day(FromName),
        To = Query.Day(ToName),
        Number = Query.Text(NumberName),
        Page = Query.Number(PageName) ?? 1,
        PageSize = PageSize,
    };

    /// <summary>The address with one filter changed, at the first page.</summary>
    public UrlQuery Change(string name, string? value) => Query.With(name, value).Without(PageName);

    public string SizeHref(int size) => Query.With(SizeName, size).Without(PageName).ToHref();

    public string? PageHref(int page, int pages) =>
        page < 1 || page > pages ? null : Query.With(PageName, page == 1 ? null : page).ToHref();
}

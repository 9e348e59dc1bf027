using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>The finance page as it stands in the address.</summary>
/// <param name="Query">The address.</param>
public sealed record FinanceAddress(UrlQuery Query)
{
    public const string ViewName = "view";
    public const string CustomerName = "customer";
    public const string StatusName = "status";
    public const string FromName = "from";
    public const string ToName = "to";
    public const string PageName = "page";
    public const string SizeName = "size";
    public const string MonthName = "month";

    private static readonly string[] Filters = [CustomerName, StatusName, FromName, ToName];

    public FinanceView View => Query.Choice<FinanceView>(ViewName) ?? FinanceView.Revenue;

    /// <summary>The register that is looked at; null when it is something else.</summary>
    public Register? Register => View switch
    {
        FinanceView.Invoices => Books.Register.Invoices,
        FinanceView.Payments => Books.Register.Payments,
        FinanceView.CreditNotes => Books.Register.CreditNotes,
        FinanceView.Revenue or FinanceView.Ageing or FinanceView.Months => null,
    };

    public Guid? CustomerId => Query.Id(CustomerName);

    public int PageSize => PageSizeLinks.Of(Query.Number(SizeName));

    public bool IsFiltered => Query.HasAny(Filters);

    public string ClearHref => Query.Without([.. Filters, PageName]).ToHref();

    /// <summary>The month whose books are looked at; null for none.</summary>
    public DateOnly? Month => Query.Day(MonthName);

    public RegisterFilter Filter => new(CustomerId, Query.Text(StatusName), Query.Day(FromName), Query.Day(ToName), Query.Number(PageName) ?? 1, PageSize);

    public string HrefOf(FinanceView view) => Query.Without([.. Filters, PageName, MonthName])
        .With<FinanceView>(ViewName, view is FinanceView.Revenue ? null : view)
        .ToHref();

    public string MonthHref(DateOnly month) => Query.With(MonthName, month).ToHref();

    /// <summary>The address with one filter changed, at the first page.</summary>
    public UrlQuery Change(string name, string? value) => Query.With(name, value).Without(PageName);

    public string SizeHref(int size) => Query.With(SizeName, size).Without(PageName).ToHref();

    public string? PageHref(int page, int pages) => page < 1 || page > pages ? null : Query.With(PageName, page == 1 ? null : page).ToHref();
}

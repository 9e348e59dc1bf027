using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Billing;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Plan, card and billing details of a customer, each in a line with its way on.</summary>
public sealed partial class BillingFacts
{
    [Parameter, EditorRequired]
    public required BillingHome Home { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>Whether an operator looks at it.</summary>
    [Parameter]
    public bool IsReadOnly { get; set; }

    /// <summary>The customer, at the operator's address.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }

    [Parameter]
    public bool CanSeePlan { get; set; }

    [Parameter]
    public EventCallback OnEditDetails { get; set; }

    private IEnumerable<string> Lines
    {
        get
        {
            var details = Home.Details;
            string[] lines =
            [
                details.LegalName, details.Line1, details.Line2, $"{details.PostalCode} {details.City}".Trim(),
                details.Country.Length > 0 ? Countries.NameOf(details.Country) : "",
            ];

            return lines.Where(line => line.Length > 0);
        }
    }

    private string HrefOf(string page) => CustomerId is { } customer ? PortalUrls.OfCustomer(page, customer) : page;
}

using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Shell;

/// <summary>Every address of the portal in one place, so that a link cannot point past its page.</summary>
public static class PortalUrls
{
    public const string Home = "/";
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string AccessDenied = "/account/access-denied";

    /// <summary>Query parameter of the sign-in page: where to go afterwards.</summary>
    public const string ReturnUrlParameter = "returnUrl";

    public const string Overview = "/admin/overview";
    public const string Margin = "/admin/margin";
    public const string Jobs = "/jobs";
    public const string Holds = "/admin/holds";
    public const string Duplicates = "/admin/duplicates";
    public const string Notices = "/admin/notices";
    public const string Customers = "/admin/customers";
    public const string Finance = "/admin/finance";
    public const string Plans = "/admin/plans";
    public const string RateCard = "/admin/system/rate-card";
    public const string RateCardReplay = RateCard + "/replay";
    public const string RateCardVersions = "/admin/system/rate-card/versions";
    public const string RateCardExport = RateCard + "/export";
    public const string Agents = "/admin/system/agents";
    public const string MachineCredentials = "/admin/system/credentials";

    public const string Audit = "/admin/audit";

    /// <summary>Query parameter of the rate card: which kind of row to add.</summary>
    public const string RateCardAddParameter = "add";

    /// <summary>Query parameter of the rate card: the name of the row to add.</summary>
    public const string RateCardNameParameter = "name";

    /// <summary>Query parameter of the export and of the replay: which version; a replay without it is of the reader's draft.</summary>
    public const string RateCardVersionParameter = "version";

    /// <summary>Files of lists: the list's name follows.</summary>
    public const string Exports = "/exports";

    public const string NotFound = "/not-found";
    public const string Status = "/status";
    public const string Error = "/error";

    /// <summary>Machine endpoints: these answer problem documents, never pages.</summary>
    public const string MachineApi = "/api";

    public const string SignUp = "/signup";

    /// <summary>Where a person comes back to from the payment provider's page; the checkout follows.</summary>
    public const string Checkout = "/checkout/return";

    public const string Integrations = "/admin/system/integrations";

    public const string CustomersOverview = "/overview";
    public const string CustomersUsage = "/usage";

    /// <summary>A customer's usage as a document.</summary>
    public const string UsageReport = CustomersUsage + "/report";

    public const string CustomersPlan = "/plan";
    public const string CustomersBilling = "/billing";
    public const string CustomersInvoices = CustomersBilling + "/invoices";
    public const string CustomersCreditNotes = CustomersBilling + "/credit-notes";
    public const string CustomersPaymentMethods = "/payment-methods";
    public const string CustomersProviderKeys = "/provider-keys";

    /// <summary>The address below which an operator finds the pages of a customer: routes are <c>CustomersRoute + CustomersPlan</c>.</summary>
    public const string CustomersRoute = Customers + "/{CustomerId:guid}";

    /// <summary>The pages of the customer's side that an operator can look at.</summary>
    public static IReadOnlyList<(string Title, string Href)> CustomersOwn { get; } =
    [
        ("Overview", CustomersOverview), ("Usage", CustomersUsage), ("Plan", CustomersPlan), ("Billing", CustomersBilling), ("Payment methods", CustomersPaymentMethods),
        ("Provider keys", CustomersProviderKeys),
    ];

    /// <summary>A page of the customer's side, as an operator opens it.</summary>
    /// <param name="page">The customer's own address of it.</param>
    /// <param name="id">The customer.</param>
    public static string OfCustomer(string page, Guid id) => Customer(id) + page;

    public static string CheckoutReturn(Guid id) => $"{Checkout}/{id}";

    public static string Customer(Guid id) => $"{Customers}/{id}";

    /// <summary>An invoice, at the customer's own address or at the operator's.</summary>
    public static string Invoice(Guid id, Guid? customerId) =>
        customerId is { } customer ? $"{OfCustomer(CustomersInvoices, customer)}/{id}" : $"{CustomersInvoices}/{id}";

    /// <summary>An invoice as a file.</summary>
    public static string InvoiceFile(Guid id, Guid organizationId) => $"{CustomersInvoices}/{id}/pdf?customer={organizationId}";

    /// <summary>A credit note as a file.</summary>
    public static string CreditNoteFile(Guid id, Guid organizationId) => $"{CustomersCreditNotes}/{id}/pdf?customer={organizationId}";

    public static string Job(string jobId) => $"{Jobs}/{Uri.EscapeDataString(jobId)}";

    public static string Agent(string name) => $"{Agents}/{Uri.EscapeDataString(name)}";

    /// <summary>The jobs of one customer.</summary>
    public static string JobsOf(Guid customerId) => $"{Jobs}?customer={customerId}";

    /// <summary>The jobs that a customer is billed for in a period.</summary>
    public static string JobsOfPeriod(Guid customerId, Guid billingPeriodId) => $"{JobsOf(customerId)}&billing_period={billingPeriodId}";

    /// <summary>The jobs that a filter of their list leaves.</summary>
    public static string JobsWith(string filter, string value) => $"{Jobs}?{filter}={Uri.EscapeDataString(value)}";

    /// <summary>The file of a list with the filters of its page.</summary>
    public static string Export(string list, UrlQuery query, Guid run) => query.At($"{Exports}/{list}").With(ExportEndpoint.RunName, run).ToHref();

    /// <summary>The rate card, with the dialog for a new row open and its name filled in.</summary>
    public static string RateCardWithNew(string kind, string name) =>
        $"{RateCard}?{RateCardAddParameter}={Uri.EscapeDataString(kind)}&{RateCardNameParameter}={Uri.EscapeDataString(name)}";

    /// <summary>What was predicted for a version, what came of it, and the means to replay it.</summary>
    public static string RateCardReplayOf(int version) => FormattableString.Invariant($"{RateCardReplay}?{RateCardVersionParameter}={version}");

    public static string RateCardVersion(int version) => $"{RateCardVersions}/{version}";

    /// <summary>A version of the rate card as a file.</summary>
    public static string RateCardFile(int version) => $"{RateCardExport}?{RateCardVersionParameter}={version}";

    public static string SignInThenReturnTo(string relativeUrl) => $"{SignIn}?{ReturnUrlParameter}={Uri.EscapeDataString(relativeUrl)}";
}

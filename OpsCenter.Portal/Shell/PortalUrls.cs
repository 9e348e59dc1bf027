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
    public const string Jobs = "/jobs";
    public const string Holds = "/admin/holds";
    public const string Customers = "/admin/customers";
    public const string RateCard = "/admin/system/rate-card";
    public const string RateCardVersions = "/admin/system/rate-card/versions";
    public const string RateCardExport = RateCard + "/export";
    public const string MachineCredentials = "/admin/system/credentials";

    public const string Audit = "/admin/audit";

    /// <summary>Query parameter of the rate card: which kind of row to add.</summary>
    public const string RateCardAddParameter = "add";

    /// <summary>Query parameter of the rate card: the name of the row to add.</summary>
    public const string RateCardNameParameter = "name";

    /// <summary>Query parameter of the export: which version.</summary>
    public const string RateCardVersionParameter = "version";

    public const string NotFound = "/not-found";
    public const string Status = "/status";
    public const string Error = "/error";

    /// <summary>Machine endpoints: these answer problem documents, never pages.</summary>
    public const string MachineApi = "/api";

    public static string Customer(Guid id) => $"{Customers}/{id}";

    public static string Job(string jobId) => $"{Jobs}/{Uri.EscapeDataString(jobId)}";

    /// <summary>The rate card, with the dialog for a new row open and its name filled in.</summary>
    public static string RateCardWithNew(string kind, string name) =>
        $"{RateCard}?{RateCardAddParameter}={Uri.EscapeDataString(kind)}&{RateCardNameParameter}={Uri.EscapeDataString(name)}";

    public static string RateCardVersion(int version) => $"{RateCardVersions}/{version}";

    /// <summary>A version of the rate card as a file.</summary>
    public static string RateCardFile(int version) => $"{RateCardExport}?{RateCardVersionParameter}={version}";

    public static string SignInThenReturnTo(string relativeUrl) => $"{SignIn}?{ReturnUrlParameter}={Uri.EscapeDataString(relativeUrl)}";
}

using System.Globalization;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>The books in words.</summary>
public static class FinanceWords
{
    public static string Text(FinanceView view) => view switch
    {
        FinanceView.Revenue => "Revenue",
        FinanceView.Invoices => "Invoices",
        FinanceView.Payments => "Payments",
        FinanceView.CreditNotes => "Credit notes",
        FinanceView.Ageing => "Ageing",
        FinanceView.Months => "Month close",
    };

    /// <summary>The statuses of a register, as stored.</summary>
    public static IReadOnlyList<string> Statuses(Register register) => register switch
    {
        Register.Invoices => ["pending", "failed", "paid", "void"],
        Register.Payments => ["pending", "action_required", "succeeded", "failed"],
        Register.CreditNotes => ["invoice", "refund", "balance"],
    };

    /// <summary>A status for people.</summary>
    public static string Status(string status) => status switch
    {
        "action_required" => "Needs the customer",
        "invoice" => "Reduced the invoice",
        "refund" => "Refunded",
        "balance" => "Carried over",
        _ => string.Concat(status[..1].ToUpperInvariant(), status.AsSpan(1)),
    };

    public static StatusMeaning Meaning(string status) => status switch
    {
        "paid" or "succeeded" => StatusMeaning.Positive,
        "failed" => StatusMeaning.Negative,
        "pending" => StatusMeaning.Info,
        "action_required" => StatusMeaning.Warning,
        _ => StatusMeaning.Neutral,
    };

    /// <summary>A month: <c>Jun 2026</c>.</summary>
    public static string Month(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day: <c>1 Jun 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A share: <c>4.2 %</c>.</summary>
    public static string Percent(decimal? share) => share is { } some ? string.Create(CultureInfo.InvariantCulture, $"{some * 100:0.0} %") : "—";
}

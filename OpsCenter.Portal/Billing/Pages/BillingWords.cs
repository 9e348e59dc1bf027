using System.Globalization;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Invoices, payments and subscriptions in words.</summary>
public static class BillingWords
{
    public static string Text(InvoiceBadge badge) => badge switch
    {
        InvoiceBadge.Draft => "Draft",
        InvoiceBadge.Pending => "Pending",
        InvoiceBadge.Failed => "Failed",
        InvoiceBadge.Paid => "Paid",
        InvoiceBadge.Void => "Void",
    };

    public static StatusMeaning Meaning(InvoiceBadge badge) => badge switch
    {
        InvoiceBadge.Draft => StatusMeaning.Neutral,
        InvoiceBadge.Pending => StatusMeaning.Info,
        InvoiceBadge.Failed => StatusMeaning.Negative,
        InvoiceBadge.Paid => StatusMeaning.Positive,
        InvoiceBadge.Void => StatusMeaning.Neutral,
    };

    public static string Hint(InvoiceBadge badge) => badge switch
    {
        InvoiceBadge.Draft => "What the next invoice would say now. Nobody owes it.",
        InvoiceBadge.Pending => "Issued; its payment is outstanding.",
        InvoiceBadge.Failed => "The last payment failed. Open the invoice to see why and to pay.",
        InvoiceBadge.Paid => "Nothing is owed any more.",
        InvoiceBadge.Void => "Taken back by a credit note; nobody owes it.",
    };

    public static string Text(BilledPaymentState state) => state switch
    {
        BilledPaymentState.Pending => "Under way",
        BilledPaymentState.ActionRequired => "Needs you",
        BilledPaymentState.Succeeded => "Succeeded",
        BilledPaymentState.Failed => "Failed",
    };

    public static StatusMeaning Meaning(BilledPaymentState state) => state switch
    {
        BilledPaymentState.Pending => StatusMeaning.Info,
        BilledPaymentState.ActionRequired => StatusMeaning.Warning,
        BilledPaymentState.Succeeded => StatusMeaning.Positive,
        BilledPaymentState.Failed => StatusMeaning.Negative,
    };

    public static string Text(DisputeState state) => state switch
    {
        DisputeState.Open => "Disputed: the card's bank looks into it",
        DisputeState.Won => "Disputed; the payment stays",
        DisputeState.Lost => "Disputed; the money went back",
    };

    public static string Text(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Pending => "Waits for its first payment",
        SubscriptionStatus.Trialing => "Trial",
        SubscriptionStatus.Active => "Active",
        SubscriptionStatus.PastDue => "Past due",
        SubscriptionStatus.Grace => "Grace",
        SubscriptionStatus.Suspended => "Suspended",
        SubscriptionStatus.Ended => "Ended",
    };

    public static StatusMeaning Meaning(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Pending or SubscriptionStatus.Trialing => StatusMeaning.Info,
        SubscriptionStatus.Active => StatusMeaning.Positive,
        SubscriptionStatus.PastDue or SubscriptionStatus.Grace => StatusMeaning.Warning,
        SubscriptionStatus.Suspended => StatusMeaning.Negative,
        SubscriptionStatus.Ended => StatusMeaning.Neutral,
    };

    public static string Per(BillingInterval interval) => interval switch
    {
        BillingInterval.Once => "once",
        BillingInterval.Month => "a month",
        BillingInterval.Year => "a year",
    };

    /// <summary>A field of billing details.</summary>
    public static string Text(BillingDetailsField field) => field switch
    {
        BillingDetailsField.LegalName => "Legal name",
        BillingDetailsField.Email => "Mail address for invoices",
        BillingDetailsField.Line1 => "Street and number",
        BillingDetailsField.Line2 => "Second line",
        BillingDetailsField.PostalCode => "Postal code",
        BillingDetailsField.City => "Town",
        BillingDetailsField.Country => "Country",
        BillingDetailsField.TaxId => "Tax id",
    };

    /// <summary>The days of a half-open span in UTC: <c>1 Jun to 30 Jun 2026</c>.</summary>
    public static string Days(DateTimeOffset from, DateTimeOffset until)
    {
        var first = from.UtcDateTime.Date;
        var end = until.UtcDateTime;
        var last = end > from.UtcDateTime && end.TimeOfDay == TimeSpan.Zero ? end.Date.AddDays(-1) : end.Date;

        if (last <= first)
            return Day(first, withYear: true);

        return $"{Day(first, first.Year != last.Year)} to {Day(last, withYear: true)}";
    }

    /// <summary>One day in UTC: <c>1 Jun 2026</c>.</summary>
    public static string Day(DateTimeOffset moment) => Day(moment.UtcDateTime, withYear: true);

    /// <summary>A rate of tax: <c>19 %</c>.</summary>
    public static string Percent(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.####} %");

    private static string Day(DateTime day, bool withYear) => day.ToString(withYear ? "d MMM yyyy" : "d MMM", CultureInfo.InvariantCulture);
}

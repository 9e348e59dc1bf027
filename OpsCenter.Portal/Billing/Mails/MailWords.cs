using System.Globalization;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Mails;

/// <summary>The words of the letters.</summary>
internal static class MailWords
{
    private const string TestNote = "\n\nThis is test mode: no money moved.";

    public static (string Subject, string Text) Of(MailKind kind, string customer, MailFacts? facts, string link, bool isTest)
    {
        var (subject, text) = kind switch
        {
            MailKind.Receipt => ($"Payment received: {Amount(facts)}", $"We received {Amount(facts)} for {Invoice(facts)}. Thank you."),
            MailKind.PaymentFailed => (
                "A payment failed",
                $"The payment of {Amount(facts)} for {Invoice(facts)} failed: {facts?.Failure} {NextTry(facts)} You can also pay now or use another card: {link}"),
            MailKind.ActionRequired => (
                "A payment needs you",
                $"The payment of {Amount(facts)} for {Invoice(facts)} failed: {facts?.Failure} We do not try this card again by ourselves. Pay or use another card: {link}"),
            MailKind.Suspended => (
                "New jobs have stopped",
                $"An invoice has been unpaid for two weeks, so no new jobs start. They start again as soon as it is paid: {link}"),
        };

        return (subject, $"Hello {customer},\n\n{text}{(isTest ? TestNote : "")}\n");
    }

    private static string Amount(MailFacts? facts) => facts is null ? "" : MoneyFormat.Exact(facts.Amount);

    private static string Invoice(MailFacts? facts) => facts is { InvoiceNumber.Length: > 0 } ? $"invoice {facts.InvoiceNumber}" : "your account";

    private static string NextTry(MailFacts? facts) => facts?.NextTry is { } at
        ? $"We try again on {at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."
        : "We do not try again by ourselves.";
}

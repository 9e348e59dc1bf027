using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Tests.Shell.Gallery;

/// <summary>Every widget on one page, for the browser tests and for looking at.</summary>
public sealed partial class GalleryPage
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly (int Number, string Id, StatusMeaning Meaning, DateTimeOffset At, Money? Total)[] Rows =
    [
        (1, "0199c1f2-0000-7000-8000-000000000001", StatusMeaning.Positive, Noon, new Money(0.469m, Currency.Usd)),
        (2, "0199c1f2-0000-7000-8000-000000000002", StatusMeaning.Warning, Noon, null),
        (3, "0199c1f2-0000-7000-8000-000000000003", StatusMeaning.Negative, Noon, new Money(-1204.000000000001m, Currency.Usd)),
        (4, "0199c1f2-0000-7000-8000-000000000004", StatusMeaning.Info, Noon, new Money(12m, Currency.Usd)),
        (5, "0199c1f2-0000-7000-8000-000000000005", StatusMeaning.Neutral, Noon, new Money(0m, Currency.Usd)),
    ];

    private bool isBroken;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private string Typed { get; set; } = "";

    private void Break() => isBroken = true;

    private Task<bool> AskAsync() => Dialogs.ConfirmAsync(new Confirmation(
        "Suspend Acme?",
        "3 agents stop taking jobs at once.",
        "Suspend",
        "Suspending…",
        _ => Task.FromResult<string?>("Acme was changed by Ana at 10:42."),
        IsDestructive: true));
}

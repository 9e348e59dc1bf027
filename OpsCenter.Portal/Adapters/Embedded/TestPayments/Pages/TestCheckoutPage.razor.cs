using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments.Pages;

/// <summary>The hosted page of the test mode: a plain form that needs no script, as a page of somebody else would be.</summary>
public sealed partial class TestCheckoutPage
{
    private static readonly CardEntry Blank = new();
    private IReadOnlyDictionary<string, string> problems = new Dictionary<string, string>();

    [Inject]
    public required TestCheckoutDesk Desk { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [Parameter]
    public required string SessionId { get; set; }

    [SupplyParameterFromForm(FormName = "card")]
    public CardEntry? Form { get; set; }

    [SupplyParameterFromForm(FormName = "confirm")]
    public string? Answer { get; set; }

    private DeskView? View { get; set; }

    private string? Problem { get; set; }

    private CardEntry Typed => Form ?? Blank;

    private bool TakesNewCard => View is null || View.Cards.Count == 0 || (Form is not null && string.IsNullOrEmpty(Form.Saved));

    private string AmountText => View?.Amount is { } amount ? MoneyFormat.Exact(amount) : "";

    private string Title => View?.Amount is null ? "Save a card" : "Pay";

    private string Verb => AmountText.Length > 0 ? $"Pay {AmountText}" : "Save card";

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task SubmitAsync() => await TakeAsync(await Desk.SubmitAsync(SessionId, Typed, HttpContext.RequestAborted));

    private async Task ConfirmAsync() => await TakeAsync(await Desk.ConfirmAsync(SessionId, Answer == "approve", HttpContext.RequestAborted));

    private async Task TakeAsync(DeskAnswer answer)
    {
        if (answer is DeskAnswer.Completed completed)
        {
            Navigation.NavigateTo(completed.Next.ToString());
            return;
        }

        problems = answer is DeskAnswer.Invalid invalid ? invalid.Problems : problems;
        Problem = (answer as DeskAnswer.Declined)?.Message;
        await ReadAsync();
    }

    private async Task ReadAsync() => View = await Desk.FindAsync(SessionId, HttpContext.RequestAborted);

    private bool IsChosen(GatewayCard card) =>
        !TakesNewCard && (Form?.Saved is { Length: > 0 } chosen ? chosen == card.Id : card.IsDefault || (View is { } view && !view.Cards.Any(c => c.IsDefault) && view.Cards[0] == card));

    private string? ProblemWith(string field) => problems.GetValueOrDefault(field);

    private string? Invalid(string field) => problems.ContainsKey(field) ? "true" : null;
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>Everything about a new plan; or about the next version of one, with a look at what changes before it is published.</summary>
public sealed partial class PlanDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private PlanForm form = new();
    private Dictionary<PlanField, string> problems = [];
    private IReadOnlyList<PlanDifference>? reviewed;
    private string? customerName;
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The plan that gets a new version; null for a new plan.</summary>
    [Parameter]
    public PlanRow? Plan { get; set; }

    /// <summary>Does it; the dialog stays open, with sentences, until it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<PlanForm, PlanTerms, CancellationToken, Task<PlanOutcome>> Act { get; set; }

    private string Title => Plan is null ? "New plan" : $"New version of {Plan.Newest.Name}";

    private string Verb => (isBusy, Plan, reviewed) switch
    {
        (true, _, _) => "One moment…",
        (_, null, _) => "Create plan",
        (_, _, null) => "Review changes",
        (_, var plan, _) => $"Publish version {plan.Newest.Version + 1}",
    };

    private string EffectText => Plan is { Subscribers: > 0 }
        ? $"Whoever chooses {Plan.Newest.Name} from now on gets this. Its {Plan.Subscribers:N0} subscribers stay on their version until you move them."
        : "Whoever chooses it from now on gets this.";

    /// <summary>Shows it.</summary>
    public static async Task ShowAsync(IDialogService dialogs, PlanRow? plan, Func<PlanForm, PlanTerms, CancellationToken, Task<PlanOutcome>> act)
    {
        var parameters = new DialogParameters<PlanDialog> { { dialog => dialog.Plan, plan }, { dialog => dialog.Act, act } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<PlanDialog>("Plan", parameters, options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override void OnInitialized() => form = Plan is null ? form : PlanForm.Of(Plan.Newest);

    private string? Problem(PlanField field) => problems.GetValueOrDefault(field);

    private void ChooseCustomer(Guid? customer) => (form.CustomerId, customerName) = (customer, customer?.ToString());

    private void Back()
    {
        if (reviewed is null)
            Dialog.Cancel();

        (reviewed, problem) = (null, null);
    }

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        problem = null;
        var terms = Check();

        if (problems.Count > 0)
            return;

        if (Plan is not null && reviewed is null)
        {
            var differences = PlanDifference.Between(PlanTerms.Of(Plan.Newest), terms);
            reviewed = differences.Count == 0 ? null : differences;
            problem = differences.Count == 0 ? "Nothing differs from the version in force." : null;
            return;
        }

        isBusy = true;

        try
        {
            problem = await DatabaseFailure.AnswerAsync(async () => Take(await Act(form, terms, closing.Token)));
        }
        finally
        {
            isBusy = false;
        }
    }

    private PlanTerms Check()
    {
        var found = new Dictionary<PlanField, string>();
        var terms = form.Read(found);

        foreach (var (field, sentence) in PlanTermsRule.ProblemsWith(terms, Plan?.Newest.Currency ?? Currency.Usd))
            found.TryAdd(field, sentence);

        if (Plan is null && PlanTermsRule.ProblemWithCode(form.Code.Trim()) is { } code)
            found[PlanField.Code] = code;

        problems = found;

        return terms;
    }

    private string? Take(PlanOutcome outcome)
    {
        switch (outcome)
        {
            case PlanOutcome.Done:
                Dialog.Close();
                return null;
            case PlanOutcome.Invalid invalid:
                (problems, reviewed) = (new Dictionary<PlanField, string>(invalid.Problems), null);
                return null;
            case PlanOutcome.Refused refused:
                return refused.Message;
            default:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}

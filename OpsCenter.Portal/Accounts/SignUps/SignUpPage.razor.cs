using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Checkouts;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Accounts.SignUps;

/// <summary>Account, organisation and plan in one plain form that needs no script; then the payment provider's page.</summary>
public sealed partial class SignUpPage
{
    private static readonly SignUpForm Blank = new();
    private static readonly Actor.System Visitor = new("sign-up");
    private IReadOnlyDictionary<string, string> problems = new Dictionary<string, string>();

    [Inject]
    public required SignUpCustomer SignUp { get; init; }

    [Inject]
    public required PlanQueries Plans { get; init; }

    [Inject]
    public required StartCheckout Checkout { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    /// <summary>Code of the plan that a link wants chosen.</summary>
    [SupplyParameterFromQuery(Name = "plan")]
    public string? Wanted { get; set; }

    [SupplyParameterFromForm(FormName = "sign-up")]
    public SignUpForm? Form { get; set; }

    private IReadOnlyList<PlanChoice> Choices { get; set; } = [];

    private string? Problem { get; set; }

    private SignUpForm Typed => Form ?? Blank;

    private PlanChoice? Chosen => Choices.FirstOrDefault(c => c.Value == Typed.Plan)
        ?? Choices.FirstOrDefault(c => c.Plan.Code == Wanted) ?? (Choices.Count > 0 ? Choices[0] : null);

    private bool IsSignedIn => HttpContext.User.Identity is { IsAuthenticated: true };

    protected override async Task OnInitializedAsync()
    {
        if (IsSignedIn)
            Navigation.NavigateTo(PortalUrls.Home);

        // Nobody's organisation: the plans that everybody is offered.
        Choices = PlanChoice.Of(await Plans.OfferedAsync(Visitor, Guid.Empty, HttpContext.RequestAborted));
    }

    private async Task SubmitAsync()
    {
        if (IsSignedIn)
            return;

        if (Choices.FirstOrDefault(c => c.Value == Typed.Plan) is not { } choice)
        {
            problems = new Dictionary<string, string> { [nameof(SignUpForm.Plan)] = "Choose a plan." };
            return;
        }

        switch (await SignUp.HandleAsync(Typed, HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted))
        {
            case SignUpOutcome.Created created:
                await HttpContext.SignInAsync(SessionCookie.SchemeName, created.Principal, created.Properties);
                Navigation.NavigateTo(await NextAsync(created.Owner, choice));
                break;
            case SignUpOutcome.Invalid invalid:
                problems = invalid.Problems;
                break;
            case SignUpOutcome.TooManyTries tooMany:
                Refuse(tooMany.Wait);
                break;
        }
    }

    // The account is there whatever becomes of the payment; the plan page takes it up again.
    private async Task<string> NextAsync(Actor.User owner, PlanChoice choice)
    {
        try
        {
            var outcome = await Checkout.HandleAsync(
                owner,
                owner.OrganizationId ?? throw new InvalidOperationException("Whoever signs up owns an organisation."),
                new CheckoutRequest.Subscribe(choice.Plan.Id, choice.Interval),
                new Uri(Navigation.BaseUri),
                HttpContext.RequestAborted);

            return outcome is StartCheckoutOutcome.Started started ? started.Url.ToString() : PortalUrls.CustomersPlan;
        }
        catch (GatewayUnavailableException)
        {
            return PortalUrls.CustomersPlan;
        }
    }

    private void Refuse(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        HttpContext.Response.Headers.RetryAfter = seconds.ToString();
        Problem = $"Too many tries from here or for this address. Try again in {seconds} s.";
    }

    private string? ProblemWith(string field) => problems.GetValueOrDefault(field);

    private string? Invalid(string field) => problems.ContainsKey(field) ? "true" : null;

    private static string PriceOf(PlanChoice choice) => choice.Interval switch
    {
        BillingInterval.Once => $"{MoneyFormat.Exact(choice.Price)} once, {choice.Plan.OnceHours / 24} days",
        BillingInterval.Month => $"{MoneyFormat.Exact(choice.Price)} a month",
        BillingInterval.Year => $"{MoneyFormat.Exact(choice.Price)} a year",
    };
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Accounts;

/// <summary>Sign-in by address and password: a plain form that needs no script.</summary>
public sealed partial class SignInPage
{
    private static readonly SignInForm Blank = new();

    [Inject]
    public required SignInWithPassword SignIn { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = PortalUrls.ReturnUrlParameter)]
    public string? Wanted { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInForm? Form { get; set; }

    // There is no form before one was sent.
    private SignInForm Typed => Form ?? Blank;

    private bool IsSignedIn => HttpContext.User.Identity is { IsAuthenticated: true };

    private string? Problem { get; set; }

    private string? ProblemId => Problem is null ? null : "problem";

    protected override void OnInitialized()
    {
        if (IsSignedIn)
            Leave();
    }

    private async Task SubmitAsync()
    {
        // Sent by somebody who signed in elsewhere meanwhile: they are on their way already.
        if (IsSignedIn)
            return;

        var attempt = new SignInTry(Typed.Email ?? "", Typed.Password ?? "", Typed.Remember, HttpContext.Connection.RemoteIpAddress);
        var outcome = await SignIn.HandleAsync(attempt, HttpContext.RequestAborted);

        if (outcome is SignInOutcome.Accepted accepted)
        {
            await HttpContext.SignInAsync(SessionCookie.SchemeName, accepted.Principal, accepted.Properties);
            Leave();
        }
        else
        {
            Problem = Explain(outcome);
        }
    }

    private void Leave() => Navigation.NavigateTo(ReturnUrl.OrHome(Wanted));

    private string Explain(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.WrongCredentials => "The e-mail address or the password is not right.",
        SignInOutcome.LockedOut locked => $"Too many wrong passwords. Try again in {InMinutes(locked.Wait)}.",
        SignInOutcome.TooManyTries tooMany => Refuse(tooMany.Wait),
        _ => throw new InvalidOperationException($"The outcome {outcome.GetType().Name} has no explanation."),
    };

    private string Refuse(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        HttpContext.Response.Headers.RetryAfter = seconds.ToString();

        return $"Too many tries from here or for this account. Try again in {Counted(seconds, "second")}.";
    }

    private static string InMinutes(TimeSpan wait) => Counted(Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)), "minute");

    private static string Counted(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}

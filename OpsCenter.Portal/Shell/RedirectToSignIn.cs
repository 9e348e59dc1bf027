using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell;

/// <summary>Sends a signed-out reader to the sign-in page and remembers where they wanted to go.</summary>
public sealed class RedirectToSignIn(NavigationManager navigation) : ComponentBase
{
    protected override void OnInitialized() =>
        navigation.NavigateTo(PortalUrls.SignInThenReturnTo("/" + navigation.ToBaseRelativePath(navigation.Uri)), forceLoad: true);
}

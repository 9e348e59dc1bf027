using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security;

/// <summary>What endpoints for machines use.</summary>
public static class MachineEndpointExtensions
{
    /// <summary>
    /// Opens an endpoint to machine credentials with a scope, and to nobody else. Others get 401 <c>invalid_credential</c>,
    /// 403 <c>missing_scope</c> or 429 <c>rate_limited</c>.
    /// </summary>
    public static TBuilder RequireMachine<TBuilder>(this TBuilder endpoint, MachineScopes scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder(MachineAuthentication.SchemeName)
            .RequireAuthenticatedUser()
            .AddRequirements(new MachineRequirement(scope))
            .Build());

    /// <summary>The machine that calls.</summary>
    /// <exception cref="InvalidOperationException">The endpoint was not opened with <see cref="RequireMachine{TBuilder}"/>.</exception>
    public static Actor.Machine GetMachineActor(this HttpContext context) => context.Features.GetRequiredFeature<Actor.Machine>();
}

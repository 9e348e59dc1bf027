using Microsoft.AspNetCore.Authorization;

namespace OpsCenter.Portal.Security;

/// <summary>Lets a machine pass that has the scope and a token left in its bucket.</summary>
internal sealed class MachineRequirementHandler(MachineRateLimit rateLimit) : AuthorizationHandler<MachineRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MachineRequirement requirement)
    {
        if (context.Resource is not HttpContext http || http.Features.Get<MachineCredential>() is not { } credential)
        {
            return Task.CompletedTask;
        }

        if (Refuse(credential, requirement) is { } refusal)
        {
            http.Features.Set(refusal);
            context.Fail();
        }
        else
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    // The rate comes first: refusals for lack of scope are not free either.
    private MachineRefusal? Refuse(MachineCredential credential, MachineRequirement requirement)
    {
        if (rateLimit.TryTake(credential) is { } wait)
        {
            return new MachineRefusal.RateLimited(wait);
        }

        return credential.Scopes.HasFlag(requirement.Scope) ? null : new MachineRefusal.MissingScope(requirement.Scope);
    }
}

using Microsoft.AspNetCore.Authorization;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security;

/// <summary>What an endpoint for machines asks for: a scope, and that the caller keeps to its rate.</summary>
internal sealed record MachineRequirement(MachineScopes Scope) : IAuthorizationRequirement;

using System.Reflection;
using Mono.Cecil;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>Finds the question to <see cref="AccessPolicy"/> in a compiled method, or in a method of ours that it hands the actor to.</summary>
internal static class AuthorisationCheck
{
    private static readonly string Policy = typeof(AccessPolicy).FullName!; // a class has a full name
    private static readonly string ActorName = typeof(Actor).FullName!;

    /// <summary>Whether the method, or one it hands the actor to, demands a permission.</summary>
    public static bool IsIn(MethodInfo method) => IsIn(PortalCode.Of(method), []);

    private static bool IsIn(MethodDefinition method, HashSet<MethodDefinition> seen) => seen.Add(method)
        && PortalCode.InstructionsOf(method)
            .Select(instruction => instruction.Operand as MethodReference)
            .OfType<MethodReference>()
            .Any(called => IsDemand(called) || (TakesActor(called) && PortalCode.Find(called) is { } own && IsIn(own, seen)));

    private static bool IsDemand(MethodReference called) =>
        called.Name is nameof(AccessPolicy.Demand) or nameof(AccessPolicy.DemandAbout) or nameof(AccessPolicy.DemandOwn) && called.DeclaringType.FullName == Policy;

    private static bool TakesActor(MethodReference called) =>
        called.Parameters is [{ ParameterType: var first }, ..] && (first.FullName == ActorName || first.DeclaringType?.FullName == ActorName);
}

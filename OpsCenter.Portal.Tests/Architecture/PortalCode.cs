using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>The compiled portal, instruction by instruction: what a rule about calls is checked against.</summary>
internal static class PortalCode
{
    private const string Root = "OpsCenter.";

    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(Program).Assembly.Location);

    /// <summary>Everything that has instructions, lambdas and state machines included.</summary>
    public static IEnumerable<MethodDefinition> Methods => Module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody);

    /// <summary>The compiled form of a method.</summary>
    public static MethodDefinition Of(MethodInfo method) => (MethodDefinition)Module.LookupToken(method.MetadataToken);

    /// <summary>The compiled form of a method that is called, when it is one of the portal's.</summary>
    public static MethodDefinition? Find(MethodReference called) => called.DeclaringType.Scope == Module ? called.Resolve() : null;

    /// <summary>The instructions of a method; of an asynchronous one those of its state machine too.</summary>
    public static IEnumerable<Instruction> InstructionsOf(MethodDefinition method) =>
        BodiesOf(method).Where(body => body.HasBody).SelectMany(body => body.Body.Instructions);

    /// <summary>The type as it stands in a file: the outermost around lambdas and state machines.</summary>
    public static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    /// <summary>The capability a namespace belongs to: <c>RateCards</c> of <c>OpsCenter.Portal.RateCards.Pages</c>; empty for others' namespaces.</summary>
    public static string FeatureOf(string? name) =>
        name?.StartsWith(Root, StringComparison.Ordinal) == true ? name.Split('.').ElementAtOrDefault(2) ?? "" : "";

    /// <summary>Whether a namespace is that of a capability's pages.</summary>
    public static bool IsPage(string? name) => name?.Split('.').Contains("Pages") == true;

    private static IEnumerable<MethodDefinition> BodiesOf(MethodDefinition method)
    {
        var machine = method.CustomAttributes
            .FirstOrDefault(a => a.AttributeType.Name is nameof(AsyncStateMachineAttribute) or nameof(AsyncIteratorStateMachineAttribute));
        return machine?.ConstructorArguments[0].Value is TypeReference type ? [method, .. type.Resolve().Methods] : [method];
    }
}

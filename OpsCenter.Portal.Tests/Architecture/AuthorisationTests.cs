using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Hosting;
using OpsCenter.Domain.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>Every command and query takes the actor first and checks it itself (design rule 7). A hidden button is not a check.</summary>
public sealed partial class AuthorisationTests
{
    private const BindingFlags OwnPublicMethods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] NotFeatures = ["Adapters", "Data", "Hosting", "Security", "Shell"];

    // Security is what capabilities stand on; the room in it where operators manage machine credentials is one.
    private static readonly string[] Rooms = ["OpsCenter.Portal.Security.Credentials"];

    private static readonly Dictionary<string, string> WithoutActor = new()
    {
        ["ActorNames.OfAsync"] = "names people in answers of queries that have checked",
        ["FirstOperator.EnsureAsync"] = "runs at the start, as the system, before anybody can act",
        ["OperatorConsole.ShowAsync"] = "writes to the terminal of whoever runs the portal",
        ["RateCardCache.FindAsync"] = "memory of what never changes, behind commands and queries",
        ["RateCardCache.GetAsync"] = "memory of what never changes, behind commands and queries",
        ["ResetAdminPassword.HandleAsync"] = "for whoever has the machine; not reachable over the network",
        ["SignInWithPassword.HandleAsync"] = "how one becomes an actor",
        ["SignUpCustomer.HandleAsync"] = "how one becomes a customer",
    };

    private static readonly Dictionary<string, string> WithoutCheck = new()
    {
        ["CustomerChange.ApplyAsync"] = "the part that three commands share after their check",
    };

    [Fact]
    public void Commands_and_queries_take_the_actor_first()
    {
        var without = Acts().Where(act => !TakesActorFirst(act)).Select(NameOf);

        without.Except(WithoutActor.Keys).Should().BeEmpty();
    }

    [Fact]
    public void Commands_and_queries_check_the_actor_themselves()
    {
        var unchecking = Acts().Where(TakesActorFirst).Where(act => !AuthorisationCheck.IsIn(act)).Select(NameOf);

        unchecking.Except(WithoutCheck.Keys).Should().BeEmpty();
    }

    [Fact]
    public void Every_room_has_commands_or_queries() => Rooms.Except(Acts().Select(act => act.DeclaringType?.Namespace)).Should().BeEmpty();

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var acts = Acts().ToList();

        WithoutActor.Keys.Except(acts.Where(act => !TakesActorFirst(act)).Select(NameOf)).Should().BeEmpty();
        WithoutCheck.Keys.Except(acts.Where(act => !AuthorisationCheck.IsIn(act)).Select(NameOf)).Should().BeEmpty();
    }

    [Fact]
    public void Every_permission_is_asked_for_somewhere()
    {
        var asked = SourceTree.Portal.Where(file => file.Is(".cs")).SelectMany(file => Question().Matches(file.Text))
            .SelectMany(call => call.Groups["name"].Captures).Select(name => name.Value);

        Enum.GetNames<Permission>().Except(asked).Should().BeEmpty("a permission that nobody asks for promises what nothing keeps");
    }

    private static IEnumerable<MethodInfo> Acts() =>
        from type in typeof(Program).Assembly.GetExportedTypes()
        where type is { IsClass: true, IsAbstract: false } && IsFeature(type) && !IsPlumbing(type)
        from method in type.GetMethods(OwnPublicMethods)
        where !method.IsSpecialName && IsAsynchronous(method.ReturnType) && !IsPrescribed(method)
        select method;

    private static bool IsFeature(Type type) =>
        (PortalCode.FeatureOf(type.Namespace) is { Length: > 0 } feature && !NotFeatures.Contains(feature)) || Rooms.Contains(type.Namespace);

    // What a page keeps together for itself is the page; it asks commands and queries like any other part of it.
    private static bool IsPlumbing(Type type) => PortalCode.IsPage(type.Namespace)
        || typeof(IComponent).IsAssignableFrom(type) || typeof(IHostedService).IsAssignableFrom(type);

    private static bool IsAsynchronous(Type type) => type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.IsSubclassOf(typeof(Task)) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)
            || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    // What an interface or a base class of the framework asks for has the shape they gave it.
    private static bool IsPrescribed(MethodInfo method) => method.GetBaseDefinition() != method
        || method.DeclaringType!.GetInterfaces().Any(i => method.DeclaringType.GetInterfaceMap(i).TargetMethods.Contains(method)); // declared in a type

    private static bool TakesActorFirst(MethodInfo method) =>
        method.GetParameters() is [var first, ..] && typeof(Actor).IsAssignableFrom(first.ParameterType);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}"; // declared in a type

    [GeneratedRegex(@"\b(?:Demand|Allows)(?:About|Own)?\((?:[^;{]*?Permission\.(?<name>\w+))+")]
    private static partial Regex Question();
}

using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;

namespace OpsCenter.Portal.Tests.Routing;

[Properties(Arbitrary = [typeof(RoutingGenerators)], MaxTest = 1_000, QuietOnSuccess = true)]
public sealed class RoutingProperties
{
    [Property]
    public void The_prepared_card_chooses_what_a_scan_of_all_routes_chooses(RoutingCase given)
    {
        var expected = Scan(given);

        var receipt = given.Choose();

        (receipt.Route?.Route, receipt.Class).Should().Be((expected.Route?.Route, expected.Class));
    }

    [Property]
    public void Never_an_inactive_route_and_none_only_when_all_are(RoutingCase given)
    {
        var receipt = given.Choose();

        (receipt.Route is { Active: true }).Should().Be(given.Active.Any());
    }

    [Property]
    public void BYOK_exactly_when_a_key_of_the_customers_is_usable_on_an_active_route_that_allows_it(RoutingCase given)
    {
        var receipt = given.Choose();

        receipt.Byok.Should().Be(given.Content.Routes.Any(given.IsByokUsable));
        (receipt.Route is { } route && given.IsByokUsable(route)).Should().Be(receipt.Byok);
    }

    [Property]
    public void The_order_of_rows_and_keys_does_not_matter(RoutingCase given)
    {
        var turned = given with
        {
            Content = given.Content with { Routes = [.. given.Content.Routes.Reverse()] },
            Request = given.Request with
            {
                KeyedProviders = [.. given.Request.KeyedProviders.Reverse()],
                RefusedProviders = [.. given.Request.RefusedProviders.Reverse()],
                UnreadableProviders = [.. given.Request.UnreadableProviders.Reverse()],
            },
        };

        Told(turned.Choose()).Should().Equal(Told(given.Choose()));
    }

    [Property]
    public void The_classes_keep_their_order_even_where_another_would_earn_more(RoutingCase given)
    {
        var receipt = given.Choose();

        var hasFirst = given.Active.Any(r => r.Class == given.FirstClass);
        (receipt.Byok || receipt.Route is null || (receipt.Class == given.FirstClass) == hasFirst).Should().BeTrue();
        (receipt.Route is null || receipt.Byok || receipt.Class == receipt.Route.Class).Should().BeTrue();
    }

    [Property]
    public void The_stated_reason_is_true(RoutingCase given)
    {
        var receipt = given.Choose();

        var isTrue = receipt.Reason switch
        {
            RoutingReason.OwnKey => receipt.Byok,
            RoutingReason.PreferredClass => receipt.Class == given.Preferred,
            RoutingReason.ClassOrder => given.Preferred is null && receipt.Class is RouteClass.House,
            RoutingReason.NextClass => receipt.Route?.Class != given.FirstClass && !given.Active.Any(r => r.Class == given.FirstClass),
            RoutingReason.NoActiveRoute => receipt.Route is null && !given.Active.Any(),
        };
        isTrue.Should().BeTrue();
    }

    [Property]
    public void The_stated_pick_is_true(RoutingCase given)
    {
        var receipt = given.Choose();

        if (receipt.Route is not { } chosen)
        {
            receipt.Pick.Should().BeNull();
            return;
        }

        var rivals = given.Active.Where(r => r != chosen && Class(given, r) == receipt.Class).ToList();
        var asMuch = rivals.Where(r => receipt.Byok || given.Margin(r) == given.Margin(chosen)).ToList();
        var asDear = asMuch.Where(r => receipt.Byok || given.Price(r) == given.Price(chosen)).ToList();
        receipt.Pick.Should().Be(
            rivals.Count == 0 ? RoutingPick.OnlyRoute
            : asMuch.Count == 0 ? RoutingPick.HighestMargin
            : asDear.Count == 0 ? RoutingPick.LowestPrice
            : RoutingPick.FirstName);
    }

    [Property]
    public void The_alternatives_are_all_other_routes_with_a_true_verdict(RoutingCase given)
    {
        var receipt = given.Choose();

        receipt.Alternatives.Select(a => a.Route.Route).Order().Should().Equal(given.Content.Routes.Except([receipt.Route]).Select(r => r!.Route).Order());
        receipt.Alternatives.Where(a => !IsTrue(given, receipt, a)).Should().BeEmpty();
        receipt.Alternatives.Select(a => a.Verdict is RoutingVerdict.Inactive).Should().BeInAscendingOrder();
    }

    [Property]
    public void A_fallback_is_told_exactly_when_a_customer_with_a_key_pays(RoutingCase given)
    {
        var receipt = given.Choose();

        var (request, isPaid) = (given.Request, !receipt.Byok);
        var hasKey = request.KeyedProviders.Length + request.RefusedProviders.Length + request.UnreadableProviders.Length > 0;
        receipt.Fallback.Should().Be(
            !isPaid || !hasKey ? null
            : !request.MayUseByok ? ByokFallback.NotInPlan
            : request.RefusedProviders.Length > 0 ? ByokFallback.KeyRefused
            : request.UnreadableProviders.Length > 0 ? ByokFallback.KeyUnreadable
            : ByokFallback.NoRoute);
    }

    private static bool IsTrue(RoutingCase given, RoutingReceipt receipt, RoutingAlternative told) => told.Verdict switch
    {
        RoutingVerdict.Inactive => !told.Route.Active,
        RoutingVerdict.LaterClass => told.Class > receipt.Class || told.Class != given.FirstClass,
        RoutingVerdict.LowerMargin => given.Margin(told.Route) < given.Margin(receipt.Route!),
        RoutingVerdict.HigherPrice => IsEqual(given.Margin, told, receipt) && given.Price(told.Route) > given.Price(receipt.Route!),
        RoutingVerdict.LaterName =>
            (receipt.Byok || (IsEqual(given.Margin, told, receipt) && IsEqual(given.Price, told, receipt)))
            && string.CompareOrdinal(told.Route.Route, receipt.Route!.Route) > 0,
    };

    private static bool IsEqual(Func<LlmRoute, decimal> amount, RoutingAlternative told, RoutingReceipt receipt) =>
        amount(told.Route) == amount(receipt.Route!);

    private static RouteClass Class(RoutingCase given, LlmRoute route) => given.IsByokUsable(route) ? RouteClass.Byok : route.Class;

    private static (LlmRoute? Route, RouteClass? Class) Scan(RoutingCase given)
    {
        if (given.Content.Routes.Where(given.IsByokUsable).MinBy(r => r.Route, StringComparer.Ordinal) is { } own)
        {
            return (own, RouteClass.Byok);
        }

        var best = given.Active
            .OrderBy(r => r.Class != given.FirstClass)
            .ThenByDescending(given.Margin)
            .ThenBy(given.Price)
            .ThenBy(r => r.Route, StringComparer.Ordinal)
            .FirstOrDefault();

        return (best, best?.Class);
    }

    private static IEnumerable<string> Told(RoutingReceipt receipt) =>
    [
        $"{receipt.Route?.Route} {receipt.Class} {receipt.Price} {receipt.Margin} {receipt.Sentence}",
        .. receipt.Alternatives.Select(a => $"{a.Route.Route} {a.Class} {a.Price} {a.Margin} {a.Verdict}"),
    ];
}

using OpsCenter.Domain.RateCards;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Rows to start with. Prices are left empty: nobody's price is 0 because it was forgotten.</summary>
internal static class NewRow
{
    public static RateCardRow Of(RateCardSection section) => section switch
    {
        RateCardSection.Routes => Empty(section).With(Class, RateCardWords.Of(RouteClass.Frontier)).With(ByokEnabled, "true"),
        RateCardSection.Agents => Empty(section).With(MinFee, "0").With(OnFailure, RateCardWords.Of(FailurePolicy.Bill)),
        RateCardSection.Tools => Empty(section),
        RateCardSection.Card => throw new ArgumentOutOfRangeException(nameof(section), "The card has one row of its own and takes no more."),
    };

    /// <summary>A model of a provider, with the class and the BYOK setting its other models have.</summary>
    public static RateCardRow Route(RateCardEditor editor, string provider)
    {
        var start = Of(RateCardSection.Routes).With(Provider, provider);
        var sibling = editor.In(RateCardSection.Routes).FirstOrDefault(l => !l.IsDeleted && l.Row[Provider] == provider);

        return sibling is null ? start : start.With(Class, sibling.Row[Class]).With(ByokEnabled, sibling.Row[ByokEnabled]);
    }

    /// <summary>A row as an address asks for it, <c>route</c> and <c>openai:gpt-9</c>; null when it asks for none.</summary>
    public static RateCardRow? AskedFor(RateCardEditor editor, string? kind, string? name) => (kind, name) switch
    {
        (_, null) => null,
        ("route", _) when name.Contains(':', StringComparison.Ordinal) => Named(editor, new RateCardRowKey(RateCardSection.Routes, name)),
        ("agent", _) => Named(editor, RateCardRowKey.Agent(name)),
        ("tool", _) => Named(editor, RateCardRowKey.Tool(name)),
        _ => null,
    };

    /// <summary>A row of a name. A route without a colon has no provider yet.</summary>
    public static RateCardRow Named(RateCardEditor editor, RateCardRowKey key) => (key.Section, key.Name.Split(':', 2)) switch
    {
        (RateCardSection.Routes, [var provider, var model]) => Route(editor, provider).With(Model, model),
        (RateCardSection.Routes, _) => Of(key.Section).With(Model, key.Name),
        (var section, _) => Of(section).With(Name, key.Name),
    };

    private static RateCardRow Empty(RateCardSection section) => new RateCardRow(section, []).With(Active, "true");
}

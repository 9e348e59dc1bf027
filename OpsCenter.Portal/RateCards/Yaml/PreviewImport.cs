using System.Text;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>The dry run of an import: compares a file with the card as the operator's draft has it.</summary>
public sealed class PreviewImport(GetDraft getDraft)
{
    /// <summary>Compares; nothing is changed.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<ImportPreview> HandleAsync(Actor.User actor, string text, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);

        if (Encoding.UTF8.GetByteCount(text) > ImportLimits.MaxBytes)
        {
            return new ImportPreview.Refused([new YamlProblem(1, 1, "", ImportLimits.TooLarge)]);
        }

        var view = await getDraft.HandleAsync(actor, cancellationToken);
        var sheet = view.Draft.Apply(view.BaseSheet);
        var reading = RateCardYamlReader.Read(text, sheet.Currency);

        if (reading.Card is not { } card)
        {
            return new ImportPreview.Refused(reading.Problems);
        }

        var rows = RateCardDiff.Between(sheet, card.Over(sheet)).Select(d => new ImportRow(d, view.Draft.Changes.ContainsKey(d.Key)));

        return new ImportPreview.Readable(view.Draft.BaseVersion, view.SavedAt, [.. rows]);
    }
}
